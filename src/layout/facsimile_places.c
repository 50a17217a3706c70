/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_places.h"

#include "base/num.h"
#include "issue/issue.h"
#include "layout/facsimile_column_plan.h"
#include "layout/facsimile_plan.h"
#include "layout/facsimile_screens.h"

#include <math.h>

/* A block whose left edge is so far from its column's is set in. */
#define NEAR_EM 1.f

/* A column ends where so much of it is left of the next one. */
#define END_SHARE .9f

/* Two blocks are level when they share so much of the lower one's height. */
#define LEVEL_SHARE .3f

/* Room that was left blank takes at most so many cells. */
#define BLANK_CELLS 4

/* How far a block that begins inside its column is from the column's left edge. */
static int columns_offset(const struct facsimile *plan,
                          const struct facsimile_column *column,
                          const struct column_block *block)
{
	float em = plan->body_em_pt, away = block->left - column->s_pt;
	float right = column->s_pt + column->width_pt;
	int offset = 0;

	if (away > NEAR_EM * em && column->width_pt > em)
		offset = (int)lroundf(away / column->width_pt *
		                      (float)column->s_cells);
	if (block->right <= right + NEAR_EM * em)
		offset = smaller(offset, column->s_cells - block->need);
	return larger(0, smaller(offset, column->s_cells + BLANK_CELLS));
}

/* Was `a` printed left of `b` and level with it? */
static bool is_left_of(const struct column_block *a,
                       const struct column_block *b)
{
	float height = fminf(a->block->at.t1 - a->block->at.t0,
	                     b->block->at.t1 - b->block->at.t0);

	return b->left >= (a->left + a->right) / 2 &&
	       a->right <= (b->left + b->right) / 2 &&
	       facsimile_overlap(a->block->at.t0, a->block->at.t1,
	                         b->block->at.t0,
	                         b->block->at.t1) > LEVEL_SHARE * height;
}

/* Does a column begin inside another one, of which its blocks are set in? */
static bool column_is_in(const struct facsimile_column *column,
                         const struct facsimile_column *other)
{
	return other->s_pt + END_SHARE * other->width_pt > column->s_pt;
}

/* The first cell of a column that nothing stands left of: the edge of a box may. */
static int columns_lead(const struct facsimile *plan)
{
	return plan->box_count ? facsimile_rule_back(plan) : 0;
}

/* The least cell of column `at` for the columns before it: it begins no more left than the one
 * before, and behind those that end before it begins. */
static int column_least(const struct facsimile_columns *columns,
                        const struct facsimile *plan, size_t at)
{
	const int gap = facsimile_gap(plan);
	const struct facsimile_column *column = &columns->items[at];
	int cell = at ? column[-1].s : columns_lead(plan);

	for (size_t c = 0; c < at; c++) {
		const struct facsimile_column *before = &columns->items[c];

		if (!column_is_in(column, before))
			cell = larger(cell, before->s + before->s_cells + gap);
	}
	return cell;
}

/* The cell at which column `at` begins if nothing moves it: a little behind the one before, in which
 * it is set in; `least`, if that is more. */
static int column_first(const struct facsimile_columns *columns, size_t at,
                        int least)
{
	const struct facsimile_column *column = &columns->items[at];
	const struct facsimile_column *before = column - 1;
	float inset;

	if (!at || before->width_pt <= 0)
		return least;
	inset = (column->s_pt - before->s_pt) / before->width_pt *
	        (float)before->s_cells;
	return larger(least,
	              before->s + smaller((int)lroundf(inset), BLANK_CELLS));
}

/* The cells from the left edge of a column to the end of one of its blocks.  A headline that has
 * no room behind its offset is moved to the left later (facsimile_span.h). */
static int columns_end_of(const struct column_block *block,
                          const struct facsimile_column *column)
{
	int end = block->offset + block->need;

	return block->block->kind == FACSIMILE_DISPLAY
	               ? smaller(end, larger(block->need, column->s_cells))
	               : end;
}

/* Moves block `b` behind all blocks that stand left of it: within the column of such a
 * block by its offset, else with its column. */
static void columns_move_block(struct facsimile_columns *columns,
                               struct column_block *blocks, size_t b, int gap)
{
	struct column_block *block = &blocks[b];
	struct facsimile_column *column = &columns->items[block->block->column];

