/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/block_order.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

/* A block while it is sorted. */
struct ordered {
	struct frame_box at;
	size_t block;
};

static int compare(float a, float b)
{
	return (a > b) - (a < b);
}

static int compare_s(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	int order = compare(x->at.s0, y->at.s0);

	order = order ? order : compare(x->at.t0, y->at.t0);
	return order ? order : (x->block > y->block) - (x->block < y->block);
}

static int compare_t(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	int order = compare(x->at.t0, y->at.t0);

	return order ? order : compare_s(a, b);
}

/* Sorts blocks along s or t, and finds the widest white between them: gives the index of
 * the first block behind it, and its width in *room; 0: there is none. */
static size_t widest_white(struct ordered *blocks, size_t count, bool along_s,
                           float *room)
{
	float end;
	size_t best = 0;

	qsort(blocks, count, sizeof *blocks, along_s ? compare_s : compare_t);
	end = along_s ? blocks[0].at.s1 : blocks[0].at.t1;
	*room = 0;
	for (size_t i = 1; i < count; i++) {
		float from = along_s ? blocks[i].at.s0 : blocks[i].at.t0;

		if (from - end > *room) {
			*room = from - end;
			best = i;
		}
		end = fmaxf(end, along_s ? blocks[i].at.s1 : blocks[i].at.t1);
	}
	return best;
}

static void order_part(struct ordered *blocks, size_t count, float em_pt,
                       int depth)
{
	float bands, columns;
	size_t at, column;

	if (count < 2 || depth >= ORDER_DEEPEST)
		return;
	column = widest_white(blocks, count, true, &columns);
	at = widest_white(blocks, count, false, &bands);
	/* The white of a gutter is narrower than that between articles. */
	if (column && (!at || bands < ORDER_BANDS_EM * em_pt ||
	               bands < ORDER_BANDS * columns))
		at = widest_white(blocks, count, true, &columns);
	if (!at)
		return;
	order_part(blocks, at, em_pt, depth + 1);
	order_part(blocks + at, count - at, em_pt, depth + 1);
}

size_t *block_order(const struct placing *placing)
{
	size_t count = placing->block_count;
	struct ordered *blocks = mem_alloc(count * sizeof *blocks);
	size_t *order = mem_alloc(count * sizeof *order);

	for (size_t i = 0; i < count; i++)
		blocks[i] = (struct ordered){ placing->blocks[i].at, i };
	order_part(blocks, count, placing->body_em, 0);
	for (size_t i = 0; i < count; i++)
		order[i] = blocks[i].block;
	free(blocks);
	return order;
}
