/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_span.h"

#include "base/num.h"
#include "layout/facsimile_break.h"
#include "layout/facsimile_screens.h"
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

/* Lines are flush where one edge differs so much less than the other; at the left more
 * is allowed, for marks of lists that hang there. */
#define FLUSH_LEFT_SHARE  .5f
#define FLUSH_RIGHT_SHARE .3f

/* Lines that are flush stand at an edge when they are so near to it. */
#define EDGE_SHARE .15f

/* Lines are centred where their middles differ so much less than their edges. */
#define EVEN_SHARE .4f

/* Two blocks are level when they share so much of the lower one's height. */
#define LEVEL_SHARE .3f

/* Text stands near a head or a picture when it is not further away. */
#define NEAR_EM 8.f

/* The columns over which something stands: their edges on paper and their cells. */
struct span_columns {
	float left, right;
	int s, end;
};

/* Widens a span, which may be empty, to the columns [s, end). */
static void span_add(struct span_columns *span, float left, float right, int s,
                     int end)
{
	bool is_first = span->s == span->end;

	span->left = is_first ? left : fminf(span->left, left);
	span->right = is_first ? right : fmaxf(span->right, right);
	span->s = is_first ? s : smaller(span->s, s);
	span->end = is_first ? end : larger(span->end, end);
}

/* The columns of the text near a block, of its article if it has one, that it touches; an
 * empty span for no such text.  A page has columns of several widths, and those near say
 * which of them count. */
static struct span_columns spanned_text(const struct facsimile *plan,
                                        const struct facsimile_block *block)
{
	float em = plan->body_em_pt;
	struct span_columns span = { 0 };

	for (size_t b = 0; b < plan->text_blocks; b++) {
		const struct facsimile_block *text = &plan->blocks[b];

		if (text->kind == FACSIMILE_TEXT && !text->turned &&
		    text->s_cells > 0 &&
		    (block->article == NPOS ||
		     text->article == block->article) &&
		    text->at.t1 > block->at.t1 &&
		    facsimile_overlap(block->at.t0, block->at.t1, text->at.t0,
		                      text->at.t1) > -NEAR_EM * em &&
		    facsimile_overlap(block->at.s0, block->at.s1, text->at.s0,
		                      text->at.s1) > em / 2)
			span_add(&span, text->at.s0, text->at.s1, text->s,
			         text->s + text->s_cells);
	}
	return span;
}

/* The columns of the page over which a block stands with half of their width, and the one
 * in which it begins. */
static struct span_columns
spanned_columns(const struct facsimile_columns *columns,
                const struct facsimile_place *at, float em)
{
	struct span_columns span = { 0 };
	size_t first;

	ARRAY_FIND(first, columns->count,
	           columns->items[first].s_pt <= at->s0 + em);
	first = first ? first - 1 : 0;
	for (size_t c = first; c < columns->count; c++) {
		const struct facsimile_column *column = &columns->items[c];

		if (c == first ||
		    column->s_pt + SPAN_SHARE * column->width_pt <= at->s1)
			span_add(&span, column->s_pt,
			         column->s_pt + column->width_pt, column->s,
			         column->s + larger(1, column->s_cells));
	}
	return span;
}

/* The block of the headline right above a byline; `block` itself for what is none. */
static const struct facsimile_block *
head_of_byline(const struct facsimile *plan,
               const struct facsimile_block *block)
{
	const struct page_lines *lines = plan->page_lines;
	const struct facsimile_block *best = block;
	float least = NEAR_EM * plan->body_em_pt;

	if (block->kind != FACSIMILE_DISPLAY ||
	    lines->sheet->issue
	                    ->passages[lines->by_line
	                                       [plan->lines[block->lines.start]
	                                                .items.start]
	                                               ->passage]
	                    .role != ROLE_BYLINE)
		return block;
	for (size_t b = 0; b < plan->text_blocks; b++) {
		const struct facsimile_block *head = &plan->blocks[b];
		float away = block->at.t0 - head->at.t1;

		if (head->kind == FACSIMILE_DISPLAY &&
		    head->article == block->article &&
		    head->at.t0 < block->at.t0 && away < least &&
		    facsimile_overlap(head->at.s0, head->at.s1, block->at.s0,
		                      block->at.s1) > 0) {
			best = head;
			least = away;
		}
	}
	return best;
}

/* A head or a picture stands over the text near it, and a byline where its head does; where it stands out of that, and where
 * there is none, over columns; those of its screen alone. */
static struct span_columns spanned(const struct facsimile_columns *columns,
                                   const struct facsimile *plan,
                                   const struct facsimile_block *block)
{
	float em = plan->body_em_pt;
	struct span_columns span = { 0 }, all;

	block = head_of_byline(plan, block);
	if (block->kind != FACSIMILE_RULE)
		span = spanned_text(plan, block);
	if (span.s == span.end || block->at.s0 < span.left - em ||
	    block->at.s1 > span.right + em) {
		all = spanned_columns(columns, &block->at, em);
		span_add(&span, all.left, all.right, all.s, all.end);
	}
	if (block->kind != FACSIMILE_RULE)
		span.end =
			smaller(span.end, facsimile_screen_end(plan, span.s));
	return span;
}

