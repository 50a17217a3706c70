/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_columns.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/facsimile_anew.h"
#include "layout/facsimile_indents.h"
#include "layout/facsimile_places.h"
#include "layout/facsimile_screens.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

/* Left edges so near to each other, and so far in all, are of one column. */
#define NEAR_EM    1.f
#define CLUSTER_EM 3.f

/* A block of so many lines is of a column for sure. */
#define COLUMN_LINES 3

/* Blocks whose width is within this factor of the column's say how many cells it has. */
#define SAME_WIDTH 1.2f

/* The widths that columns may have where the page does not fit into the window, but narrower
 * ones than so many cells cannot be read well.  Lines are not set anew for less than a quarter
 * of the screens. */
static const double scales[] = { 1, .95, .9, .85, .8, .75, .7 };
#define READABLE_CELLS 22

/* Where one line in so many is wider than the window, all paragraphs are set anew. */
#define WIDE_SHARE 16

/* The least room for a headline, which may be broken into lines, and the most for a
 * picture, which may be drawn smaller. */
#define HEAD_CELLS    FACSIMILE_HEAD_CELLS
#define HEAD_LINES    3
#define PICTURE_CELLS 24

size_t facsimile_column_at(const struct facsimile_columns *columns, float s_pt,
                           float em_pt)
{
	size_t at;

	ARRAY_FIND(at, columns->count,
	           columns->items[at].s_pt < s_pt - NEAR_EM * em_pt);
	return at;
}

static int column_need(const struct facsimile *plan,
                       const struct facsimile_block *block)
{
	int longest = 0;

	if (block->kind == FACSIMILE_PICTURE) {
		float em = (block->at.s1 - block->at.s0) / plan->body_em_pt;

		return (int)ceilf(
			fminf(plan->vertical ? em : 2 * em, PICTURE_CELLS));
	}
	if (block->kind == FACSIMILE_TEXT || block->turned)
		return block->s_cells;
	for (size_t l = block->lines.start; l < block->lines.end; l++)
		longest = larger(longest, plan->lines[l].length);
	return smaller(longest, larger(HEAD_CELLS, longest / HEAD_LINES));
}

static int column_block_compare(const void *one, const void *other)
{
	const struct column_block *a = one, *b = other;

	if (a->left != b->left)
		return a->left < b->left ? -1 : 1;
	return a->block < b->block ? -1 : a->block > b->block;
}

/* The blocks with text or a picture, from left to right. */
static struct column_block *columns_blocks(struct facsimile *plan,
                                           size_t *count)
{
	struct column_block *blocks =
		mem_alloc((plan->block_count + 1) * sizeof *blocks);

	*count = 0;
	for (size_t b = 0; b < plan->block_count; b++) {
		struct facsimile_block *block = &plan->blocks[b];
		struct column_block *added = &blocks[*count];

		if (block->kind == FACSIMILE_RULE ||
		    block->kind == FACSIMILE_EDGE)
			continue;
		*added = (struct column_block){ .block = block,
			                        .left = block->at.s0,
			                        .right = block->at.s1 };
		if (block->lines.end > block->lines.start)
			facsimile_indent_lines(plan, block, &added->left,
			                       &added->right);
		if (block->kind == FACSIMILE_PICTURE)
			block->s_cells = column_need(plan, block);
		++*count;
	}
	if (*count)
		qsort(blocks, *count, sizeof *blocks, column_block_compare);
	return blocks;
}

/* Is the block one of those whose left edges are columns?  `least` lines say so. */
static bool is_column_block(const struct column_block *block, size_t least)
{
	return block->block->kind == FACSIMILE_TEXT && !block->block->turned &&
	       block->block->lines.end - block->block->lines.start >= least;
}

/* The number of lines that make a block one of a column: fewer, where most text stands in
 * blocks of fewer. */
static size_t columns_least(const struct column_block *blocks, size_t count)
{
	size_t sure = 0, all = 0;

	for (size_t b = 0; b < count; b++) {
		size_t lines = blocks[b].block->lines.end -
		               blocks[b].block->lines.start;

		all += is_column_block(&blocks[b], 1) ? lines : 0;
		sure += is_column_block(&blocks[b], COLUMN_LINES) ? lines : 0;
	}
	return sure * 2 > all ? COLUMN_LINES : 1;
}

