/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "film.h"
#include "keys.h"
#include "picture.h"
#include "scene.h"
#include "term.h"

#include "base/mem.h"
#include "text/width.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unistr.h>

/*
 * ttest [--update] NAME.tt: plays a script against the program and compares
 * what a person would see with NAME.screen.  TAP on standard output.
 *
 *   size ROWS COLS    before `run`: of the terminal; after it: a resize
 *   storm COUNT       so many sizes, one after another, and the last one again
 *   env NAME=VALUE    for the program
 *   encoding NAME     before `run`: the terminal has that one, and the locale says so;
 *                     where there can be no such locale the test is skipped
 *   run [ARG...]      the program (variable BAOLAN) in an empty folder, in which
 *                     data is tests/data and bundle is data
 *   shell             bash instead, in which "$B" is the program
 *   stdin FILE        is what the next program run reads there
 *   keys TEXT         types; <Up> <Enter> <Esc> <C-l> <Space> are keys
 *   within COUNT TEXT types it too, and fails when that takes more than so many keys; what
 *                     an input method enters in one go, as 疫情, is one of them
 *   paste TEXT        the same at once, as a terminal marks what is pasted
 *   click BUTTON ROW COL  the mouse: 0 its button, 64 and 65 its wheel
 *   random SEED COUNT keys of any kind, and now and then another size
 *   snap WHAT         compares the screen
 *   body WHAT         the same without its last row, where most screens have hints
 *   rows FIRST LAST WHAT  compares these rows alone; negative ones count from the
 *                     foot: -1 is the last
 *   burst TEXT        types all of it at once
 *   ahead TEXT        the same, and does not wait for anybody to read it
 *   hold              before `run`: the terminal keeps its answers to the program
 *   keep              what the program runs so far have kept of themselves
 *                     ($HOME/.local/state) stays for those that follow; without it
 *                     each begins without
 *   works             before `run`: the program goes on working, and nothing waits
 *                     for it to come to rest
 *   background RGB    of the next runs: what the terminal answers to OSC 11, as
 *                     rgb:0000/2b2b/3636; without RGB it does not answer
 *   answer            it gives them, and no others are kept
 *   raw TEXT          waits until the program has written these bytes, as in
 *                     keys, behind those of the last raw; also when recording
 *   file NAME         compares a file of the folder
 *   write NAME TEXT   makes one
 *   long NAME BYTES TEXT  makes one of a single line, TEXT again and again
 *   lines NAME COUNT TEXT  makes one of so many lines, TEXT on each
 *   pages NAME COUNT FILE  makes one that is FILE again and again, each time
 *                     under the number of a page of its own
 *   fifo NAME         makes a named pipe, and nobody writes to it
 *   feed NAME FILE    what waits for it gets the file, and its end
 *   signal NAME       HUP, TERM, INT, ... as kill -l has them, or RTMIN
 *   hangup            the terminal goes away
 *   exit              waits; compares the status, or the signal, and what became of
 *                     the terminal
 *
 * With TTEST_FILM=PATH in the environment it also makes a film (film.h).
 */

#define RETRY_MS          2000 /* a screen may come late on a busy machine */
#define RAW_MS            20000
#define RESIZE_EVERY_KEYS 50

