/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/column_flow.h"

#include "../lib/made_page.h"
#include "base/mem.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct made {
	struct issue *issue;
	struct sheet sheet;
	struct page_lines lines;
	struct column_flow flow;
};

static void made_init(struct made *made, struct issue *issue, int cols)
{
	made->issue = issue;
	sheet_init(&made->sheet, made->issue, 1);
	page_lines_init(&made->lines, &made->sheet, 0);
	column_flow_init(&made->flow, &made->lines, cols);
}

static void made_release(struct made *made)
{
	column_flow_release(&made->flow);
	page_lines_release(&made->lines);
	sheet_release(&made->sheet);
	issue_free(made->issue);
}

/* Puts all lines of the page into a flow; pull quotes behind their rules. */
static void made_fill(struct made *made)
{
	for (size_t i = 0; i < made->lines.count; i++) {
		struct page_line *line = made->lines.by_line[i];

		if (made->issue->passages[line->passage].role != ROLE_QUOTE)
			column_flow_add(&made->flow, line);
		else if (!line->is_placed)
			column_flow_add_quote(&made->flow, line->passage);
	}
}

/* Appends a row: its place, a colon, its text. */
static void dump_row(struct buf *out, const struct made *made,
                     const struct flow_row *row)
{
	if (row->passage == NPOS) {
		buf_add_c(out, "-\n");
		return;
	}
	buf_addf(out, "%s%d:", row->shares_row ? "+" : "", row->col);
	buf_add(out, str_slice(made->issue->passages[row->passage].text,
	                       row->bytes.start, row->bytes.end));
	buf_add_c(out, row->hyphen ? "-\n" : "\n");
}

static void check_flow(const char *what, const struct made_line *lines,
                       size_t count, int cols, const char *want)
{
	struct made made;
	struct buf got;

	made_init(&made, made_page(lines, count), cols);
	buf_init(&got);
	made_fill(&made);
	for (size_t i = 0; i < made.flow.count; i++)
		dump_row(&got, &made, &made.flow.rows[i]);
	if (strcmp(got.ptr, want))
		fail_msg("%s: the flow is\n%sand not\n%s", what, got.ptr, want);
	buf_release(&got);
	made_release(&made);
}

static const struct made_line matter[] = {
	{ 0, ROLE_BODY, 1, 0, "一二三" },
	{ 0, ROLE_BODY, 1, 0, "+四五六七八" },
	{ 0, ROLE_DATE, 1, 0, "二月" },
};

static void printed_lines_are_kept_where_they_fit(void **state)
{
	(void)state;
	check_flow("as wide as printed", matter, ARRAY_LEN(matter), 10,
	           "4:一二三\n0:四五六七八\n6:二月\n");
	check_flow("wider", matter, ARRAY_LEN(matter), 12,
	           "4:一二三\n0:四五六七八\n8:二月\n");
}

/* No printed line is broken into a long row and a short one. */
static void a_passage_that_is_too_wide_is_set_anew(void **state)
{
	static const struct made_line english[] = {
		{ 0, ROLE_BODY, 1, 0, "one two three" },
		{ 0, ROLE_BODY, 1, 0, "+ four five six" },
		{ 0, ROLE_BODY, 1, 0, "seven" },
	};

	(void)state;
	check_flow("narrow", matter, ARRAY_LEN(matter), 8,
	           "2:一二三\n0:四五六\n0:七八\n4:二月\n");
	check_flow("English", english, ARRAY_LEN(english), 11,
	           "2:one two\n0:three four\n0:five six\n4:seven\n");
}

static void what_is_set_anew_is_told(void **state)
{
	static const int cols[] = { 10, 8 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cols); i++) {
		struct made made;

		made_init(&made, made_page(matter, ARRAY_LEN(matter)), cols[i]);
		made_fill(&made);
		assert_int_equal(made.flow.is_anew, i == 1);
		for (size_t l = 0; l < made.lines.count; l++)
			assert_true(made.lines.items[l].is_placed);
		made_release(&made);
	}
}

static void lines_end_with_their_hyphens(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_CAPTION, 1, 0, "exam-" },
		{ 0, ROLE_CAPTION, 1, 0, "+ple" },
	};

	(void)state;
	check_flow("as printed", lines, ARRAY_LEN(lines), 8,
	           "0:exam-\n0:ple\n");
	check_flow("narrow", lines, ARRAY_LEN(lines), 4, "0:exam\n0:ple\n");
}

static void a_quote_stands_apart_behind_its_rule(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_BODY, 1, 0, "一" },
		{ 0, ROLE_QUOTE, 2, 0, "引文四字" },
		{ 0, ROLE_BODY, 3, 0, "二" },
	};

	(void)state;
	check_flow("with room", lines, ARRAY_LEN(lines), 10,
	           "4:一\n-\n2:引文四字\n-\n4:二\n");
	check_flow("narrow", lines, ARRAY_LEN(lines), 6,
	           "4:一\n-\n2:引文\n2:四字\n-\n4:二\n");
}

