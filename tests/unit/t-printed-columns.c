/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/printed_columns.h"

#include "base/mem.h"
#include "layout/block_lines.h"
#include "layout/page_lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define COLUMNS_MOST 8

/* The lengths of columns, and whether the second one begins within a paragraph. */
static void check_columns(const char *what, const size_t *rows, bool inside,
                          size_t want)
{
	static const struct block_column columns[COLUMNS_MOST];
	struct printed_columns printed = { 0 };
	size_t printed_line = 0, got;

	for (size_t c = 0; rows[c]; c++)
		for (size_t i = 0; i < rows[c]; i++) {
			const struct page_line line = {
				.printed_line = printed_line++,
				.begins_passage = !i && !(inside && c == 1),
			};

			printed_columns_add(&printed, &columns[c], &line);
		}
	got = printed_columns_count(&printed);
	if (got != want)
		fail_msg("%s: %zu columns, not %zu", what, got, want);
}

static void columns_of_one_height_are_believed(void **state)
{
	(void)state;
	check_columns("three alike", (size_t[]){ 20, 20, 20, 0 }, false, 3);
	check_columns("one is a row lower", (size_t[]){ 20, 19, 20, 0 }, false,
	              3);
	check_columns("the last is lower", (size_t[]){ 20, 20, 12, 0 }, false,
	              3);
	check_columns("the last is a rest", (size_t[]){ 36, 36, 2, 0 }, false,
	              0);
	check_columns("three low ones", (size_t[]){ 2, 2, 2, 0 }, false, 0);
	check_columns("one", (size_t[]){ 20, 0 }, false, 0);
	check_columns("none", (size_t[]){ 0 }, false, 0);
}

static void paragraphs_are_no_columns(void **state)
{
	(void)state;
	check_columns("paragraphs", (size_t[]){ 6, 6, 8, 5, 0 }, false, 0);
	check_columns("a word and a text", (size_t[]){ 2, 65, 0 }, false, 0);
}

/* A part of a column that a subhead has cut off counts with the others. */
static void columns_that_begin_inside_are_believed(void **state)
{
	(void)state;
	check_columns("cut columns", (size_t[]){ 21, 2, 23, 14, 8, 0 }, true,
	              3);
	check_columns("two", (size_t[]){ 31, 30, 0 }, true, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_of_one_height_are_believed),
		cmocka_unit_test(paragraphs_are_no_columns),
		cmocka_unit_test(columns_that_begin_inside_are_believed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
