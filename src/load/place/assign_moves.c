/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/assign_moves.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define RUN_MOST      6     /* columns of a run that moves */
#define PAIRS_COLUMNS 8     /* of an article of which any two may move */
#define TAILS_MOST    7     /* columns that two articles exchange */
#define GAIN_LEAST    1e-3f /* a smaller one is none */

/* Columns of an article, in reading order. */
struct move_columns {
	size_t items[2 * MOVES_COLUMNS];
	size_t count;
};

/* The best move so far: what both articles have after it. */
struct move {
	float gain;
	size_t to; /* NPOS: a new article */
	struct move_columns rest, moved;
};

/* The moves of one article. */
struct mover {
	struct assignment *assignment;
	size_t from;
	struct move_columns own; /* of that article */
	struct move best;
};

static void move_add(struct move_columns *to, const size_t *columns,
                     size_t count)
{
	memcpy(&to->items[to->count], columns, count * sizeof *columns);
	to->count += count;
}

static float move_price(struct mover *mover, size_t head,
                        const struct move_columns *columns)
{
	struct move_columns sorted = *columns;

	return article_cost(&mover->assignment->costs, head, sorted.items,
	                    sorted.count);
}

static void move_take(struct mover *mover, float gain, size_t to,
                      const struct move_columns *rest,
                      const struct move_columns *moved)
{
	if (gain <= mover->best.gain)
		return;
	mover->best = (struct move){ gain, to, *rest, *moved };
}

/* Do all of the columns cost so much at this head that they are not moved there?  Those
 * that begin with a small letter go on from others, wherever they stand. */
static bool move_is_hopeless(struct mover *mover, size_t head,
                             const struct move_columns *part)
{
	struct article_costs *costs = &mover->assignment->costs;

	for (size_t i = 0; i < part->count; i++)
		if (costs->ends[part->items[i]].small ||
		    article_cost_at_head(costs, part->items[i], head) <=
		            ASSIGN_HOPELESS)
			return false;
	return true;
}

/* A part of the article goes to article `to`. */
static void move_to(struct mover *mover, size_t to, float gain,
                    const struct move_columns *rest,
                    const struct move_columns *part)
{
	const struct assigned *other = &mover->assignment->items[to];
	struct move_columns whole = { .count = 0 };

	if (to == mover->from || other->count + part->count > MOVES_COLUMNS ||
	    (other->head == NPOS && !other->count) ||
	    (other->head != NPOS && move_is_hopeless(mover, other->head, part)))
		return;
	move_add(&whole, other->columns, other->count);
	move_add(&whole, part->items, part->count);
	gain += other->cost - move_price(mover, other->head, &whole);
	move_take(mover, gain, to, rest, &whole);
}

/* A part of the article goes to any other, or becomes one of its own. */
static void move_part(struct mover *mover, const struct move_columns *part)
{
	struct assignment *assignment = mover->assignment;
	const struct assigned *own = &assignment->items[mover->from];
	struct move_columns rest = { .count = 0 };
	float gain;

	for (size_t i = 0, j = 0; i < mover->own.count; i++)
		if (j < part->count && part->items[j] == mover->own.items[i])
			j++;
		else
			rest.items[rest.count++] = mover->own.items[i];
	gain = own->cost - move_price(mover, own->head, &rest);
	for (size_t to = 0; to < assignment->count; to++) {
		if (assignment_is_over(assignment))
			return;
		move_to(mover, to, gain, &rest, part);
	}
	if (rest.count || own->head != NPOS)
		move_take(mover, gain - move_price(mover, NPOS, part), NPOS,
		          &rest, part);
}

static void move_runs(struct mover *mover)
{
	const struct move_columns *own = &mover->own;

	for (size_t i = 0; i < own->count; i++)
		for (size_t j = i + 1; j <= own->count && j <= i + RUN_MOST;
		     j++) {
			struct move_columns part = { .count = 0 };

			move_add(&part, &own->items[i], j - i);
			move_part(mover, &part);
		}
}

