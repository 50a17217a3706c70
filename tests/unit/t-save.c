/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/save.h"

#include "base/mem.h"

#include <dirent.h>
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

/* A file system without links, when a test says so. */
static int link_error;
int __real_linkat(int from, const char *path, int to, const char *name,
                  int flags);
int __wrap_linkat(int from, const char *path, int to, const char *name,
                  int flags);

int __wrap_linkat(int from, const char *path, int to, const char *name,
                  int flags)
{
	if (!link_error)
		return __real_linkat(from, path, to, name, flags);
	errno = link_error;
	return -1;
}

/* Every test has an empty folder of its own and stands in it. */

static char home[4096];

static int enter_folder(void **state)
{
	char *folder = mem_dup("/tmp/baolan-save-XXXXXX", 23);

	if (!getcwd(home, sizeof home) || !mkdtemp(folder) || chdir(folder))
		return -1;
	*state = folder;
	return 0;
}

static int leave_folder(void **state)
{
	char command[64];

	snprintf(command, sizeof command, "rm -rf %s", (char *)*state);
	free(*state);
	return chdir(home) || system(command);
}

static void put(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void assert_holds(const char *name, const char *want)
{
	char got[256] = "";
	FILE *file = fopen(name, "r");

	assert_non_null(file);
	got[fread(got, 1, sizeof got - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(got, want);
}

/* Nothing was left behind: so many names are in the folder. */
static void assert_names(int want)
{
	DIR *folder = opendir(".");
	int count = -2; /* . and .. */

	while (readdir(folder))
		count++;
	closedir(folder);
	assert_int_equal(count, want);
}

static enum save_result save(const char *path, const char *text,
                             enum save_mode mode)
{
	errno = 0;
	return save_file(path, str_from(text), mode);
}

static void a_file_is_written_whole(void **state)
{
	struct stat about;
	mode_t mask = umask(022);

	(void)state;
	umask(mask);
	assert_int_equal(save("a", "报栏", SAVE_NEW), SAVE_DONE);
	assert_holds("a", "报栏");
	assert_int_equal(save("./b", "", SAVE_NEW), SAVE_DONE);
	assert_holds("b", "");
	assert_int_equal(save("c", "x", SAVE_REPLACE), SAVE_DONE);
	assert_int_equal(save("a", "new", SAVE_REPLACE), SAVE_DONE);
	assert_holds("a", "new");
	assert_int_equal(stat("a", &about), 0);
	assert_int_equal(about.st_mode & 0777, 0666 & ~mask);
	assert_names(3);
}

static void a_file_is_not_replaced_unasked(void **state)
{
	(void)state;
	put("a", "old");
	assert_int_equal(save("a", "new", SAVE_NEW), SAVE_EXISTS);
	assert_holds("a", "old");
	assert_names(1);
}

static void a_link_is_replaced_not_followed(void **state)
{
	struct stat about;

	(void)state;
	put("a", "old");
	assert_int_equal(symlink("a", "link"), 0);
	assert_int_equal(symlink("nowhere", "dangling"), 0);
	assert_int_equal(save("link", "new", SAVE_NEW), SAVE_EXISTS);
	assert_int_equal(save("dangling", "new", SAVE_NEW), SAVE_EXISTS);
	assert_names(3);
	assert_int_equal(save("link", "new", SAVE_REPLACE), SAVE_DONE);
	assert_int_equal(save("dangling", "new", SAVE_REPLACE), SAVE_DONE);
	assert_holds("a", "old");
	assert_holds("link", "new");
	assert_holds("dangling", "new");
	assert_int_equal(lstat("link", &about), 0);
	assert_true(S_ISREG(about.st_mode));
	assert_names(3);
}

static void a_place_one_cannot_write_to_is_told(void **state)
{
	char name[258];
	static const struct {
		const char *path;
		int error;
	} cases[] = {
		{ "no/such/folder", ENOENT },
		{ "file/x", ENOTDIR },
		{ "", 0 },
		{ "folder", EISDIR },
		{ "folder/", EISDIR },
		{ ".", EISDIR },
		{ "/proc/baolan", 0 }, /* read-only, for root too */
		{ "/dev/full", ENOSPC },
	};

	(void)state;
	put("file", "old");
	assert_int_equal(mkdir("folder", 0777), 0);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		for (int mode = SAVE_NEW; mode <= SAVE_REPLACE; mode++) {
			enum save_result result = save(cases[i].path, "new",
			                               (enum save_mode)mode);

			if (result == SAVE_DONE || !errno ||
			    (cases[i].error && errno != cases[i].error))
				fail_msg("'%s': %d, %s", cases[i].path, result,
				         strerror(errno));
		}
	memset(name, 'n', 256);
	name[256] = '\0';
	assert_int_equal(save(name, "new", SAVE_NEW), SAVE_FAILED);
	assert_int_equal(save(name, "new", SAVE_REPLACE), SAVE_FAILED);
	assert_int_equal(errno, ENAMETOOLONG);
	assert_holds("file", "old");
	assert_names(2);
	name[255] = '\0';
	assert_int_equal(save(name, "new", SAVE_NEW), SAVE_DONE);
	assert_int_equal(save(name, "newer", SAVE_REPLACE), SAVE_DONE);
	assert_holds(name, "newer");
}

/* A disk that is full after a few bytes leaves the old file, or none. */
static void half_a_file_is_never_seen(void **state)
{
	struct rlimit usual, small;
	struct buf bytes;

	(void)state;
	buf_init(&bytes);
	for (int i = 0; i < 10000; i++)
		buf_add_c(&bytes, "报栏");
	put("a", "old");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &usual), 0);
	small = (struct rlimit){ 4096, usual.rlim_max };
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_int_equal(save("a", bytes.ptr, SAVE_REPLACE), SAVE_FAILED);
	assert_int_equal(errno, EFBIG);
	assert_int_equal(save("b", bytes.ptr, SAVE_NEW), SAVE_FAILED);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &usual), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_holds("a", "old");
	assert_names(1);
	buf_release(&bytes);
}

