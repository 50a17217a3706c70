/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/leading.h"

#include "../lib/fixture.h"
#include "layout/article_layout.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Of an article in columns and in one: all stands as it stood, in every second row, and the
 * rows between are free. */
static void each_row_has_a_free_one_above(void **state)
{
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);

	(void)state;
	for (int cols = 40; cols <= 160; cols += 40) {
		const struct article_style style = { .rows = 10,
			                             .cols = cols,
			                             .measure_cols = 80,
			                             .ambiguous_cols = 1,
			                             .has_gaps = true };
		struct sheet plain, leaded;

		article_layout(&plain, issue, 0, &style);
		article_layout(&leaded, issue, 0, &style);
		leading_add(&leaded);
		assert_int_equal(leaded.rows, plain.rows * 2);
		assert_int_equal(leaded.turn_rows, plain.turn_rows * 2);
		assert_int_equal(leaded.below_head.row,
		                 plain.below_head.row * 2 + 1);
		for (size_t i = 0; i < plain.slug_count; i++) {
			assert_int_equal(leaded.slugs[i].row,
			                 plain.slugs[i].row * 2 + 1);
			assert_int_equal(leaded.slugs[i].col,
			                 plain.slugs[i].col);
		}
		for (size_t i = 0; i < plain.strip_count; i++) {
			const struct strip *strip = &leaded.strips[i];
			const struct range slugs = strip->slugs;

			assert_int_equal(strip->row,
			                 leaded.slugs[slugs.start].row);
			assert_int_equal(strip->row + strip->rows - 1,
			                 leaded.slugs[slugs.end - 1].row);
		}
		for (size_t i = 0; i < plain.rule_count; i++)
			assert_true(leaded.rules[i].row < leaded.rows);
		sheet_release(&plain);
		sheet_release(&leaded);
	}
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_row_has_a_free_one_above),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
