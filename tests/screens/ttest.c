/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "term.h"

#include "base/mem.h"
#include "text/width.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unistr.h>

/*
 * ttest [--update] NAME.tt: plays a script against the program and compares
 * what a person would see with NAME.screen.  TAP on standard output.
 *
 *   size ROWS COLS    before `run`: of the terminal; after it: a resize
 *   env NAME=VALUE    for the program
 *   run [ARG...]      the program (variable BAOLAN) in an empty folder, in which
 *                     data is tests/data and bundle is data
 *   keys TEXT         types; <Up> <Enter> <Esc> <C-l> <Space> are keys
 *   snap WHAT         compares the screen
 *   file NAME         compares a file of the folder
 *   write NAME TEXT   makes one
 *   signal NAME       HUP, TERM, INT, SEGV, ABRT
 *   hangup            the terminal goes away
 *   exit              waits; compares the status and what became of the terminal
 */

#define RETRY_MS 2000 /* a screen may come late on a busy machine */

struct test {
	struct term *term; /* or NULL */
	int rows, cols;
	char folder[64];
	char program[PATH_MAX];
	const char *name;
	struct buf seen;  /* what the golden file should hold */
	struct str golden;
	size_t at; /* byte of golden: the next block */
	size_t cases, failures;
	bool update, hung_up;
};

static void result(struct test *test, bool ok, const char *what)
{
	test->failures += !ok;
	printf("%sok %zu - %s: %s\n", ok ? "" : "not ", ++test->cases,
	       test->name, what);
	fflush(stdout);
}

static void complain(const char *label, struct str text)
{
	printf("# %s\n# ", label);
	for (size_t i = 0; i < text.len; i++) {
		putchar(text.ptr[i]);
		if (text.ptr[i] == '\n' && i + 1 < text.len)
			fputs("# ", stdout);
	}
}

/* The next block of the golden file, up to the next "=== " line. */
static struct str expected(const struct test *test)
{
	struct str rest = str_slice(test->golden, test->at, test->golden.len);
	size_t end = rest.len ? str_find(rest, STR("\n=== "), 1) : NPOS;

	return end == NPOS ? rest : str_slice(rest, 0, end + 1);
}

/* Compares a block; the screen gets time to become right. */
static void compare(struct test *test, const char *what, bool is_screen)
{
	struct str want = expected(test);
	struct buf block;

	buf_init(&block);
	for (int waited = 0;; waited += 50) {
		buf_clear(&block);
		buf_addf(&block, "=== %s\n", what);
		if (is_screen)
			term_draw(test->term, &block);
		else
			buf_add(&block, buf_str(&test->seen));
		if (test->update || !is_screen || waited >= RETRY_MS ||
		    str_equal(want, buf_str(&block)))
			break;
		term_settle(test->term, 50);
	}
	if (test->update) {
		FILE *file = fopen(test->golden.ptr, "a");

		if (file) {
			fwrite(block.ptr, 1, block.len, file);
			fclose(file);
		}
	}
	result(test, test->update || str_equal(want, buf_str(&block)), what);
	if (!test->update && !str_equal(want, buf_str(&block))) {
		complain("expected:", want);
		complain("seen:", buf_str(&block));
	}
	test->at += want.len;
	buf_release(&block);
	buf_clear(&test->seen);
}

static void do_size(struct test *test, char *arg)
{
	sscanf(arg, "%d %d", &test->rows, &test->cols);
	if (test->term)
		term_resize(test->term, test->rows, test->cols);
}

static void do_env(struct test *test, char *arg)
{
	(void)test;
	putenv(mem_dup(arg, strlen(arg))); /* the environment keeps it */
}

static void do_run(struct test *test, char *arg)
{
	char *argv[32] = { test->program };
	size_t count = 1;

	for (char *word = strtok(arg, " "); word && count < 31;
	     word = strtok(NULL, " "))
		argv[count++] = word;
	test->term = term_start(argv, test->rows, test->cols);
}

