/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/reading_order.h"

#include "../lib/placing_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* The order of all columns of a page, "0 1 2", from the last to the first. */
static void expect(const char *notation, const char *want)
{
	struct placing_page page;
	struct column_end *ends;
	struct buf got;
	size_t *columns, count;

	placing_page_init(&page, notation);
	ends = column_ends(&page.placing);
	count = page.placing.column_count;
	columns = mem_alloc(count * sizeof *columns);
	for (size_t i = 0; i < count; i++)
		columns[i] = count - 1 - i;
	reading_order_sort(&page.placing, ends, columns, count);
	buf_init(&got);
	for (size_t i = 0; i < count; i++)
		buf_addf(&got, i ? " %zu" : "%zu", columns[i]);
	assert_string_equal(got.ptr, want);
	buf_release(&got);
	free(columns);
	free(ends);
	placing_page_release(&page);
}

static void column_by_column(void **state)
{
	(void)state;
	expect("text 0 14 0 5 i 一/二", "0");
	expect("text 16 30 0 5 - 一/二。\ntext 0 14 0 5 i 一/二", "1 0");
	expect("text 0 14 0 5 i 一/二\ntext 0 14 10 5 - 一/二\n"
	       "text 16 30 0 5 - 一/二\ntext 16 30 10 5 s 一/二。",
	       "0 1 2 3");
}

static void band_by_band_where_the_text_flows_so(void **state)
{
	(void)state;
	expect("text 0 14 0 5 i 一/二\ntext 0 14 10 5 i 一/二\n"
	       "text 16 30 0 5 s 一/二。\ntext 16 30 10 5 s 一/二。",
	       "0 2 1 3");
}

static void a_stack_is_as_wide_as_its_first_column(void **state)
{
	(void)state;
	expect("text 0 14 0 5 i 一/二\ntext 1 13 10 5 - 一/二\n"
	       "text 16 30 0 15 s 一/二。",
	       "0 1 2");
}

static void many_columns_are_ordered_too(void **state)
{
	struct buf notation, want;

	(void)state;
	buf_init(&notation);
	buf_init(&want);
	for (int i = 0; i < 40; i++) {
		buf_addf(&notation, "text %d %d 0 3 - 一/二\n", i * 6,
		         i * 6 + 5);
		buf_addf(&want, i ? " %d" : "%d", i);
	}
	expect(notation.ptr, want.ptr);
	buf_release(&notation);
	buf_release(&want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(column_by_column),
		cmocka_unit_test(band_by_band_where_the_text_flows_so),
		cmocka_unit_test(a_stack_is_as_wide_as_its_first_column),
		cmocka_unit_test(many_columns_are_ordered_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
