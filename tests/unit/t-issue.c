/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/issue.h"
#include "issue/parts.h"
#include "issue/validate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * One page of three lines: a head, a paragraph of the other two.
 * Lines:    "报栏" / "今天 下" / "雨。"
 * Passages: "报栏", "今天下雨。" (the space between 天 and 下 is dropped)
 */
static struct issue *small_issue(void)
{
	static const char *const lines[] = { "报栏", "今天 下", "雨。" };
	static const struct span head[] = { { 0, 6, 0, 0 } };
	static const struct span body[] = {
		{ 0, 6, 1, 0 },
		{ 6, 9, 1, 7 },
		{ 9, 15, 2, 0 },
	};
	struct issue *issue = issue_new();

	*ARRAY_ADD(issue->files, issue->file_count, issue->file_cap) =
		(struct file){ .name = STR("a.txt"), .encoding = STR("UTF-8") };
	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
			(struct line){ .text = str_from(lines[i]),
			               .number = i + 1 };
	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		(struct passage){ .role = ROLE_HEAD,
		                  .text = STR("报栏"),
		                  .spans = head,
		                  .span_count = ARRAY_LEN(head) };
	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		(struct passage){ .role = ROLE_BODY,
		                  .text = STR("今天下雨。"),
		                  .spans = body,
		                  .span_count = ARRAY_LEN(body) };
	*ARRAY_ADD(issue->articles, issue->article_count, issue->article_cap) =
		(struct article){ .passages = { 0, 2 },
		                  .headline = STR("报栏") };
	parts_begin(issue);
	*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
		(struct page){ .number = 1,
		               .lines = { 0, 3 },
		               .articles = { 0, 1 },
		               .passages = { 0, 2 },
		               .furniture = { 2, 2 } };
	issue->pages_read = 1;
	return issue;
}

static void assert_broken(struct issue *issue, const char *part)
{
	char *wrong = issue_validate(issue);

	assert_non_null(wrong);
	if (!strstr(wrong, part))
		fail_msg("'%s' does not say '%s'", wrong, part);
	free(wrong);
	issue_free(issue);
}

static void a_sound_issue_passes(void **state)
{
	struct issue *issue = small_issue();

	(void)state;
	assert_null(issue_validate(issue));
	issue_free(issue);
	issue = issue_new();
	assert_null(issue_validate(issue));
	issue_free(issue);
	issue_free(NULL);
}

static void a_lost_byte_is_told(void **state)
{
	struct issue *issue = small_issue();

	(void)state;
	issue->lines[2].text = STR("雨。!");
	assert_broken(issue, "is lost");
}

static void a_doubled_byte_is_told(void **state)
{
	static const struct span twice[] = { { 0, 3, 2, 0 } };
	struct issue *issue = small_issue();

	(void)state;
	issue->lines[0].text = STR("");
	issue->passages[0].spans = twice;
	issue->passages[0].text = STR("雨");
	assert_broken(issue, "is in 2 passages");
}

static void invented_text_is_told(void **state)
{
	struct issue *issue = small_issue();

	(void)state;
	issue->passages[1].text = STR("今天下雨。了");
	assert_broken(issue, "comes from nowhere");
	issue = small_issue();
	issue->passages[1].text = STR("今天下雪。");
	assert_broken(issue, "is not what line");
}