/* A passage may go on in a narrower flow, behind a table: no line of it is in both. */
static void a_passage_goes_on_in_another_flow(void **state)
{
	static const struct {
		int cols;
		const char *want;
		bool anew;
	} cases[] = { { 10, "0:四五六七八\n0:九十\n", false },
		      { 6, "0:四五六\n0:七八九\n0:十\n", true } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		static const struct made_line lines[] = {
			{ 0, ROLE_BODY, 1, 0, "一二三" },
			{ 0, ROLE_BODY, 1, 0, "+四五六七八" },
			{ 0, ROLE_BODY, 1, 0, "+九十" },
		};
		struct buf got;
		struct made made;

		made_init(&made, made_page(lines, ARRAY_LEN(lines)), 10);
		buf_init(&got);
		column_flow_add(&made.flow, made.lines.by_line[0]);
		assert_int_equal(made.flow.count, 1);
		column_flow_release(&made.flow);
		column_flow_init(&made.flow, &made.lines, cases[i].cols);
		made_fill(&made);
		for (size_t r = 0; r < made.flow.count; r++)
			dump_row(&got, &made, &made.flow.rows[r]);
		assert_string_equal(got.ptr, cases[i].want);
		assert_int_equal(made.flow.is_anew, cases[i].anew);
		buf_release(&got);
		made_release(&made);
	}
}

/* Two passages of one printed line share a row where there is room. */
static void lines_printed_side_by_side_share_a_row(void **state)
{
	static const struct span spans[] = { { 0, 3, 0, 0 }, { 0, 3, 0, 6 } };
	static const struct {
		int cols;
		bool shares;
	} cases[] = { { 6, true }, { 5, false } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = issue_new();
		struct made made;

		*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
			(struct line){ .text = STR("甲　乙") };
		*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
			(struct page){ .passages = { 0, 2 } };
		for (size_t p = 0; p < 2; p++)
			*ARRAY_ADD(issue->passages, issue->passage_count,
			           issue->passage_cap) = (struct passage){
				.text = p ? STR("乙") : STR("甲"),
				.role = ROLE_SALUTATION,
				.spans = &spans[p],
				.span_count = 1,
			};
		made_init(&made, issue, cases[i].cols);
		made_fill(&made);
		assert_int_equal(made.flow.count, 2);
		assert_int_equal(made.flow.rows[1].shares_row, cases[i].shares);
		assert_int_equal(made.flow.rows[1].col,
		                 cases[i].shares ? 4 : 0);
		made_release(&made);
	}
}

/* The starts and ends of the columns. */
static void check_deal(const char *what, const struct column_flow *flow,
                       size_t columns, const char *want)
{
	struct flow_deal deal = column_flow_deal(flow, columns);
	struct buf got;

	buf_init(&got);
	for (size_t c = 0; c < columns; c++)
		buf_addf(&got, "%zu-%zu ", deal.columns[c].start,
		         deal.columns[c].end);
	buf_addf(&got, "%d", deal.rows);
	if (strcmp(got.ptr, want))
		fail_msg("%s: %s, not %s", what, got.ptr, want);
	buf_release(&got);
}

static void rows_are_dealt_on_columns_of_one_height(void **state)
{
	struct flow_row rows[12] = { 0 };
	struct column_flow flow = { .rows = rows, .count = 12, .cols = 10 };

	(void)state;
	check_deal("one", &flow, 1, "0-12 12");
	check_deal("three", &flow, 3, "0-4 4-8 8-12 4");
	check_deal("five", &flow, 5, "0-3 3-6 6-8 8-10 10-12 3");
	rows[3].keeps_next = true; /* a subhead */
	check_deal("a subhead", &flow, 3, "0-3 3-8 8-12 5");
	rows[3].keeps_next = false;
	rows[4].passage = NPOS; /* is left out at the head of a column */
	check_deal("a blank row", &flow, 3, "0-4 5-9 9-12 4");
	rows[4].shares_row = true;
	rows[4].passage = 0;
	check_deal("a shared row", &flow, 3, "0-5 5-9 9-12 4");
	flow.count = 0;
	check_deal("nothing", &flow, 2, "0-0 0-0 0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(printed_lines_are_kept_where_they_fit),
		cmocka_unit_test(a_passage_that_is_too_wide_is_set_anew),
		cmocka_unit_test(what_is_set_anew_is_told),
		cmocka_unit_test(lines_end_with_their_hyphens),
		cmocka_unit_test(a_quote_stands_apart_behind_its_rule),
		cmocka_unit_test(a_passage_goes_on_in_another_flow),
		cmocka_unit_test(lines_printed_side_by_side_share_a_row),
		cmocka_unit_test(rows_are_dealt_on_columns_of_one_height),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
