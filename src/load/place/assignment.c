/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/assignment.h"

#include "base/mem.h"
#include "load/place/place_weights.h"
#include "load/place/reading_order.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool assignment_is_over(const struct assignment *assignment)
{
	return assignment->costs.steps > ASSIGNMENT_STEPS;
}

size_t assignment_add(struct assignment *assignment)
{
	*ARRAY_ADD(assignment->items, assignment->count, assignment->cap) =
		(struct assigned){ .head = NPOS };
	return assignment->count - 1;
}

void assignment_set(struct assignment *assignment, size_t a,
                    const size_t *columns, size_t count)
{
	struct assigned *item = &assignment->items[a];
	struct article_costs *costs = &assignment->costs;

	assert(a < assignment->count);
	item->columns = mem_grow(item->columns, &item->cap, count,
	                         sizeof *item->columns);
	if (count)
		memmove(item->columns, columns, count * sizeof *columns);
	item->count = count;
	reading_order_sort(costs->placing, costs->ends, item->columns, count);
	if (!assignment_is_over(assignment))
		item->cost =
			article_cost(costs, item->head, item->columns, count);
}

void assignment_init(struct assignment *assignment,
                     const struct placing *placing)
{
	*assignment = (struct assignment){ 0 };
	article_costs_init(&assignment->costs, placing);
	for (size_t i = 0; i < placing->head_count; i++) {
		size_t a = assignment_add(assignment);

		assignment->items[a].head = i;
		assignment_set(assignment, a, NULL, 0);
	}
}

void assignment_release(struct assignment *assignment)
{
	for (size_t i = 0; i < assignment->count; i++)
		free(assignment->items[i].columns);
	free(assignment->items);
	article_costs_release(&assignment->costs);
}

/* The head where the column costs least, or NPOS. */
static size_t assignment_first_head(struct assignment *assignment,
                                    size_t column)
{
	struct article_costs *costs = &assignment->costs;
	const struct column_above *upper = &costs->above[column];
	float least = ASSIGN_BEGIN_MOST;
	size_t best = NPOS;

	for (size_t i = 0; i < costs->placing->head_count; i++) {
		float cost;

		if (costs->steps > ASSIGNMENT_STEPS / 2)
			return upper->kind == ABOVE_IS_HEAD ? upper->index
			                                    : NPOS;
		cost = article_cost_at_head(costs, column, i);
		if (cost < least) {
			least = cost;
			best = i;
		}
	}
	return best;
}

void assignment_begin(struct assignment *assignment)
{
	const struct placing *placing = assignment->costs.placing;

	for (size_t i = 0; i < placing->column_count; i++) {
		size_t a = assignment_first_head(assignment, i);
		struct assigned *item;

		if (a == NPOS)
			a = assignment_add(assignment);
		item = &assignment->items[a];
		*ARRAY_ADD(item->columns, item->count, item->cap) = i;
	}
	for (size_t a = 0; a < assignment->count; a++)
		assignment_set(assignment, a, assignment->items[a].columns,
		               assignment->items[a].count);
}

/* The article that a column is in. */
static size_t assignment_of(const struct assignment *assignment, size_t column)
{
	for (size_t a = 0; a < assignment->count; a++)
		for (size_t i = 0; i < assignment->items[a].count; i++)
			if (assignment->items[a].columns[i] == column)
				return a;
	return NPOS;
}

static bool assignment_is_bound(const struct assignment *assignment,
                                size_t column)
{
	const struct assign_bounds *bounds = &assignment->costs.bounds;

	for (size_t i = 0; i < bounds->count; i++)
		if (bounds->items[i].column == column)
			return true;
	return false;
}

/* Moves a column to article `to`; `and_rest`: and those behind it that are not bound. */
static void assignment_move(struct assignment *assignment, size_t column,
                            size_t to, bool and_rest)
{
	size_t from = assignment_of(assignment, column), kept = 0;
	struct assigned *own = &assignment->items[from];
	struct assigned *other = &assignment->items[to];
	bool behind = false;

	for (size_t i = 0; i < own->count; i++) {
		size_t at = own->columns[i];

		if (at == column || (behind && and_rest &&
		                     !assignment_is_bound(assignment, at)))
			*ARRAY_ADD(other->columns, other->count, other->cap) =
				at;
		else
			own->columns[kept++] = at;
		behind = behind || at == column;
	}
	assignment_set(assignment, from, own->columns, kept);
	assignment_set(assignment, to, other->columns, other->count);
}

/* The article that the bound wants its column in. */
static size_t assignment_goal(struct assignment *assignment,
                              const struct assign_bound *bound, size_t from)
{
	const struct assigned *own = &assignment->items[from];

	/* Articles with heads come first, in their order. */
	if (bound->head != NPOS)
		return bound->head;
	if (bound->other != NPOS)
		return assignment_of(assignment, bound->other);
	if (own->head == NPOS && own->columns[0] == bound->column)
		return from;
	return assignment_add(assignment);
}

void assignment_obey(struct assignment *assignment)
{
	const struct assign_bounds *bounds = &assignment->costs.bounds;

	for (size_t i = 0; i < bounds->count; i++) {
		const struct assign_bound *bound = &bounds->items[i];
		size_t from = assignment_of(assignment, bound->column);
		size_t to = assignment_goal(assignment, bound, from);

		if (to != from)
			assignment_move(assignment, bound->column, to,
			                assign_bound_begins(bound));
	}
}

float assignment_cost(const struct assignment *assignment)
{
	float sum = 0;

	for (size_t a = 0; a < assignment->count; a++)
		sum += assignment->items[a].cost;
	return sum;
}
