/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_layout.h"

#include "../lib/made_page.h"
#include "base/mem.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check_page(const char *what, const struct made_line *lines,
                       size_t count, int window_cols, const char *want)
{
	struct issue *issue = made_page(lines, count);
	struct sheet sheet;

	page_layout(&sheet, issue, 0,
	            &(struct page_window){ 0, window_cols, 1 });
	check_sheet(what, &sheet, want);
	assert_true(sheet.guessed);
	assert_int_equal(sheet.box_count, issue->article_count);
	sheet_release(&sheet);
	issue_free(issue);
}

static const struct made_line two_columns[] = {
	{ 0, ROLE_HEAD, 1, 0, "题目" },
	{ 0, ROLE_BODY, 2, 0, "一二三" },
	{ 0, ROLE_BODY, 2, 0, "+四五六七八" },
	{ 0, ROLE_BODY, 2, 1, "+九十一二三" },
	{ 0, ROLE_BODY, 2, 1, "+四。" },
	{ NPOS, ROLE_EDITOR, 0, 0, "责编" },
};

static void columns_stand_side_by_side(void **state)
{
	(void)state;
	check_page("wide", two_columns, ARRAY_LEN(two_columns), 80,
	           "         题目\n"
	           "───────────────────────\n"
	           "    一二三 │ 九十一二三\n"
	           "四五六七八 │ 四。\n"
	           "───────────────────────\n"
	           "责编\n");
	/* There is room for one column only, and then for none as printed. */
	check_page("narrow", two_columns, ARRAY_LEN(two_columns), 12,
	           "   题目\n"
	           "──────────\n"
	           "    一二三\n"
	           "四五六七八\n"
	           "九十一二三\n"
	           "四。\n"
	           "──────────\n"
	           "责编\n");
	check_page("narrower", two_columns, ARRAY_LEN(two_columns), 6,
	           " 题目\n"
	           "──────\n"
	           "  一二\n"
	           "三四五\n"
	           "六七八\n"
	           "九十一\n"
	           "二三\n"
	           "四。\n"
	           "──────\n"
	           "责编\n");
}

static const struct made_line two_articles[] = {
	{ 0, ROLE_HEAD, 1, 0, "甲" },
	{ 0, ROLE_BODY, 2, 0, "一二三四五六" },
	{ 1, ROLE_HEAD, 3, 0, "乙" },
	{ 1, ROLE_BODY, 4, 0, "七八九十一二" },
	{ 1, ROLE_BODY, 4, 0, "+三四五六七八九" },
};

/* Side by side where there is room, with a rule as long as both; else below each other, with
 * a blank row above the headline. */
static void articles_stand_side_by_side_or_below(void **state)
{
	(void)state;
	check_page("side by side", two_articles, ARRAY_LEN(two_articles), 80,
	           "       甲        ┃        乙\n"
	           "──────────────── ┃ ────────────────\n"
	           "    一二三四五六 ┃     七八九十一二\n"
	           "                   三四五六七八九\n"
	           "───────────────────────────────────\n");
	check_page("below", two_articles, ARRAY_LEN(two_articles), 30,
	           "       甲\n"
	           "────────────────\n"
	           "    一二三四五六\n"
	           "━━━━━━━━━━━━━━━━\n"
	           "\n"
	           "       乙\n"
	           "────────────────\n"
	           "    七八九十一二\n"
	           "三四五六七八九\n"
	           "────────────────\n");
}

static void a_quote_stands_where_it_was_printed(void **state)
{
	static const struct made_line before[] = {
		{ 0, ROLE_QUOTE, 1, 0, "引文" },
		{ 0, ROLE_QUOTE, 1, 0, "+二行" },
		{ 0, ROLE_BODY, 2, 0, "一二三四" },
		{ 0, ROLE_BODY, 2, 0, "+五六七八九十" },
	};
	static const struct made_line within[] = {
		{ 0, ROLE_BODY, 1, 0, "一二三四" },
		{ 0, ROLE_QUOTE, 2, 0, "引文" },
		{ 0, ROLE_BODY, 3, 0, "五六七八" },
	};
	static const struct made_line column[] = {
		{ 0, ROLE_QUOTE, 1, 0, "引文" },
		{ 0, ROLE_QUOTE, 1, 0, "+二行" },
		{ 0, ROLE_BODY, 2, 0, "一二三四" },
		{ 0, ROLE_BODY, 2, 0, "+五六七八九十" },
		{ 0, ROLE_BODY, 2, 1, "+一二三四" },
		{ 0, ROLE_BODY, 2, 1, "+五六七八九十" },
	};

	(void)state;
	check_page("before the text", before, ARRAY_LEN(before), 80,
	           "    一二三四\n五六七八九十\n\n┃ 引文\n┃ 二行\n"
	           "────────────\n");
	check_page("within it", within, ARRAY_LEN(within), 80,
	           "    一二三四\n\n┃ 引文\n\n    五六七八\n"
	           "────────────\n");
	/* As high as the columns, so it was one. */
	check_page("a column", column, ARRAY_LEN(column), 80,
	           "    一二三四 │ 一二三四     │ ┃ 引文\n"
	           "五六七八九十 │ 五六七八九十 │ ┃ 二行\n"
	           "──────────────────────────────────────────\n");
}

