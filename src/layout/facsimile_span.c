/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_span.h"

#include "base/num.h"
#include "layout/facsimile_break.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"

#include <limits.h>
#include <math.h>

/* The share of a column over which a block has to stand to span it, and the share of a
 * column by which a block may end before it or begin behind its edge. */
#define SPAN_SHARE .5f

#define LEAST_PICTURE_CELLS 6
#define LEAST_RULE_CELLS    2

/* A line stands in the middle where the rooms beside it differ by no more: the smaller
 * one is at least this share of both. */
#define MIDDLE_SHARE .25f

/* The columns that a block spans: items [first, last], and their edges on paper. */
struct span_columns {
	const struct facsimile_column *first, *last;
	float left, right;
	int end; /* the cell behind all of them */
};

static struct span_columns spanned(const struct facsimile_columns *columns,
                                   const struct facsimile_place *at, float em)
{
	struct span_columns span = { 0 };
	size_t first;

	ARRAY_FIND(first, columns->count,
	           columns->items[first].s_pt <= at->s0 + em);
	first = first ? first - 1 : 0;
	span.first = span.last = &columns->items[first];
	span.left = span.first->s_pt;
	span.right = span.left + span.first->width_pt;
	span.end = span.first->s + span.first->s_cells;
	for (size_t c = first + 1; c < columns->count; c++) {
		const struct facsimile_column *column = &columns->items[c];
		float middle = column->s_pt + SPAN_SHARE * column->width_pt;
		float right = column->s_pt + column->width_pt;

		if (middle > at->s1)
			continue;
		span.last = column;
		span.right = fmaxf(span.right, right);
		span.end = larger(span.end, column->s + column->s_cells);
	}
	return span;
}

/* The cell at a place on paper inside the columns of a span. */
static int span_cell(const struct span_columns *span, float s_pt)
{
	float width = span->right - span->left;
	float share = width > 0 ? (s_pt - span->left) / width : 0;

	share = fminf(1, fmaxf(0, share));
	return span->first->s +
	       (int)lroundf(share * (float)(span->end - span->first->s));
}

/* Was something printed level with the block in the columns that it spans? */
static bool span_is_shared(const struct facsimile *plan,
                           const struct facsimile_block *block)
{
	for (size_t b = 0; b < plan->block_count; b++) {
		const struct facsimile_block *other = &plan->blocks[b];

		if (other != block && other->kind != FACSIMILE_RULE &&
		    other->kind != FACSIMILE_EDGE &&
		    other->s < block->s + block->s_cells &&
		    block->s < other->s + larger(1, other->s_cells) &&
		    facsimile_overlap(block->at.t0, block->at.t1, other->at.t0,
		                      other->at.t1) > 0)
			return true;
	}
	return false;
}

/* Leaves a block the cells that its lines take, as they are aligned in its columns. */
static void span_tighten(const struct facsimile_columns *columns,
                         struct facsimile *plan, struct facsimile_block *block)
{
	int from = block->s_cells, end = 0;

	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		const struct facsimile_line *line = &plan->lines[l];
		int cells = smaller(line->length, block->s_cells);
		int at = sheet_aligned_col(
			facsimile_align(columns, plan, block, line), 0,
			block->s_cells, cells);

		from = smaller(from, at);
		end = larger(end, at + cells);
	}
	block->s += from;
	block->s_cells = larger(end - from, plan->page_lines->glyph_cols);
}

/* The cells of the columns that a block of display type spans. */
static void span_take_columns(const struct facsimile_columns *columns,
                              const struct facsimile *plan,
                              struct facsimile_block *block, int longest)
{
	struct span_columns span =
		spanned(columns, &block->at, plan->body_em_pt);
	float inside = span.left + SPAN_SHARE * span.first->width_pt;

	/* What was printed beside a block of the same column was moved. */
	if (span.last == span.first ? block->s < span.end
	                            : block->at.s0 < inside)
		block->s = span.first->s;
	block->s_cells = span.end - block->s;
	if (block->s_cells <= 0)
		block->s_cells = longest;
	block->s_cells = larger(block->s_cells, plan->page_lines->glyph_cols);
}