	for (size_t a = 0; a < b; a++) {
		const struct column_block *left = &blocks[a];
		const struct facsimile_column *other =
			&columns->items[left->block->column];
		int end = columns_end_of(left, other) + gap;

		if (!is_left_of(left, block))
			continue;
		if (other == column)
			block->offset = larger(block->offset, end);
		else if (other < column)
			column->s = larger(column->s,
			                   other->s + end - block->offset);
	}
}

/* The cell behind column `at` and the text of its blocks, which are [own.start, own.end). */
static int columns_text_end(const struct facsimile_column *column,
                            const struct column_block *blocks, struct range own)
{
	int end = column->s + column->s_cells;

	for (size_t b = own.start; b < own.end; b++)
		if (blocks[b].block->kind == FACSIMILE_TEXT)
			end = larger(end, column->s + blocks[b].offset +
			                          blocks[b].need);
	return end;
}

/* How many of the cells [s, s + cells) stand in the next screen, though one has room for all. */
static int screens_cut_cells(const struct facsimile *plan, int s, int cells)
{
	return facsimile_screens_cut(plan, s, cells)
	               ? s + cells - facsimile_screen_end(plan, s)
	               : 0;
}

/* How many cells of a column and its blocks are cut off by the edge of the screen.  Headlines and
 * pictures may be narrower, and so may text over several columns that is set anew, if it has the
 * cells of one. */
static int columns_cut_cells(const struct facsimile_column *column,
                             const struct facsimile *plan,
                             const struct column_block *blocks,
                             struct range own)
{
	int cut = screens_cut_cells(plan, column->s, column->s_cells);

	for (size_t b = own.start; b < own.end; b++) {
		const int need = blocks[b].may_narrow ? smaller(blocks[b].need,
		                                                column->s_cells)
		                                      : blocks[b].need;

		if (blocks[b].block->kind == FACSIMILE_TEXT)
			cut = larger(cut,
			             screens_cut_cells(
					     plan, column->s + blocks[b].offset,
					     need));
	}
	return cut;
}

/* Where a column may stand. */
struct column_room {
	int least; /* cells, in its screen */
	int end;   /* the cell behind the columns before */
};

/* Moves a column to the left, at most to cell `least`, or to the next screen, where that keeps it and
 * its blocks whole, and to the edge of its own screen where nothing stands before it: `end` is
 * the cell behind the columns before.  Blocks that may be narrower end where the screen does. */
static void columns_keep_whole(struct facsimile_column *column,
                               const struct facsimile *plan,
                               struct column_block *blocks, struct range own,
                               struct column_room room)
{
	const int start = facsimile_screen_start(plan, column->s);
	int cut;

	if (room.end && room.end <= start)
		column->s = start + columns_lead(plan);
	cut = columns_cut_cells(column, plan, blocks, own);
	if (cut && column->s - cut >= larger(room.least, start))
		column->s -= cut;
	else if (cut)
		column->s = facsimile_screen_end(plan, column->s) +
		            columns_lead(plan);
	for (size_t b = own.start; b < own.end; b++) {
		const int s = column->s + blocks[b].offset;

		if (blocks[b].may_narrow &&
		    facsimile_screens_cut(plan, s, blocks[b].need))
			blocks[b].need =
				larger(smaller(blocks[b].need, column->s_cells),
			               facsimile_screen_end(plan, s) - s);
	}
}

/* Places the columns one behind the other; `has_screens`: none in two screens.  Returns the
 * cells that they take. */
int facsimile_place_columns(struct facsimile_columns *columns,
                            const struct facsimile *plan,
                            struct column_block *blocks, size_t count,
                            bool has_screens)
{
	const int gap = facsimile_gap(plan);
	size_t b = 0;
	int end = 0;

	for (size_t i = 0; i < count; i++)
		blocks[i].offset = columns_offset(
			plan, &columns->items[blocks[i].block->column],
			&blocks[i]);
	for (size_t c = 0; c < columns->count; c++) {
		struct facsimile_column *column = &columns->items[c];
		const int least = column_least(columns, plan, c);
		const int free_s = column_first(columns, c, least);
		const size_t first = b;

		column->s = free_s;
		for (; b < count && blocks[b].block->column == c; b++)
			columns_move_block(columns, blocks, b, gap);
		if (has_screens)
			columns_keep_whole(
				column, plan, blocks,
				(struct range){ first, b },
				(struct column_room){
					column->s > free_s ? column->s : least,
					end });
		end = larger(end, columns_text_end(column, blocks,
		                                   (struct range){ first, b }));
	}
	return end;
}
