/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/assign_bounds.h"

#include "base/mem.h"
#include "load/place/place_bounds.h"

#include <stdlib.h>

/* The column that has a block, or NPOS. */
static size_t bounds_column_of(const struct placing *placing, size_t block)
{
	for (size_t c = 0; c < placing->column_count; c++)
		for (size_t b = 0; b < placing->columns[c].block_count; b++)
			if (placing->columns[c].blocks[b] == block)
				return c;
	return NPOS;
}

/* The head that has a block, or NPOS. */
static size_t bounds_head_of(const struct placing *placing, size_t block)
{
	for (size_t h = 0; h < placing->head_count; h++)
		for (size_t b = 0; b < placing->heads[h].block_count; b++)
			if (placing->heads[h].blocks[b] == block)
				return h;
	return NPOS;
}

static void bounds_take(struct assign_bounds *bounds,
                        const struct placing *placing,
                        const struct place_bound *said)
{
	struct assign_bound bound = { .head = NPOS, .other = NPOS };
	size_t block = placing->lines[said->line].block;

	bound.column = bounds_column_of(placing, block);
	if (said->kind < PLACE_BOUND_BEGINS || bound.column == NPOS)
		return;
	if (said->kind == PLACE_BOUND_TOGETHER) {
		block = placing->lines[said->other].block;
		bound.head = bounds_head_of(placing, block);
		bound.other = bounds_column_of(placing, block);
		if (assign_bound_begins(&bound) || bound.other == bound.column)
			return;
	}
	*ARRAY_ADD(bounds->items, bounds->count, bounds->cap) = bound;
}

void assign_bounds_init(struct assign_bounds *bounds,
                        const struct placing *placing)
{
	*bounds = (struct assign_bounds){ 0 };
	for (size_t i = 0; placing->bounds && i < placing->bounds->count; i++)
		bounds_take(bounds, placing, &placing->bounds->items[i]);
}

void assign_bounds_release(struct assign_bounds *bounds)
{
	free(bounds->items);
	*bounds = (struct assign_bounds){ 0 };
}

static bool bounds_has(const size_t *columns, size_t count, size_t column)
{
	for (size_t i = 0; i < count; i++)
		if (columns[i] == column)
			return true;
	return false;
}

size_t assign_bounds_broken(const struct assign_bounds *bounds, size_t head,
                            const size_t *columns, size_t count)
{
	size_t broken = 0;

	for (size_t i = 0; i < bounds->count; i++) {
		const struct assign_bound *bound = &bounds->items[i];

		if (!bounds_has(columns, count, bound->column))
			continue;
		if (assign_bound_begins(bound))
			broken += head != NPOS || columns[0] != bound->column;
		else if (bound->head != NPOS)
			broken += head != bound->head;
		else
			broken += !bounds_has(columns, count, bound->other);
	}
	return broken;
}