/* The columns by their left edges.  The width of a column is that of the block with most
 * lines. */
static void columns_find(struct facsimile_columns *columns,
                         const struct facsimile *plan,
                         const struct column_block *blocks, size_t count)
{
	size_t least = columns_least(blocks, count), most = 0;
	float first = 0, last = 0;

	for (size_t b = 0; b < count; b++) {
		const struct facsimile_block *block = blocks[b].block;
		size_t lines = block->lines.end - block->lines.start;
		float left = blocks[b].left;

		if (!is_column_block(&blocks[b], least))
			continue;
		if (!columns->count ||
		    left - last > NEAR_EM * plan->body_em_pt ||
		    left - first > CLUSTER_EM * plan->body_em_pt) {
			*ARRAY_ADD(columns->items, columns->count,
			           columns->cap) =
				(struct facsimile_column){ .s_pt = left };
			first = left;
			most = 0;
		}
		last = left;
		if (lines > most) {
			most = lines;
			columns->items[columns->count - 1].width_pt =
				blocks[b].right - left;
		}
	}
}

/* Does the block stand, at least in part, in a column? */
static bool columns_cover(const struct facsimile_columns *columns,
                          const struct column_block *block, float em_pt)
{
	for (size_t c = 0; c < columns->count; c++) {
		float left = columns->items[c].s_pt;

		if (facsimile_overlap(left, left + columns->items[c].width_pt,
		                      block->left,
		                      block->right) > NEAR_EM * em_pt)
			return true;
	}
	return false;
}

static int column_compare(const void *one, const void *other)
{
	return facsimile_compare(
		&((const struct facsimile_column *)one)->s_pt,
		&((const struct facsimile_column *)other)->s_pt);
}

/* Where text or a picture stands beside all columns there is a column, too. */
static void columns_complete(struct facsimile_columns *columns,
                             const struct facsimile *plan,
                             const struct column_block *blocks, size_t count)
{
	size_t found = columns->count;

	for (size_t b = 0; b < count; b++)
		if (blocks[b].block->kind != FACSIMILE_DISPLAY &&
		    !columns_cover(columns, &blocks[b], plan->body_em_pt))
			*ARRAY_ADD(columns->items, columns->count,
			           columns->cap) = (struct facsimile_column){
				.s_pt = blocks[b].left,
				.width_pt = blocks[b].right - blocks[b].left,
			};
	if (!columns->count)
		*ARRAY_ADD(columns->items, columns->count, columns->cap) =
			(struct facsimile_column){ 0 };
	if (columns->count > found)
		qsort(columns->items, columns->count, sizeof *columns->items,
		      column_compare);
}

/* The column of each block, the last one that begins at its left edge or before, and the
 * cells that columns need, if they are narrowed so. */
static void columns_take_blocks(struct facsimile_columns *columns,
                                const struct facsimile *plan,
                                struct column_block *blocks, size_t count,
                                const struct facsimile_narrowing *narrowing)
{
	for (size_t c = 0; c < columns->count; c++)
		columns->items[c].s_cells = 0;
	for (size_t b = 0; b < count; b++) {
		struct facsimile_block *block = blocks[b].block;
		struct facsimile_column *column;
		float width = blocks[b].right - blocks[b].left;
		size_t at;

		blocks[b].need = column_need(plan, block);
		if (block->kind == FACSIMILE_TEXT && !plan->is_anew)
			blocks[b].need = facsimile_anew_cells(block, narrowing);
		blocks[b].may_narrow = block->kind == FACSIMILE_TEXT &&
		                       !block->turned &&
		                       block->article != NPOS &&
		                       (plan->is_anew || narrowing->scale < 1);
		/* Rounding must not keep a block from its own column. */
		ARRAY_FIND(at, columns->count,
		           columns->items[at].s_pt <=
		                   blocks[b].left +
		                           NEAR_EM / 4 * plan->body_em_pt);
		block->column = at ? at - 1 : 0;
		column = &columns->items[block->column];
		if (!block->turned && block->kind != FACSIMILE_DISPLAY &&
		    (narrowing->scale >= 1 || block->article != NPOS) &&
		    width < column->width_pt * SAME_WIDTH)
			column->s_cells =
				larger(column->s_cells, blocks[b].need);
	}
}

