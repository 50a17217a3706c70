/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/palette.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void colours_have_their_nearest(void **state)
{
	static const struct {
		uint32_t rgb;
		int of_16, of_256;
	} cases[] = {
		{ 0x000000, 0, 16 },  { 0xffffff, 15, 231 },
		{ 0xff0000, 9, 196 }, { 0x00005f, 0, 17 },
		{ 0x5f8700, 8, 64 },  { 0x080808, 0, 232 },
		{ 0x808080, 8, 244 }, { 0xeeeeee, 7, 255 },
		{ 0xd7d7af, 7, 187 }, { 0xfe0102, 9, 196 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int of_16 = palette_nearest(cases[i].rgb, 16);
		int of_256 = palette_nearest(cases[i].rgb, 256);

		if (of_16 != cases[i].of_16 || of_256 != cases[i].of_256)
			fail_msg("%06x: %d, %d", cases[i].rgb, of_16, of_256);
		assert_int_equal(palette_nearest(cases[i].rgb, 88), of_16);
	}
	/* The smallest numbers are not themselves. */
	assert_int_equal(palette_nearest(0x123456, PALETTE_DIRECT), 0x123456);
	assert_int_equal(palette_nearest(3, PALETTE_DIRECT), 8);
}

/* Each colour of the cube is its own nearest. */
static void colours_of_the_cube_are_exact(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < 216; i++) {
		uint32_t levels[3] = { i / 36, i / 6 % 6, i % 6 }, rgb = 0;

		for (int k = 0; k < 3; k++)
			rgb = rgb << 8 | (levels[k] ? 55 + 40 * levels[k] : 0);
		assert_int_equal(palette_nearest(rgb, 256), 16 + i);
	}
}

static void pairs_are_numbered_once(void **state)
{
	struct colour_pairs pairs;
	bool is_new;

	(void)state;
	colour_pairs_init(&pairs, 100);
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 60; i++) {
			assert_int_equal(
				colour_pairs_number(&pairs, i / 8, i, &is_new),
				i);
			assert_int_equal(is_new, !round);
		}
	assert_int_equal(colour_pairs_number(&pairs, 7, 3, &is_new), 60);
	assert_true(is_new);
	/* A screen that begins forgets them where few more have room. */
	colour_pairs_begin(&pairs);
	assert_int_equal(pairs.count, 61);
	for (int i = 0; i < 20; i++)
		colour_pairs_number(&pairs, 1000, i, &is_new);
	colour_pairs_begin(&pairs);
	assert_int_equal(pairs.count, 0);
	assert_int_equal(colour_pairs_number(&pairs, 7, 3, &is_new), 0);
	assert_true(is_new);
	colour_pairs_release(&pairs);
}

static void without_room_a_pair_is_like_another(void **state)
{
	struct colour_pairs pairs;
	bool is_new;

	(void)state;
	colour_pairs_init(&pairs, 3);
	for (int i = 0; i < 3; i++)
		colour_pairs_number(&pairs, i, 10 + i, &is_new);
	assert_int_equal(colour_pairs_number(&pairs, 9, 12, &is_new), 2);
	assert_false(is_new);
	assert_int_equal(colour_pairs_number(&pairs, 9, 99, &is_new), 0);
	assert_false(is_new);
	assert_int_equal(pairs.count, 3);
	colour_pairs_release(&pairs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(colours_have_their_nearest),
		cmocka_unit_test(colours_of_the_cube_are_exact),
		cmocka_unit_test(pairs_are_numbered_once),
		cmocka_unit_test(without_room_a_pair_is_like_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
