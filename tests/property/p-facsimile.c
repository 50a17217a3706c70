/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/oracle.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Pages with places of all sorts: whatever the boxes of lines, rules and pictures say, each
 * byte is on the sheet once, and nothing stands over another. */

#define SEEDS  200
#define WIDTH  600.f
#define HEIGHT 900.f

/* A generator of numbers that are the same on every machine (xorshift). */
static uint32_t draw(uint32_t *state, uint32_t below)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state % below;
}

static struct line_box any_box(uint32_t *state)
{
	struct line_box box = {
		.left_pt = (float)draw(state, 560),
		.top_pt = (float)draw(state, 860),
		.vertical = draw(state, 8) == 0,
	};

	box.width_pt = 1 + (float)draw(state, (uint32_t)(599 - box.left_pt));
	box.height_pt = 1 + (float)draw(state, (uint32_t)(899 - box.top_pt));
	if (draw(state, 4))
		box.height_pt = box.height_pt > 12 ? 12 : box.height_pt;
	box.em_pt = 1 + (float)draw(state, 40);
	return box;
}

/* The box of line `i` in columns of `rows` lines, moved a bit; they may overlap. */
static struct line_box column_box(uint32_t *state, size_t i, size_t rows,
                                  bool vertical)
{
	float step = (float)(i % rows) * 10, jitter = (float)draw(state, 4);
	float side = (float)(i / rows) * 100;
	struct line_box box = { side + jitter, 20 + step, 90, 9, 9, 0, 0 };

	if (vertical)
		box = (struct line_box){
			580 - step, 20 + side + jitter, 9, 90, 9, true, false
		};
	if (box.left_pt < 0 || box.left_pt > WIDTH - 100 ||
	    box.top_pt > HEIGHT - 100)
		box = (struct line_box){ 1, 1, 90, 9, 9, false, false };
	return box;
}

static void place_lines(struct issue *issue, struct page *page, uint32_t seed)
{
	size_t lines = page->lines.end - page->lines.start;
	struct line_box *boxes =
		arena_alloc(&issue->arena, (lines + 1) * sizeof *boxes);
	uint32_t state = seed + 1;

	for (size_t i = 0; i < lines; i++)
		switch (seed % 5) {
		case 0:
			boxes[i] = any_box(&state);
			break;
		case 1:
			boxes[i] = (struct line_box){ 50, 60, 90, 9, 9, 0, 0 };
			break;
		case 2: /* some lines have no place */
			if (draw(&state, 3))
				boxes[i] = column_box(&state, i, 30, false);
			break;
		default:
			boxes[i] = column_box(&state, i, 12 + seed % 40,
			                      seed % 5 == 4);
		}
	page->boxes = boxes;
	page->width_pt = WIDTH;
	page->height_pt = HEIGHT;
}

static void place_marks(struct issue *issue, struct page *page, uint32_t seed)
{
	size_t count = seed % 20;
	struct page_mark *marks =
		arena_alloc(&issue->arena, (count + 1) * sizeof *marks);
	uint32_t state = seed + 7;

	for (size_t m = 0; m < count; m++) {
		struct line_box box = any_box(&state);
		bool thin = draw(&state, 2);

		marks[m] = (struct page_mark){
			(enum mark_kind)draw(&state, 3),
			box.left_pt,
			box.top_pt,
			thin && m % 2 ? 1 : box.width_pt,
			thin && m % 2 == 0 ? 1 : box.height_pt,
		};
	}
	page->marks = marks;
	page->mark_count = count;
}

static void assert_sound(char *wrong, const char *what, uint32_t seed)
{
	if (wrong)
		fail_msg("%s, seed %u: %s", what, (unsigned)seed, wrong);
}

static void assert_facsimiles(struct issue *issue, const char *what,
                              uint32_t seed)
{
	static const int sizes[][2] = { { 24, 80 }, { 60, 200 }, { 3, 1 } };

	for (size_t p = 0; p < issue->page_count; p++) {
		place_lines(issue, &issue->pages[p], seed + (uint32_t)p);
		place_marks(issue, &issue->pages[p], seed);
	}
	assert_sound(issue_validate(issue), what, seed);
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++)
		assert_sound(oracle_facsimiles(issue, sizes[i][0], sizes[i][1],
		                               1 + (int)seed % 2),
		             what, seed);
}

static void any_places_lose_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; fixture_files()[i]; i++) {
		struct issue *issue = fixture_issue(fixture_files()[i]);

		for (uint32_t seed = 0; seed < 10; seed++)
			assert_facsimiles(issue, fixture_files()[i], seed);
		issue_free(issue);
	}
}

static void any_text_is_placed(void **state)
{
	(void)state;
	for (uint32_t seed = 0; seed < SEEDS; seed++) {
		struct issue *issue;
		struct buf bytes;

		buf_init(&bytes);
		fixture_generate(&bytes, seed);
		issue = load_bytes(buf_str(&bytes), "x", NULL);
		assert_facsimiles(issue, "made text", seed);
		issue_free(issue);
		buf_release(&bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_places_lose_nothing),
		cmocka_unit_test(any_text_is_placed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
