/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/clean.h"

#include "../lib/place_page.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct page_type body = { 10, 0, 0 };

static void check_text(const struct page_chars *page, const char *want)
{
	struct buf got;

	buf_init(&got);
	for (size_t i = 0; i < page->count; i++)
		buf_add_uc(&got, page->chars[i].code);
	assert_string_equal(got.ptr, want);
	buf_release(&got);
}

static void what_is_printed_twice_is_there_once_and_bold(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "天地");
	page_set_across(&page, body, 40.2f, 40, "天地");
	page_set_across(&page, body, 40, 60, "玄");
	page_clean(&page);
	check_text(&page, "天地玄");
	assert_true(page.chars[0].bold && page.chars[1].bold);
	assert_false(page.chars[2].bold);
	page_chars_release(&page);
}

/* Over exactly the same place something is only drawn again. */
static void what_is_drawn_again_is_not_bold(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "天");
	page_set_across(&page, body, 40, 40, "天");
	page_clean(&page);
	check_text(&page, "天");
	assert_false(page.chars[0].bold);
	page_chars_release(&page);
}

static void a_shadow_has_the_colour_of_what_is_above_it(void **state)
{
	struct page_type white = { 10, 0, 0xffffff };
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40.5f, 40.5f, "天");
	page_set_across(&page, white, 40, 40, "天");
	page_clean(&page);
	check_text(&page, "天");
	assert_int_equal(page.chars[0].rgb, 0xffffff);
	page_chars_release(&page);
}

/* Narrow letters stand nearer than type is printed twice. */
static void two_narrow_letters_are_two(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "ll");
	for (size_t i = 0; i < 2; i++) {
		page.chars[i].box.x0 = 40 + 1.1f * (float)i;
		page.chars[i].box.x1 = page.chars[i].box.x0 + 1.1f;
	}
	page_clean(&page);
	check_text(&page, "ll");
	page_chars_release(&page);
}

static void what_stands_outside_the_page_is_not_seen(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "天");
	page_set_across(&page, body, 40, 410, "地");
	page_set_across(&page, body, -20, 40, "玄");
	page_clean(&page);
	check_text(&page, "天");
	page_chars_release(&page);
}

/* A font whose size is a tenth of its type, as those that are drawn glyph by glyph. */
static void the_em_is_that_of_the_ideographs(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "天地，玄黄");
	for (size_t i = 0; i < page.count; i++) {
		page.chars[i].em_pt = 1;
		page.chars[i].box.y0 = page.chars[i].baseline_pt - .88f;
		page.chars[i].box.y1 = page.chars[i].baseline_pt + .12f;
	}
	page_clean(&page);
	for (size_t i = 0; i < page.count; i++) {
		const struct page_char *c = &page.chars[i];

		assert_true(fabsf(c->em_pt - 10) < .01f);
		assert_true(fabsf(c->box.y0 - 40) < .01f &&
		            fabsf(c->box.y1 - 50) < .01f);
	}
	page_chars_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_printed_twice_is_there_once_and_bold),
		cmocka_unit_test(what_is_drawn_again_is_not_bold),
		cmocka_unit_test(a_shadow_has_the_colour_of_what_is_above_it),
		cmocka_unit_test(two_narrow_letters_are_two),
		cmocka_unit_test(what_stands_outside_the_page_is_not_seen),
		cmocka_unit_test(the_em_is_that_of_the_ideographs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
