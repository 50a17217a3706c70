/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/column_blocks.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "load/lines/drop_caps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Lines in mid sentence, and one that ends it. */
#define ROW     "石桥镇的图书\n"
#define LAST    "室昨天开门。\n"
#define ROWS_10 ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW

/* "0-2 4-6": the columns of all lines of a page, as their first and last lines. */
static void add_columns(struct buf *out, const char *page, enum part part)
{
	struct issue *issue = fixture_lines(page);
	struct block block = { .part = part };
	struct printed_lines lines;

	printed_lines_init(&lines, issue, 0);
	drop_caps_find(&lines);
	column_blocks_find(&block, issue, &lines, 0, lines.count);
	for (size_t i = 0; i < block.column_count; i++)
		buf_addf(out, "%s%zu-%zu", i ? " " : "", block.columns[i].start,
		         block.columns[i].end - 1);
	printed_lines_release(&lines);
	issue_free(issue);
}

static void columns_come_from_blank_lines_and_arithmetic(void **state)
{
	static const struct {
		const char *why, *page;
		enum part part;
		const char *columns;
	} cases[] = {
		{ "equal columns", ROW ROW ROW "\n" ROW ROW LAST, PART_BODY,
		  "0-2 4-6" },
		{ "three of them",
		  ROW ROW ROW "\n" ROW ROW ROW "\n" ROW ROW LAST, PART_BODY,
		  "0-2 4-6 8-10" },
		{ "no blank line", ROW ROW ROW ROW ROW LAST, PART_BODY, "0-5" },
		{ "columns of unequal length",
		  ROW ROW ROW "\n" ROW ROW ROW LAST, PART_BODY, "0-2 4-7" },
		{ "no column has two lines",
		  ROW LAST "\n" ROW ROW "\n" ROW LAST, PART_BODY, "0-4 6-7" },
		{ "a blank line behind a sentence",
		  ROW ROW LAST "\n" ROW ROW LAST, PART_BODY, "0-6" },
		{ "a blank line behind a colon",
		  ROW ROW "他说：\n\n" ROW ROW LAST, PART_BODY, "0-6" },
		{ "an opening mark hangs out of its column",
		  ROW ROW ROW "\n“" ROW ROW LAST, PART_BODY, "0-6" },
		{ "a drop cap stands beside its text",
		  ROW LAST "\n老\n" ROW ROW ROW LAST, PART_BODY, "0-7" },
		{ "a pull quote", ROW ROW ROW "\n" ROW ROW LAST, PART_QUOTE,
		  "0-2 4-6" },
		{ "a headline is one column", ROW ROW ROW "\n" ROW ROW LAST,
		  PART_HEAD, "0-6" },
		{ "a teaser is, too", ROW ROW ROW "\n" ROW ROW LAST,
		  PART_TEASER, "0-6" },
		{ "one line", LAST, PART_BODY, "0-0" },
		{ "no column is that long",
		  ROWS_10 ROWS_10 ROWS_10 ROWS_10 ROWS_10 ROW LAST, PART_BODY,
		  "0-25 26-51" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf got;

		buf_init(&got);
		add_columns(&got, cases[i].page, cases[i].part);
		if (strcmp(got.ptr, cases[i].columns))
			fail_msg("%s: columns %s, not %s", cases[i].why,
			         got.ptr, cases[i].columns);
		buf_release(&got);
	}
}

static void columns_of_placed_lines_are_known(void **state)
{
	struct issue *issue = fixture_lines(ROW ROW ROW ROW LAST);
	struct block block = { .part = PART_BODY };
	struct printed_lines lines;

	(void)state;
	printed_lines_init(&lines, issue, 0);
	lines.is_placed = true;
	lines.items[3].column = lines.items[4].column = 1;
	column_blocks_find(&block, issue, &lines, 0, lines.count);
	assert_int_equal(block.column_count, 2);
	assert_int_equal(block.columns[0].end, 3);
	assert_int_equal(block.columns[1].start, 3);
	assert_int_equal(block.columns[1].end, 5);
	printed_lines_release(&lines);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_come_from_blank_lines_and_arithmetic),
		cmocka_unit_test(columns_of_placed_lines_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