struct test {
	struct term *term; /* or NULL */
	struct film *film; /* or NULL */
	int rows, cols;
	struct scene scene;
	char *input; /* owned; for the next run, or NULL */
	const char *name;
	struct buf seen; /* what the golden file should hold */
	struct str golden;
	size_t at; /* byte of golden: the next block */
	size_t cases, failures;
	size_t raw_at; /* byte of the output: behind the last raw */
	bool update, hung_up;
	bool keeps_state;      /* from one run to the next */
	struct term_kind next; /* but for its size */
	char *encoding;        /* owned: of `next` */
	char *background;      /* owned: the same */
	bool is_shell;
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

/* Rows of a screen, the last one included; negative ones count from the foot. */
struct rows {
	int first, last;
};

/* Compares a block: rows of the screen, which gets time to become right, or what
 * was seen otherwise, where `rows` is NULL. */
static void compare(struct test *test, const char *what,
                    const struct rows *rows)
{
	struct str want = expected(test);
	struct buf block;
	bool alike;

	buf_init(&block);
	for (int waited = 0;; waited += 50) {
		buf_clear(&block);
		buf_addf(&block, "=== %s\n", what);
		if (rows)
			term_draw(test->term, &block, rows->first, rows->last);
		else
			buf_add(&block, buf_str(&test->seen));
		alike = pictures_look_alike(want, buf_str(&block));
		if (test->update || !rows || waited >= RETRY_MS || alike)
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
	result(test, test->update || alike, what);
	if (!test->update && !alike) {
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
	if (!test->term)
		return;
	film_size(test->film, term_output(test->term), test->rows, test->cols);
	term_resize(test->term, test->rows, test->cols);
}

static void do_storm(struct test *test, char *arg)
{
	for (int i = 0, count = atoi(arg); i < count; i++)
		term_resize_ahead(test->term, 2 + i % 50, 2 + i % 170);
	term_resize(test->term, test->rows, test->cols);
}

static void do_hold(struct test *test, char *arg)
{
	(void)arg;
	test->next.holds_answers = true;
}

static void do_keep(struct test *test, char *arg)
{
	(void)arg;
	test->keeps_state = true;
}

static void do_background(struct test *test, char *arg)
{
	free(test->background);
	test->background = *arg ? mem_dup(arg, strlen(arg)) : NULL;
}

static void do_works(struct test *test, char *arg)
{
	(void)arg;
	test->next.works = true;
}

/* No system has such a locale, so it is made. */
static void do_encoding(struct test *test, char *arg)
{
	char locale[64], command[PATH_MAX];

	snprintf(locale, sizeof locale, "zh_CN.%s", arg);
	snprintf(command, sizeof command,
	         "localedef -i zh_CN -f %s ./%s >/dev/null 2>&1", arg, locale);
	if (system(command) || access(locale, R_OK)) {
		printf("1..0 # SKIP localedef cannot make %s here\n", locale);
		scene_close(&test->scene);
		exit(0);
	}
	setenv("LOCPATH", test->scene.folder, 1);
	setenv("LC_ALL", locale, 1);
	free(test->encoding);
	test->encoding = mem_dup(arg, strlen(arg));
}

static void do_answer(struct test *test, char *arg)
{
	(void)arg;
	term_answer(test->term);
}

static void do_env(struct test *test, char *arg)
{
	char *value = strchr(arg, '=');

	(void)test;
	if (!value)
		return;
	*value++ = '\0';
	setenv(arg, value, 1);
}

static void start(struct test *test, char *program, char *args)
{
	char *argv[32] = { program };
	size_t count = 1;

	for (char *word = strtok(args, " "); word && count < 31;
	     word = strtok(NULL, " "))
		argv[count++] = word;
	test->raw_at = 0;
	if (!test->keeps_state)
		scene_forget();
	test->is_shell = program != test->scene.program;
	test->next.is_shell = test->is_shell;
	test->next.rows = test->rows;
	test->next.cols = test->cols;
	test->next.encoding = test->encoding;
	test->next.background = test->background;
	test->term = term_start(argv, test->input, &test->next);
	test->next.holds_answers = test->next.works = false;
	film_start(test->film, test->rows, test->cols);
	free(test->input);
	test->input = NULL;
}

static void do_run(struct test *test, char *arg)
{
	start(test, test->scene.program, arg);
}

/* A shell with job control, in which "$B" is the program. */
static void do_shell(struct test *test, char *arg)
{
	char bash[] = "/bin/bash", args[] = "--norc --noprofile -i";

	(void)arg;
	setenv("B", test->scene.program, 1);
	setenv("PS1", "$ ", 1);
	start(test, bash, args);
}

static void do_stdin(struct test *test, char *arg)
{
	test->input = mem_dup(arg, strlen(arg));
}

static void do_keys(struct test *test, char *arg)
{
	struct str key;

	/* Each by itself: a person does not type as fast as a script. */
	while (keys_next(&arg, &key))
		term_type(test->term, key);
}

static void do_within(struct test *test, char *arg)
{
	unsigned limit = 0, keys = 0;
	bool composed = false, after;
	struct str key;
	struct buf what;
	int text = 0;

	sscanf(arg, "%u %n", &limit, &text);
	buf_init(&what);
	buf_addf(&what, "within %s", arg);
	for (arg += text; keys_next(&arg, &key); keys += !composed || !after) {
		after = composed;
		composed = (unsigned char)*key.ptr >= 0x80;
		term_type(test->term, key);
	}
	result(test, text && keys <= limit, what.ptr);
	buf_release(&what);
}

static void type_at_once(struct test *test, const char *before, char *arg,
                         const char *after,
                         void (*type)(struct term *term, struct str bytes))
{
	struct buf bytes;
	struct str key;

	buf_init(&bytes);
	buf_add_c(&bytes, before);
	while (keys_next(&arg, &key))
		buf_add(&bytes, key);
	buf_add_c(&bytes, after);
	type(test->term, buf_str(&bytes));
	buf_release(&bytes);
}

static void do_paste(struct test *test, char *arg)
{
	type_at_once(test, "\033[200~", arg, "\033[201~", term_type);
}

static void do_burst(struct test *test, char *arg)
{
	type_at_once(test, "", arg, "", term_type);
}

static void do_ahead(struct test *test, char *arg)
{
	type_at_once(test, "", arg, "", term_type_ahead);
}

static void do_click(struct test *test, char *arg)
{
	int button = 0, row = 0, col = 0;
	struct buf bytes;

	sscanf(arg, "%d %d %d", &button, &row, &col);
	buf_init(&bytes);
	buf_addf(&bytes, "\033[<%d;%d;%dM", button, col + 1, row + 1);
	if (button < 64) /* it is let go */
		buf_addf(&bytes, "\033[<%d;%d;%dm", button, col + 1, row + 1);
	term_type(test->term, buf_str(&bytes));
	buf_release(&bytes);
}

static void do_random(struct test *test, char *arg)
{
	unsigned seed = 0;
	int keys = 0;

	sscanf(arg, "%u %d", &seed, &keys);
	for (int i = 0; i < keys; i++) {
		term_type(test->term, keys_random(&seed));
		if (i % RESIZE_EVERY_KEYS == RESIZE_EVERY_KEYS - 1)
			term_resize(test->term, 2 + (int)(seed >> 8) % 40,
			            2 + (int)(seed >> 16) % 120);
	}
	result(test, true, "random keys and sizes");
}

static void snap_rows(struct test *test, struct rows rows, const char *what)
{
	term_settle(test->term, 4);
	compare(test, what, &rows);
	film_snap(test->film, term_output(test->term), rows.first, what);
}

static void do_snap(struct test *test, char *arg)
{
	snap_rows(test, (struct rows){ 0, -1 }, arg);
}

static void do_body(struct test *test, char *arg)
{
	snap_rows(test, (struct rows){ 0, -2 }, arg);
}

static void do_rows(struct test *test, char *arg)
{
	struct rows rows;
	int what = 0;

	if (sscanf(arg, "%d %d %n", &rows.first, &rows.last, &what) == 2)
		snap_rows(test, rows, arg + what);
	else
		result(test, false, "rows FIRST LAST WHAT");
}

static void do_raw(struct test *test, char *arg)
{
	struct buf want, what;
	struct str bytes;
	size_t at = NPOS;

	buf_init(&want);
	buf_init(&what);
	buf_addf(&what, "raw %s", arg);
	while (keys_next(&arg, &bytes))
		buf_add(&want, bytes);
	for (int waited = 0; waited < RAW_MS && at == NPOS; waited += 50) {
		term_settle(test->term, waited ? 50 : 4);
		at = str_find(term_output(test->term), buf_str(&want),
		              test->raw_at);
	}
	result(test, at != NPOS, what.ptr);
	if (at != NPOS)
		test->raw_at = at + want.len;
	buf_release(&want);
	buf_release(&what);
}

static void do_file(struct test *test, char *arg)
{
	char *text = scene_read(arg);

	buf_add_c(&test->seen, text);
	free(text);
	compare(test, arg, NULL);
}

static void do_write(struct test *test, char *arg)
{
	char name[64] = "", text[256] = "";

	(void)test;
	sscanf(arg, "%63s %255[^\n]", name, text);
	scene_write(name, text, 1, "\n");
}

static void do_long(struct test *test, char *arg)
{
	char name[64] = "", text[256] = "";
	size_t bytes = 0;

	(void)test;
	sscanf(arg, "%63s %zu %255[^\n]", name, &bytes, text);
	if (*text)
		scene_write(name, text, bytes / strlen(text), "");
}

static void do_lines(struct test *test, char *arg)
{
	char name[64] = "", text[256] = "";
	size_t count = 0, length;

	(void)test;
	sscanf(arg, "%63s %zu %254[^\n]", name, &count, text);
	length = strlen(text);
	text[length] = '\n';
	text[length + 1] = '\0';
	scene_write(name, text, count, "");
}

static void do_pages(struct test *test, char *arg)
{
	char name[64] = "", file[256] = "", *text;
	size_t count = 0;
	struct buf all;

	(void)test;
	sscanf(arg, "%63s %zu %255[^\n]", name, &count, file);
	text = scene_read(file);
	buf_init(&all);
	for (size_t i = 1; i <= count; i++)
		buf_addf(&all, "%s第%zu版\n\n%s", i > 1 ? "\f" : "", i, text);
	scene_write(name, all.ptr, 1, "");
	buf_release(&all);
	free(text);
}

static void do_fifo(struct test *test, char *arg)
{
	result(test, !mkfifo(arg, 0600), "a named pipe");
}

static void do_feed(struct test *test, char *arg)
{
	char name[64] = "", file[256] = "";

	sscanf(arg, "%63s %255[^\n]", name, file);
	result(test, scene_feed(name, file), "the pipe is written to");
	term_settle(test->term, 4);
}

/* Not every C library has sigabbrev_np(). */
static const struct {
	const char *name;
	int number;
} signal_names[] = {
	{ "HUP", SIGHUP },       { "INT", SIGINT },   { "QUIT", SIGQUIT },
	{ "ILL", SIGILL },       { "TRAP", SIGTRAP }, { "ABRT", SIGABRT },
	{ "BUS", SIGBUS },       { "FPE", SIGFPE },   { "KILL", SIGKILL },
	{ "USR1", SIGUSR1 },     { "SEGV", SIGSEGV }, { "USR2", SIGUSR2 },
	{ "PIPE", SIGPIPE },     { "ALRM", SIGALRM }, { "TERM", SIGTERM },
	{ "CHLD", SIGCHLD },     { "CONT", SIGCONT }, { "STOP", SIGSTOP },
	{ "TSTP", SIGTSTP },     { "TTIN", SIGTTIN }, { "TTOU", SIGTTOU },
	{ "URG", SIGURG },       { "XCPU", SIGXCPU }, { "XFSZ", SIGXFSZ },
	{ "VTALRM", SIGVTALRM }, { "PROF", SIGPROF }, { "WINCH", SIGWINCH },
	{ "SYS", SIGSYS },
#ifdef SIGPOLL
	{ "POLL", SIGPOLL },
#endif
#ifdef SIGPWR
	{ "PWR", SIGPWR },
#endif
#ifdef SIGSTKFLT
	{ "STKFLT", SIGSTKFLT },
#endif
};

static void do_signal(struct test *test, char *arg)
{
	int number = strcmp(arg, "RTMIN") ? 0 : SIGRTMIN;

	for (size_t i = 0; i < ARRAY_LEN(signal_names); i++)
		if (!strcmp(signal_names[i].name, arg))
			number = signal_names[i].number;
	if (number)
		term_signal(test->term, number);
	else
		result(test, false, "there is no such signal");
}

static void do_hangup(struct test *test, char *arg)
{
	(void)arg;
	test->hung_up = true;
	term_hang_up(test->term);
}

/* Does it insert or delete characters (ICH, DCH)?  Terminals do not agree on what
 * becomes of a wide character that is torn. */
static bool shifts(struct str out)
{
	for (size_t at = 0; (at = str_find(out, STR("\033["), at)) != NPOS;) {
		at += 2;
		while (at < out.len && out.ptr[at] >= '0' && out.ptr[at] <= '9')
			at++;
		if (at < out.len && strchr("@P", out.ptr[at])) {
			printf("# ESC [ %c was sent\n", out.ptr[at]);
			return true;
		}
	}
	return false;
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
		if (c < 0x20 ? !strchr("\033\r\n\b\t\016\017\a", (int)c)
		             : width_class(c) < CLASS_MARK) {
			printf("# U+%04X reached the terminal\n", (unsigned)c);
			safe = false;
		}
	}
	result(test, safe, "nothing hostile reached the terminal");
	if (!test->is_shell)
		result(test, !shifts(out), "no row was shifted");
}

static void do_exit(struct test *test, char *arg)
{
	int status = term_wait(test->term);

	(void)arg;
	if (WIFEXITED(status))
		buf_addf(&test->seen, "status %d\n", WEXITSTATUS(status));
	else
		buf_addf(&test->seen, "signal %d\n", WTERMSIG(status));
	if (!test->hung_up)
		term_add_state(test->term, &test->seen);
	compare(test, "exit", NULL);
	check_output(test);
	term_end(test->term);
	test->term = NULL;
	test->hung_up = false;
}

static const struct {
	const char *word;
	void (*play)(struct test *test, char *arg);
} words[] = {
	{ "size", do_size },
	{ "storm", do_storm },
	{ "env", do_env },
	{ "background", do_background },
	{ "run", do_run },
	{ "shell", do_shell },
	{ "stdin", do_stdin },
	{ "keys", do_keys },
	{ "within", do_within },
	{ "paste", do_paste },
	{ "click", do_click },
	{ "random", do_random },
	{ "snap", do_snap },
	{ "body", do_body },
	{ "rows", do_rows },
	{ "file", do_file },
	{ "write", do_write },
	{ "long", do_long },
	{ "lines", do_lines },
	{ "pages", do_pages },
	{ "signal", do_signal },
	{ "fifo", do_fifo },
	{ "feed", do_feed },
	{ "hangup", do_hangup },
	{ "raw", do_raw },
	{ "exit", do_exit },
	{ "burst", do_burst },
	{ "hold", do_hold },
	{ "answer", do_answer },
	{ "works", do_works },
	{ "ahead", do_ahead },
	{ "keep", do_keep },
	{ "encoding", do_encoding },
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

/* Is this a line that reads the bundled page: by its name, or as what is read where no
 * file is named? */
static bool reads_sample_page(const char *line)
{
	const char *word = line;

	if (strstr(line, "bundle/issues/shijingshan") || !strcmp(line, "shell"))
		return true;
	if (strncmp(line, "run", 3) || (line[3] && line[3] != ' '))
		return false;
	while ((word = strchr(word, ' ')) && *++word)
		if (*word != '-' || word[1] == ' ' || !word[1])
			return false;
	return true;
}

/* Is this a line that asks for a translation? */
static bool asks_for_chinese(const char *line)
{
	return !strncmp(line, "encoding ", 9) ||
	       (!strncmp(line, "env L", 5) && strstr(line, "=zh"));
}

/* Ends a test of what the build is without: the variable `what` is no, and a line of the
 * script `is_about` it. */
static void skip_without(const char *script, const char *what,
                         bool (*is_about)(const char *line), const char *option)
{
	const char *has = getenv(what);
	char *lines, *line, *rest;

	if (!has || strcmp(has, "no"))
		return;
	lines = mem_dup(script, strlen(script));
	for (line = strtok_r(lines, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest))
		if (is_about(line)) {
			printf("1..0 # SKIP built %s\n", option);
			exit(0);
		}
	free(lines);
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
	script = scene_read(path);
	skip_without(script, "sample_page", reads_sample_page,
	             "--without-sample-page");
	skip_without(script, "nls", asks_for_chinese, "--disable-nls");
	test.name = strrchr(argv[name_at], '/');
	test.name = test.name ? test.name + 1 : argv[name_at];
	len = strlen(path);
	strcpy(path + len - 2, "screen");
	golden = test.update ? mem_dup(path, strlen(path)) : scene_read(path);
	if (test.update)
		remove(path);
	test.golden = str_from(golden);
	buf_init(&test.seen);
	signal(SIGPIPE, SIG_IGN);
	test.film = film_open(getenv("TTEST_FILM"));
	scene_open(&test.scene);
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
	film_close(test.film);
	scene_close(&test.scene);
	free(test.encoding);
	free(test.background);
	buf_release(&test.seen);
	free(test.input);
	free(script);
	free(golden);
	return test.failures > 0;
}
