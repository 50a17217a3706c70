/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test_reader.h"

#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unistr.h>

#include <cmocka.h>

#define ISSUE "pages.txt"

static char folder[] = "/tmp/session-XXXXXX";

/* A text that goes on on the next page, or its rest. */
static void print_long(FILE *file, int page)
{
	if (page % 2)
		fprintf(file,
		        "\n长篇第%d页的题目\n\n"
		        "　　本报讯　这是一篇很长的报道，河边一共种了\n"
		        "（下转第%d版）\n",
		        page, page + 1);
	else
		fprintf(file,
		        "\n（上接第%d版）\n"
		        "三百棵柳树，园林站每天派人浇水，到秋天再看。\n",
		        page - 1);
}

static int make_issue(bool with_jumps)
{
	FILE *file;

	if (!mkdtemp(folder) || chdir(folder))
		return -1;
	file = fopen(ISSUE, "w");
	for (int i = 1; file && i <= TEST_READER_PAGES; i++) {
		fprintf(file,
		        "%s第%d版\n\n第%d页的题目\n\n"
		        "　　本报讯　今天第%d版有一篇报道。%s\n",
		        i > 1 ? "\f" : "", i, i, i,
		        i % 100 ? "" : "这里有一个记号。");
		if (with_jumps)
			print_long(file, i);
	}
	return file && !fclose(file) ? 0 : -1;
}

int test_reader_make_issue(void **state)
{
	(void)state;
	return make_issue(false);
}

int test_reader_make_jumps(void **state)
{
	(void)state;
	return make_issue(true);
}

int test_reader_remove_issue(void **state)
{
	(void)state;
	remove(ISSUE ".baolan");
	return unlink(ISSUE) || chdir("/") || rmdir(folder);
}

static void draw(struct test_reader *reader)
{
	frame_draw(&reader->app, TEST_READER_ROWS, TEST_READER_COLS);
}

void test_reader_open(struct test_reader *reader)
{
	static const char *const names[] = { ISSUE };
	static const struct settings settings = { 0 };
	char *error = NULL;

	assert_true(
		session_open(&reader->session, names, 1, NULL, true, &error));
	app_init(&reader->app, &reader->session, &settings, 1);
	draw(reader);
}

void test_reader_open_large(struct test_reader *reader)
{
	test_reader_open(reader);
	test_reader_finish(reader);
	reader->app.document->reading.slice_bytes = 100;
}

void test_reader_close(struct test_reader *reader)
{
	app_release(&reader->app);
	session_close(&reader->session);
}

void test_reader_press(struct test_reader *reader, uint32_t key)
{
	const struct event event = { .kind = EVENT_KEY, .key = key };

	app_event(&reader->app, &event);
	draw(reader);
}

void test_reader_type(struct test_reader *reader, const char *keys)
{
	const uint8_t *bytes = (const uint8_t *)keys;
	ucs4_t c;

	while ((bytes = u8_next(&c, bytes)))
		test_reader_press(reader, c);
}

void test_reader_search_sign(struct test_reader *reader)
{
	test_reader_type(reader, "/记号");
	test_reader_press(reader, PRESS_ENTER);
}

void test_reader_open_searched(struct test_reader *reader)
{
	test_reader_open_large(reader);
	test_reader_search_sign(reader);
	test_reader_finish(reader);
}

void test_reader_work(struct test_reader *reader, size_t pages)
{
	while (loading_has_work(&reader->app) &&
	       reader->session.issue->pages_read < pages)
		app_work(&reader->app);
	draw(reader);
}

void test_reader_finish(struct test_reader *reader)
{
	while (loading_has_work(&reader->app))
		app_work(&reader->app);
	draw(reader);
}

void test_reader_says(const struct test_reader *reader, int row,
                      const char *part)
{
	struct buf text;

	buf_init(&text);
	for (int col = 0; col < TEST_READER_COLS; col++)
		buf_add_c(&text,
		          canvas_cell(&reader->app.canvas, row, col)->text);
	if (!strstr(text.ptr, part))
		fail_msg("'%s' does not say '%s'", text.ptr, part);
	buf_release(&text);
}

void test_reader_foot_says(const struct test_reader *reader, const char *part)
{
	test_reader_says(reader, TEST_READER_ROWS - 1, part);
}

size_t test_reader_page(const struct test_reader *reader)
{
	const struct issue *issue = reader->session.issue;

	return issue->pages[reading_page(&reader->app.document->reading)]
	        .number;
}