static void end_it(int signal)
{
	(void)signal;
	raise(SIGTERM);
}

/* Writes more than it may, and is told to end in the middle of it. */
static int save_and_be_ended(enum save_mode mode)
{
	struct rlimit small = { 4096, 4096 };
	struct buf bytes;
	int status = 0;
	pid_t child = fork();

	if (!child) {
		buf_init(&bytes);
		for (int i = 0; i < 10000; i++)
			buf_add_c(&bytes, "报栏");
		signal(SIGXFSZ, end_it);
		setrlimit(RLIMIT_FSIZE, &small);
		save_file("a", buf_str(&bytes), mode);
		_exit(0);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void a_save_that_is_ended_leaves_nothing(void **state)
{
	(void)state;
	put("a", "old");
	for (int mode = SAVE_NEW; mode <= SAVE_REPLACE; mode++) {
		int status = save_and_be_ended((enum save_mode)mode);

		assert_true(WIFSIGNALED(status));
		assert_int_equal(WTERMSIG(status), SIGTERM);
		assert_holds("a", "old");
		assert_names(1);
	}
}

/* Signals that ended nothing are as they were. */
static void signals_are_as_they_were(void **state)
{
	sigset_t before, after;

	(void)state;
	assert_int_equal(sigprocmask(SIG_SETMASK, NULL, &before), 0);
	assert_int_equal(save("a", "new", SAVE_REPLACE), SAVE_DONE);
	assert_int_equal(save("no/such", "new", SAVE_REPLACE), SAVE_FAILED);
	assert_int_equal(sigprocmask(SIG_SETMASK, NULL, &after), 0);
	for (int number = 1; number < SIGRTMIN; number++)
		assert_int_equal(sigismember(&before, number),
		                 sigismember(&after, number));
}

/* Names of files being written are taken: others are found, and kept. */
static void strange_files_are_kept(void **state)
{
	char name[64];

	(void)state;
	snprintf(name, sizeof name, ".baolan-%ld-0", (long)getpid());
	put(name, "not mine");
	put("a", "old");
	assert_int_equal(save("a", "new", SAVE_REPLACE), SAVE_DONE);
	assert_holds("a", "new");
	assert_holds(name, "not mine");
	assert_names(2);
}

static void a_device_is_written_to(void **state)
{
	struct stat about;

	(void)state;
	assert_int_equal(save("/dev/null", "new", SAVE_NEW), SAVE_DONE);
	assert_int_equal(save("/dev/null", "new", SAVE_REPLACE), SAVE_DONE);
	assert_int_equal(stat("/dev/null", &about), 0);
	assert_true(S_ISCHR(about.st_mode));
	assert_names(0);
}

static mode_t mode_of(const char *name)
{
	struct stat about;

	assert_int_equal(lstat(name, &about), 0);
	return about.st_mode & 07777;
}

/* FAT has no links: files are written whole all the same. */
static void links_are_not_needed(void **state)
{
	static const int errors[] = { EPERM, EOPNOTSUPP, ENOSYS };
	mode_t mask = umask(022);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(errors); i++) {
		link_error = errors[i];
		assert_int_equal(save("new", "报栏", SAVE_NEW), SAVE_DONE);
		assert_holds("new", "报栏");
		assert_int_equal(mode_of("new"), 0644);
		assert_int_equal(save("new", "x", SAVE_NEW), SAVE_EXISTS);
		assert_holds("new", "报栏");
		assert_int_equal(save("new", "newer", SAVE_REPLACE), SAVE_DONE);
		assert_holds("new", "newer");
		assert_names(1);
		assert_int_equal(unlink("new"), 0);
	}
	link_error = EIO;
	assert_int_equal(save("new", "x", SAVE_NEW), SAVE_FAILED);
	assert_int_equal(errno, EIO);
	assert_names(0);
	link_error = 0;
	umask(mask);
}

#define TEST(name)                                                             \
 cmocka_unit_test_setup_teardown(name, enter_folder, leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_written_whole),
		TEST(a_file_is_not_replaced_unasked),
		TEST(a_link_is_replaced_not_followed),
		TEST(a_place_one_cannot_write_to_is_told),
		TEST(half_a_file_is_never_seen),
		TEST(a_save_that_is_ended_leaves_nothing),
		TEST(signals_are_as_they_were),
		TEST(strange_files_are_kept),
		TEST(a_device_is_written_to),
		TEST(links_are_not_needed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
