/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_page.h"

#include "base/mem.h"
#include "load/place/scan_measure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LINES_MOST 200

/* A page of OCR that is being made: lines of 8 pt, each 10 pt below the one before. */
struct page_maker {
	struct scan_line lines[LINES_MOST];
	struct scan_page page;
	float left_pt, top_pt;
	float shift_pt; /* for each line: the page is askew */
	bool begins_block;
};

static void make_page(struct page_maker *maker)
{
	*maker = (struct page_maker){
		.page = { maker->lines, 0, 500, 800 },
		.left_pt = 40,
		.top_pt = 60,
		.begins_block = true,
	};
}

/* A line that is set in by `in_pt` and `width_pt` wide, below the one before. */
static void make_line(struct page_maker *maker, const char *text, float in_pt,
                      float width_pt, float height_pt)
{
	struct scan_line *line = &maker->lines[maker->page.count];

	assert_true(maker->page.count < LINES_MOST);
	*line = (struct scan_line){
		.text = str_from(text),
		.box = { maker->left_pt + in_pt +
		                 maker->shift_pt * (float)maker->page.count,
		         maker->top_pt, width_pt, height_pt, height_pt, false,
		         false },
		.begins_block = maker->begins_block,
	};
	maker->page.count++;
	maker->top_pt += height_pt + 2;
	maker->begins_block = false;
}

/* A paragraph of `count` lines; its first is set in, its last is short. */
static void make_paragraph(struct page_maker *maker, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool is_first = i == 0, is_last = i + 1 == count;

		make_line(
			maker,
			is_first
				? "The council met on Monday and heard that the"
			: is_last
				? "wall is to stand."
				: "road by the mill is to be mended before the",
			is_first ? 10 : 0,
			is_first  ? 190
			: is_last ? 70
				  : 200,
			8);
	}
}

static void make_head(struct page_maker *maker, const char *text)
{
	maker->top_pt += 8;
	maker->begins_block = true;
	make_line(maker, text, 60, 80, 10);
	maker->top_pt += 5;
	maker->begins_block = true;
}

static void make_column(struct page_maker *maker)
{
	maker->left_pt += 220;
	maker->top_pt = 60;
	maker->begins_block = true;
}

/* Three articles under small heads; the second goes over two columns. */
static void make_three(struct page_maker *maker)
{
	make_head(maker, "THE MILL ROAD.");
	for (int i = 0; i < 4; i++)
		make_paragraph(maker, 5);
	make_head(maker, "HARVEST.");
	make_paragraph(maker, 6);
	make_column(maker);
	for (int i = 0; i < 3; i++)
		make_paragraph(maker, 6);
	make_head(maker, "A FERRY LOST.");
	make_paragraph(maker, 7);
}

/* Are the articles of the placement, furniture aside, so many, with these heads? */
static void assert_heads(const struct placement *placement,
                         const char *const *heads, size_t count)
{
	assert_int_equal(placement->article_count, count);
	for (size_t i = 0; i < count; i++) {
		size_t first = placement->articles[i].lines.start;
		const struct placement_line *line = &placement->lines[first];

		assert_int_equal(line->role, PLACED_HEAD);
		assert_true(str_equal(line->text, str_from(heads[i])));
		assert_int_equal(line[1].role, PLACED_TEXT);
	}
}

static const char *const three[] = { "THE MILL ROAD.", "HARVEST.",
	                             "A FERRY LOST." };

static void small_heads_begin_articles(void **state)
{
	struct page_maker maker;
	struct placement placement;
	size_t *order;

	(void)state;
	for (int askew = 0; askew < 2; askew++) {
		make_page(&maker);
		maker.shift_pt = askew ? .15f : 0;
		make_three(&maker);
		assert_true(scan_can_place(&maker.page));
		scan_place(&placement, &maker.page, &order);
		assert_heads(&placement, three, 3);
		assert_int_equal(placement.line_count, maker.page.count);
		for (size_t i = 0; i < placement.line_count; i++)
			assert_int_equal(order[i], i);
		free(order);
		placement_release(&placement);
	}
}

