/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/rows.h"

#include "base/mem.h"
#include "base/str.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

#define REACH_EM                                                               \
 6 /* from the middle of a character; the widest dashes have 2 */

static float ink_middle(const struct frame_char *c)
{
	return (c->begin + c->end) / 2;
}

void rows_grid(struct char_grid *grid, const struct frame_char *chars,
               size_t count, bool vertical)
{
	struct grid_point *points = mem_alloc(count * sizeof *points);
	bool *skip = mem_alloc(count);

	for (size_t i = 0; i < count; i++) {
		points[i] = (struct grid_point){ ink_middle(&chars[i]),
			                         chars[i].t, chars[i].em_pt };
		skip[i] = chars[i].vertical != vertical;
	}
	char_grid_init(grid, points, count, skip);
	free(points);
	free(skip);
}

/* The room that may be between two characters of a row.  Behind smaller type on the same
 * baseline, as small capitals are, a space between words is more than what parts two sizes
 * of type; behind type that is raised, as ordinals are, it is as wide as anywhere. */
static float row_room(const struct frame_char *c, const struct frame_char *next,
                      bool within)
{
	float small = fminf(c->em_pt, next->em_pt);
	float large = fmaxf(c->em_pt, next->em_pt);

	bool raised = within && !c->han && c->em_pt < next->em_pt &&
	              c->t < next->t - ROW_RAISED_EM * large;

	if (small > ROW_SIZE * large || raised)
		return ROW_GAP_EM * large;
	return (within && !c->han && c->em_pt < next->em_pt
	                ? ROW_GAP_WITHIN_EM
	                : ROW_GAP_MIXED_EM) *
	       large;
}

/* How near a character stands behind another in a row, in points; < 0: it does not. */
static float next_cost(const struct frame_char *c,
                       const struct frame_char *next)
{
	float small = fminf(c->em_pt, next->em_pt);
	float large = fmaxf(c->em_pt, next->em_pt);
	bool same = small > ROW_SIZE * large;
	float gap = next->begin - c->end;
	float ahead = ink_middle(next) - ink_middle(c);
	float aside = fabsf(next->t - c->t);
	bool within = aside + small / 2 < ROW_WITHIN_EM * large;

	if (small <= ROW_MIXED * large ||
	    aside > ROW_ASIDE_SMALL * small + ROW_ASIDE_LARGE * large ||
	    ahead <= ROW_AHEAD_EM * c->em_pt ||
	    gap > row_room(c, next, within) || gap < -ROW_OVERLAP_EM * large)
		return -1;
	if (within &&
	    (next->em_pt < c->em_pt ? gap < ROW_RAISED_EM * large : !c->han))
		same = true;
	return ahead + aside + (same ? 0 : ROW_SIZE_COST_EM * c->em_pt);
}

/* Of two that are equally near, the one that is read first, wherever it stands in the
 * file. */
static bool is_before(const struct frame_char *a, const struct frame_char *b)
{
	if (a->s0 != b->s0)
		return a->s0 < b->s0;
	if (a->t != b->t)
		return a->t < b->t;
	return a->code < b->code;
}

static size_t next_of(const struct frame_char *chars, struct char_grid *grid,
                      const struct frame_char *c)
{
	float aside =
		(ROW_ASIDE_SMALL + ROW_ASIDE_LARGE / ROW_MIXED) * c->em_pt;
	float middle = ink_middle(c), best_cost = INFINITY;
	size_t best = NPOS;
	struct grid_walk walk;
	const struct grid_item *item;

	grid_walk_init(&walk, grid,
	               (struct grid_window){
			       middle,
			       fminf(c->end + 3 * c->em_pt,
	                             middle + REACH_EM * c->em_pt),
			       c->t - aside, c->t + aside, ROW_MIXED * c->em_pt,
			       c->em_pt / ROW_MIXED });
	while ((item = grid_walk_next(&walk))) {
		const struct frame_char *other = &chars[item->index];
		float cost = next_cost(c, other);

		if (cost < 0 || cost > best_cost ||
		    (cost == best_cost && !is_before(other, &chars[best])))
			continue;
		best = item->index;
		best_cost = cost;
	}
	return best;
}

/* Of two characters that go on with the same one, the one that ends nearer to it. */
static bool ends_nearer(const struct frame_char *chars, size_t next, size_t a,
                        size_t b)
{
	if (chars[a].end != chars[b].end)
		return chars[a].end > chars[b].end;
	if (chars[a].t != chars[b].t)
		return fabsf(chars[a].t - chars[next].t) <
		       fabsf(chars[b].t - chars[next].t);
	return is_before(&chars[a], &chars[b]);
}

/* The character before each one, or NPOS. */
static void link_back(const struct frame_char *chars, const size_t *next,
                      size_t count, size_t *back)
{
	for (size_t i = 0; i < count; i++)
		back[i] = NPOS;
	for (size_t i = 0; i < count; i++) {
		size_t to = next[i];

		if (to != NPOS &&
		    (back[to] == NPOS || ends_nearer(chars, to, i, back[to])))
			back[to] = i;
	}
}

static void collect(struct rows *rows, const size_t *next, const size_t *back,
                    size_t first)
{
	size_t start = rows->char_count;

	for (size_t i = first; i != NPOS;) {
		size_t to = next[i];

		rows->chars[rows->char_count++] = i;
		i = to != NPOS && back[to] == i ? to : NPOS;
	}
	*ARRAY_ADD(rows->items, rows->count, rows->cap) =
		(struct row){ start, rows->char_count };
}

void rows_init(struct rows *rows, const struct frame_char *chars, size_t count,
               bool vertical, struct char_grid *grid)
{
	size_t *next = mem_alloc(count * sizeof *next);
	size_t *back = mem_alloc(count * sizeof *back);

	*rows = (struct rows){ .chars = mem_alloc(count * sizeof(size_t)) };
	for (size_t i = 0; i < count; i++)
		next[i] = chars[i].vertical == vertical
		                  ? next_of(chars, grid, &chars[i])
		                  : NPOS;
	link_back(chars, next, count, back);
	for (size_t i = 0; i < count; i++)
		if (chars[i].vertical == vertical && back[i] == NPOS)
			collect(rows, next, back, i);
	free(next);
	free(back);
}

void rows_release(struct rows *rows)
{
	free(rows->chars);
	free(rows->items);
	*rows = (struct rows){ 0 };
}
