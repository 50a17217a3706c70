/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/article_layout.h"

#include "../lib/dump.h"
#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Passages with their roles; each is one printed line. */
struct matter {
	enum role role;
	const char *text;
};

static struct issue *article_of(const struct matter *matter, size_t count)
{
	struct issue *issue = issue_new();

	for (size_t i = 0; i < count && matter[i].text; i++)
		*ARRAY_ADD(issue->passages, issue->passage_count,
		           issue->passage_cap) =
			(struct passage){ .role = matter[i].role,
			                  .text = str_from(matter[i].text) };
	*ARRAY_ADD(issue->articles, issue->article_count, issue->article_cap) =
		(struct article){ .passages = { 0, issue->passage_count } };
	return issue;
}

/* The parts of an article over pages are set one under the other, with a rule between. */
static void a_seam_parts_the_pages_of_an_article(void **state)
{
	static const struct matter matter[] = { { ROLE_HEAD, "题" },
		                                { ROLE_BODY, "前文。" },
		                                { ROLE_BODY, "后文。" } };
	const struct article_style style = {
		20, 20, 40, 1, 1, WRAP_BASIC, false
	};
	struct issue *issue = article_of(matter, ARRAY_LEN(matter));
	struct sheet sheet;

	(void)state;
	issue->articles[0].passages.end = 2;
	issue->passages[2].article = 1;
	parts_begin(issue);
	*ARRAY_ADD(issue->articles, issue->article_count, issue->article_cap) =
		(struct article){ .passages = { 2, 3 } };
	parts_begin(issue);
	article_layout(&sheet, issue, 0, &style);
	assert_int_equal(sheet.rule_count, 0);
	assert_int_equal(sheet.slug_count, 2);
	sheet_release(&sheet);
	parts_join(issue, 1, 0);
	article_layout(&sheet, issue, 0, &style);
	assert_int_equal(sheet.slug_count, 3);
	assert_int_equal(sheet.rule_count, 1);
	assert_true(sheet.rules[0].row > sheet.slugs[1].row);
	assert_true(sheet.rules[0].row < sheet.slugs[2].row);
	sheet_release(&sheet);
	issue_free(issue);
}