/* The cell at a place on paper inside the columns of a span. */
static int span_cell(const struct span_columns *span, float s_pt)
{
	float width = span->right - span->left;
	float share = width > 0 ? (s_pt - span->left) / width : 0;

	share = fminf(1, fmaxf(0, share));
	return span->s + (int)lroundf(share * (float)(span->end - span->s));
}

/* Was something printed level with the block in the columns that it spans? */
static bool span_is_shared(const struct facsimile *plan,
                           const struct facsimile_block *block)
{
	for (size_t b = 0; b < plan->block_count; b++) {
		const struct facsimile_block *other = &plan->blocks[b];
		float height = fminf(block->at.t1 - block->at.t0,
		                     other->at.t1 - other->at.t0);

		if (other != block && other->kind != FACSIMILE_RULE &&
		    other->kind != FACSIMILE_EDGE &&
		    other->s < block->s + block->s_cells &&
		    block->s < other->s + larger(1, other->s_cells) &&
		    facsimile_overlap(block->at.t0, block->at.t1, other->at.t0,
		                      other->at.t1) > LEVEL_SHARE * height)
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

static void span_display(const struct facsimile_columns *columns,
                         struct facsimile *plan, struct facsimile_block *block)
{
	struct span_columns span = spanned(columns, plan, block);
	int most = facsimile_line_most(plan, block), longest = 1;
	int placed = block->s;
	bool is_shared;

	for (size_t l = block->lines.start; l < block->lines.end; l++)
		longest = larger(longest, smaller(plan->lines[l].length, most));
	block->s = span.s;
	block->s_cells =
		larger(span.end - span.s, plan->page_lines->glyph_cols);
	is_shared = span_is_shared(plan, block);
	if (longest <= FACSIMILE_HEAD_CELLS &&
	    (is_shared || longest > block->s_cells)) {
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
	struct span_columns span = spanned(columns, plan, block);
	int least = block->kind == FACSIMILE_RULE ? LEAST_RULE_CELLS
	                                          : LEAST_PICTURE_CELLS;
	float edge = 2 * plan->body_em_pt;
	int end = span_cell(&span, block->at.s1);

	block->s = block->at.s0 < span.left + edge
	                   ? span.s
	                   : span_cell(&span, block->at.s0);
	if (block->at.s1 > span.right - edge)
		end = span.end;
	/* A picture that stands out of its columns has the room that it asked for. */
	if (block->at.s1 > span.right + plan->body_em_pt)
		least = larger(least, block->s_cells);
	block->s_cells = larger(least, end - block->s);
	if (block->kind == FACSIMILE_PICTURE)
		block->s_cells =
			smaller(block->s_cells,
		                larger(1, facsimile_screen_end(plan, block->s) -
		                                  block->s));
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

/* How far the left edges, the right ones, and the middles of a block's lines differ. */
struct line_spread {
	float left, right, middle;
};

static struct line_spread spread_of(const struct facsimile *plan,
                                    const struct facsimile_block *block)
{
	const struct facsimile_line *first = &plan->lines[block->lines.start];
	float left[2] = { first->at.s0, first->at.s0 };
	float right[2] = { first->at.s1, first->at.s1 };
	float sum[2] = { left[0] + right[0], left[0] + right[0] };

	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		const struct facsimile_place *at = &plan->lines[l].at;

		left[0] = fminf(left[0], at->s0);
		left[1] = fmaxf(left[1], at->s0);
		right[0] = fminf(right[0], at->s1);
		right[1] = fmaxf(right[1], at->s1);
		sum[0] = fminf(sum[0], at->s0 + at->s1);
		sum[1] = fmaxf(sum[1], at->s0 + at->s1);
	}
	return (struct line_spread){ left[1] - left[0], right[1] - right[0],
		                     (sum[1] - sum[0]) / 2 };
}

enum align facsimile_align(const struct facsimile_columns *columns,
                           const struct facsimile *plan,
                           const struct facsimile_block *block,
                           const struct facsimile_line *line)
{
	struct span_columns span = spanned(columns, plan, block);
	struct line_spread spread = spread_of(plan, block);
	float em = plan->body_em_pt;
	float before = fmaxf(0, line->at.s0 - span.left);
	float behind = fmaxf(0, span.right - line->at.s1);
	float near = fmaxf(em, EDGE_SHARE * (span.right - span.left));

	if (fmaxf(spread.left, spread.right) > em) {
		if (spread.middle < EVEN_SHARE * spread.left &&
		    spread.middle < EVEN_SHARE * spread.right)
			return ALIGN_CENTRE;
		if (spread.left < FLUSH_LEFT_SHARE * spread.right &&
		    block->at.s0 < span.left + near)
			return ALIGN_LEFT;
		if (spread.right < FLUSH_RIGHT_SHARE * spread.left &&
		    block->at.s1 > span.right - near)
			return ALIGN_RIGHT;
	}
	if (before + behind < 2 * em)
		return ALIGN_CENTRE;
	if (before < MIDDLE_SHARE * (before + behind))
		return ALIGN_LEFT;
	return behind < MIDDLE_SHARE * (before + behind) ? ALIGN_RIGHT
	                                                 : ALIGN_CENTRE;
}
