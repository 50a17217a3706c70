/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_chars.h"

#include "../lib/place_page.h"
#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct page_type type = { 10, 0, 0 };

/* A column of `count` lines of text from (x, y); the last is short.  Gives y below it. */
static float set_text(struct page_chars *page, float x, float y, size_t count)
{
	for (size_t i = 0; i < count; i++, y += 12)
		page_set_across(
			page, type, x, y,
			i + 1 < count ? "before the road by the mill was mended"
				      : "it was gone.");
	return y;
}

/* A scan of two columns that touch: a head in the second one, set in the middle, and a
 * folio above. */
static void set_page(struct page_chars *page, bool hidden)
{
	float y;

	page_begin(page, 420, 500);
	page_set_across(page, type, 200, 8, "( 4 )");
	y = set_text(page, 10, 40, 12);
	set_text(page, 10, y, 13);
	y = set_text(page, 205, 40, 6);
	page_set_across(page, type, 260, y + 12, "H A R V E S T");
	set_text(page, 205, y + 36, 14);
	for (size_t i = 0; i < page->count; i++)
		page->chars[i].hidden = hidden;
}

static void lines_are_in_the_order_of_the_file(void **state)
{
	struct page_chars page;
	struct placement placement;
	const struct placement_line *head;

	(void)state;
	set_page(&page, true);
	assert_true(scan_chars_place(&placement, &page));
	assert_int_equal(placement.line_count, 1 + 12 + 13 + 6 + 1 + 14);
	assert_int_equal(placement.lines[0].role, PLACED_FURNITURE);
	assert_true(str_equal(placement.lines[0].text, STR("( 4 )")));
	assert_true(str_equal(placement.lines[12].text, STR("it was gone.")));
	assert_int_equal(placement.article_count, 2);
	head = &placement.lines[placement.articles[1].lines.start];
	assert_int_equal(head->role, PLACED_HEAD);
	assert_true(str_equal(head->text, STR("HARVEST")));
	placement_release(&placement);
	page_chars_release(&page);
}

/* What is drawn is placed by where it stands, and so is what has no order of lines. */
static void others_are_left(void **state)
{
	struct page_chars page;
	struct placement placement;

	(void)state;
	set_page(&page, false);
	assert_false(scan_chars_place(&placement, &page));
	page_chars_release(&page);
	set_page(&page, true);
	page_shuffle(&page, 7);
	assert_false(scan_chars_place(&placement, &page));
	page_chars_release(&page);
	page_begin(&page, 420, 500);
	assert_false(scan_chars_place(&placement, &page));
	page_chars_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_in_the_order_of_the_file),
		cmocka_unit_test(others_are_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
