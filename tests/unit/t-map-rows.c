/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/map_rows.h"

#include "base/mem.h"
#include "base/str.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Boxes "row+rows" of a sheet, and where each is on a map of so many rows: "row-end". */
static void check_rows(const char *what, const int (*boxes)[2], size_t count,
                       int sheet_rows, int rows, const char *want)
{
	struct box own[8] = { 0 };
	struct sheet sheet = { .boxes = own,
		               .box_count = count,
		               .rows = sheet_rows };
	struct map_rows map;
	struct buf got;

	for (size_t i = 0; i < count; i++) {
		own[i].row = boxes[i][0];
		own[i].rows = boxes[i][1];
	}
	map_rows_init(&map, &sheet, rows);
	buf_init(&got);
	for (size_t i = 0; i < count; i++)
		buf_addf(&got, "%s%d-%d", i ? " " : "",
		         map_rows_at(&map, own[i].row),
		         map_rows_at(&map, own[i].row + own[i].rows));
	if (strcmp(got.ptr ? got.ptr : "", want))
		fail_msg("%s: '%s', not '%s'", what, got.ptr, want);
	buf_release(&got);
	map_rows_release(&map);
}

static void boxes_are_scaled(void **state)
{
	static const int boxes[][2] = { { 0, 40 }, { 0, 20 }, { 20, 20 } };

	(void)state;
	check_rows("a half", boxes, 3, 40, 20, "0-20 0-10 10-20");
	check_rows("none", boxes, 0, 40, 20, "");
}

/* The second article is two rows of forty. */
static void each_box_has_a_row(void **state)
{
	static const int boxes[][2] = { { 0, 30 }, { 30, 2 }, { 32, 8 } };
	static const int foot[][2] = { { 0, 36 }, { 36, 2 }, { 38, 2 } };

	(void)state;
	check_rows("in the middle", boxes, 3, 40, 8, "0-6 6-7 7-8");
	/* There is no row below: those above give theirs. */
	check_rows("at the foot", foot, 3, 40, 8, "0-6 6-7 7-8");
}

static void more_boxes_than_rows_stay_on_the_map(void **state)
{
	static const int boxes[][2] = {
		{ 0, 1 }, { 1, 1 }, { 2, 1 }, { 3, 1 }
	};

	(void)state;
	check_rows("four on two rows", boxes, 4, 4, 2, "0-0 0-0 0-1 1-2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(boxes_are_scaled),
		cmocka_unit_test(each_box_has_a_row),
		cmocka_unit_test(more_boxes_than_rows_stay_on_the_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