static void paragraphs_begin_set_in(void **state)
{
	struct page_maker maker;
	struct placement placement;
	size_t *order, begin = 0;

	(void)state;
	make_page(&maker);
	make_three(&maker);
	scan_place(&placement, &maker.page, &order);
	for (size_t i = 0; i < placement.line_count; i++)
		begin += placement.lines[i].role == PLACED_TEXT &&
		         placement.lines[i].begins;
	assert_int_equal(begin, 4 + 4 + 1);
	free(order);
	placement_release(&placement);
}

/* The lines in a margin are of the page, wherever the file has them. */
static void margins_are_furniture(void **state)
{
	struct page_maker maker;
	struct placement placement;
	size_t *order, furniture = 0;

	(void)state;
	make_page(&maker);
	make_three(&maker);
	maker.lines[12].in_margin = true;
	maker.lines[30].in_margin = true;
	scan_place(&placement, &maker.page, &order);
	for (size_t i = 0; i < placement.line_count; i++)
		furniture += placement.lines[i].role == PLACED_FURNITURE;
	assert_int_equal(furniture, 2);
	assert_int_equal(order[placement.line_count - 1], 30);
	assert_int_equal(placement.lines[placement.line_count - 1].article,
	                 NPOS);
	assert_int_equal(placement.article_count, 3);
	free(order);
	placement_release(&placement);
}

/* The edges of a column are those of the lines near it. */
static void columns_are_measured(void **state)
{
	struct page_maker maker;
	struct scan_measures measures;

	(void)state;
	make_page(&maker);
	maker.shift_pt = .15f;
	make_three(&maker);
	scan_measures_init(&measures, &maker.page);
	assert_true(measures.height_pt > 7.9f && measures.height_pt < 8.1f);
	assert_true(measures.pitch_pt > 9.9f && measures.pitch_pt < 10.1f);
	assert_true(measures.items[0].begins_column);
	assert_true(measures.items[0].set_in > 6);
	assert_true(measures.items[0].room > 6);
	assert_true(measures.items[3].set_in < .5f);
	assert_true(measures.items[3].room < .5f);
	assert_true(measures.items[28].begins_column);
	assert_false(measures.items[28].jumps);
	scan_measures_release(&measures);
}

static void others_are_not_placed(void **state)
{
	struct page_maker maker;

	(void)state;
	make_page(&maker);
	assert_false(scan_can_place(&maker.page));
	make_three(&maker);
	for (size_t i = 0; i < 20; i++)
		maker.lines[i].text = STR("修路的师傅说三天以后可以走车");
	assert_false(scan_can_place(&maker.page));
	make_page(&maker);
	make_three(&maker);
	for (size_t i = 0; i < 20; i++)
		maker.lines[i].box = (struct line_box){ 0 };
	assert_false(scan_can_place(&maker.page));
}

/* A line without a place, and boxes of any size, are placed somewhere. */
static void odd_boxes_are_placed(void **state)
{
	struct page_maker maker;
	struct placement placement;
	size_t *order;

	(void)state;
	make_page(&maker);
	make_three(&maker);
	maker.lines[0].box = (struct line_box){ 0 };
	maker.lines[9].box.width_pt = 1e7f;
	maker.lines[10].box.height_pt = 1e-6f;
	maker.lines[11].box.top_pt = 1e7f;
	scan_place(&placement, &maker.page, &order);
	assert_int_equal(placement.line_count, maker.page.count);
	free(order);
	placement_release(&placement);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_heads_begin_articles),
		cmocka_unit_test(paragraphs_begin_set_in),
		cmocka_unit_test(margins_are_furniture),
		cmocka_unit_test(columns_are_measured),
		cmocka_unit_test(others_are_not_placed),
		cmocka_unit_test(odd_boxes_are_placed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
