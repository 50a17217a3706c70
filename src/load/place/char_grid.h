/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_CHAR_GRID_H
#define LOAD_PLACE_CHAR_GRID_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Points of a page in buckets by their place, so that what stands near a point is found
 * without a look at all others: a hierarchical grid, of a level for each power of two of
 * the size of type, with cells of about an em of that level.  So small type does not fill
 * the cells that headlines need, and a look into a window of some em visits some cells,
 * whatever the page holds.
 *
 * A cell keeps at most GRID_CELL_MOST points; no legible type has so many on an em, and
 * others of that cell are not found.
 */
#define GRID_CELL_MOST 24
#define GRID_LEVELS    24

struct grid_point {
	float s, t;
	float em_pt; /* > 0 */
};

struct grid_level {
	float s0, t0, cell_pt;
	uint32_t across, down; /* cells; 0: no point is of this level */
	uint32_t *starts;      /* owned; of each cell in items, and the end */
};

struct grid_item {
	float s, t, em_pt;
	uint32_t index;
};

struct char_grid {
	struct grid_level levels[GRID_LEVELS];
	struct grid_item *items; /* owned; by level, then by cell */
	size_t steps;            /* points and cells looked at, for tests */
};

/* Of `count` points those for which `skip` (NULL: none) is not set; both are copied. */
void char_grid_init(struct char_grid *grid, const struct grid_point *points,
                    size_t count, const bool *skip);
void char_grid_release(struct char_grid *grid);

/* Points with s in [s0, s1], t in [t0, t1] and a size in [em_from, em_to]. */
struct grid_window {
	float s0, s1, t0, t1;
	float em_from_pt, em_to_pt;
};

/* A walk over the points of a window, in no order that counts. */
struct grid_walk {
	struct char_grid *grid;
	struct grid_window window;
	int level, level_end;
	uint32_t column0, column1, row, row_end; /* cells of this level */
	const struct grid_item *item, *end;      /* of this row of cells */
};

void grid_walk_init(struct grid_walk *walk, struct char_grid *grid,
                    struct grid_window window);

/* The next row of cells that may have points of the window; false: no more. */
bool grid_walk_row(struct grid_walk *walk);

/* The next point of the window, or NULL. */
static inline const struct grid_item *grid_walk_next(struct grid_walk *walk)
{
	do {
		for (; walk->item < walk->end; walk->item++) {
			const struct grid_item *item = walk->item;

			if (item->s >= walk->window.s0 &&
			    item->s <= walk->window.s1 &&
			    item->t >= walk->window.t0 &&
			    item->t <= walk->window.t1 &&
			    item->em_pt >= walk->window.em_from_pt &&
			    item->em_pt <= walk->window.em_to_pt) {
				walk->item++;
				return item;
			}
		}
	} while (grid_walk_row(walk));
	return NULL;
}

#endif