/* The bytes of <Name>, or NULL. */
static const char *named_key(struct str name)
{
	static const struct {
		const char *name, *bytes;
	} names[] = {
		{ "Up", "\033OA" },     { "Down", "\033OB" },
		{ "Right", "\033OC" },  { "Left", "\033OD" },
		{ "Home", "\033OH" },   { "End", "\033OF" },
		{ "PgUp", "\033[5~" },  { "PgDn", "\033[6~" },
		{ "Del", "\033[3~" },   { "Esc", "\033" },
		{ "Enter", "\r" },      { "Tab", "\t" },
		{ "Backspace", "\177" }, { "Space", " " },
		{ "F1", "\033OP" },     { "C-a", "\001" },
		{ "C-d", "\004" },      { "C-e", "\005" },
		{ "C-k", "\013" },      { "C-l", "\014" },
		{ "C-u", "\025" },      { "C-c", "\003" },
	};

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_equal(name, str_from(names[i].name)))
			return names[i].bytes;
	return NULL;
}

/* Each key by itself: a person does not type as fast as a script. */
static void do_keys(struct test *test, char *arg)
{
	struct str text = str_from(arg);

	for (size_t at = 0; at < text.len;) {
		size_t close = text.ptr[at] == '<' ?
		                       str_find(text, STR(">"), at) :
		                       NPOS;
		const char *bytes = close == NPOS ?
		                            NULL :
		                            named_key(str_slice(
						    text, at + 1, close));
		size_t next = at + 1;

		while (next < text.len &&
		       ((unsigned char)text.ptr[next] & 0xc0) == 0x80)
			next++;
		if (bytes)
			next = close + 1;
		term_type(test->term, bytes ? str_from(bytes) :
		                              str_slice(text, at, next));
		at = next;
	}
}

static void do_snap(struct test *test, char *arg)
{
	term_settle(test->term, 4);
	compare(test, arg, true);
}

static void do_file(struct test *test, char *arg)
{
	FILE *file = fopen(arg, "r");
	char bytes[4096];
	size_t got;

	while (file && (got = fread(bytes, 1, sizeof bytes, file)))
		buf_add(&test->seen, (struct str){ bytes, got });
	if (file)
		fclose(file);
	else
		buf_addf(&test->seen, "(%s)\n", strerror(errno));
	compare(test, arg, false);
}

static void do_write(struct test *test, char *arg)
{
	char *text = strchr(arg, ' ');
	FILE *file;

	(void)test;
	if (text)
		*text++ = '\0';
	file = fopen(arg, "w");
	if (file) {
		fprintf(file, "%s\n", text ? text : "");
		fclose(file);
	}
}

static void do_signal(struct test *test, char *arg)
{
	static const struct {
		const char *name;
		int number;
	} names[] = {
		{ "HUP", SIGHUP },   { "TERM", SIGTERM }, { "INT", SIGINT },
		{ "SEGV", SIGSEGV }, { "ABRT", SIGABRT },
	};

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(names[i].name, arg))
			term_signal(test->term, names[i].number);
}

static void do_hangup(struct test *test, char *arg)
{
	(void)arg;
	test->hung_up = true;
	term_hang_up(test->term);
}

/* No byte sequence that a terminal could take for a command of the file's. */
static void check_output(struct test *test)
{
	struct str out = term_output(test->term);
	bool safe = true;

	for (size_t at = 0; at < out.len;) {
		ucs4_t c;

		at += (size_t)u8_mbtouc(&c, (const uint8_t *)out.ptr + at,
		                        out.len - at);
		if (c < 0x20 ? !strchr("\033\r\n\b\t\016\017\a", (int)c) :
		               width_class(c) < CLASS_MARK) {
			printf("# U+%04X reached the terminal\n", (unsigned)c);
			safe = false;
		}
	}
	result(test, safe, "nothing hostile reached the terminal");
}

static void do_exit(struct test *test, char *arg)
{
	int status = term_wait(test->term);

	(void)arg;
	buf_addf(&test->seen, "status %d\n", status);
	if (!test->hung_up)
		term_add_state(test->term, &test->seen);
	compare(test, "exit", false);
	check_output(test);
	term_end(test->term);
	test->term = NULL;
	test->hung_up = false;
}