/* The cells of most columns, as printed. */
static double columns_usual_cells(const struct column_block *blocks,
                                  size_t count)
{
	size_t lines = 0;
	double cells = 0;

	for (size_t b = 0; b < count; b++) {
		const struct facsimile_block *block = blocks[b].block;
		size_t own = block->lines.end - block->lines.start;

		if (!is_column_block(&blocks[b], COLUMN_LINES))
			continue;
		cells += (double)block->s_cells * (double)own;
		lines += own;
	}
	return lines ? cells / (double)lines : 0;
}

/* How much is set anew, because lines of text are wider than the window and would be broken one by
 * one: all where many are, else the blocks in which they stand. */
static enum facsimile_anew lines_too_wide(const struct facsimile *plan)
{
	size_t wide = 0;

	for (size_t b = 0; b < plan->text_blocks; b++) {
		const struct facsimile_block *block = &plan->blocks[b];

		for (size_t l = block->lines.start;
		     l < block->lines.end && block->kind == FACSIMILE_TEXT; l++)
			wide += plan->lines[l].rows > 1;
	}
	if (wide > plan->line_count / WIDE_SHARE)
		return ANEW_ALL;
	return wide ? ANEW_BROKEN : ANEW_NONE;
}

/* Places the columns of a page that is wider than the window, in screens: as wide as printed, or
 * as much narrower as makes the screens fewest. */
static void columns_fit(struct facsimile_columns *columns,
                        struct facsimile *plan, struct column_block *blocks,
                        size_t count)
{
	struct facsimile_narrowing best = { 1, columns_usual_cells(blocks,
		                                                   count) };
	int least = INT_MAX;

	for (size_t i = 0; i < ARRAY_LEN(scales) && least > 1; i++) {
		const struct facsimile_narrowing narrowing = {
			scales[i], best.usual_cells
		};
		int screens;

		if (i && best.usual_cells * scales[i] < READABLE_CELLS)
			break;
		columns_take_blocks(columns, plan, blocks, count, &narrowing);
		screens = (facsimile_place_columns(columns, plan, blocks, count,
		                                   true) -
		           1) / plan->window_cols +
		          1;
		if (!i || screens <= least - (least + 3) / 4) {
			best = narrowing;
			least = screens;
		}
	}
	facsimile_set_anew(plan, &best,
	                   best.scale < 1 ? ANEW_ALL : lines_too_wide(plan));
	columns_take_blocks(columns, plan, blocks, count, &best);
	facsimile_place_columns(columns, plan, blocks, count, true);
}

/* Gives a block its cells. */
static void columns_set_block(const struct facsimile_columns *columns,
                              struct facsimile *plan,
                              const struct column_block *from)
{
	struct facsimile_block *block = from->block;

	if (from->may_narrow && from->need < block->s_cells)
		facsimile_narrow_block(plan, block, from->need);
	block->s = facsimile_screens_fit(
		plan, columns->items[block->column].s + from->offset,
		from->need);
}

void facsimile_columns_init(struct facsimile_columns *columns,
                            struct facsimile *plan)
{
	static const struct facsimile_narrowing none = { 1, 0 };
	size_t count;
	struct column_block *blocks = columns_blocks(plan, &count);

	*columns = (struct facsimile_columns){ 0 };
	columns_find(columns, plan, blocks, count);
	columns_complete(columns, plan, blocks, count);
	columns_take_blocks(columns, plan, blocks, count, &none);
	columns->natural =
		facsimile_place_columns(columns, plan, blocks, count, false);
	if (!plan->vertical && columns->natural > plan->window_cols)
		columns_fit(columns, plan, blocks, count);
	else if (!plan->vertical)
		facsimile_set_anew(plan, &none, lines_too_wide(plan));
	facsimile_screens_spread(plan, columns);
	for (size_t b = 0; b < count; b++)
		columns_set_block(columns, plan, &blocks[b]);
	free(blocks);
}

void facsimile_columns_release(struct facsimile_columns *columns)
{
	free(columns->items);
	*columns = (struct facsimile_columns){ 0 };
}
