/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/char_grid.h"

#include "base/mem.h"
#include "load/place/size_class.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CELL_EM 1.5f /* of the smallest type of a level */
/* Cells of a level: so many for each point, and for a level at least. */
#define CELLS_A_POINT 16
#define CELLS_LEAST   16384

static int level_of(float em_pt)
{
	int level = size_class_of(em_pt) - SIZE_CLASS_LEAST;

	return level < GRID_LEVELS ? level : GRID_LEVELS - 1;
}

struct level_extent {
	float s0, s1, t0, t1;
	size_t count;
};

static void extent_add(struct level_extent *extent,
                       const struct grid_point *point)
{
	if (!extent->count++) {
		*extent = (struct level_extent){ point->s, point->s, point->t,
			                         point->t, 1 };
		return;
	}
	extent->s0 = fminf(extent->s0, point->s);
	extent->s1 = fmaxf(extent->s1, point->s);
	extent->t0 = fminf(extent->t0, point->t);
	extent->t1 = fmaxf(extent->t1, point->t);
}

/* Cells of about an em, or larger ones if the points stand so far apart that there would
 * be many more cells than points. */
static void level_size(struct grid_level *level, int number,
                       const struct level_extent *extent)
{
	double most = (double)extent->count * CELLS_A_POINT + CELLS_LEAST;
	double across, down;

	level->s0 = extent->s0;
	level->t0 = extent->t0;
	level->cell_pt = ldexpf(CELL_EM, number + SIZE_CLASS_LEAST);
	for (;; level->cell_pt *= 2) {
		across = floor((double)(extent->s1 - extent->s0) /
		               (double)level->cell_pt) +
		         1;
		down = floor((double)(extent->t1 - extent->t0) /
		             (double)level->cell_pt) +
		       1;
		if (across * down <= most)
			break;
	}
	level->across = (uint32_t)across;
	level->down = (uint32_t)down;
	level->starts = mem_alloc(((size_t)level->across * level->down + 1) *
	                          sizeof(uint32_t));
}

static uint32_t cell_along(float at, float from, float cell_pt, uint32_t cells)
{
	float cell = (at - from) / cell_pt;

	return cell <= 0                    ? 0
	       : cell >= (float)(cells - 1) ? cells - 1
	                                    : (uint32_t)cell;
}

static uint32_t *cell_of(const struct grid_level *level,
                         const struct grid_point *point)
{
	uint32_t s =
		cell_along(point->s, level->s0, level->cell_pt, level->across);
	uint32_t t =
		cell_along(point->t, level->t0, level->cell_pt, level->down);

	return &level->starts[(size_t)t * level->across + s];
}

/* Counts in each cell become the end of the cell in `items`; gives the end of all. */
static uint32_t level_ends(struct grid_level *level, uint32_t at)
{
	size_t cells = (size_t)level->across * level->down;

	for (size_t i = 0; i < cells; i++) {
		uint32_t count = level->starts[i];

		at += count < GRID_CELL_MOST ? count : GRID_CELL_MOST;
		level->starts[i] = at;
	}
	level->starts[cells] = at;
	return at;
}

/* Fills cells from their ends, so that each end becomes the start. */
static void grid_fill(struct char_grid *grid, const struct grid_point *points,
                      size_t count, const bool *skip, const uint8_t *room)
{
	for (size_t i = count; i-- > 0;) {
		const struct grid_point *point = &points[i];

		if ((skip && skip[i]) || !room[i])
			continue;
		grid->items[--*cell_of(&grid->levels[level_of(point->em_pt)],
		                       point)] =
			(struct grid_item){ point->s, point->t, point->em_pt,
			                    (uint32_t)i };
	}
}

static void grid_sizes(struct char_grid *grid, const struct grid_point *points,
                       size_t count, const bool *skip)
{
	struct level_extent extents[GRID_LEVELS] = { 0 };

	for (size_t i = 0; i < count; i++) {
		assert(points[i].em_pt > 0);
		if (!skip || !skip[i])
			extent_add(&extents[level_of(points[i].em_pt)],
			           &points[i]);
	}
	for (int level = 0; level < GRID_LEVELS; level++)
		if (extents[level].count)
			level_size(&grid->levels[level], level,
			           &extents[level]);
}

void char_grid_init(struct char_grid *grid, const struct grid_point *points,
                    size_t count, const bool *skip)
{
	uint8_t *room = mem_alloc(count);
	uint32_t at = 0;

	assert(count < UINT32_MAX);
	memset(grid, 0, sizeof *grid);
	grid_sizes(grid, points, count, skip);
	for (size_t i = 0; i < count; i++) {
		if (skip && skip[i])
			continue;
		room[i] = ++*cell_of(&grid->levels[level_of(points[i].em_pt)],
		                     &points[i]) <= GRID_CELL_MOST;
	}
	for (int level = 0; level < GRID_LEVELS; level++)
		if (grid->levels[level].across)
			at = level_ends(&grid->levels[level], at);
	grid->items = mem_alloc(at * sizeof *grid->items);
	grid_fill(grid, points, count, skip, room);
	free(room);
}

void char_grid_release(struct char_grid *grid)
{
	for (int level = 0; level < GRID_LEVELS; level++)
		free(grid->levels[level].starts);
	free(grid->items);
	memset(grid, 0, sizeof *grid);
}

/* The cells of the walk's level that its window touches. */
static void walk_enter(struct grid_walk *walk)
{
	const struct grid_level *level = &walk->grid->levels[walk->level];
	const struct grid_window *window = &walk->window;
	float s1 = level->s0 + (float)level->across * level->cell_pt;
	float t1 = level->t0 + (float)level->down * level->cell_pt;

	walk->row = walk->row_end = 0;
	if (!level->across || window->s1 < level->s0 || window->s0 > s1 ||
	    window->t1 < level->t0 || window->t0 > t1)
		return;
	walk->column0 = cell_along(window->s0, level->s0, level->cell_pt,
	                           level->across);
	walk->column1 = cell_along(window->s1, level->s0, level->cell_pt,
	                           level->across);
	walk->row =
		cell_along(window->t0, level->t0, level->cell_pt, level->down);
	walk->row_end =
		cell_along(window->t1, level->t0, level->cell_pt, level->down) +
		1;
}

void grid_walk_init(struct grid_walk *walk, struct char_grid *grid,
                    struct grid_window window)
{
	*walk = (struct grid_walk){
		.grid = grid,
		.window = window,
		.level = level_of(window.em_from_pt),
		.level_end = level_of(window.em_to_pt) + 1,
	};
	walk_enter(walk);
}

bool grid_walk_row(struct grid_walk *walk)
{
	const struct grid_level *level;
	size_t cell;

	while (walk->row == walk->row_end) {
		if (++walk->level >= walk->level_end)
			return false;
		walk_enter(walk);
	}
	level = &walk->grid->levels[walk->level];
	cell = (size_t)walk->row++ * level->across;
	walk->item = walk->grid->items + level->starts[cell + walk->column0];
	walk->end = walk->grid->items + level->starts[cell + walk->column1 + 1];
	walk->grid->steps += (size_t)(walk->end - walk->item) + 1;
	return true;
}
