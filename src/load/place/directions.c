/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/directions.h"

#include "base/mem.h"
#include "load/place/char_grid.h"
#include "load/place/char_kind.h"
#include "load/place/place_weights.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

/* Votes are counted in whole numbers, so that their order does not matter. */
#define VOTES_ONE 1000

struct directions {
	const struct page_chars *page;
	uint32_t
		linked; /* so many characters are joined with their neighbours */
	struct grid_point *points; /* owned; middles of the characters */
	struct char_grid grid;
	float *along_em,
		*down_em; /* owned; to the nearest in both directions */
	uint32_t *parents, *sizes; /* owned; of the union-find */
	int64_t *votes;            /* owned; > 0: down */
};

struct directions *directions_new(const struct page_chars *page)
{
	struct directions *groups = mem_alloc(sizeof *groups);
	size_t count = page->count;

	groups->page = page;
	groups->linked = 0;
	groups->points = mem_alloc(count * sizeof *groups->points);
	groups->along_em = mem_alloc(count * sizeof *groups->along_em);
	groups->down_em = mem_alloc(count * sizeof *groups->down_em);
	groups->parents = mem_alloc(count * sizeof *groups->parents);
	groups->sizes = mem_alloc(count * sizeof *groups->sizes);
	groups->votes = mem_alloc(count * sizeof *groups->votes);
	for (size_t i = 0; i < count; i++) {
		const struct page_char *c = &page->chars[i];

		groups->points[i] =
			(struct grid_point){ (c->box.x0 + c->box.x1) / 2,
			                     (c->box.y0 + c->box.y1) / 2,
			                     c->em_pt };
		groups->along_em[i] = groups->down_em[i] = VOTE_NONE_EM;
		groups->parents[i] = (uint32_t)i;
		groups->sizes[i] = 1;
	}
	char_grid_init(&groups->grid, groups->points, count, NULL);
	return groups;
}

void directions_free(struct directions *groups)
{
	if (!groups)
		return;
	char_grid_release(&groups->grid);
	free(groups->points);
	free(groups->along_em);
	free(groups->down_em);
	free(groups->parents);
	free(groups->sizes);
	free(groups->votes);
	free(groups);
}

static uint32_t group_of(struct directions *groups, uint32_t at)
{
	while (groups->parents[at] != at) {
		groups->parents[at] = groups->parents[groups->parents[at]];
		at = groups->parents[at];
	}
	return at;
}

static void groups_join(struct directions *groups, uint32_t a, uint32_t b)
{
	a = group_of(groups, a);
	b = group_of(groups, b);
	if (a == b)
		return;
	if (groups->sizes[a] < groups->sizes[b]) {
		uint32_t swap = a;

		a = b;
		b = swap;
	}
	groups->parents[b] = a;
	groups->sizes[a] += groups->sizes[b];
}

/* Sizes whose ratio is above `least`. */
static bool sizes_match(float a, float b, float least)
{
	return a > least * b && b > least * a;
}

/* The nearest neighbours of a character, right of it and below. */
struct neighbours {
	float right_em, below_em; /* VOTE_NONE_EM: there is none */
	uint32_t right, below;
};

static void neighbours_add(struct neighbours *near, const struct grid_item *c,
                           float dx_em, float dy_em)
{
	if (fabsf(dy_em) < VOTE_ASIDE_EM && dx_em > VOTE_LEAST_EM &&
	    dx_em < VOTE_NEAR_EM && dx_em < near->right_em) {
		near->right_em = dx_em;
		near->right = c->index;
	}
	if (fabsf(dx_em) < VOTE_ASIDE_EM && dy_em > VOTE_LEAST_EM &&
	    dy_em < VOTE_NEAR_EM && dy_em < near->below_em) {
		near->below_em = dy_em;
		near->below = c->index;
	}
}

static struct grid_window window_of(const struct grid_point *point)
{
	float em = point->em_pt;

	return (struct grid_window){
		.s0 = point->s - GROUP_ASIDE_EM * em,
		.s1 = point->s + VOTE_NEAR_EM * em,
		.t0 = point->t - VOTE_ASIDE_EM * em,
		.t1 = point->t + VOTE_NEAR_EM * em,
		.em_from_pt = VOTE_SIZE * em,
		.em_to_pt = em / VOTE_SIZE,
	};
}

/* What character `at` says of its line: > 0, it runs down. */
static int64_t vote_of(const struct directions *groups, uint32_t at)
{
	const struct page_char *c = &groups->page->chars[at];
	float vote = (groups->along_em[at] - groups->down_em[at]) * VOTE_SLOPE;

	if (c->turn != TURN_NONE)
		vote = VOTE_TURNED;
	else if (char_is_letter(c->code))
		vote = vote > 0 ? 0 : -1;
	else
		vote = fmaxf(-1, fminf(1, vote));
	return lrintf(vote * VOTES_ONE);
}

