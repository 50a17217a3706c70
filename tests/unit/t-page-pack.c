/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_pack.h"

#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Appends the packing: boxes by number, "1/2" below each other, "1 2" side by side with the
 * width of the slot, ", " between bands. */
static void dump_packing(struct buf *out, const struct packing *packing)
{
	for (size_t b = 0; b < packing->band_count; b++) {
		const struct range slots = packing->bands[b].slots;

		buf_add_c(out, b ? ", " : "");
		for (size_t s = slots.start; s < slots.end; s++) {
			const struct pack_slot *slot = &packing->slots[s];

			buf_add_c(out, s > slots.start ? " " : "");
			for (size_t i = slot->boxes.start; i < slot->boxes.end;
			     i++)
				buf_addf(out, "%s%zu",
				         i > slot->boxes.start ? "/" : "",
				         i + 1);
			buf_addf(out, ":%d", slot->cols);
		}
	}
}

/* Packs boxes of so many rows in one column of 20 cells, which have up to `most` columns. */
static void check_packing(const char *what, const int *rows, size_t most,
                          struct pack_page page, const char *want)
{
	struct pack_shape shapes[16][4];
	struct pack_box boxes[16];
	struct packing packing;
	struct buf got;
	size_t count = 0;

	for (; rows[count]; count++) {
		boxes[count] = (struct pack_box){ shapes[count], most };
		for (size_t k = 0; k < most; k++)
			shapes[count][k] =
				(struct pack_shape){ (int)k * 23 + 20,
				                     (rows[count] + (int)k) /
				                             ((int)k + 1) };
	}
	packing_init(&packing, boxes, count, &page);
	buf_init(&got);
	dump_packing(&got, &packing);
	if (strcmp(got.ptr ? got.ptr : "", want))
		fail_msg("%s: '%s', not '%s'", what, got.ptr, want);
	buf_release(&got);
	packing_release(&packing);
}

static const struct pack_page page = { 66, 3, 2, 0 };

static void boxes_stand_side_by_side_while_there_is_room(void **state)
{
	(void)state;
	check_packing("three", (int[]){ 10, 10, 10, 0 }, 1, page,
	              "1:20 2:20 3:20");
	check_packing("four", (int[]){ 10, 10, 10, 10, 0 }, 1, page,
	              "1:20 2:20 3:20, 4:20");
	check_packing("none", (int[]){ 0 }, 1, page, "");
}

static void low_boxes_stand_under_each_other_beside_a_high_one(void **state)
{
	(void)state;
	check_packing("one is high", (int[]){ 30, 25, 9, 9, 0 }, 1, page,
	              "1:20 2:20 3/4:20");
	check_packing("two slots", (int[]){ 30, 9, 9, 9, 0 }, 1,
	              (struct pack_page){ 43, 3, 2, 0 }, "1:20 2/3/4:20");
}

/* The long one has two columns, or three in a band of its own. */
static void a_box_gets_as_many_columns_as_make_the_page_low(void **state)
{
	(void)state;
	check_packing("long and short", (int[]){ 40, 20, 0 }, 3, page,
	              "1:43 2:20");
	check_packing("one", (int[]){ 60, 0 }, 3, page, "1:66");
	check_packing("two long ones", (int[]){ 60, 60, 0 }, 3, page,
	              "1:66, 2:66");
}

static void what_is_higher_than_the_window_is_dear(void **state)
{
	(void)state;
	/* A row more than side by side, but no column has to be scrolled. */
	check_packing("no window", (int[]){ 30, 30, 30, 0 }, 3, page,
	              "1:20 2:20 3:20");
	check_packing("a low window", (int[]){ 30, 30, 30, 0 }, 3,
	              (struct pack_page){ 66, 3, 0, 12 }, "1:66, 2:66, 3:66");
}

static void a_box_that_is_too_wide_is_alone(void **state)
{
	(void)state;
	check_packing("too wide", (int[]){ 5, 5, 0 }, 1,
	              (struct pack_page){ 10, 3, 2, 0 }, "1:20, 2:20");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(boxes_stand_side_by_side_while_there_is_room),
		cmocka_unit_test(
			low_boxes_stand_under_each_other_beside_a_high_one),
		cmocka_unit_test(
			a_box_gets_as_many_columns_as_make_the_page_low),
		cmocka_unit_test(what_is_higher_than_the_window_is_dear),
		cmocka_unit_test(a_box_that_is_too_wide_is_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
