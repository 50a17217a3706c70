/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "cli/exit_status.h"
#include "cli/inflow.h"
#include "cli/opener.h"
#include "cli/reader.h"
#include "ui/term/tty.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* The program as main() calls it, on a terminal that is a list of keys. */

#define WORDS_MOST 8
#define ROWS       24
#define COLS       80

static const char *keys; /* that are still to be pressed */
static size_t screens;   /* that were shown */

static bool has_terminal;

char *tty_open(const struct settings *settings)
{
	static const char none[] = "no terminal in this test";

	(void)settings;
	return has_terminal ? NULL : mem_dup(none, strlen(none));
}

void tty_close(void)
{
}

void tty_interrupt(void)
{
}

void tty_follow_signal(void)
{
}

void tty_set_theme(enum theme theme)
{
	(void)theme;
}

int tty_colours(void)
{
	return 0;
}

int tty_ambiguous_cols(void)
{
	return 1;
}

void tty_size(int *rows, int *cols)
{
	*rows = ROWS;
	*cols = COLS;
}

void tty_show(const struct canvas *canvas)
{
	(void)canvas;
	screens++;
}

void tty_redraw(void)
{
}

void tty_copy(struct str text)
{
	(void)text;
}

int tty_run(char *const argv[], const struct str *input, bool waits,
            int *status)
{
	(void)argv;
	(void)input;
	(void)waits;
	*status = 0;
	return 0;
}

/* Work is done before the next key comes. */
struct event tty_next(bool waits)
{
	if (!waits)
		return (struct event){ .kind = EVENT_NONE };
	if (!*keys)
		return (struct event){ .kind = EVENT_END };
	return (struct event){ .kind = EVENT_KEY, .key = (uint32_t)*keys++ };
}

bool tty_await(int fd, int most_ms)
{
	(void)fd;
	(void)most_ms;
	return true;
}

/* Runs the program with its standard output in a file, which is appended to *out. */
static int run_words(struct buf *out, const char *const words[])
{
	char *argv[WORDS_MOST + 2] = { (char *)"baolan" };
	char path[] = "/tmp/t-cli-main-XXXXXX";
	int argc = 1, status, before = dup(STDOUT_FILENO);
	int file = mkstemp(path);
	FILE *written;
	int c;

	for (size_t i = 0; words[i]; i++)
		argv[argc++] = (char *)words[i];
	fflush(stdout);
	dup2(file, STDOUT_FILENO);
	status = cli_main(argc, argv);
	fflush(stdout);
	dup2(before, STDOUT_FILENO);
	close(before);
	close(file);
	written = fopen(path, "rb");
	while (written && (c = getc(written)) != EOF)
		buf_add_byte(out, (char)c);
	assert_true(written && !fclose(written));
	unlink(path);
	return status;
}

static void actions_write_and_return_their_status(void **state)
{
	static const struct {
		const char *words[WORDS_MOST];
		int status;
		const char *part; /* of what is written; "": nothing is */
	} cases[] = {
		{ { "--version" }, EXIT_DONE, "baolan " },
		{ { "--help" }, EXIT_DONE, "Usage: " },
		{ { "--list", "PAGE" }, EXIT_DONE, "1\t1\t" },
		{ { "--search=疫情", "--count", "PAGE" }, EXIT_DONE, "\n" },
		{ { "--search=没有这个词", "PAGE" }, EXIT_NOT_FOUND, "" },
		{ { "--export=1", "--format=html", "PAGE" },
		  EXIT_DONE,
		  "<html" },
		{ { "--export=99", "PAGE" }, EXIT_FAILED, "" },
		{ { "--no-such-option" }, EXIT_FAILED, "" },
		{ { "--list", "no-such-file" }, EXIT_FAILED, "" },
		{ { "PAGE" }, EXIT_DONE, "疫情" },
	};
	char *page = fixture_path(FIXTURE_BUNDLED);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *words[WORDS_MOST] = { NULL };
		struct buf out;

		for (size_t j = 0; cases[i].words[j]; j++)
			words[j] = strcmp(cases[i].words[j], "PAGE")
			                   ? cases[i].words[j]
			                   : page;
		buf_init(&out);
		if (run_words(&out, words) != cases[i].status)
			fail_msg("the status of %s", words[0]);
		if (!strstr(out.ptr, cases[i].part) ||
		    (!cases[i].part[0] && out.len))
			fail_msg("what %s writes: %s", words[0], out.ptr);
		buf_release(&out);
	}
	free(page);
}

/* Each key has its screen, and a terminal that is gone ends the reader. */
static void the_reader_runs_until_someone_leaves(void **state)
{
	static const char *const cases[] = { "q", "jjQ", "jj" };
	static const struct options options = {
		.action = ACTION_READ,
		.settings = { .no_state = true },
	};
	char *page = fixture_path(FIXTURE_BUNDLED);

	(void)state;
	has_terminal = true;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *const names[] = { page };
		struct inflow inflow = { .fd = -1 };
		struct session *session;
		struct opener opener;
		char *error = NULL;

		assert_true(opener_init(&opener, &options, &error));
		session = opener_open(&opener, names, 1, true, &error);
		assert_non_null(session);
		keys = cases[i];
		screens = 0;
		assert_int_equal(
			reader_read(&opener, session, NULL, &inflow, false),
			EXIT_DONE);
		assert_string_equal(keys, "");
		assert_true(screens >= strlen(cases[i]));
		opener_release(&opener);
	}
	has_terminal = false;
	free(page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(actions_write_and_return_their_status),
		cmocka_unit_test(the_reader_runs_until_someone_leaves),
	};

	/* Messages are those of the sources, whoever runs this. */
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("LANGUAGE");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