static void passages_are_set_by_their_role(void **state)
{
	static const struct {
		int cols;
		struct matter matter[5];
		const char *want;
	} cases[] = {
		{ 12,
		  { { ROLE_BODY, "今天下雨，明天晴。" } },
		  "  今天下雨，\n明天晴。\n" },
		{ 40, { { ROLE_BODY, "今天下雨。" } }, "      今天下雨。\n" },
		{ 12,
		  { { ROLE_SALUTATION, "各位：" },
		    { ROLE_BODY, "你好。" },
		    { ROLE_SIGNATURE, "报社" },
		    { ROLE_DATE, "2月1日" } },
		  "各位：\n  你好。\n\n        报社\n      2月1日\n" },
		{ 12,
		  { { ROLE_KICKER, "引题" },
		    { ROLE_HEAD, "主题是它" },
		    { ROLE_BODY, "文" },
		    { ROLE_JUMP, "[2版]" } },
		  "    引题\n 主 题 是 它\n\n  文\n\n       [2版]\n" },
		{ 20,
		  { { ROLE_HEAD, "题" },
		    { ROLE_QUOTE, "要害" },
		    { ROLE_BODY, "文" } },
		  "         题\n\n  ┃ 要害\n\n  文\n" },
		/* a head of five characters is not spaced, nor without room */
		{ 20, { { ROLE_HEAD, "一二三四五" } }, "     一二三四五\n" },
		{ 8, { { ROLE_HEAD, "一二三四" } }, "一二三四\n" },
		/* a head is balanced */
		{ 12,
		  { { ROLE_HEAD, "一二三四五六七八" } },
		  "  一二三四\n  五六七八\n" },
		/* a signature too, at the right */
		{ 12,
		  { { ROLE_SIGNATURE, "一二三四五六七" } },
		  "    一二三四\n      五六七\n" },
		/* no character is left alone, unless there is no room */
		{ 12,
		  { { ROLE_DATE, "一二三四五六七" } },
		  "一二三四五六\n          七\n" },
		{ 12,
		  { { ROLE_SALUTATION, "一二三四五六七" } },
		  "一二三四五\n六七\n" },
		{ 2, { { ROLE_SALUTATION, "aaaaaa" } }, "aa\naa\naa\n" },
		/* rows keep their gaps, and break there */
		{ 14,
		  { { ROLE_ROW, "甲    3  1" },
		    { ROLE_ROW, "乙    5  20  100" } },
		  "甲    3  1\n乙    5  20\n    100\n" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct article_style style = { 24, cases[i].cols, 80,   1,
			                             1,  WRAP_BASIC,    false };
		struct issue *issue =
			article_of(cases[i].matter, ARRAY_LEN(cases[i].matter));
		struct sheet sheet;
		struct buf got;

		buf_init(&got);
		article_layout(&sheet, issue, 0, &style);
		dump_sheet(&got, &sheet);
		if (strcmp(got.ptr, cases[i].want))
			fail_msg("case %zu: the sheet is\n%sand not\n%s", i,
			         got.ptr, cases[i].want);
		assert_int_equal(sheet.cols, cases[i].cols);
		buf_release(&got);
		sheet_release(&sheet);
		issue_free(issue);
	}
}

/* Below the headline and below the end, in the columns of the text. */
static void gaps_are_left_where_they_are_wanted(void **state)
{
	static const struct matter matter[] = { { ROLE_HEAD, "题" },
		                                { ROLE_BODY, "今天下雨。" } };
	const struct article_style style = {
		24, 20, 80, 1, 1, WRAP_BASIC, true
	};
	struct issue *issue = article_of(matter, ARRAY_LEN(matter));
	struct sheet sheet;

	(void)state;
	article_layout(&sheet, issue, 0, &style);
	assert_int_equal(sheet.slugs[0].row, 0);
	assert_int_equal(sheet.below_head.row, 1);
	assert_int_equal(sheet.slugs[1].row, 3);
	assert_int_equal(sheet.below_end.row, 5);
	assert_int_equal(sheet.rows, 6);
	assert_int_equal(sheet.below_end.cols, 20);
	sheet_release(&sheet);
	issue_free(issue);
}

/* Several columns are turned screen by screen: a gap takes no screen of its own. */
static void a_gap_is_on_a_screen_with_text(void **state)
{
	static char text[3 * 1200 + 1];
	const struct matter matter[] = { { ROLE_BODY, text } };

	(void)state;
	for (size_t chars = 400; chars < 1200; chars += 7) {
		const struct article_style style = { 12, 80,         80,  2,
			                             1,  WRAP_BASIC, true };
		struct issue *issue;
		struct sheet sheet;
		int last = 0;

		text[0] = '\0';
		for (size_t i = 0; i < chars; i++)
			memcpy(text + 3 * i, "字", 4);
		issue = article_of(matter, 1);
		article_layout(&sheet, issue, 0, &style);
		for (size_t i = 0; i < sheet.slug_count; i++)
			last = larger(last, sheet.slugs[i].row);
		assert_int_equal(sheet.turn_rows, 12);
		assert_int_equal((sheet.rows - 1) / 12, last / 12);
		if (sheet.below_end.cols)
			assert_true(sheet.below_end.row > last);
		else
			assert_int_equal(last % 12, 11);
		sheet_release(&sheet);
		issue_free(issue);
	}
}

static void an_article_of_nothing_is_an_empty_sheet(void **state)
{
	const struct article_style style = {
		24, 1, 80, 1, 2, WRAP_BASIC, false
	};
	struct issue *issue = article_of(NULL, 0);
	struct sheet sheet;

	(void)state;
	article_layout(&sheet, issue, 0, &style);
	assert_int_equal(sheet.slug_count, 0);
	assert_int_equal(sheet_find(&sheet, 0, 0), NPOS);
	sheet_release(&sheet);
	issue_free(issue);
}

/* A chosen measure decides how many columns fit; none is wider than its room. */
static void a_measure_has_as_many_columns_as_fit(void **state)
{
	static const struct {
		int cols, wanted_cols, columns, measure_cols;
	} cases[] = {
		{ 80, 80, 1, 76 },    { 80, 76, 1, 76 }, { 80, 36, 2, 36 },
		{ 80, 40, 1, 40 },    { 80, 20, 3, 20 }, { 200, 48, 3, 48 },
		{ 200, 200, 1, 196 }, { 31, 20, 1, 20 }, { 10, 20, 1, 10 },
		{ 1, 20, 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		int columns =
			article_columns_of(cases[i].cols, cases[i].wanted_cols);

		assert_int_equal(columns, cases[i].columns);
		assert_int_equal(article_measure(cases[i].cols, columns,
		                                 cases[i].wanted_cols),
		                 cases[i].measure_cols);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_seam_parts_the_pages_of_an_article),
		cmocka_unit_test(passages_are_set_by_their_role),
		cmocka_unit_test(gaps_are_left_where_they_are_wanted),
		cmocka_unit_test(a_gap_is_on_a_screen_with_text),
		cmocka_unit_test(an_article_of_nothing_is_an_empty_sheet),
		cmocka_unit_test(a_measure_has_as_many_columns_as_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
