/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/article_layout.h"

#include "../lib/dump.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "layout/page_layout.h"
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
		  "    引题\n  主题是它\n\n  文\n\n       [2版]\n" },
		{ 20,
		  { { ROLE_HEAD, "题" },
		    { ROLE_QUOTE, "要害" },
		    { ROLE_BODY, "文" } },
		  "         题\n\n  ┃ 要害\n\n  文\n" },
		/* a head is balanced */
		{ 12,
		  { { ROLE_HEAD, "一二三四五六七八" } },
		  "  一二三四\n  五六七八\n" },
		/* no character is left alone, unless there is no room */
		{ 12,
		  { { ROLE_DATE, "一二三四五六七" } },
		  "一二三四五六\n          七\n" },
		{ 12,
		  { { ROLE_SALUTATION, "一二三四五六七" } },
		  "一二三四五\n六七\n" },
		{ 2, { { ROLE_SALUTATION, "aaaaaa" } }, "aa\naa\naa\n" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct article_style style = { 24, cases[i].cols, 80, 1,
			                             1,  WRAP_BASIC };
		struct issue *issue =
			article_of(cases[i].matter, ARRAY_LEN(cases[i].matter));
		struct sheet sheet;
		struct buf got;

		buf_init(&got);
		article_layout(&sheet, issue, 0, &style);
		dump_sheet(&got, &sheet);
		assert_string_equal(got.ptr, cases[i].want);
		assert_int_equal(sheet.cols, cases[i].cols);
		buf_release(&got);
		sheet_release(&sheet);
		issue_free(issue);
	}
}

static void an_article_of_nothing_is_an_empty_sheet(void **state)
{
	const struct article_style style = { 24, 1, 80, 1, 2, WRAP_BASIC };
	struct issue *issue = article_of(NULL, 0);
	struct sheet sheet;

	(void)state;
	article_layout(&sheet, issue, 0, &style);
	assert_int_equal(sheet.slug_count, 0);
	assert_int_equal(sheet_find(&sheet, 0, 0), NPOS);
	sheet_release(&sheet);
	issue_free(issue);
}

/* Matter of no column, and furniture of no article, is on the page too. */
static void the_page_holds_all_it_has(void **state)
{
	static const struct matter matter[] = { { ROLE_HEAD, "题" },
		                                { ROLE_BODY, "文" },
		                                { ROLE_EDITOR, "责编" } };
	static const struct span spans[] = { { 0, 3, 0, 0 },
		                             { 0, 3, 1, 0 },
		                             { 0, 6, 2, 0 } };
	struct issue *issue = article_of(matter, ARRAY_LEN(matter));
	struct sheet sheet;
	struct buf got;

	(void)state;
	issue->articles[0].passages.end = 2;
	*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
		(struct page){ .number = 1,
		               .lines = { 0, 3 },
		               .articles = { 0, 1 },
		               .passages = { 0, 3 },
		               .furniture = { 2, 3 } };
	issue->pages_read = 1;
	for (size_t i = 0; i < 3; i++) {
		*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
			(struct line){ .text = str_from(matter[i].text) };
		issue->passages[i].spans = &spans[i];
		issue->passages[i].span_count = 1;
	}
	issue->passages[2].article = NPOS;
	assert_null(issue_validate(issue));
	page_layout(&sheet, issue, 0, 40, 1);
	assert_int_equal(sheet.slug_count, 3);
	buf_init(&got);
	dump_sheet(&got, &sheet);
	assert_non_null(strstr(got.ptr, "题\n"));
	assert_non_null(strstr(got.ptr, "文\n"));
	assert_non_null(strstr(got.ptr, "━\n责编\n"));
	buf_release(&got);
	sheet_release(&sheet);
	issue_free(issue);
}

/* Two columns of two lines with a head over both:
 *     head   0
 *     1   3
 *     2   4  */
static void steps_lead_from_column_to_column(void **state)
{
	static const struct {
		size_t from;
		enum sheet_step step;
		size_t to;
	} cases[] = {
		{ 0, STEP_DOWN, 1 },  { 2, STEP_DOWN, 3 }, { 4, STEP_DOWN, 4 },
		{ 3, STEP_UP, 2 },    { 0, STEP_UP, 0 },   { 1, STEP_RIGHT, 3 },
		{ 2, STEP_RIGHT, 4 }, { 4, STEP_LEFT, 2 }, { 3, STEP_RIGHT, 3 },
		{ 1, STEP_LEFT, 1 },
	};
	static const struct matter matter[] = { { ROLE_BODY, "一二三四五" } };
	struct issue *issue = article_of(matter, 1);
	struct sheet sheet;

	(void)state;
	sheet_init(&sheet, issue, 1);
	sheet_open_strip(&sheet, 0, false);
	sheet_add_slug(&sheet, 0, (struct range){ 0, 3 }, 0, 2);
	for (int col = 0; col < 2; col++) {
		size_t at = 3 + 6 * (size_t)col;

		sheet_open_strip(&sheet, 0, true);
		sheet_add_slug(&sheet, 0, (struct range){ at, at + 3 }, 1,
		               col * 4);
		sheet_add_slug(&sheet, 0, (struct range){ at + 3, at + 6 }, 2,
		               col * 4);
	}
	assert_int_equal(sheet.rows, 3);
	assert_int_equal(sheet.cols, 6);
	assert_int_equal(sheet_find(&sheet, 0, 8), 2);
	assert_int_equal(sheet_find(&sheet, 0, 9), 3);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (sheet_step(&sheet, cases[i].from, cases[i].step) !=
		    cases[i].to)
			fail_msg("step %d from %zu", cases[i].step,
			         cases[i].from);
	sheet_release(&sheet);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(passages_are_set_by_their_role),
		cmocka_unit_test(an_article_of_nothing_is_an_empty_sheet),
		cmocka_unit_test(the_page_holds_all_it_has),
		cmocka_unit_test(steps_lead_from_column_to_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