/* A word over the end of a line: the second span is "per" of `after`. */
static void only_a_hyphen_of_a_break_may_go(void **state)
{
	static const struct {
		const char *before, *after, *text;
		struct span spans[2];
		bool sound;
	} cases[] = {
#define DROPPED { 0, 2, 1, 0 }, { 2, 5, 2, 0 }
		{ "pa-", "per", "paper", { DROPPED }, true },
		{ "pa\u2010", "per", "paper", { DROPPED }, true },
		{ "pa- \u3000", "per", "paper", { DROPPED }, true },
		{ "pa--", "per", "paper", { DROPPED }, false },
		{ "pa=", "per", "paper", { DROPPED }, false },
		{ "pa\u2014", "per", "paper", { DROPPED }, false },
		{ "pa- x", "per", "paper", { DROPPED }, false },
#undef DROPPED
		{ "pa-",
		  "per",
		  "pa-per",
		  { { 0, 3, 1, 0 }, { 3, 6, 2, 0 } },
		  true },
		{ "pa-",
		  "per",
		  "pa per",
		  { { 0, 2, 1, 0 }, { 3, 6, 2, 0 } },
		  false },
		{ "pa-per",
		  "",
		  "paper",
		  { { 0, 2, 1, 0 }, { 2, 5, 1, 3 } },
		  false },
		{ "pa-",
		  " per",
		  "paper",
		  { { 0, 2, 1, 0 }, { 2, 5, 2, 1 } },
		  true },
		{ "pa-",
		  "xper",
		  "paper",
		  { { 0, 2, 1, 0 }, { 2, 5, 2, 1 } },
		  false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = small_issue();
		char *wrong;

		issue->lines[1].text = str_from(cases[i].before);
		issue->lines[2].text = str_from(cases[i].after);
		issue->passages[1].text = str_from(cases[i].text);
		issue->passages[1].spans = cases[i].spans;
		issue->passages[1].span_count = ARRAY_LEN(cases[i].spans);
		wrong = issue_validate(issue);
		if (cases[i].sound != !wrong)
			fail_msg("'%s' of '%s': %s", cases[i].text,
			         cases[i].before, wrong ? wrong : "passes");
		free(wrong);
		issue_free(issue);
	}
}

/* The last word of the file has no line to go on. */
static void a_last_hyphen_may_not_go(void **state)
{
	struct issue *issue = small_issue();

	(void)state;
	issue->lines[2].text = STR("雨。-");
	assert_broken(issue, "is lost");
}

static void passages_without_owner_are_told(void **state)
{
	struct issue *issue = small_issue();

	(void)state;
	issue->articles[0].passages.end = 1;
	assert_broken(issue, "furniture out of order");
	issue = small_issue();
	issue->passages[1].article = NPOS;
	assert_broken(issue, "not of article");
}

static void a_page_holds_its_own(void **state)
{
	struct issue *issue = small_issue();

	(void)state;
	issue->pages[0].articles.end = 0;
	assert_broken(issue, "furniture out of order");
	issue = small_issue();
	issue->pages[0].passages.start = 1;
	assert_broken(issue, "passages out of order");
	issue = small_issue();
	issue->lines[2].page = 1;
	assert_broken(issue, "span 2 out of order");
	issue = small_issue();
	issue->pages_read = 2;
	assert_broken(issue, "not there");
}

/* What is not read yet is not lost. */
static void a_page_may_wait(void **state)
{
	struct issue *issue = small_issue();

	(void)state;
	*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
		(struct page){ .number = 2, .lines = { 3, 4 } };
	*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
		(struct line){ .text = STR("后页"), .page = 1, .number = 4 };
	assert_null(issue_validate(issue));
	issue->pages_read = 2;
	issue->pages[1].passages = issue->pages[1].furniture =
		(struct range){ 2, 2 };
	issue->pages[1].articles = (struct range){ 1, 1 };
	assert_broken(issue, "is lost");
}

/* Two issues in one file, of pages 1 to 4 each; then page 300. */
static void a_page_is_found_where_it_should_be(void **state)
{
	static const struct {
		size_t number, from, page;
	} cases[] = {
		{ 3, 0, 2 }, { 1, 3, 0 },      { 3, 4, 6 },
		{ 1, 7, 4 }, { 300, 0, NPOS }, { 300, 50, 8 + ISSUE_PAGES },
		{ 5, 0, 8 }, { 4, 8, 7 },      { 9, 3, NPOS },
	};
	struct issue *issue = issue_new();

	(void)state;
	for (size_t i = 0; i < 9 + ISSUE_PAGES; i++)
		*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
			(struct page){ .number = i < 8    ? i % 4 + 1
			                         : i == 8 ? 5
			                                  : 300 };
	for (size_t i = 9; i < 8 + ISSUE_PAGES; i++)
		issue->pages[i].number = 6;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(issue_page_by_number(issue, cases[i].number,
		                                      cases[i].from),
		                 cases[i].page);
	issue_free(issue);
}

/* Each range of bytes has the lines of all spans that it touches, and an empty one
 * or one that no span has none. */
static void ranges_have_the_lines_they_touch(void **state)
{
	static const struct {
		struct range bytes, lines;
	} cases[] = {
		{ { 0, 1 }, { 1, 2 } },   { { 5, 6 }, { 1, 2 } },
		{ { 6, 9 }, { 1, 2 } },   { { 5, 10 }, { 1, 3 } },
		{ { 8, 9 }, { 1, 2 } },   { { 9, 15 }, { 2, 3 } },
		{ { 14, 15 }, { 2, 3 } }, { { 15, 16 }, { 0, 0 } },
		{ { 9, 9 }, { 0, 0 } },   { { 0, 0 }, { 0, 0 } },
	};
	struct issue *issue = small_issue();

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct range lines =
			passage_lines(&issue->passages[1], cases[i].bytes);

		assert_int_equal(lines.start, cases[i].lines.start);
		assert_int_equal(lines.end, cases[i].lines.end);
	}
	issue_free(issue);
}

