/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/char_grid.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define POINTS 500

static float random_below(uint64_t *state, float limit)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return limit * (float)(*state >> 40) / (float)(1 << 24);
}

static bool is_inside(const struct grid_point *point, struct grid_window w)
{
	return point->s >= w.s0 && point->s <= w.s1 && point->t >= w.t0 &&
	       point->t <= w.t1 && point->em_pt >= w.em_from_pt &&
	       point->em_pt <= w.em_to_pt;
}

/* A walk gives each point of its window once, and no other. */
static void check_window(struct char_grid *grid,
                         const struct grid_point *points, const bool *skip,
                         struct grid_window window)
{
	bool found[POINTS] = { false };
	struct grid_walk walk;
	const struct grid_item *item;

	grid_walk_init(&walk, grid, window);
	while ((item = grid_walk_next(&walk))) {
		assert_false(found[item->index]);
		found[item->index] = true;
	}
	for (size_t i = 0; i < POINTS; i++)
		assert_int_equal(found[i],
		                 !skip[i] && is_inside(&points[i], window));
}

static void a_walk_gives_the_points_of_its_window(void **state)
{
	struct grid_point points[POINTS];
	bool skip[POINTS];
	uint64_t seed = 1;

	(void)state;
	for (int round = 0; round < 40; round++) {
		float page = round % 2 ? 500 : 50000;
		struct char_grid grid;

		for (size_t i = 0; i < POINTS; i++) {
			points[i] = (struct grid_point){
				random_below(&seed, page) - 10,
				random_below(&seed, page) - 10,
				.01f + random_below(&seed, i % 9 ? 12 : 900)
			};
			skip[i] = i % 7 == 0;
		}
		char_grid_init(&grid, points, POINTS, skip);
		for (int k = 0; k < 40; k++) {
			float s = random_below(&seed, page);
			float t = random_below(&seed, page);
			float size = random_below(&seed, page / 4);
			float em = random_below(&seed, 10) + .01f;

			check_window(&grid, points, skip,
			             (struct grid_window){ s, s + size, t,
			                                   t + size, em,
			                                   em * 8 });
		}
		char_grid_release(&grid);
	}
}

/* Cells that are too full are cut, so that no walk looks at all points. */
static void a_walk_looks_at_some_points_of_a_heap(void **state)
{
	struct grid_point points[POINTS];
	struct grid_walk walk;
	struct char_grid grid;
	size_t found = 0;

	(void)state;
	for (size_t i = 0; i < POINTS; i++)
		points[i] = (struct grid_point){ 100, 100, 9 };
	char_grid_init(&grid, points, POINTS, NULL);
	grid_walk_init(&walk, &grid,
	               (struct grid_window){ 90, 110, 90, 110, 8, 10 });
	while (grid_walk_next(&walk))
		found++;
	assert_int_equal(found, GRID_CELL_MOST);
	char_grid_release(&grid);
}

static void a_grid_of_nothing_is_empty(void **state)
{
	struct grid_walk walk;
	struct char_grid grid;

	(void)state;
	char_grid_init(&grid, NULL, 0, NULL);
	grid_walk_init(&walk, &grid,
	               (struct grid_window){ 0, 500, 0, 500, .1f, 1000 });
	assert_null(grid_walk_next(&walk));
	char_grid_release(&grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_walk_gives_the_points_of_its_window),
		cmocka_unit_test(a_walk_looks_at_some_points_of_a_heap),
		cmocka_unit_test(a_grid_of_nothing_is_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
