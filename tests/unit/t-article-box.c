/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/article_box.h"

#include "../lib/made_page.h"
#include "base/mem.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Appends the bands "[rows x cells]" and the shapes "cells x rows". */
static void dump_box(struct buf *out, const struct article_box *box)
{
	for (size_t b = 0; b < box->band_count; b++)
		buf_addf(out, "[%zux%d%s] ", box->bands[b].flow.count,
		         box->bands[b].flow.cols,
		         box->bands[b].flow.is_anew ? " anew" : "");
	for (size_t s = 0; s < box->shape_count; s++)
		buf_addf(out, "%s%dx%d", s ? " " : "", box->shapes[s].cols,
		         box->shapes[s].rows);
}

struct made {
	struct issue *issue;
	struct sheet sheet;
	struct page_lines lines;
	struct article_box box;
};

static void made_init(struct made *made, const struct made_line *lines,
                      size_t count, int cols)
{
	struct block_lines block_lines;
	const struct box_page page = { &made->lines, &block_lines, cols };

	made->issue = made_page(lines, count);
	sheet_init(&made->sheet, made->issue, 1);
	page_lines_init(&made->lines, &made->sheet, 0);
	block_lines_init(&block_lines, &made->issue->pages[0]);
	article_box_init(&made->box, &page, 0);
	block_lines_release(&block_lines);
}

static void made_release(struct made *made)
{
	article_box_release(&made->box);
	page_lines_release(&made->lines);
	sheet_release(&made->sheet);
	issue_free(made->issue);
}

static void check_box(const char *what, const struct made_line *lines,
                      size_t count, int cols, const char *want)
{
	struct made made;
	struct buf got;

	made_init(&made, lines, count, cols);
	buf_init(&got);
	dump_box(&got, &made.box);
	if (strcmp(got.ptr, want))
		fail_msg("%s: the box is '%s', not '%s'", what, got.ptr, want);
	buf_release(&got);
	made_release(&made);
}

/* Columns of two lines each, so many. */
static size_t make_columns(struct made_line *lines, size_t columns)
{
	size_t count = 0;

	for (size_t c = 0; c < columns; c++)
		for (size_t i = 0; i < 2; i++)
			lines[count++] = (struct made_line){
				0, ROLE_BODY, 1, c,
				count == 1 ? "一二三四五" : "+六七八九十百千"
			};
	return count;
}

static void printed_columns_are_found_again(void **state)
{
	struct made_line lines[8];

	(void)state;
	/* One more than printed is tried, too. */
	check_box("three columns", lines, make_columns(lines, 3), 80,
	          "[6x14] 14x6 31x3 48x2 65x2");
	check_box("room for two", lines, make_columns(lines, 3), 40,
	          "[6x14] 14x6 31x3");
}

/* The headline and its rule are two rows of each shape. */
static void a_short_text_has_one_column(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_HEAD, 1, 0, "题目" },
		{ 0, ROLE_BODY, 2, 0, "一二三" },
		{ 0, ROLE_BODY, 2, 0, "+四五六" },
	};

	(void)state;
	check_box("two lines", lines, ARRAY_LEN(lines), 80, "[2x10] 10x4");
}

static void text_of_another_width_is_another_band(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_BODY, 1, 0, "一二三四五六" },
		{ 0, ROLE_BODY, 1, 0, "+一二三四五六七八" },
		{ 0, ROLE_BODY, 2, 0, "一二三" },
		{ 0, ROLE_BODY, 2, 0, "+一二三四五" },
	};

	(void)state;
	check_box("two widths", lines, ARRAY_LEN(lines), 80,
	          "[2x16] [2x10] 16x4");
}

/* 60 cells are no column: the text is set anew in columns that fill the page. */
static void lines_too_wide_to_be_read_are_set_anew(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_BODY, 1, 0,
		  "one two three four five six seven eight nine ten eleven" },
		{ 0, ROLE_BODY, 1, 0,
		  "+ twelve thirteen fourteen fifteen sixteen seventeen" },
	};

	(void)state;
	check_box("in a wide window", lines, ARRAY_LEN(lines), 79,
	          "[3x38 anew] 38x3");
	check_box("in a narrow one", lines, ARRAY_LEN(lines), 30,
	          "[5x30 anew] 30x5");
}

/* Which passages stand across the columns. */
static void check_heads(const char *what, const struct made_line *lines,
                        size_t count, size_t want)
{
	struct made made;

	made_init(&made, lines, count, 40);
	if (made.box.head_count != want)
		fail_msg("%s: %zu across, not %zu", what, made.box.head_count,
		         want);
	made_release(&made);
}

static void a_byline_stands_under_the_headline_as_printed(void **state)
{
	static const struct made_line under[] = {
		{ 0, ROLE_HEAD, 1, 0, "题目" },
		{ 0, ROLE_BYLINE, 0, 0, "某某" },
		{ 0, ROLE_BODY, 2, 0, "一二三" },
	};
	static const struct made_line at_end[] = {
		{ 0, ROLE_HEAD, 1, 0, "题目" },
		{ 0, ROLE_BODY, 2, 0, "一二三" },
		{ 0, ROLE_BYLINE, 0, 0, "某某" },
	};

	(void)state;
	check_heads("under the headline", under, ARRAY_LEN(under), 2);
	check_heads("at the end", at_end, ARRAY_LEN(at_end), 1);
}

/* A headline of one character a line runs down; here it is one line. */
static void a_headline_that_runs_down_is_set_across(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_HEAD, 1, 0, "题" },  { 0, ROLE_HEAD, 1, 0, "+目" },
		{ 0, ROLE_HEAD, 1, 0, "+很" }, { 0, ROLE_HEAD, 1, 0, "+长" },
		{ 0, ROLE_BODY, 2, 0, "文" },
	};
	struct head_lines heads;
	struct made made;

	(void)state;
	made_init(&made, lines, ARRAY_LEN(lines), 40);
	article_box_heads(&made.box, 20, &heads);
	assert_int_equal(heads.count, 1);
	assert_int_equal(heads.rows[0].cols, 8);
	assert_int_equal(heads.rows[0].col, 6);
	head_lines_release(&heads);
	article_box_heads(&made.box, 6, &heads);
	assert_int_equal(heads.count, 2);
	head_lines_release(&heads);
	made_release(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(printed_columns_are_found_again),
		cmocka_unit_test(a_short_text_has_one_column),
		cmocka_unit_test(text_of_another_width_is_another_band),
		cmocka_unit_test(lines_too_wide_to_be_read_are_set_anew),
		cmocka_unit_test(a_byline_stands_under_the_headline_as_printed),
		cmocka_unit_test(a_headline_that_runs_down_is_set_across),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