/* A neighbour is as far from a character as that is from it. */
static void set_distances(struct directions *groups, uint32_t at,
                          const struct neighbours *near)
{
	float *along = groups->along_em, *down = groups->down_em;

	along[at] = fminf(along[at], near->right_em);
	down[at] = fminf(down[at], near->below_em);
	if (near->right_em < VOTE_NONE_EM)
		along[near->right] = fminf(along[near->right], near->right_em);
	if (near->below_em < VOTE_NONE_EM)
		down[near->below] = fminf(down[near->below], near->below_em);
}

/* One of them is a mark of horizontal type in vertical text, moved up and to the right of
 * its line: `item` beside the character that it stands behind, or under `at`. */
static bool is_moved_mark(const struct directions *groups, uint32_t at,
                          const struct grid_item *item, float dx_em,
                          float dy_em)
{
	const struct page_char *chars = groups->page->chars;

	/* The place is asked first, for it rules out nearly all. */
	return ((dx_em > SEAT_ASIDE_EM && dx_em < SEAT_ASIDE_MOST_EM &&
	         dy_em > -SEAT_DOWN_EM && dy_em < SEAT_UP_EM &&
	         char_is_moved_mark(chars[item->index].code)) ||
	        (fabsf(dx_em) < GROUP_ASIDE_EM && dy_em > SEAT_ASIDE_EM &&
	         dy_em < SEAT_ASIDE_MOST_EM &&
	         char_is_moved_mark(chars[at].code))) &&
	       sizes_match(chars[at].em_pt, item->em_pt, GROUP_SIZE);
}

/* Finds the neighbours of a character, and joins it with those it shares a block with. */
static void groups_link(struct directions *groups, uint32_t at)
{
	const struct grid_point *point = &groups->points[at];
	struct neighbours near = { VOTE_NONE_EM, VOTE_NONE_EM, 0, 0 };
	struct grid_walk walk;
	const struct grid_item *item;

	grid_walk_init(&walk, &groups->grid, window_of(point));
	while ((item = grid_walk_next(&walk))) {
		float dx_em = (item->s - point->s) / point->em_pt;
		float dy_em = (item->t - point->t) / point->em_pt;

		if (item->index == at)
			continue;
		neighbours_add(&near, item, dx_em, dy_em);
		if ((fabsf(dx_em) < GROUP_ASIDE_EM && dy_em > GROUP_BELOW_EM &&
		     dy_em < GROUP_NEAR_EM &&
		     sizes_match(point->em_pt, item->em_pt,
		                 GROUP_BELOW_SIZE)) ||
		    is_moved_mark(groups, at, item, dx_em, dy_em))
			groups_join(groups, at, item->index);
	}
	set_distances(groups, at, &near);
	if (near.right_em < GROUP_NEAR_EM &&
	    sizes_match(point->em_pt, groups->points[near.right].em_pt,
	                GROUP_SIZE))
		groups_join(groups, at, near.right);
	if (near.below_em < GROUP_NEAR_EM &&
	    sizes_match(point->em_pt, groups->points[near.below].em_pt,
	                GROUP_SIZE))
		groups_join(groups, at, near.below);
}

/* The direction of the nearest text of more than a few marks; `down` if there is none. */
static bool lone_direction(struct directions *groups, uint32_t at, bool down)
{
	const struct grid_point *point = &groups->points[at];
	float reach = LONE_NEAR_EM * point->em_pt, nearest = reach;
	struct grid_walk walk;
	const struct grid_item *item;

	grid_walk_init(&walk, &groups->grid,
	               (struct grid_window){ point->s - reach, point->s + reach,
	                                     point->t - reach, point->t + reach,
	                                     LONE_SIZE * point->em_pt,
	                                     point->em_pt / LONE_SIZE });
	while ((item = grid_walk_next(&walk))) {
		uint32_t group = group_of(groups, item->index);
		float far =
			fabsf(item->s - point->s) + fabsf(item->t - point->t);

		if (groups->sizes[group] > (uint32_t)LONE_MOST + 1 &&
		    far < nearest) {
			nearest = far;
			down = groups->votes[group] > 0;
		}
	}
	return down;
}

bool directions_step(struct directions *groups, size_t most)
{
	size_t left = groups->page->count - groups->linked;

	for (size_t i = 0; i < left && i < most; i++)
		groups_link(groups, groups->linked++);
	return left > most;
}

bool *directions_tell(struct directions *groups, size_t *steps)
{
	const struct page_chars *page = groups->page;
	bool *down = mem_alloc(page->count);

	assert(groups->linked == page->count);
	for (uint32_t i = 0; i < page->count; i++)
		groups->votes[group_of(groups, i)] += vote_of(groups, i);
	for (uint32_t i = 0; i < page->count; i++) {
		uint32_t group = group_of(groups, i);

		down[i] = groups->votes[group] > 0;
		if (groups->sizes[group] <= (uint32_t)LONE_MOST &&
		    !char_is_han(page->chars[i].code))
			down[i] = lone_direction(groups, i, down[i]);
	}
	*steps += groups->grid.steps;
	return down;
}
