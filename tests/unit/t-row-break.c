/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/row_break.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* The lines of a row at `cols`, with '|' between them. */
static char *broken(const char *row, int cols)
{
	struct wrap wrap;
	struct buf out;

	buf_init(&out);
	wrap_init(&wrap, str_from(row), 1, WRAP_BASIC);
	for (size_t at = 0; at < wrap.text.len;) {
		struct wrap_line line = row_break_line(&wrap, at, cols);

		assert_true(line.next > at && line.end >= line.start);
		assert_true(line.cols <= cols || line.end == line.start + 1);
		if (at)
			buf_add_byte(&out, '|');
		buf_add(&out, str_slice(wrap.text, line.start, line.end));
		at = line.next;
	}
	wrap_release(&wrap);
	return buf_steal(&out);
}

static void rows_break_between_cells(void **state)
{
	static const struct {
		const char *row;
		int cols;
		const char *want;
	} cases[] = {
		{ "", 9, "" },
		{ "甲  3  1", 9, "甲  3  1" },
		/* at a wide gap, although a blank stands behind it */
		{ "甲  3  Old Town", 12, "甲  3|Old Town" },
		{ "Old Town  3  1", 11, "Old Town  3|1" },
		/* of which two blanks go */
		{ "甲  3     12", 9, "甲  3|   12" },
		{ "甲          12", 5, "甲|12" },
		/* else at a blank, else as any text */
		{ "Old Town", 6, "Old|Town" },
		{ "流量（立方米每秒）  5", 6, "流量|（立方|米每|秒）|5" },
		{ "aaaaaa", 4, "aaaa|aa" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *got = broken(cases[i].row, cases[i].cols);

		assert_string_equal(got, cases[i].want);
		free(got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_break_between_cells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
