/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each command, in each view that opens, where the text under the cursor is of no article, or
 * is not shown. */
#include "../lib/oracle.h"
#include "../lib/test_reader.h"
#include "base/mem.h"
#include "ui/key.h"
#include "ui/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define PAGE "page.txt"

static char folder[] = "/tmp/no-article-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) && !chdir(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	(void)state;
	unlink(PAGE);
	unlink(PAGE ".baolan");
	return chdir("/") || rmdir(folder);
}

static void open_page(struct test_reader *reader, const char *text)
{
	static const char *const names[] = { PAGE };
	static const struct settings settings = { 0 };
	FILE *file = fopen(PAGE, "w");
	char *error = NULL;

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	assert_true(
		session_open(&reader->session, names, 1, NULL, true, &error));
	app_init(&reader->app, &reader->session, &settings, 1);
	frame_draw(&reader->app, TEST_READER_ROWS, TEST_READER_COLS);
	test_reader_finish(reader);
}

/* Presses the first usual key of a command, unless that could leave the program. */
static void press(struct test_reader *reader, int command)
{
	const char *keys = keymap_default.commands[command];
	const struct str name = { keys, strcspn(keys, " ") };

	if (command != COMMAND_LEAVE && command != COMMAND_CLOSE)
		test_reader_press(reader, key_named(name));
}

/* Does a command behind another, where the other opens a view; false: it opens none. */
static bool do_after(const char *page, int first, int next)
{
	struct test_reader reader;
	bool opens;

	open_page(&reader, page);
	press(&reader, first);
	opens = app_view(&reader.app) != VIEW_PAGE;
	if (opens)
		press(&reader, next);
	assert_true(reader.app.running);
	test_reader_close(&reader);
	return opens;
}

static void every_command_is_done(void **state)
{
	static const char *const pages[] = { "\n", "第1版\n" };
	int opened = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pages); i++)
		for (int first = 0; first < COMMAND_COUNT; first++)
			for (int next = 0; next < COMMAND_COUNT; next++) {
				if (!do_after(pages[i], first, next))
					break;
				opened++;
			}
	assert_true(opened > 10 * COMMAND_COUNT);
}

/* There is no column whose width could be changed. */
static void columns_are_of_articles(void **state)
{
	struct test_reader reader;

	(void)state;
	for (const char *key = "+-=c"; *key; key++) {
		const char typed[] = { 'v', *key, '\0' };

		open_page(&reader, "\n");
		test_reader_type(&reader, typed);
		test_reader_foot_says(&reader,
		                      "This is not part of an article");
		test_reader_close(&reader);
	}
}

/* The window is too small for the article to be set. */
static void columns_are_of_windows_with_room(void **state)
{
	const struct event small = { .kind = EVENT_RESIZE };
	struct test_reader reader;

	(void)state;
	open_page(&reader, "题目\n\n　　本报讯　今天有一篇报道。\n");
	app_event(&reader.app, &small);
	frame_draw(&reader.app, 1, 4);
	for (const char *key = "v+-=c"; *key; key++) {
		const struct event press = { .kind = EVENT_KEY,
			                     .key = (uint32_t)*key };

		app_event(&reader.app, &press);
		frame_draw(&reader.app, 1, 4);
	}
	assert_true(reader.app.running);
	test_reader_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_command_is_done),
		cmocka_unit_test(columns_are_of_articles),
		cmocka_unit_test(columns_are_of_windows_with_room),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder) < 0;
}
