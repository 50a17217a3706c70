/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_indents.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/facsimile_break.h"
#include "text/upright.h"

#include <math.h>
#include <stdlib.h>

#define AROUND_LINES    5   /* before and behind a line tell its edges */
#define INDENT_EM       .6f /* a line that begins less behind the edge is flush */
#define FIRST_EM        2.6f /* the largest indent of first lines */
#define EDGE_SHARE      .2f  /* of the lines may stand out of the edges */
#define DROP_CAP_LINES  5
#define DROP_CAP_HEIGHT 1.5f /* of a line's, at least */
#define TURNED_CELLS    (UPRIGHT_COLS + 1)

/* The number at `share` of the sorted numbers. */
static float quantile(float *numbers, size_t count, float share)
{
	qsort(numbers, count, sizeof *numbers, facsimile_compare);
	return numbers[(size_t)(share * (float)(count - 1) + .5f)];
}

static void block_edges(const struct facsimile *plan,
                        const struct facsimile_block *block, float *left,
                        float *right)
{
	size_t count = block->lines.end - block->lines.start;
	float *numbers = mem_alloc(count * sizeof *numbers);

	for (size_t i = 0; i < count; i++)
		numbers[i] = plan->lines[block->lines.start + i].at.s0;
	*left = quantile(numbers, count, EDGE_SHARE);
	for (size_t i = 0; i < count; i++)
		numbers[i] = plan->lines[block->lines.start + i].at.s1;
	*right = quantile(numbers, count, 1 - EDGE_SHARE);
	free(numbers);
	if (*right <= *left) {
		*left = block->at.s0;
		*right = block->at.s1;
	}
}

/* A block of the other direction: its lines stand side by side along s. */
static void block_measure_turned(struct facsimile *plan,
                                 struct facsimile_block *block)
{
	int most = facsimile_line_most(plan, block), rows = 0;

	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		plan->lines[l].rows =
			facsimile_count_rows(plan, &plan->lines[l], most);
		rows += plan->lines[l].rows;
	}
	block->s_cells = plan->vertical ? rows : rows * TURNED_CELLS - 1;
}

/* The edges of the column at a line: those of the lines around it. */
struct line_edges {
	float left, right;
};

static struct line_edges edges_at(const struct facsimile *plan,
                                  const struct facsimile_block *block, size_t l)
{
	size_t from = l - block->lines.start > AROUND_LINES
	                      ? l - AROUND_LINES
	                      : block->lines.start;
	size_t end = block->lines.end - l > AROUND_LINES ? l + AROUND_LINES + 1
	                                                 : block->lines.end;
	struct line_edges edges = { plan->lines[l].at.s0,
		                    plan->lines[l].at.s1 };

	for (size_t i = from; i < end; i++) {
		edges.left = fminf(edges.left, plan->lines[i].at.s0);
		edges.right = fmaxf(edges.right, plan->lines[i].at.s1);
	}
	return edges;
}

/* Cells that a line is set in, in a block whose longest line has `longest` cells.  Indents
 * of first lines are told in em, of which each has `em_cells`: so they are the same in all
 * columns. */
static int line_indent(const struct facsimile_line *line,
                       struct line_edges edges, int longest, int em_cells)
{
	float em = line->box.em_pt, room = edges.right - edges.left;
	float before = line->at.s0 - edges.left;
	float behind = edges.right - line->at.s1;
	int spare = larger(0, longest - line->length);

	if (before < INDENT_EM * em || room <= em)
		return 0;
	if (before <= FIRST_EM * em)
		return (int)lroundf(before / em * (float)em_cells);
	if (behind < INDENT_EM * em)
		return spare;
	if (fabsf(before - behind) < em)
		return spare / 2;
	return smaller(spare, (int)lroundf(before / room * (float)longest));
}

/* Does line `l` of the block stand beside the drop cap of a line before?  That line is as high as
 * its cap, which takes one row here. */
static bool is_beside_drop_cap(const struct facsimile *plan,
                               const struct facsimile_block *block, size_t l)
{
	const struct facsimile_place *at = &plan->lines[l].at;
	size_t first = l > DROP_CAP_LINES ? l - DROP_CAP_LINES : 0;

	for (size_t i = first > block->lines.start ? first : block->lines.start;
	     i < l; i++) {
		const struct facsimile_place *cap = &plan->lines[i].at;

		if (cap->t1 - cap->t0 > DROP_CAP_HEIGHT * (at->t1 - at->t0) &&
		    cap->s0 < at->s0 &&
		    cap->t1 > at->t0 + (at->t1 - at->t0) / 4)
			return true;
	}
	return false;
}

/* Is line `l` of the block set in as far as the line before, further than first lines are? */
static bool is_even_with_last(const struct facsimile *plan,
                              const struct facsimile_block *block, size_t l)
{
	const struct facsimile_line *line = &plan->lines[l];
	float em = line->box.em_pt;

	return fabsf(line->at.s0 - line[-1].at.s0) < INDENT_EM * em &&
	       line->at.s0 - edges_at(plan, block, l).left > FIRST_EM * em;
}

/* Lines beside a picture or a quote begin at one edge, as far left as the longest of them
 * needs it. */
static void block_even_indents(struct facsimile *plan,
                               const struct facsimile_block *block)
{
	size_t end;

	for (size_t l = block->lines.start; l < block->lines.end; l = end) {
		int least = plan->lines[l].indent_cells;

		for (end = l + 1; end < block->lines.end &&
		                  is_even_with_last(plan, block, end);
		     end++)
			least = smaller(least, plan->lines[end].indent_cells);
		for (size_t i = l; i < end; i++)
			plan->lines[i].indent_cells = least;
	}
}

static void block_indent(struct facsimile *plan, struct facsimile_block *block)
{
	int most = facsimile_line_most(plan, block), longest = 1;

	for (size_t l = block->lines.start; l < block->lines.end; l++)
		longest = larger(longest, smaller(plan->lines[l].length, most));
	block->s_cells = longest;
	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		struct facsimile_line *line = &plan->lines[l];
		int indent = line_indent(line, edges_at(plan, block, l),
		                         longest, plan->vertical ? 1 : 2);

		if (is_beside_drop_cap(plan, block, l))
			indent = 0;
		if (line->length + indent > most)
			indent = larger(0, most - line->length);
		line->indent_cells = indent;
		line->rows = facsimile_count_rows(plan, line, most);
	}
	block_even_indents(plan, block);
	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		const struct facsimile_line *line = &plan->lines[l];

		block->s_cells = larger(
			block->s_cells,
			smaller(most, line->length + line->indent_cells));
	}
}

void facsimile_indent_lines(struct facsimile *plan,
                            struct facsimile_block *block, float *left,
                            float *right)
{
	*left = block->at.s0;
	*right = block->at.s1;
	if (block->turned) {
		block_measure_turned(plan, block);
	} else if (block->kind == FACSIMILE_TEXT) {
		block_edges(plan, block, left, right);
		block_indent(plan, block);
	}
}