static void span_display(const struct facsimile_columns *columns,
                         struct facsimile *plan, struct facsimile_block *block)
{
	int most = facsimile_line_most(plan, block), longest = 1;
	int placed = block->s;
	bool is_shared;

	for (size_t l = block->lines.start; l < block->lines.end; l++)
		longest = larger(longest, smaller(plan->lines[l].length, most));
	span_take_columns(columns, plan, block, longest);
	is_shared = span_is_shared(plan, block);
	if (is_shared && longest <= FACSIMILE_HEAD_CELLS) {
		block->s = placed;
		block->s_cells = longest;
	}
	for (size_t l = block->lines.start; l < block->lines.end; l++)
		plan->lines[l].rows = facsimile_count_rows(
			plan, &plan->lines[l], smaller(block->s_cells, most));
	if (is_shared && longest > FACSIMILE_HEAD_CELLS)
		span_tighten(columns, plan, block);
}

static void span_mark(const struct facsimile_columns *columns,
                      const struct facsimile *plan,
                      struct facsimile_block *block)
{
	struct span_columns span =
		spanned(columns, &block->at, plan->body_em_pt);
	int least = block->kind == FACSIMILE_RULE ? LEAST_RULE_CELLS
	                                          : LEAST_PICTURE_CELLS;
	float edge = 2 * plan->body_em_pt;
	int end = span_cell(&span, block->at.s1);

	block->s = block->at.s0 < span.left + edge
	                   ? span.first->s
	                   : span_cell(&span, block->at.s0);
	if (block->at.s1 > span.right - edge)
		end = span.end;
	block->s_cells = larger(least, end - block->s);
}

static void span_edges(struct facsimile *plan, size_t box)
{
	int back = facsimile_rule_back(plan), from = INT_MAX, end = 0;
	size_t edges[2] = { plan->boxes[box].first_edge,
		            plan->boxes[box].last_edge };

	for (size_t b = 0; b < plan->text_blocks; b++) {
		const struct facsimile_block *block = &plan->blocks[b];

		if (block->box == box) {
			from = smaller(from, block->s);
			end = larger(end, block->s + block->s_cells);
		}
	}
	for (size_t i = 0; i < 2; i++) {
		plan->blocks[edges[i]].s = larger(0, from - back);
		plan->blocks[edges[i]].s_cells =
			end + back - larger(0, from - back);
	}
}

void facsimile_span_blocks(struct facsimile_columns *columns,
                           struct facsimile *plan)
{
	for (size_t b = 0; b < plan->block_count; b++) {
		struct facsimile_block *block = &plan->blocks[b];

		if (block->kind == FACSIMILE_DISPLAY && !block->turned)
			span_display(columns, plan, block);
		else if (block->kind == FACSIMILE_RULE ||
		         block->kind == FACSIMILE_PICTURE)
			span_mark(columns, plan, block);
	}
	for (size_t box = 0; box < plan->box_count; box++)
		span_edges(plan, box);
	for (size_t b = 0; b < plan->block_count; b++)
		columns->end =
			larger(columns->end,
		               plan->blocks[b].s + plan->blocks[b].s_cells);
}

enum align facsimile_align(const struct facsimile_columns *columns,
                           const struct facsimile *plan,
                           const struct facsimile_block *block,
                           const struct facsimile_line *line)
{
	struct span_columns span =
		spanned(columns, &block->at, plan->body_em_pt);
	float before = fmaxf(0, line->at.s0 - span.left);
	float behind = fmaxf(0, span.right - line->at.s1);

	if (before + behind < 2 * plan->body_em_pt)
		return ALIGN_CENTRE;
	if (before < MIDDLE_SHARE * (before + behind))
		return ALIGN_LEFT;
	return behind < MIDDLE_SHARE * (before + behind) ? ALIGN_RIGHT
	                                                 : ALIGN_CENTRE;
}