static const struct {
	const char *word;
	void (*play)(struct test *test, char *arg);
} words[] = {
	{ "size", do_size },     { "env", do_env },   { "run", do_run },
	{ "keys", do_keys },     { "snap", do_snap }, { "file", do_file },
	{ "write", do_write },   { "exit", do_exit }, { "signal", do_signal },
	{ "hangup", do_hangup },
};

static void play_line(struct test *test, char *line)
{
	char *arg = line + strcspn(line, " ");

	if (*arg)
		*arg++ = '\0';
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (strcmp(words[i].word, line))
			continue;
		words[i].play(test, arg);
		return;
	}
	printf("Bail out! %s: no such word: %s\n", test->name, line);
	exit(99);
}

static char *read_all(const char *path)
{
	FILE *file = fopen(path, "r");
	struct buf text;
	char bytes[4096];
	size_t got;

	buf_init(&text);
	while (file && (got = fread(bytes, 1, sizeof bytes, file)))
		buf_add(&text, (struct str){ bytes, got });
	if (file)
		fclose(file);
	return buf_steal(&text);
}

/* An empty folder, and nothing of the user's environment. */
static void set_scene(struct test *test)
{
	const char *source = getenv("srcdir");
	char tests[PATH_MAX], data[PATH_MAX], path[PATH_MAX + 16];
	static char *bare[] = { NULL };

	snprintf(path, sizeof path, "%s/tests/data", source ? source : ".");
	if (!realpath(path, tests))
		*tests = '\0';
	snprintf(path, sizeof path, "%s/data", source ? source : ".");
	if (!realpath(path, data))
		*data = '\0';
	if (!realpath(getenv("BAOLAN") ? getenv("BAOLAN") : "baolan",
	              test->program)) {
		printf("Bail out! no program to test\n");
		exit(99);
	}
	snprintf(test->folder, sizeof test->folder, "/tmp/ttest.XXXXXX");
	if (!mkdtemp(test->folder) || chdir(test->folder) ||
	    symlink(tests, "data") || symlink(data, "bundle")) {
		printf("Bail out! no folder to test in\n");
		exit(99);
	}
	environ = bare;
	setenv("PATH", "/usr/bin:/bin", 1);
	setenv("HOME", test->folder, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("BAOLAN_DATADIR", "bundle", 1);
	setenv("ASAN_OPTIONS", "detect_leaks=1:handle_segv=0:handle_abort=0",
	       1);
}

static void clean_scene(const struct test *test)
{
	char command[128];

	if (chdir("/"))
		return;
	snprintf(command, sizeof command, "rm -rf %s", test->folder);
	if (system(command))
		printf("# %s is left\n", test->folder);
}

int main(int argc, char *argv[])
{
	struct test test = { .rows = 24, .cols = 80 };
	char *script, *golden, path[PATH_MAX], *line, *rest;
	int name_at = argc > 1 && !strcmp(argv[1], "--update") ? 2 : 1;
	size_t len;

	if (name_at >= argc || !realpath(argv[name_at], path)) {
		fprintf(stderr, "usage: ttest [--update] NAME.tt\n");
		return 2;
	}
	test.update = name_at == 2;
	script = read_all(path);
	test.name = strrchr(argv[name_at], '/');
	test.name = test.name ? test.name + 1 : argv[name_at];
	len = strlen(path);
	strcpy(path + len - 2, "screen");
	golden = test.update ? mem_dup(path, strlen(path)) : read_all(path);
	if (test.update)
		remove(path);
	test.golden = str_from(golden);
	buf_init(&test.seen);
	signal(SIGPIPE, SIG_IGN);
	set_scene(&test);
	for (line = strtok_r(script, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest))
		if (*line != '#')
			play_line(&test, line);
	if (!test.update)
		result(&test, test.at == test.golden.len,
		       "the golden file has no more");
	printf("1..%zu\n", test.cases);
	if (test.term)
		term_end(test.term);
	clean_scene(&test);
	buf_release(&test.seen);
	free(script);
	free(golden);
	return test.failures > 0;
}
