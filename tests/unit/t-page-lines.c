/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_lines.h"

#include "../lib/made_page.h"
#include "base/mem.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct made_line matter[] = {
	{ 0, ROLE_HEAD, 1, 0, "题目" },
	{ 0, ROLE_BODY, 2, 0, "一二三" },
	{ 0, ROLE_BODY, 2, 0, "+四五六七" },
	{ 0, ROLE_BODY, 2, 1, "+八" },
	{ 0, ROLE_QUOTE, 3, 0, "引文" },
	{ NPOS, ROLE_EDITOR, 0, 0, "责编" },
};

struct made {
	struct issue *issue;
	struct sheet sheet;
	struct page_lines lines;
};

static void made_init(struct made *made)
{
	made->issue = made_page(matter, ARRAY_LEN(matter));
	sheet_init(&made->sheet, made->issue, 1);
	page_lines_init(&made->lines, &made->sheet, 0);
}

static void made_release(struct made *made)
{
	page_lines_release(&made->lines);
	sheet_release(&made->sheet);
	issue_free(made->issue);
}

static void each_printed_line_is_found_once(void **state)
{
	static const struct {
		size_t passage, printed_line;
		bool begins;
	} want[] = { { 0, 0, true },  { 1, 1, true }, { 1, 2, false },
		     { 1, 3, false }, { 2, 4, true }, { 3, 5, true } };
	struct made made;

	(void)state;
	made_init(&made);
	assert_int_equal(made.lines.count, ARRAY_LEN(want));
	for (size_t i = 0; i < ARRAY_LEN(want); i++) {
		const struct page_line *line = &made.lines.items[i];

		if (line->passage != want[i].passage ||
		    line->printed_line != want[i].printed_line ||
		    line->begins_passage != want[i].begins)
			fail_msg("line %zu: passage %zu, line %zu, begins %d",
			         i, line->passage, line->printed_line,
			         line->begins_passage);
		if (made.lines.by_line[i] != line)
			fail_msg("line %zu is not in the order of the page", i);
	}
	assert_int_equal(made.lines.glyph_cols, 2);
	made_release(&made);
}

/* Two passages on one printed line, the later one left of the other. */
static void lines_are_in_the_order_of_the_page(void **state)
{
	static const struct span left[] = { { 0, 3, 0, 0 } };
	static const struct span right[] = { { 0, 3, 0, 6 } };
	struct issue *issue = issue_new();
	struct page_lines lines;
	struct sheet sheet;

	(void)state;
	*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
		(struct line){ .text = STR("左　右") };
	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		(struct passage){ .text = STR("右"),
		                  .spans = right,
		                  .span_count = 1 };
	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		(struct passage){ .text = STR("左"),
		                  .spans = left,
		                  .span_count = 1 };
	*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
		(struct page){ .passages = { 0, 2 } };
	sheet_init(&sheet, issue, 1);
	page_lines_init(&lines, &sheet, 0);
	assert_int_equal(lines.by_line[0]->passage, 1);
	assert_int_equal(lines.by_line[1]->passage, 0);
	page_lines_release(&lines);
	sheet_release(&sheet);
	issue_free(issue);
}

static void lines_that_are_placed_are_had_no_more(void **state)
{
	struct made made;

	(void)state;
	made_init(&made);
	assert_int_equal(page_lines_first_of(&made.lines, 2), 4);
	assert_int_equal(page_lines_first_of(&made.lines, 9), made.lines.count);
	assert_true(page_lines_has(&made.lines, (struct range){ 0, 1 }));
	made.lines.items[0].is_placed = true;
	assert_false(page_lines_has(&made.lines, (struct range){ 0, 1 }));
	assert_true(page_lines_has(&made.lines, (struct range){ 0, 2 }));
	assert_false(page_lines_has(&made.lines, (struct range){ 4, 9 }));
	made_release(&made);
}

static void widths_count_indents(void **state)
{
	struct made made;

	(void)state;
	made_init(&made);
	assert_int_equal(made.lines.items[2].cols, 8);
	assert_int_equal(
		page_line_indent_cols(&made.lines, &made.lines.items[1]), 4);
	assert_int_equal(
		page_line_indent_cols(&made.lines, &made.lines.items[2]), 0);
	assert_int_equal(
		page_line_indent_cols(&made.lines, &made.lines.items[0]), 0);
	/* In a column of 4 em; one much wider than its column does not count. */
	assert_int_equal(
		page_line_column_cols(&made.lines, &made.lines.items[1], 4),
		10);
	assert_int_equal(
		page_line_column_cols(&made.lines, &made.lines.items[1], 1), 0);
	assert_int_equal(
		page_line_column_cols(&made.lines, &made.lines.items[1], 0),
		10);
	/* A quote goes without its rule in no room. */
	assert_int_equal(page_lines_inset_cols(&made.lines, 4), 2);
	assert_int_equal(page_lines_inset_cols(&made.lines, 3), 0);
	made_release(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_printed_line_is_found_once),
		cmocka_unit_test(lines_are_in_the_order_of_the_page),
		cmocka_unit_test(lines_that_are_placed_are_had_no_more),
		cmocka_unit_test(widths_count_indents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
