/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/roofs.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <stdlib.h>

/* Something that may stand above a column. */
struct roof_thing {
	struct frame_box at;
	enum roof_kind kind;
	size_t index; /* of a column or head; of an inset that is a box, else NPOS */
};

struct roof_things {
	struct roof_thing *items; /* owned; by their foot */
	size_t count, cap;
};

static void roofs_add(struct roof_things *things, enum roof_kind kind,
                      size_t index, struct frame_box at)
{
	*ARRAY_ADD(things->items, things->count, things->cap) =
		(struct roof_thing){ at, kind, index };
}

static int roofs_by_foot(const void *a, const void *b)
{
	const struct roof_thing *one = a, *two = b;

	if (one->at.t1 != two->at.t1)
		return one->at.t1 < two->at.t1 ? -1 : 1;
	if (one->kind != two->kind)
		return one->kind < two->kind ? 1 : -1;
	return (one->index < two->index) - (one->index > two->index);
}

static void roofs_collect(struct roof_things *things,
                          const struct placing *placing)
{
	for (size_t i = 0; i < placing->column_count; i++)
		roofs_add(things, ROOF_OF_COLUMN, i, placing->columns[i].at);
	for (size_t i = 0; i < placing->head_count; i++)
		roofs_add(things, ROOF_OF_HEAD, i, placing->heads[i].at);
	for (size_t i = 0; i < placing->block_count; i++)
		if (placing->blocks[i].kind == BLOCK_QUOTE ||
		    placing->blocks[i].kind == BLOCK_CAPTION)
			roofs_add(things, ROOF_OF_INSET, NPOS,
			          placing->blocks[i].at);
	for (size_t i = 0; i < placing->picture_count; i++)
		roofs_add(things, ROOF_OF_INSET, NPOS, placing->pictures[i]);
	for (size_t i = 0; i < placing->box_count; i++)
		roofs_add(things, ROOF_OF_INSET, i, placing->boxes[i].at);
	if (things->count)
		qsort(things->items, things->count, sizeof *things->items,
		      roofs_by_foot);
}

static struct roof roofs_above(const struct roof_things *things,
                               const struct placing *placing, size_t column)
{
	const struct placed_column *of = &placing->columns[column];
	float limit = of->at.t0 + ROOF_INTO_EM * placing->body_em;
	float least = ROOF_COVER * (of->at.s1 - of->at.s0);
	size_t at, looked = 0;

	ARRAY_FIND(at, things->count, things->items[at].at.t1 <= limit);
	while (at-- > 0 && looked++ < ROOF_LOOKED) {
		const struct roof_thing *thing = &things->items[at];

		if ((thing->kind == ROOF_OF_COLUMN && thing->index == column) ||
		    (thing->kind == ROOF_OF_INSET && thing->index != NPOS &&
		     thing->index == of->inside) ||
		    frame_overlap(thing->at.s0, thing->at.s1, of->at.s0,
		                  of->at.s1) < least)
			continue;
		return (struct roof){ thing->kind, thing->index, thing->at.t1 };
	}
	return (struct roof){ .kind = ROOF_OF_NOTHING, .index = NPOS };
}

struct roof *roofs_find(const struct placing *placing)
{
	struct roof *roofs = mem_alloc(placing->column_count * sizeof *roofs);
	struct roof_things things = { 0 };

	roofs_collect(&things, placing);
	for (size_t i = 0; i < placing->column_count; i++)
		roofs[i] = roofs_above(&things, placing, i);
	free(things.items);
	return roofs;
}
