/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/columns_above.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

/* Something that may stand above a column. */
struct above_thing {
	struct frame_box at;
	enum above_kind kind;
	size_t index; /* of a column or head; of an inset that is a box, else NPOS */
};

struct above_things {
	struct above_thing *items; /* owned; by their foot */
	size_t count, cap;
};

static void above_add(struct above_things *things, enum above_kind kind,
                      size_t index, struct frame_box at)
{
	*ARRAY_ADD(things->items, things->count, things->cap) =
		(struct above_thing){ at, kind, index };
}

static int above_by_foot(const void *a, const void *b)
{
	const struct above_thing *one = a, *two = b;

	if (one->at.t1 != two->at.t1)
		return one->at.t1 < two->at.t1 ? -1 : 1;
	if (one->kind != two->kind)
		return one->kind < two->kind ? 1 : -1;
	return (one->index < two->index) - (one->index > two->index);
}

static void above_collect(struct above_things *things,
                          const struct placing *placing)
{
	for (size_t i = 0; i < placing->column_count; i++)
		above_add(things, ABOVE_IS_COLUMN, i, placing->columns[i].at);
	for (size_t i = 0; i < placing->head_count; i++)
		above_add(things, ABOVE_IS_HEAD, i, placing->heads[i].at);
	for (size_t i = 0; i < placing->block_count; i++)
		if (placing->blocks[i].kind == BLOCK_QUOTE ||
		    placing->blocks[i].kind == BLOCK_CAPTION)
			above_add(things, ABOVE_IS_INSET, NPOS,
			          placing->blocks[i].at);
	for (size_t i = 0; i < placing->picture_count; i++)
		above_add(things, ABOVE_IS_INSET, NPOS, placing->pictures[i]);
	for (size_t i = 0; i < placing->box_count; i++)
		above_add(things, ABOVE_IS_INSET, i, placing->boxes[i].at);
	if (things->count)
		qsort(things->items, things->count, sizeof *things->items,
		      above_by_foot);
}

/* Does a thing cover enough of a column to be what stands above it?  A short headline over
 * the middle of several columns reaches over none of them far. */
static bool above_covers(const struct above_thing *thing, struct frame_box at)
{
	float width = at.s1 - at.s0;

	if (thing->kind == ABOVE_IS_HEAD)
		width = fminf(width, thing->at.s1 - thing->at.s0);
	return frame_overlap_s(thing->at, at) >= ABOVE_COVER * width;
}

static struct column_above above_nearest(const struct above_things *things,
                                         const struct placing *placing,
                                         size_t column)
{
	const struct placed_column *of = &placing->columns[column];
	float limit = of->at.t0 + ABOVE_INTO_EM * placing->body_em;
	size_t at, looked = 0;

	ARRAY_FIND(at, things->count, things->items[at].at.t1 <= limit);
	while (at-- > 0 && looked++ < ABOVE_LOOKED) {
		const struct above_thing *thing = &things->items[at];

		if ((thing->kind == ABOVE_IS_COLUMN &&
		     thing->index == column) ||
		    (thing->kind == ABOVE_IS_INSET && thing->index != NPOS &&
		     thing->index == of->inside) ||
		    !above_covers(thing, of->at))
			continue;
		return (struct column_above){ thing->kind, thing->index,
			                      thing->at.t1 };
	}
	return (struct column_above){ .kind = ABOVE_IS_NOTHING, .index = NPOS };
}

struct column_above *columns_above_find(const struct placing *placing)
{
	struct column_above *above =
		mem_alloc(placing->column_count * sizeof *above);
	struct above_things things = { 0 };

	above_collect(&things, placing);
	for (size_t i = 0; i < placing->column_count; i++)
		above[i] = above_nearest(&things, placing, i);
	free(things.items);
	return above;
}
