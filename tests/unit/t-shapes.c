/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/shapes.h"

#include "../lib/place_page.h"
#include "load/place/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* What the shapes of a page are, which is released. */
static void check_shapes(struct page_chars *page, bool vertical,
                         const char *want)
{
	struct placing placing;
	struct page_rules rules;
	struct buf got;

	placing_init(&placing, page);
	placing.vertical = vertical;
	page_rules_init(&rules, page);
	shapes_place(&placing, &rules);
	buf_init(&got);
	for (size_t i = 0; i < placing.along_s_count; i++)
		buf_addf(&got, "s %.0f %.0f-%.0f ",
		         (double)placing.rules_along_s[i].at,
		         (double)placing.rules_along_s[i].from,
		         (double)placing.rules_along_s[i].to);
	for (size_t i = 0; i < placing.along_t_count; i++)
		buf_addf(&got, "t %.0f %.0f-%.0f ",
		         (double)placing.rules_along_t[i].at,
		         (double)placing.rules_along_t[i].from,
		         (double)placing.rules_along_t[i].to);
	for (size_t i = 0; i < placing.box_count; i++)
		buf_addf(&got, "box %.0f-%.0f/%.0f-%.0f%s ",
		         (double)placing.boxes[i].at.s0,
		         (double)placing.boxes[i].at.s1,
		         (double)placing.boxes[i].at.t0,
		         (double)placing.boxes[i].at.t1,
		         placing.boxes[i].filled ? "*" : "");
	for (size_t i = 0; i < placing.picture_count; i++)
		buf_addf(&got, "picture %.0f-%.0f/%.0f-%.0f ",
		         (double)placing.pictures[i].s0,
		         (double)placing.pictures[i].s1,
		         (double)placing.pictures[i].t0,
		         (double)placing.pictures[i].t1);
	assert_string_equal(got.len ? got.ptr : "", want);
	buf_release(&got);
	page_rules_release(&rules);
	placing_release(&placing);
	page_chars_release(page);
}

static void add(struct page_chars *page, enum shape_kind kind, float x0,
                float y0, float x1, float y1)
{
	page_add_shape(page, kind, (struct page_box){ x0, y0, x1, y1 });
}

static void thin_shapes_are_rules(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 300);
	add(&page, SHAPE_STROKE, 40, 50, 140, 50);
	add(&page, SHAPE_FILL, 200, 50, 202, 150);
	add(&page, SHAPE_STROKE, 300, 50, 308, 50);
	check_shapes(&page, false, "s 50 40-140 t 201 50-150 ");
}

/* A bar across a page is one if no line of type would fit into it. */
static void long_bars_are_rules(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 300);
	add(&page, SHAPE_FILL, 40, 50, 340, 55);
	add(&page, SHAPE_FILL, 40, 80, 100, 85);
	add(&page, SHAPE_FILL, 40, 110, 390, 118);
	check_shapes(&page, false, "s 52 40-340 ");
}

/* In the frame of lines that run down, rules change their names and places. */
static void rules_turn_with_the_frame(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 300);
	add(&page, SHAPE_STROKE, 40, 50, 140, 50);
	add(&page, SHAPE_STROKE, 200, 50, 200, 150);
	add(&page, SHAPE_STROKE, 300, 60, 300, 150);
	check_shapes(&page, true, "s 100 60-150 s 200 50-150 t 50 260-360 ");
}

static void dashes_are_one_rule(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 300);
	for (int i = 0; i < 20; i++)
		add(&page, SHAPE_FILL, 40 + 5 * (float)i, 50, 44 + 5 * (float)i,
		    50.5f);
	add(&page, SHAPE_STROKE, 60, 50.4f, 90, 50.4f);
	check_shapes(&page, false, "s 50 40-139 ");
}

static void four_rules_that_meet_are_a_box(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 300);
	add(&page, SHAPE_STROKE, 40, 50, 140, 50);
	add(&page, SHAPE_STROKE, 40, 150, 140, 150);
	add(&page, SHAPE_STROKE, 40, 50, 40, 150);
	check_shapes(&page, false, "s 50 40-140 s 150 40-140 t 40 50-150 ");
	page_begin(&page, 400, 300);
	add(&page, SHAPE_STROKE, 40, 50, 140, 50);
	add(&page, SHAPE_STROKE, 40, 150, 140, 150);
	add(&page, SHAPE_STROKE, 40, 50, 40, 150);
	add(&page, SHAPE_STROKE, 140, 51, 140, 149);
	check_shapes(&page, false,
	             "s 50 40-140 s 150 40-140 t 40 50-150 t 140 51-149 "
	             "box 40-140/50-150 ");
}

