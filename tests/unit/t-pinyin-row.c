/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/pinyin_row.h"

#include "../lib/fixture.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define ITEMS 20

/* Words that stand side by side, of cells/readings, and where the readings stand; - for
 * those that have no room. */
static void readings_stand_above_their_words(void **state)
{
	static const struct {
		int cols[4], readings[4];
		size_t count, chosen;
		const char *want;
	} cases[] = {
		/* centred, and moved to the edge of the room */
		{ { 4 }, { 2 }, 1, 0, "1 " },
		{ { 2 }, { 3 }, 1, 0, "-1 " },
		{ { 2 }, { 5 }, 1, 0, "- " },
		{ { 4, 4 }, { 4, 4 }, 2, 0, "0 - " },
		{ { 4, 4 }, { 3, 3 }, 2, 0, "0 4 " },
		/* the chosen one goes before, then those beside it */
		{ { 2, 2, 2 }, { 3, 3, 3 }, 3, 1, "- 1 - " },
		{ { 2, 2, 2 }, { 3, 3, 3 }, 3, 0, "-1 - 3 " },
		{ { 2, 4, 2 }, { 2, 4, 2 }, 3, 1, "- 2 - " },
		{ { 2, 2, 2, 2 }, { 2, 0, 0, 3 }, 4, 1, "0 - - 5 " },
		/* a word without a reading leaves its room to others */
		{ { 2, 4, 2 }, { 0, 7, 0 }, 3, 1, "- 0 - " },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct pinyin_item items[4] = { 0 };
		struct buf got;
		int left = 0;

		buf_init(&got);
		for (size_t j = 0; j < cases[i].count; j++) {
			items[j].left = left;
			items[j].cols = cases[i].cols[j];
			items[j].reading_cols = cases[i].readings[j];
			left += cases[i].cols[j];
		}
		pinyin_row_place(items, cases[i].count, cases[i].chosen, -1,
		                 left + 1);
		for (size_t j = 0; j < cases[i].count; j++)
			if (items[j].has_room)
				buf_addf(&got, "%d ", items[j].at);
			else
				buf_add_c(&got, "- ");
		if (strcmp(got.ptr, cases[i].want))
			fail_msg("%zu: %s", i, got.ptr);
		buf_release(&got);
	}
}

/* Of any words: in the room, a cell apart, above their words, and the chosen one has its
 * place whenever there is one for it alone. */
static void readings_never_touch(void **state)
{
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct pinyin_item items[ITEMS], alone;
		size_t count = 1 + fixture_random(&seed, ITEMS);
		size_t chosen = fixture_random(&seed, (uint32_t)count);
		int left = 0, end = -2;

		memset(items, 0, sizeof items);
		for (size_t i = 0; i < count; i++) {
			items[i].left = left;
			items[i].cols = 1 + (int)fixture_random(&seed, 8);
			items[i].reading_cols = (int)fixture_random(&seed, 12);
			left += items[i].cols + (int)fixture_random(&seed, 3);
		}
		alone = items[chosen];
		pinyin_row_place(&alone, 1, 0, -1, left + 1);
		pinyin_row_place(items, count, chosen, -1, left + 1);
		assert_int_equal(items[chosen].has_room, alone.has_room);
		for (size_t i = 0; i < count; i++) {
			const struct pinyin_item *item = &items[i];

			if (!item->has_room)
				continue;
			assert_true(item->at > end);
			end = item->at + item->reading_cols;
			assert_true(end <= left + 1);
			assert_true(item->at < item->left + item->cols &&
			            end > item->left);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(readings_stand_above_their_words),
		cmocka_unit_test(readings_never_touch),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