/* Columns that begin at about the height of column `i`, if that is the first of them. */
static void move_level(struct mover *mover, size_t i)
{
	const struct placing *placing = mover->assignment->costs.placing;
	const struct move_columns *own = &mover->own;
	float level = placing->columns[own->items[i]].at.t0;
	struct move_columns part = { .count = 0 };

	for (size_t j = 0; j < own->count; j++) {
		float apart = placing->columns[own->items[j]].at.t0 - level;

		if (fabsf(apart) > ASSIGN_LEVEL_EM * placing->body_em)
			continue;
		if (j < i)
			return;
		move_add(&part, &own->items[j], 1);
	}
	if (part.count > 1 && part.count < own->count)
		move_part(mover, &part);
}

/* Any two columns that are no run. */
static void move_pairs(struct mover *mover)
{
	const struct move_columns *own = &mover->own;

	for (size_t i = 0; own->count <= PAIRS_COLUMNS && i < own->count; i++)
		for (size_t j = i + 2; j < own->count; j++) {
			struct move_columns part = { .count = 0 };

			move_add(&part, &own->items[i], 1);
			move_add(&part, &own->items[j], 1);
			move_part(mover, &part);
		}
}

/* Both articles go on from a place in each with what the other had there. */
static void move_exchange(struct mover *mover, size_t to, size_t i, size_t j)
{
	const struct assigned *own = &mover->assignment->items[mover->from];
	const struct assigned *other = &mover->assignment->items[to];
	struct move_columns one = { .count = 0 }, two = { .count = 0 };
	float gain;

	move_add(&one, own->columns, i);
	move_add(&one, other->columns + j, other->count - j);
	move_add(&two, other->columns, j);
	move_add(&two, own->columns + i, own->count - i);
	if ((!one.count && own->head == NPOS) ||
	    (!two.count && other->head == NPOS) || one.count > MOVES_COLUMNS ||
	    two.count > MOVES_COLUMNS)
		return;
	gain = own->cost + other->cost - move_price(mover, own->head, &one) -
	       move_price(mover, other->head, &two);
	move_take(mover, gain, to, &one, &two);
}

static void move_tails(struct mover *mover)
{
	const struct assignment *assignment = mover->assignment;

	for (size_t to = 0; to < assignment->count; to++) {
		const struct assigned *other = &assignment->items[to];

		if (to == mover->from || !other->count ||
		    other->count > MOVES_COLUMNS)
			continue;
		for (size_t i = 0; i <= mover->own.count; i++)
			for (size_t j = 0; j <= other->count; j++) {
				if (assignment_is_over(assignment))
					return;
				if (mover->own.count - i + other->count - j <=
				    TAILS_MOST)
					move_exchange(mover, to, i, j);
			}
	}
}

static void move_make(struct mover *mover)
{
	struct move *best = &mover->best;

	if (best->to == NPOS)
		best->to = assignment_add(mover->assignment);
	assignment_set(mover->assignment, mover->from, best->rest.items,
	               best->rest.count);
	assignment_set(mover->assignment, best->to, best->moved.items,
	               best->moved.count);
}

/* Begins the moves of an article; false if it has none. */
static bool mover_begin(struct mover *mover, struct assignment *assignment,
                        size_t a)
{
	const struct assigned *own = &assignment->items[a];

	mover->assignment = assignment;
	mover->from = a;
	mover->own.count = 0;
	mover->best.gain = GAIN_LEAST;
	mover->best.to = a;
	if (!own->count || own->count > MOVES_COLUMNS)
		return false;
	move_add(&mover->own, own->columns, own->count);
	return true;
}

bool assign_move_best(struct assignment *assignment, size_t a)
{
	struct mover mover;

	if (!mover_begin(&mover, assignment, a))
		return false;
	move_runs(&mover);
	for (size_t i = 0; i < mover.own.count; i++)
		move_level(&mover, i);
	move_pairs(&mover);
	move_tails(&mover);
	if (mover.best.to == a || assignment_is_over(assignment))
		return false;
	move_make(&mover);
	return true;
}

float assign_move_margin(struct assignment *assignment, size_t a, size_t at)
{
	struct move_columns part = { .count = 0 };
	struct mover mover;

	if (assignment_is_over(assignment) ||
	    !mover_begin(&mover, assignment, a))
		return -1;
	mover.best.gain = -INFINITY;
	move_add(&part, &mover.own.items[at], 1);
	move_part(&mover, &part);
	if (assignment_is_over(assignment))
		return -1;
	return fmaxf(0, -mover.best.gain);
}
