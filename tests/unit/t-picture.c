/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void pixels_have_means(void **state)
{
	uint32_t rgb[] = { 0x000000, 0x202020, 0x404040, 0x606060,
		           0xff0000, 0x00ff00, 0x0000ff, 0xffffff };
	const struct pixels pixels = { 4, 2, rgb };

	(void)state;
	assert_int_equal(pixels_mean(&pixels, 0, .25, 0, .5), 0x000000);
	assert_int_equal(pixels_mean(&pixels, .75, 1, .5, 1), 0xffffff);
	assert_int_equal(pixels_mean(&pixels, 0, 1, 0, .5), 0x303030);
	assert_int_equal(pixels_mean(&pixels, 0, .5, .5, 1), 0x7f7f00);
	/* Less than a pixel is the one in the middle. */
	assert_int_equal(pixels_mean(&pixels, .3, .31, .1, .11), 0x202020);
	assert_int_equal(pixels_mean(&pixels, 1, 1, 1, 1), 0xffffff);
}

static void pictures_are_found_by_place(void **state)
{
	struct picture items[] = { { 0, 0, 100, 50, { 0 } },
		                   { 0, 60, 100, 50, { 0 } },
		                   { 200, 0, 10, 10, { 0 } } };
	const struct page_pictures pictures = { items, 3, 3 };

	(void)state;
	assert_ptr_equal(page_pictures_at(&pictures, 0, 0, 100, 50), &items[0]);
	assert_ptr_equal(page_pictures_at(&pictures, 2, 58, 96, 50), &items[1]);
	assert_null(page_pictures_at(&pictures, 0, 30, 100, 50));
	assert_null(page_pictures_at(&pictures, 190, 0, 100, 100));
	assert_null(page_pictures_at(&(struct page_pictures){ 0 }, 0, 0, 9, 9));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pixels_have_means),
		cmocka_unit_test(pictures_are_found_by_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
