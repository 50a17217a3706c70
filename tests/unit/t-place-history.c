/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/place_history.h"

#include "../lib/fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static struct visit visit(size_t passage)
{
	return (struct visit){ { passage, 0 }, VIEW_PAGE };
}

/* The passage that a step leads to from `here`; NPOS: to none. */
static size_t step(struct place_history *history, int by, size_t here)
{
	struct visit to;

	return place_history_step(history, by, visit(here), &to)
	               ? to.place.passage
	               : NPOS;
}

static void back_and_forth(void **state)
{
	struct place_history history = { 0 };

	(void)state;
	assert_int_equal(step(&history, -1, 5), NPOS);
	assert_int_equal(step(&history, 1, 5), NPOS);
	place_history_note(&history, visit(1));
	place_history_note(&history, visit(2));
	assert_int_equal(step(&history, -1, 3), 2);
	assert_int_equal(step(&history, -1, 2), 1);
	assert_int_equal(step(&history, -1, 1), NPOS);
	assert_int_equal(step(&history, 1, 1), 2);
	assert_int_equal(step(&history, 1, 2), 3);
	assert_int_equal(step(&history, 1, 3), NPOS);
	place_history_clear(&history);
	assert_int_equal(step(&history, -1, 3), NPOS);
}

static void going_elsewhere_drops_what_lies_ahead(void **state)
{
	struct place_history history = { 0 };

	(void)state;
	place_history_note(&history, visit(1));
	place_history_note(&history, visit(2));
	step(&history, -1, 3);
	step(&history, -1, 2);
	place_history_note(&history, visit(1));
	assert_int_equal(step(&history, 1, 9), NPOS);
	assert_int_equal(step(&history, -1, 9), 1);
	assert_int_equal(step(&history, 1, 1), 9);
}

static void a_place_is_kept_once_in_a_row(void **state)
{
	struct place_history history = { 0 };

	(void)state;
	place_history_note(&history, visit(1));
	place_history_note(&history, visit(1));
	assert_int_equal(step(&history, -1, 2), 1);
	assert_int_equal(step(&history, -1, 1), NPOS);
}

static void the_oldest_go(void **state)
{
	struct place_history history = { 0 };
	size_t back = 0;

	(void)state;
	for (size_t i = 0; i < 3 * PLACE_HISTORY_MOST; i++)
		place_history_note(&history, visit(i));
	while (step(&history, -1, 3 * PLACE_HISTORY_MOST) != NPOS)
		back++;
	assert_true(back >= PLACE_HISTORY_MOST - 1 &&
	            back <= PLACE_HISTORY_MOST);
	for (; back > 1; back--)
		assert_int_not_equal(step(&history, 1, 0), NPOS);
}

/* Whatever is done: it stays in its bounds, and a step back is undone by one forth. */
static void any_steps(void **state)
{
	struct place_history history = { 0 };
	uint32_t seed = 7;
	size_t here = 0;

	(void)state;
	for (size_t n = 1; n < 100000; n++) {
		size_t to;

		if (!fixture_random(&seed, 3)) {
			place_history_note(&history, visit(here));
			here = n;
		} else {
			int by = fixture_random(&seed, 2) ? -1 : 1;

			to = step(&history, by, here);
			if (to != NPOS && fixture_random(&seed, 2))
				assert_int_equal(step(&history, -by, to), here);
			else if (to != NPOS)
				here = to;
		}
		assert_true(history.count <= PLACE_HISTORY_MOST);
		assert_true(history.at <= history.count);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(back_and_forth),
		cmocka_unit_test(going_elsewhere_drops_what_lies_ahead),
		cmocka_unit_test(a_place_is_kept_once_in_a_row),
		cmocka_unit_test(the_oldest_go),
		cmocka_unit_test(any_steps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
