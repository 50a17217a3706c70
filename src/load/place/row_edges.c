/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/row_edges.h"

#include "base/mem.h"
#include "load/place/char_grid.h"
#include "load/place/char_kind.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

#define MARKS_HUNG_MOST 4 /* more do not hang into a gutter */

/* Where rows begin and end. */
struct edges {
	const struct frame_char *chars;
	struct char_grid *grid; /* of the characters; borrowed */
	struct char_grid starts, ends;
};

static void edges_init(struct edges *edges, const struct rows *rows,
                       const struct frame_char *chars, struct char_grid *grid)
{
	struct grid_point *starts = mem_alloc(rows->count * sizeof *starts);
	struct grid_point *ends = mem_alloc(rows->count * sizeof *ends);
	bool *skip = mem_alloc(rows->count);

	edges->chars = chars;
	edges->grid = grid;
	for (size_t i = 0; i < rows->count; i++) {
		struct row row = rows->items[i];
		const struct frame_char *first = &chars[rows->chars[row.start]];
		const struct frame_char *last =
			&chars[rows->chars[row.end - 1]];

		starts[i] = (struct grid_point){ first->begin, first->t,
			                         first->em_pt };
		ends[i] =
			(struct grid_point){ last->end, last->t, last->em_pt };
		skip[i] = row.end - row.start < (size_t)EDGE_CHARS;
	}
	char_grid_init(&edges->starts, starts, rows->count, skip);
	char_grid_init(&edges->ends, ends, rows->count, skip);
	free(starts);
	free(ends);
	free(skip);
}

/* `need` rows above and below `c` have their edge at s. */
static bool has_edge(struct char_grid *grid, const struct frame_char *c,
                     float em_pt, float s, float near_em, float need)
{
	float near = near_em * em_pt, far = EDGE_ROWS_EM * em_pt;
	struct grid_walk walk;
	const struct grid_item *item;
	float count = 0;

	grid_walk_init(&walk, grid,
	               (struct grid_window){ s - near, s + near, c->t - far,
	                                     c->t + far, EDGE_SIZE * em_pt,
	                                     em_pt / EDGE_SIZE });
	while (count < need && (item = grid_walk_next(&walk)))
		count += fabsf(item->t - c->t) > EDGE_NEXT_EM * em_pt;
	return count >= need;
}

/* The rows right above and right below `c` begin where it does. */
static bool is_in_column(struct edges *edges, const struct frame_char *c,
                         float em_pt)
{
	float near = EDGE_BEGIN_EM * em_pt;
	struct grid_walk walk;
	const struct grid_item *item;
	bool above = false, below = false;

	grid_walk_init(&walk, &edges->starts,
	               (struct grid_window){ c->begin - near, c->begin + near,
	                                     c->t - EDGE_NEAR_EM * em_pt,
	                                     c->t + EDGE_NEAR_EM * em_pt,
	                                     EDGE_SIZE * em_pt,
	                                     em_pt / EDGE_SIZE });
	while ((item = grid_walk_next(&walk))) {
		above = above || item->t < c->t - EDGE_NEXT_EM * em_pt;
		below = below || item->t > c->t + EDGE_NEXT_EM * em_pt;
	}
	return above && below;
}

/* The last character before `at` of a row that is no mark which may hang. */
static size_t before_marks(const struct edges *edges, const size_t *row,
                           size_t start, size_t at)
{
	size_t last = at - 1;

	while (last > start && at - last <= MARKS_HUNG_MOST &&
	       char_closes_white(edges->chars[row[last]].code))
		last--;
	return last;
}

/* A column begins with `c`; an opening mark may hang out of it. */
static bool column_begins(struct edges *edges, const struct frame_char *c,
                          float em_pt, float need)
{
	return has_edge(&edges->starts, c, em_pt, c->begin, EDGE_BEGIN_EM,
	                need) ||
	       (char_opens_white(c->code) &&
	        has_edge(&edges->starts, c, em_pt, c->s1, EDGE_BEGIN_EM, need));
}

/* Type of the next row above or below stands across the left edge of `c`: there is no
 * column. */
static bool is_crossed(struct edges *edges, const struct frame_char *c,
                       float em_pt)
{
	float off = EDGE_CROSS_EM * em_pt, s = c->begin - 2 * off;
	struct grid_walk walk;
	const struct grid_item *item;

	grid_walk_init(&walk, edges->grid,
	               (struct grid_window){ s - em_pt, s + em_pt,
	                                     c->t - EDGE_CROSS_FAR_EM * em_pt,
	                                     c->t + EDGE_CROSS_FAR_EM * em_pt,
	                                     EDGE_SIZE * em_pt,
	                                     em_pt / EDGE_SIZE });
	while ((item = grid_walk_next(&walk))) {
		const struct frame_char *other = &edges->chars[item->index];

		if (fabsf(item->t - c->t) > EDGE_NEXT_EM * em_pt &&
		    other->begin < s - off && other->end > s + off)
			return true;
	}
	return false;
}

/* The row goes over from one column to another before `at`. */
static bool is_edge(struct edges *edges, const size_t *row, size_t start,
                    size_t at)
{
	const struct frame_char *c = &edges->chars[row[at]];
	size_t last = at - 1;
	const struct frame_char *before = &edges->chars[row[last]];
	float em = fmaxf(before->em_pt, c->em_pt);
	bool hung = c->begin - before->end < GUTTER_GAP_EM * em;

	if (c->s0 - before->s1 >= EDGE_NEAR_ROOM_EM * em &&
	    is_in_column(edges, c, em))
		return true;
	last = before_marks(edges, row, start, at);
	before = &edges->chars[row[last]];
	if (hung &&
	    (last == at - 1 || c->begin - before->end < GUTTER_GAP_EM * em ||
	     !(c->han || char_opens_white(c->code))))
		return false;
	if (!column_begins(edges, c, em, hung ? EDGE_ROWS_HUNG : EDGE_ROWS) ||
	    is_crossed(edges, c, em))
		return false;
	for (; last < at; last++)
		if (has_edge(&edges->ends, c, em, edges->chars[row[last]].end,
		             EDGE_END_EM, hung ? EDGE_ENDS_HUNG : EDGE_ROWS))
			return true;
	return false;
}

void row_edges_cut(struct rows *rows, const struct frame_char *chars,
                   struct char_grid *grid, size_t *steps)
{
	struct rows cut = { .chars = rows->chars,
		            .char_count = rows->char_count };
	struct edges edges;

	edges_init(&edges, rows, chars, grid);
	for (size_t i = 0; i < rows->count; i++) {
		size_t start = rows->items[i].start, end = rows->items[i].end;

		for (size_t at = start + 1; at < end; at++) {
			if (!is_edge(&edges, rows->chars, start, at))
				continue;
			*ARRAY_ADD(cut.items, cut.count, cut.cap) =
				(struct row){ start, at };
			start = at;
		}
		*ARRAY_ADD(cut.items, cut.count, cut.cap) =
			(struct row){ start, end };
	}
	*steps += edges.starts.steps + edges.ends.steps;
	char_grid_release(&edges.starts);
	char_grid_release(&edges.ends);
	free(rows->items);
	*rows = cut;
}