/* Matter of no column, and furniture of no article, is on the page too. */
static void a_page_without_columns_is_set_line_by_line(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_HEAD, 0, 0, "题" },
		{ 0, ROLE_BODY, 0, 0, "文" },
		{ NPOS, ROLE_EDITOR, 0, 0, "责编" },
	};

	(void)state;
	check_page("no columns", lines, ARRAY_LEN(lines), 10,
	           "题\n    文\n──────\n责编\n");
	check_page("furniture alone", lines + 2, 1, 10, "责编\n");
	check_page("nothing", lines, 0, 10, "");
}

/* A printed page begins with its name. */
static void the_name_of_the_paper_is_at_the_top(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_BODY, 1, 0, "一二三四五六七八" },
		{ NPOS, ROLE_FOLIO, 0, 0, "第三版" },
		{ NPOS, ROLE_MASTHEAD, 0, 0, "日报" },
		{ NPOS, ROLE_EDITION_DATE, 0, 0, "二月" },
		{ NPOS, ROLE_EDITOR, 0, 0, "责编" },
		{ NPOS, ROLE_FURNITURE, 0, 0, "电话" },
	};

	(void)state;
	check_page("wide", lines, ARRAY_LEN(lines), 40,
	           "日报   二月   第三版\n"
	           "━━━━━━━━━━━━━━━━━━━━\n"
	           "    一二三四五六七八\n"
	           "────────────────────\n"
	           "责编   电话\n");
	check_page("narrow", lines, ARRAY_LEN(lines), 12,
	           "日报   二月\n"
	           "第三版\n"
	           "━━━━━━━━━━━━\n"
	           "  一二三四五\n"
	           "六七八\n"
	           "────────────\n"
	           "责编   电话\n");
}

/* A folio of several items on one line is broken between them. */
static void a_folio_is_broken_between_its_items(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_BODY, 1, 0, "one two three" },
		{ NPOS, ROLE_FOLIO, 0, 0, "The Herald   May 4, 2024   A1" },
	};

	(void)state;
	check_page("folio", lines, ARRAY_LEN(lines), 20,
	           "The Herald\n"
	           " May 4, 2024   A1\n"
	           "━━━━━━━━━━━━━━━━━\n"
	           "    one two three\n"
	           "─────────────────\n");
}

/* Where an eighth of the page would stay blank, columns are a tenth narrower and one more; so
 * are boxes moved apart. */
static void columns_fill_the_page(void **state)
{
	struct made_line lines[24];
	struct issue *issue;
	struct sheet sheet;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		lines[i] = (struct made_line){ 0, ROLE_BODY, 1, (int)i / 8,
			                       i ? "+一二三四五六七八九十"
			                         : "一二三四五六七八" };
	issue = made_page(lines, ARRAY_LEN(lines));
	page_layout(&sheet, issue, 0, &(struct page_window){ 0, 70, 1 });
	assert_int_equal(sheet.strip_count, 3); /* 20 cells, 24 spare */
	sheet_release(&sheet);
	page_layout(&sheet, issue, 0, &(struct page_window){ 0, 86, 1 });
	assert_int_equal(sheet.strip_count, 4); /* 18 cells */
	assert_true(sheet.is_anew);
	assert_int_equal(sheet.cols, 86);
	sheet_release(&sheet);
	issue_free(issue);
}

static void a_page_says_whether_lines_end_as_printed(void **state)
{
	static const struct {
		int cols;
		bool is_anew;
	} cases[] = { { 80, false }, { 30, false }, { 12, true } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue =
			made_page(two_articles, ARRAY_LEN(two_articles));
		struct sheet sheet;

		page_layout(&sheet, issue, 0,
		            &(struct page_window){ 0, cases[i].cols, 1 });
		assert_int_equal(sheet.is_anew, cases[i].is_anew);
		assert_true(sheet.cols <= cases[i].cols);
		sheet_release(&sheet);
		issue_free(issue);
	}
}

/* A page that is much lower than the window has fewer columns, as long as it stands whole and is
 * no narrower than paper; one that is higher, or nearly as high, takes all of the width. */
static void a_low_page_is_set_narrower(void **state)
{
	static const struct {
		int rows, columns;
	} cases[] = { { 0, 4 }, { 9, 4 }, { 12, 4 }, { 15, 3 }, { 60, 2 } };
	struct made_line lines[40];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		lines[i] = (struct made_line){ 0, ROLE_BODY, 1, (int)i / 10,
			                       i ? "+一二三四五六七八九十"
			                         : "一二三四五六七八" };
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = made_page(lines, ARRAY_LEN(lines));
		struct sheet sheet;

		page_layout(&sheet, issue, 0,
		            &(struct page_window){ cases[i].rows, 89, 1 });
		assert_int_equal(sheet.strip_count, cases[i].columns);
		assert_false(sheet.is_anew);
		sheet_release(&sheet);
		issue_free(issue);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_stand_side_by_side),
		cmocka_unit_test(articles_stand_side_by_side_or_below),
		cmocka_unit_test(a_quote_stands_where_it_was_printed),
		cmocka_unit_test(a_page_without_columns_is_set_line_by_line),
		cmocka_unit_test(the_name_of_the_paper_is_at_the_top),
		cmocka_unit_test(a_folio_is_broken_between_its_items),
		cmocka_unit_test(columns_fill_the_page),
		cmocka_unit_test(a_page_says_whether_lines_end_as_printed),
		cmocka_unit_test(a_low_page_is_set_narrower),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