static void text_knows_its_lines(void **state)
{
	struct issue *issue = small_issue();
	const struct passage *body = &issue->passages[1];
	struct range lines = passage_lines(body, (struct range){ 0, 15 });
	size_t passage, byte;

	(void)state;
	assert_int_equal(lines.start, 1);
	assert_int_equal(lines.end, 3);
	lines = passage_lines(body, (struct range){ 9, 10 });
	assert_int_equal(lines.start, 2);
	assert_int_equal(passage_line_at(body, 8), 1);
	assert_int_equal(passage_line_at(body, 9), 2);
	assert_true(issue_passage_at(issue, 1, 8, &passage, &byte));
	assert_int_equal(passage, 1);
	assert_int_equal(byte, 7);
	assert_false(issue_passage_at(issue, 1, 6, &passage, &byte));
	issue_free(issue);
}

static void names_are_complete(void **state)
{
	(void)state;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		assert_non_null(kind_name((enum kind)kind));
	for (int role = 0; role < ROLE_COUNT; role++)
		assert_non_null(role_name((enum role)role));
	for (int part = 0; part < PART_COUNT; part++)
		assert_non_null(part_name((enum part)part));
}

/* An issue of one page of 100 by 100 points whose articles are a headline each, at these
 * places. */
static struct issue *issue_of_heads(const struct line_box *boxes, size_t count)
{
	struct issue *issue = issue_new();

	for (size_t i = 0; i < count; i++) {
		struct span *span = arena_alloc(&issue->arena, sizeof *span);

		*span = (struct span){ .end = 1, .line = (uint32_t)i };
		*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
			(struct line){ .text = STR("A") };
		*ARRAY_ADD(issue->passages, issue->passage_count,
		           issue->passage_cap) = (struct passage){
			.role = ROLE_HEAD,
			.article = i,
			.text = STR("A"),
			.spans = span,
			.span_count = 1,
		};
		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) =
			(struct article){ .passages = { i, i + 1 } };
	}
	*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
		(struct page){ .lines = { 0, count },
		               .width_pt = 100,
		               .height_pt = 100,
		               .boxes = boxes,
		               .articles = { 0, count } };
	return issue;
}

static void a_page_has_a_lead(void **state)
{
	static const struct {
		const char *what;
		struct line_box boxes[3]; /* left, top, width, height, em */
		size_t lead;
	} cases[] = {
		{ "the first",
		  { { 0, 0, 40, 9, 9, false, false },
		    { 50, 0, 40, 9, 9, false, false },
		    { 0, 50, 40, 9, 9, false, false } },
		  0 },
		{ "a larger one at the left",
		  { { 80, 10, 20, 9, 9, false, false },
		    { 5, 12, 60, 20, 20, false, false },
		    { 0, 50, 40, 9, 9, false, false } },
		  1 },
		{ "a large one at the foot",
		  { { 0, 5, 20, 9, 9, false, false },
		    { 5, 12, 60, 9, 9, false, false },
		    { 0, 90, 40, 9, 18, false, false } },
		  0 },
		{ "a large one half down",
		  { { 0, 5, 20, 9, 9, false, false },
		    { 60, 5, 20, 9, 9, false, false },
		    { 0, 50, 40, 9, 18, false, false } },
		  0 },
		{ "lines that run down begin at the right",
		  { { 5, 5, 9, 40, 9, true, false },
		    { 80, 5, 9, 40, 9, true, false },
		    { 5, 50, 9, 40, 9, true, false } },
		  1 },
		{ "a place that is not known",
		  { { 0, 0, 0, 0, 0, false, false },
		    { 50, 50, 9, 9, 9, false, false },
		    { 60, 60, 9, 9, 9, false, false } },
		  1 },
	};
	struct issue *issue;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		issue = issue_of_heads(cases[i].boxes, 3);
		if (issue_page_lead(issue, 0) != cases[i].lead)
			fail_msg("%s: %zu", cases[i].what,
			         issue_page_lead(issue, 0));
		issue_free(issue);
	}
	issue = issue_of_heads(NULL, 2);
	assert_int_equal(issue_page_lead(issue, 0), 0);
	issue->pages[0].articles.end = 0;
	assert_int_equal(issue_page_lead(issue, 0), NPOS);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_issue_passes),
		cmocka_unit_test(a_lost_byte_is_told),
		cmocka_unit_test(a_doubled_byte_is_told),
		cmocka_unit_test(invented_text_is_told),
		cmocka_unit_test(only_a_hyphen_of_a_break_may_go),
		cmocka_unit_test(a_last_hyphen_may_not_go),
		cmocka_unit_test(passages_without_owner_are_told),
		cmocka_unit_test(a_page_holds_its_own),
		cmocka_unit_test(a_page_has_a_lead),
		cmocka_unit_test(a_page_may_wait),
		cmocka_unit_test(a_page_is_found_where_it_should_be),
		cmocka_unit_test(ranges_have_the_lines_they_touch),
		cmocka_unit_test(text_knows_its_lines),
		cmocka_unit_test(names_are_complete),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
