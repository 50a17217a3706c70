/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/state.h"

#include "base/mem.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define READERS 8
#define ROUNDS  20

static char folder[] = "/tmp/t-store.XXXXXX";
static char path[64];

/* Each case begins without a file. */
static int begin(void **state)
{
	char command[64];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s/*", folder);
	assert_int_equal(system(command), 0);
	return 0;
}

static struct store *opened(void)
{
	char *problem;
	struct store *store = store_open(&problem);

	assert_non_null(store);
	assert_null(problem);
	return store;
}

/* It cannot be used, for that reason. */
static void assert_refused(const char *why)
{
	char *problem = NULL;
	struct store *store = store_open(&problem);

	assert_null(store);
	assert_non_null(problem);
	if (!strstr(problem, why))
		fail_msg("\"%s\" does not say \"%s\"", problem, why);
	assert_non_null(strstr(problem, path));
	free(problem);
}

static void assert_value(struct store *store, const char *name,
                         const char *text)
{
	struct buf out;

	buf_init(&out);
	assert_int_equal(state_get(store, name, &out), text != NULL);
	assert_string_equal(out.ptr, text ? text : "");
	buf_release(&out);
}

static void write_file(const char *name, const char *bytes, size_t len)
{
	FILE *file = fopen(name, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

/* The bytes of the file; the caller frees them. */
static char *file_bytes(size_t *len)
{
	static char bytes[1 << 20];
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	*len = fread(bytes, 1, sizeof bytes, file);
	assert_int_equal(fclose(file), 0);
	return mem_dup(bytes, *len);
}

static void what_is_put_is_got_by_the_next_run(void **state)
{
	struct store *store = opened();

	(void)state;
	assert_value(store, "folder", NULL);
	state_put(store, "folder", STR("/clips"));
	assert_value(store, "folder", "/clips");
	state_put(store, "folder", STR("/other '; DROP TABLE value; --"));
	state_put(store, "none", STR(""));
	assert_true(store_has_changes(store));
	assert_true(store_flush(store, STORE_LAST));
	assert_false(store_has_changes(store));
	store_close(store);
	store = opened();
	assert_value(store, "folder", "/other '; DROP TABLE value; --");
	assert_value(store, "none", "");
	store_close(store);
}

static void take(void *context, struct str text)
{
	struct buf *out = context;

	buf_add(out, text);
	buf_add_byte(out, ' ');
}

static void assert_history(struct store *store, size_t most, const char *texts)
{
	struct buf out;

	buf_init(&out);
	state_list_history(store, STATE_HISTORY_SEARCH, most, take, &out);
	assert_string_equal(out.ptr, texts);
	buf_release(&out);
}

static void a_history_has_the_newest_first(void **state)
{
	struct store *store = opened();
	struct buf text;

	(void)state;
	assert_history(store, 9, "");
	state_add_history(store, STATE_HISTORY_SEARCH, STR("疫情"));
	state_add_history(store, STATE_HISTORY_SEARCH, STR("公园"));
	state_add_history(store, STATE_HISTORY_FILE, STR("a.txt"));
	state_add_history(store, STATE_HISTORY_SEARCH, STR("疫情"));
	assert_history(store, 9, "疫情 公园 ");
	assert_history(store, 1, "疫情 ");
	buf_init(&text);
	for (int i = 0; i < STATE_HISTORY_MOST; i++) {
		buf_clear(&text);
		buf_addf(&text, "%d", i);
		state_add_history(store, STATE_HISTORY_SEARCH, buf_str(&text));
	}
	assert_history(store, 2, "99 98 ");
	buf_clear(&text);
	for (int i = STATE_HISTORY_MOST; i-- > 0;)
		buf_addf(&text, "%d ", i);
	assert_history(store, 1000, text.ptr);
	buf_release(&text);
	store_close(store);
}

static mode_t mode_of(const char *name)
{
	struct stat about;

	assert_int_equal(stat(name, &about), 0);
	return about.st_mode & 07777;
}

static void nobody_else_may_read_it(void **state)
{
	char inner[128];
	mode_t mask = umask(0);
	struct store *store = opened();

	(void)state;
	umask(mask);
	snprintf(inner, sizeof inner, "%s/baolan", folder);
	assert_int_equal(mode_of(inner), 0700);
	assert_int_equal(mode_of(path), 0600);
	state_put(store, "a", STR("b"));
	assert_true(store_flush(store, STORE_SOON));
	snprintf(inner, sizeof inner, "%s-wal", path);
	if (!access(inner, F_OK))
		assert_int_equal(mode_of(inner), 0600);
	store_close(store);
}

static void without_a_store_nothing_is_found(void **state)
{
	char *home = getenv("HOME"), *problem;

	(void)state;
	home = home ? mem_dup(home, strlen(home)) : NULL;
	unsetenv("XDG_STATE_HOME");
	unsetenv("HOME");
	assert_null(store_open(&problem));
	assert_null(problem);
	setenv("XDG_STATE_HOME", folder, 1);
	if (home)
		setenv("HOME", home, 1);
	free(home);
	state_put(NULL, "a", STR("b"));
	assert_value(NULL, "a", NULL);
	assert_history(NULL, 9, "");
	assert_false(store_flush(NULL, STORE_LAST));
	assert_false(store_has_changes(NULL));
	assert_null(store_take_problem(NULL));
	store_close(NULL);
}

/* Makes a database with that header, of which nothing else is known. */
static void make_database(int application, int version)
{
	char command[256];

	snprintf(command, sizeof command, "mkdir -p %s/baolan", folder);
	assert_int_equal(system(command), 0);
	store_close(opened());
	{
		/* The two numbers of the header, which are big-endian. */
		unsigned char header[100];
		FILE *file = fopen(path, "r+");

		assert_non_null(file);
		assert_int_equal(fread(header, 1, sizeof header, file),
		                 sizeof header);
		for (int i = 0; i < 4; i++) {
			header[60 + i] =
				(unsigned char)(version >> (24 - 8 * i));
			header[68 + i] =
				(unsigned char)(application >> (24 - 8 * i));
		}
		assert_int_equal(fseek(file, 0, SEEK_SET), 0);
		assert_int_equal(fwrite(header, 1, sizeof header, file),
		                 sizeof header);
		assert_int_equal(fclose(file), 0);
	}
}

static void assert_left_alone(const char *why)
{
	size_t before_len, after_len;
	char *before = file_bytes(&before_len), *after;

	assert_refused(why);
	after = file_bytes(&after_len);
	assert_int_equal(before_len, after_len);
	assert_memory_equal(before, after, before_len);
	free(after);
	free(before);
}

static void a_later_version_is_left_alone(void **state)
{
	(void)state;
	make_database(0x42414f4c, 99);
	assert_left_alone("later version");
}

static void another_database_is_left_alone(void **state)
{
	(void)state;
	make_database(0x12345678, 1);
	assert_left_alone("no file of baolan");
	/* It has tables, but no numbers. */
	assert_int_equal(unlink(path), 0);
	make_database(0, 0);
	assert_left_alone("no file of baolan");
}

static void a_broken_file_is_told(void **state)
{
	struct store *store;
	char *problem, *bytes;
	size_t len;

	(void)state;
	store_close(opened());
	write_file(path, "no database, whatever it is", 27);
	assert_left_alone("damaged");
	/* Its header is right, and nothing behind it. */
	unlink(path);
	store = opened();
	state_put(store, "a", STR("b"));
	assert_true(store_flush(store, STORE_LAST));
	store_close(store);
	bytes = file_bytes(&len);
	memset(bytes + 100, 0x5a, len - 100);
	write_file(path, bytes, len);
	free(bytes);
	store = store_open(&problem);
	if (store) {
		assert_value(store, "a", NULL);
		problem = store_take_problem(store);
		assert_null(store_take_problem(store));
	}
	assert_non_null(problem);
	assert_non_null(strstr(problem, "damaged"));
	free(problem);
	store_close(store);
}

static void what_is_no_file_is_left_alone(void **state)
{
	char other[128];

	(void)state;
	store_close(opened());
	snprintf(other, sizeof other, "%s/other", folder);
	assert_int_equal(rename(path, other), 0);
	assert_int_equal(symlink(other, path), 0);
	assert_refused("no file of baolan");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink("nowhere", path), 0);
	assert_refused("no file of baolan");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_refused("no file of baolan");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_refused("no file of baolan");
}

/* A folder may be reached by a symbolic link: people keep their files so. */
static void a_linked_folder_is_followed(void **state)
{
	char real[128], link[128];
	struct store *store = opened();

	(void)state;
	state_put(store, "a", STR("b"));
	assert_true(store_flush(store, STORE_LAST));
	store_close(store);
	snprintf(link, sizeof link, "%s/baolan", folder);
	snprintf(real, sizeof real, "%s/elsewhere", folder);
	assert_int_equal(rename(link, real), 0);
	assert_int_equal(symlink(real, link), 0);
	store = opened();
	assert_value(store, "a", "b");
	store_close(store);
}

static void a_home_that_cannot_be_written_is_told(void **state)
{
	char *problem;

	(void)state;
	setenv("XDG_STATE_HOME", "/dev/null", 1);
	assert_null(store_open(&problem));
	assert_non_null(problem);
	assert_non_null(strstr(problem, strerror(ENOTDIR)));
	free(problem);
	setenv("XDG_STATE_HOME", folder, 1);
}

/* What somebody may read and not write is read. */
static void what_can_only_be_read_is_read(void **state)
{
	const bool is_root = geteuid() == 0;
	int status;
	pid_t child;

	(void)state;
	child = fork();
	if (!child) {
		char *problem = NULL;
		struct store *store;

		/* Root may write every file, and gives its rights up. */
		if (is_root && (chown(folder, 65534, 65534) || setgid(65534) ||
		                setuid(65534)))
			_exit(9);
		store = store_open(&problem);
		if (!store)
			_exit(1);
		state_put(store, "a", STR("b"));
		if (!store_flush(store, STORE_LAST))
			_exit(2);
		store_close(store);
		if (chmod(path, 0400))
			_exit(3);
		store = store_open(&problem);
		if (!store || !problem || !strstr(problem, path))
			_exit(4);
		assert_value(store, "a", "b");
		state_put(store, "a", STR("c"));
		if (store_flush(store, STORE_LAST))
			_exit(5);
		assert_value(store, "a", "b");
		store_close(store);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (is_root)
		assert_int_equal(chown(folder, 0, 0), 0);
	assert_int_equal(status, 0);
}

static void set_limit(rlim_t bytes)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = bytes;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void a_full_disk_is_told_and_loses_nothing(void **state)
{
	struct store *store = opened();
	char *problem, *large = mem_alloc(100000);

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	memset(large, 'x', 99999);
	state_put(store, "small", STR("before"));
	assert_true(store_flush(store, STORE_SOON));
	state_put(store, "large", str_from(large));
	set_limit(40000);
	assert_false(store_flush(store, STORE_SOON));
	problem = store_take_problem(store);
	assert_non_null(problem);
	assert_non_null(strstr(problem, path));
	free(problem);
	/* The same trouble is told once. */
	assert_false(store_flush(store, STORE_SOON));
	assert_null(store_take_problem(store));
	set_limit(RLIM_INFINITY);
	assert_true(store_flush(store, STORE_SOON));
	store_close(store);
	store = opened();
	assert_value(store, "small", "before");
	assert_value(store, "large", large);
	store_close(store);
	free(large);
}

/* One of several readers: puts values under its number. */
static void be_reader(int number)
{
	char *problem;
	struct store *store = store_open(&problem);
	struct buf name;

	if (!store)
		_exit(1);
	buf_init(&name);
	for (int i = 0; i < ROUNDS; i++) {
		buf_clear(&name);
		buf_addf(&name, "%d-%d", number, i);
		state_put(store, name.ptr, buf_str(&name));
		if (!store_flush(store, STORE_LAST))
			_exit(2);
	}
	store_close(store);
	_exit(0);
}

static void readers_at_once_lose_nothing(void **state)
{
	struct store *store;
	struct buf name;

	(void)state;
	for (int i = 0; i < READERS; i++)
		if (!fork())
			be_reader(i);
	for (int i = 0; i < READERS; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	store = opened();
	buf_init(&name);
	for (int i = 0; i < READERS * ROUNDS; i++) {
		buf_clear(&name);
		buf_addf(&name, "%d-%d", i / ROUNDS, i % ROUNDS);
		assert_value(store, name.ptr, name.ptr);
	}
	buf_release(&name);
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(what_is_put_is_got_by_the_next_run,
		                       begin),
		cmocka_unit_test_setup(a_history_has_the_newest_first, begin),
		cmocka_unit_test_setup(nobody_else_may_read_it, begin),
		cmocka_unit_test_setup(without_a_store_nothing_is_found, begin),
		cmocka_unit_test_setup(a_later_version_is_left_alone, begin),
		cmocka_unit_test_setup(another_database_is_left_alone, begin),
		cmocka_unit_test_setup(a_broken_file_is_told, begin),
		cmocka_unit_test_setup(what_is_no_file_is_left_alone, begin),
		cmocka_unit_test_setup(a_linked_folder_is_followed, begin),
		cmocka_unit_test_setup(a_home_that_cannot_be_written_is_told,
		                       begin),
		cmocka_unit_test_setup(what_can_only_be_read_is_read, begin),
		cmocka_unit_test_setup(a_full_disk_is_told_and_loses_nothing,
		                       begin),
		cmocka_unit_test_setup(readers_at_once_lose_nothing, begin),
	};
	int failed;

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/baolan/state.db", folder);
	setenv("XDG_STATE_HOME", folder, 1);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	begin(NULL);
	rmdir(folder);
	return failed;
}
