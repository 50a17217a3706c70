/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/page_spread.h"

#include "base/mem.h"
#include "load/place/page_turn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define EM 10

/* Sets a text from (x, y) on, an em a character. */
static void set_text(struct page_chars *page, float x, float y,
                     const char *text)
{
	for (; *text; text++, x += EM)
		*ARRAY_ADD(page->chars, page->count, page->cap) =
			(struct page_char){ .code = (unsigned char)*text,
			                    .box = { x, y - EM, x + EM, y },
			                    .baseline_pt = y,
			                    .em_pt = EM,
			                    .order = page->count - 1 };
}

static void begin_sheet(struct page_chars *page, float width, float height)
{
	page_chars_init(page);
	page->width_pt = width;
	page->height_pt = height;
}

/* A sheet of two pages of 500 by 700, each with a folio at its outer edge. */
static void set_spread(struct page_chars *page)
{
	begin_sheet(page, 1000, 700);
	set_text(page, 20, 30, "12");
	set_text(page, 100, 300, "left text");
	set_text(page, 960, 30, "13");
	set_text(page, 600, 300, "right text");
}

static bool is_cut(struct page_chars *page)
{
	struct page_chars right;
	bool cut = page_spread_cut(page, &right);

	if (cut)
		page_chars_release(&right);
	page_chars_release(page);
	return cut;
}

static void two_pages_are_cut_apart(void **state)
{
	struct page_chars page, right;

	(void)state;
	set_spread(&page);
	*ARRAY_ADD(page.shapes, page.shape_count, page.shape_cap) =
		(struct page_shape){ .box = { 400, 10, 700, 11 } };
	*ARRAY_ADD(page.shapes, page.shape_count, page.shape_cap) =
		(struct page_shape){ .box = { 0, 10, 100, 11 } };
	*ARRAY_ADD(page.faces, page.face_count, page.face_cap) =
		(struct page_face){ STR("Song"), true };
	assert_true(page_spread_cut(&page, &right));
	assert_int_equal(page.count, 11);
	assert_int_equal(right.count, 12);
	assert_float_equal(page.width_pt, 500, .01);
	assert_float_equal(right.width_pt, 500, .01);
	assert_float_equal(right.height_pt, 700, .01);
	assert_int_equal(right.chars[0].code, '1');
	assert_float_equal(right.chars[0].box.x0, 460, .01);
	assert_int_equal(page.shape_count, 2);
	assert_float_equal(page.shapes[0].box.x1, 500, .01);
	assert_int_equal(right.shape_count, 1);
	assert_float_equal(right.shapes[0].box.x0, 0, .01);
	assert_float_equal(right.shapes[0].box.x1, 200, .01);
	page_chars_release(&page);
	assert_true(str_equal(right.faces[0].name, STR("Song")));
	assert_true(right.faces[0].bold);
	page_chars_release(&right);
}

static void other_sheets_stay_whole(void **state)
{
	struct page_chars page;

	(void)state;
	/* No wider than high; a folio on one side only, or of too many digits. */
	set_spread(&page);
	page.width_pt = 900;
	assert_false(is_cut(&page));
	begin_sheet(&page, 1000, 700);
	set_text(&page, 20, 30, "12");
	set_text(&page, 600, 300, "right text");
	assert_false(is_cut(&page));
	begin_sheet(&page, 1000, 700);
	set_text(&page, 20, 30, "2012");
	set_text(&page, 940, 30, "2013");
	assert_false(is_cut(&page));
	/* Numbers in the middle of the height, or at the fold. */
	begin_sheet(&page, 1000, 700);
	set_text(&page, 20, 330, "12");
	set_text(&page, 960, 330, "13");
	assert_false(is_cut(&page));
	begin_sheet(&page, 1000, 700);
	set_text(&page, 400, 30, "12");
	set_text(&page, 560, 30, "13");
	assert_false(is_cut(&page));
	begin_sheet(&page, 1000, 700);
	assert_false(is_cut(&page));
}

/* A headline over both pages, with a character or a gap at the fold. */
static void a_line_across_the_fold_holds_them_together(void **state)
{
	struct page_chars page;

	(void)state;
	set_spread(&page);
	set_text(&page, 495, 100, "x");
	assert_false(is_cut(&page));
	set_spread(&page);
	set_text(&page, 460, 100, "over both");
	assert_false(is_cut(&page));
	/* Lines that only end and begin there are none. */
	set_spread(&page);
	set_text(&page, 460, 100, "abc");
	set_text(&page, 510, 100, "def");
	assert_true(is_cut(&page));
}

/* A page whose text runs down, or up. */
static void a_page_on_its_side_is_turned(void **state)
{
	struct page_chars page;

	(void)state;
	for (int up = 0; up < 2; up++) {
		begin_sheet(&page, 800, 600);
		for (size_t i = 0; i < 10; i++) {
			float y = up ? 590 - 10 * (float)i : 10 * (float)i;

			*ARRAY_ADD(page.chars, page.count, page.cap) =
				(struct page_char){ .code = 'a',
				                    .box = { 700, y, 710,
				                             y + 10 },
				                    .em_pt = EM,
				                    .turn = i == 9 ? TURN_NONE
				                            : up   ? TURN_UP
				                                 : TURN_DOWN };
		}
		*ARRAY_ADD(page.shapes, page.shape_count, page.shape_cap) =
			(struct page_shape){ .box = { 0, 0, 800, 1 } };
		assert_true(page_turn(&page));
		assert_float_equal(page.width_pt, 600, .01);
		assert_float_equal(page.height_pt, 800, .01);
		for (size_t i = 0; i < 9; i++) {
			const struct page_char *c = &page.chars[i];

			assert_int_equal(c->turn, TURN_NONE);
			assert_float_equal(c->box.x0, 10 * (float)i, .01);
			assert_float_equal(c->box.y0, up ? 700 : 90, .01);
			assert_float_equal(c->baseline_pt, c->box.y1 - 1.2,
			                   .01);
		}
		assert_int_equal(page.chars[9].turn, up ? TURN_DOWN : TURN_UP);
		assert_float_equal(page.shapes[0].box.x1, up ? 600 : 1, .01);
		assert_float_equal(page.shapes[0].box.y1, 800, .01);
		assert_false(page_turn(&page));
		page_chars_release(&page);
	}
}

static void a_page_with_some_turned_lines_is_not(void **state)
{
	struct page_chars page;

	(void)state;
	begin_sheet(&page, 800, 600);
	set_text(&page, 10, 100, "abcde");
	for (size_t i = 0; i < 3; i++)
		page.chars[i].turn = TURN_UP;
	assert_false(page_turn(&page));
	assert_float_equal(page.width_pt, 800, .01);
	page_chars_release(&page);
	begin_sheet(&page, 800, 600);
	assert_false(page_turn(&page));
	page_chars_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_pages_are_cut_apart),
		cmocka_unit_test(other_sheets_stay_whole),
		cmocka_unit_test(a_line_across_the_fold_holds_them_together),
		cmocka_unit_test(a_page_on_its_side_is_turned),
		cmocka_unit_test(a_page_with_some_turned_lines_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