/* Frames whose rules reach beyond the corners. */
static void rules_of_a_box_may_cross(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 300);
	add(&page, SHAPE_STROKE, 40, 50, 140, 50);
	add(&page, SHAPE_STROKE, 40, 150, 140, 150);
	add(&page, SHAPE_STROKE, 48, 42, 48, 158);
	add(&page, SHAPE_STROKE, 132, 42, 132, 158);
	check_shapes(&page, false,
	             "s 50 40-140 s 150 40-140 t 48 42-158 t 132 42-158 "
	             "box 40-140/50-150 ");
	page_begin(&page, 400, 300);
	add(&page, SHAPE_STROKE, 40, 50, 140, 50);
	add(&page, SHAPE_STROKE, 40, 150, 140, 150);
	add(&page, SHAPE_STROKE, 48, 42, 48, 158);
	add(&page, SHAPE_STROKE, 90, 42, 90, 158);
	check_shapes(&page, false,
	             "s 50 40-140 s 150 40-140 t 48 42-158 t 90 42-158 ");
}

static void add_white(struct page_chars *page, float x0, float y0, float x1,
                      float y1)
{
	add(page, SHAPE_FILL, x0, y0, x1, y1);
	page->shapes[page->shape_count - 1].rgb = 0xffffff;
}

/* White is seen on a picture or a grey area only, not on paper or on white. */
static void white_areas_are_boxes_where_they_are_seen(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 300);
	add_white(&page, 20, 20, 300, 160);
	add_white(&page, 40, 50, 240, 150);
	check_shapes(&page, false, "");
	page_begin(&page, 400, 300);
	add(&page, SHAPE_FILL, 20, 20, 300, 160);
	add_white(&page, 40, 50, 240, 150);
	check_shapes(&page, false, "box 40-240/50-150* box 20-300/20-160* ");
	page_begin(&page, 400, 300);
	add(&page, SHAPE_PICTURE, 20, 20, 300, 160);
	add_white(&page, 40, 50, 240, 150);
	check_shapes(&page, false, "box 40-240/50-150* picture 20-300/20-160 ");
}

static void areas_are_boxes_once_but_not_the_ground(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 300);
	add(&page, SHAPE_FILL, 0, 0, 400, 300);
	add(&page, SHAPE_FILL, 40, 50, 240, 150);
	add(&page, SHAPE_STROKE, 41, 51, 239, 149);
	add(&page, SHAPE_FILL, 60, 60, 120, 75);
	check_shapes(&page, false, "box 60-120/60-75* box 41-239/51-149 ");
}

static void pictures_are_cut_to_the_page(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 300);
	add(&page, SHAPE_PICTURE, -20, 50, 140, 150);
	add(&page, SHAPE_PICTURE, 200, 50, 210, 60);
	add(&page, SHAPE_PICTURE, 0, 0, 400, 300);
	check_shapes(&page, false, "picture 0-140/50-150 ");
}

static void rules_are_asked_by_place_and_length(void **state)
{
	struct placed_rule rules[] = { { 90, 0, 50 },
		                       { 10, 0, 100 },
		                       { 50, 20, 40 } };
	size_t count = 3;

	(void)state;
	rules_sort(rules, &count);
	assert_int_equal(count, 3);
	assert_true(rules_between(rules, count, 0, 20, 0, 100, 50));
	assert_false(rules_between(rules, count, 11, 49, 0, 100, 0));
	assert_true(rules_between(rules, count, 40, 60, 30, 60, 10));
	assert_false(rules_between(rules, count, 40, 60, 30, 60, 11));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(thin_shapes_are_rules),
		cmocka_unit_test(long_bars_are_rules),
		cmocka_unit_test(rules_turn_with_the_frame),
		cmocka_unit_test(dashes_are_one_rule),
		cmocka_unit_test(four_rules_that_meet_are_a_box),
		cmocka_unit_test(rules_of_a_box_may_cross),
		cmocka_unit_test(white_areas_are_boxes_where_they_are_seen),
		cmocka_unit_test(areas_are_boxes_once_but_not_the_ground),
		cmocka_unit_test(pictures_are_cut_to_the_page),
		cmocka_unit_test(rules_are_asked_by_place_and_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
