/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/directions.h"

#include "../lib/place_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct page_type body = { 10, 0, 0 };

/* Each character of the page runs as `want` says: "-" across, "|" down. */
static void check_directions(struct page_chars *page, const char *want)
{
	struct directions *directions = directions_new(page);
	size_t steps = 0;
	bool *down;

	while (directions_step(directions, 3))
		continue;
	down = directions_tell(directions, &steps);
	directions_free(directions);
	for (size_t i = 0; i < page->count; i++)
		if (down[i] != (want[i] == '|'))
			fail_msg("character %zu runs %s", i,
			         down[i] ? "down" : "across");
	free(down);
	page_chars_release(page);
}

static void nearer_neighbours_tell_the_direction(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_across(&page, body, 40, 40, "天地玄");
	page_set_across(&page, body, 40, 54, "日月盈");
	page_set_down(&page, body, 200, 40, "天地玄");
	page_set_down(&page, body, 184, 40, "日月盈");
	check_directions(&page, "------||||||");
}

/* The last line of a column, of two characters with nothing under them. */
static void ends_of_columns_run_as_the_column(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_down(&page, body, 200, 40, "天地玄黄");
	page_set_down(&page, body, 180, 40, "日月");
	page_set_down(&page, body, 160, 40, "寒来暑往");
	check_directions(&page, "||||||||||");
}

static void a_lone_mark_runs_as_what_it_stands_by(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_down(&page, body, 200, 40, "天地玄黄");
	page_set_across(&page, body, 202, 80, "1");
	check_directions(&page, "|||||");
}

/* Digits under each other in a line that runs down, as years are set. */
static void digits_may_stand_under_each_other(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_down(&page, body, 200, 40, "天1930年");
	page_set_down(&page, body, 180, 40, "日月盈昃");
	check_directions(&page, "||||||||||");
}

static void turned_letters_run_as_they_are_turned(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_down(&page, body, 200, 40, "photo");
	page_turn_last(&page, 5, TURN_UP);
	page_set_across(&page, body, 40, 40, "photo");
	check_directions(&page, "|||||-----");
}

/* Marks stand up and right of where they are read; the lines are two em apart. */
static void moved_marks_hold_their_line_together(void **state)
{
	struct page_chars page;

	(void)state;
	page_begin(&page, 400, 400);
	page_set_down(&page, body, 200, 40, "天　地玄");
	page_set_down(&page, body, 205.5f, 44.5f, "，");
	page_set_down(&page, body, 180, 40, "日　月盈");
	page_set_down(&page, body, 185.5f, 44.5f, "。");
	check_directions(&page, "||||||||");
	page_begin(&page, 400, 400);
	page_set_down(&page, body, 200, 40, "天　地玄");
	page_set_down(&page, body, 205.5f, 44.5f, "，");
	page_set_down(&page, body, 180, 40, "日　月盈");
	page_set_down(&page, body, 185.5f, 44.5f, "。");
	page_check_lines(&page, "天，地玄 / 日。月盈");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nearer_neighbours_tell_the_direction),
		cmocka_unit_test(ends_of_columns_run_as_the_column),
		cmocka_unit_test(a_lone_mark_runs_as_what_it_stands_by),
		cmocka_unit_test(digits_may_stand_under_each_other),
		cmocka_unit_test(turned_letters_run_as_they_are_turned),
		cmocka_unit_test(moved_marks_hold_their_line_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
