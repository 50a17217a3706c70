/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/reading_order.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define ORDER_FEW 32 /* columns of an article that need no memory */

/* A column, and which stack or band of columns it is in. */
struct ordered {
	const struct frame_box *at;
	size_t column, group;
	bool first; /* of its stack */
};

static int order_compare(float a, float b)
{
	return (a > b) - (a < b);
}

static int order_by_index(const struct ordered *a, const struct ordered *b)
{
	return (a->column > b->column) - (a->column < b->column);
}

static int order_by_s(const void *a, const void *b)
{
	const struct ordered *one = a, *two = b;
	int by_s = order_compare(one->at->s0, two->at->s0);
	int by_t = order_compare(one->at->t0, two->at->t0);

	return by_s ? by_s : by_t ? by_t : order_by_index(one, two);
}

static int order_by_t(const void *a, const void *b)
{
	const struct ordered *one = a, *two = b;
	int by_t = order_compare(one->at->t0, two->at->t0);

	return by_t ? by_t : order_by_s(a, b);
}

static int order_by_group_t(const void *a, const void *b)
{
	const struct ordered *one = a, *two = b;

	return one->group != two->group
	               ? (one->group > two->group) - (one->group < two->group)
	               : order_by_t(a, b);
}

static int order_by_group_s(const void *a, const void *b)
{
	const struct ordered *one = a, *two = b;

	return one->group != two->group
	               ? (one->group > two->group) - (one->group < two->group)
	               : order_by_s(a, b);
}

/* The stack in which a column stands: that of the first items whose first column shares
 * enough with it, or a new one. */
static size_t order_stack_of(const struct ordered *items, size_t i)
{
	const struct frame_box *at = items[i].at;
	size_t stacks = 0;

	for (size_t j = 0; j < i; j++) {
		const struct frame_box *of = items[j].at;
		float least = fminf(at->s1 - at->s0, of->s1 - of->s0);

		if (!items[j].first)
			continue;
		if (frame_overlap(of->s0, of->s1, at->s0, at->s1) >
		    ORDER_STACKED * least)
			return items[j].group;
		stacks++;
	}
	return stacks;
}

static void order_by_stacks(struct ordered *items, size_t count)
{
	size_t stacks = 0;

	qsort(items, count, sizeof *items, order_by_s);
	for (size_t i = 0; i < count; i++) {
		items[i].group = order_stack_of(items, i);
		items[i].first = items[i].group == stacks;
		stacks += items[i].first;
	}
	qsort(items, count, sizeof *items, order_by_group_t);
}

/* A band begins under the foot of all columns before it.  Gives how many there are. */
static size_t order_by_bands(struct ordered *items, size_t count, float em)
{
	size_t bands = 0;
	float foot = -INFINITY;

	qsort(items, count, sizeof *items, order_by_t);
	for (size_t i = 0; i < count; i++) {
		bands += items[i].at->t0 > foot - ORDER_BAND_EM * em;
		items[i].group = bands;
		foot = fmaxf(foot, items[i].at->t1);
	}
	qsort(items, count, sizeof *items, order_by_group_s);
	return bands;
}

static float order_flow(const struct placing *placing,
                        const struct column_end *ends,
                        const struct ordered *items, size_t count)
{
	float cost = 0;

	for (size_t i = 1; i < count; i++)
		cost += column_ends_flow(placing, ends, items[i - 1].column,
		                         items[i].column);
	return cost;
}

/* Sorts the items, and gives the cost of their flow. */
static float order_items(const struct placing *placing,
                         const struct column_end *ends, struct ordered *items,
                         size_t count)
{
	float by_stacks, by_bands;

	if (order_by_bands(items, count, placing->body_em) < 2) {
		order_by_stacks(items, count);
		return order_flow(placing, ends, items, count);
	}
	by_bands = order_flow(placing, ends, items, count) + FLOW_BANDS;
	order_by_stacks(items, count);
	by_stacks = order_flow(placing, ends, items, count);
	if (by_stacks <= by_bands)
		return by_stacks;
	order_by_bands(items, count, placing->body_em);
	return by_bands;
}

float reading_order_sort(const struct placing *placing,
                         const struct column_end *ends, size_t *columns,
                         size_t count)
{
	struct ordered few[ORDER_FEW], *items = few;
	float cost;

	if (count < 2)
		return 0;
	if (count > ORDER_FEW)
		items = mem_alloc(count * sizeof *items);
	for (size_t i = 0; i < count; i++) {
		assert(columns[i] < placing->column_count);
		items[i] = (struct ordered){
			.at = &placing->columns[columns[i]].at,
			.column = columns[i],
		};
	}
	cost = order_items(placing, ends, items, count);
	for (size_t i = 0; i < count; i++)
		columns[i] = items[i].column;
	if (items != few)
		free(items);
	return cost;
}
