/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_anew.h"

#include "base/num.h"
#include "issue/issue.h"
#include "layout/facsimile_break.h"
#include "layout/facsimile_plan.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"
#include "text/glyph.h"

#include <math.h>

#define LEAST_CELLS 12 /* a block is not made narrower */

int facsimile_anew_cells(const struct facsimile_block *block,
                         const struct facsimile_narrowing *narrowing)
{
	int usual = (int)(narrowing->usual_cells * narrowing->scale);

	if (block->kind != FACSIMILE_TEXT || block->turned ||
	    block->article == NPOS)
		return block->s_cells;
	return larger(smaller(block->s_cells, larger(usual, LEAST_CELLS)),
	              (int)(block->s_cells * narrowing->scale));
}

/* The item of a line that has but one; NULL: it has several. */
static struct page_line *line_item(const struct facsimile *plan,
                                   const struct facsimile_line *line)
{
	return line->items.end - line->items.start == 1
	               ? plan->page_lines->by_line[line->items.start]
	               : NULL;
}

/* Does a line go on with the running text of the line before? */
static bool line_goes_on(const struct facsimile *plan,
                         const struct facsimile_line *before,
                         const struct facsimile_line *line)
{
	const struct page_line *a = line_item(plan, before);
	const struct page_line *b = line_item(plan, line);
	enum role role;

	if (!a || !b || a->passage != b->passage ||
	    b->bytes.start < a->bytes.end)
		return false;
	role = plan->page_lines->sheet->issue->passages[a->passage].role;
	return role == ROLE_BODY || role == ROLE_CAPTION ||
	       role == ROLE_QUOTE || role == ROLE_NOTE;
}

/* Makes a line the end of the one before: its bytes are of that line's item now. */
static void line_join(const struct facsimile *plan, struct facsimile_line *to,
                      const struct facsimile_line *line)
{
	struct page_line *item = line_item(plan, to);
	struct page_line *more = line_item(plan, line);

	item->bytes.end = more->bytes.end;
	item->has_hyphen = more->has_hyphen;
	more->is_placed = true;
	to->is_joined = true;
	to->at.s0 = fminf(to->at.s0, line->at.s0);
	to->at.s1 = fmaxf(to->at.s1, line->at.s1);
	to->at.t0 = fminf(to->at.t0, line->at.t0);
	to->at.t1 = fmaxf(to->at.t1, line->at.t1);
}

/* Is the block one of those that are set anew? */
static bool block_is_anew(const struct facsimile *plan,
                          const struct facsimile_block *block,
                          enum facsimile_anew which)
{
	if (block->kind != FACSIMILE_TEXT || block->turned)
		return false;
	for (size_t l = block->lines.start; l < block->lines.end; l++)
		if (which == ANEW_ALL || plan->lines[l].rows > 1)
			return true;
	return false;
}

/* Moves the lines of a block to `end` and behind, and joins them if `is_anew`; returns the end of
 * them. */
static size_t block_join(struct facsimile *plan, struct facsimile_block *block,
                         size_t end, bool is_anew)
{
	const size_t first = end;

	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		if (is_anew && end > first &&
		    line_goes_on(plan, &plan->lines[end - 1], &plan->lines[l]))
			line_join(plan, &plan->lines[end - 1], &plan->lines[l]);
		else
			plan->lines[end++] = plan->lines[l];
	}
	block->lines = (struct range){ first, end };
	return end;
}

/* Sets the lengths, indents and rows of a block's lines in its cells. */
static void block_break(struct facsimile *plan, struct facsimile_block *block)
{
	const struct sheet *sheet = plan->page_lines->sheet;
	const int room = block->s_cells;

	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		struct facsimile_line *line = &plan->lines[l];
		const struct page_line *item = line_item(plan, line);

		if (line->is_joined)
			line->length = text_cols_between(
				sheet->issue->passages[item->passage].text,
				item->bytes.start, item->bytes.end,
				sheet->ambiguous_cols);
		line->indent_cells = smaller(
			line->indent_cells,
			larger(0, line->is_joined ? room / 4
		                                  : room - line->length));
		line->rows = facsimile_count_rows(plan, line, room);
	}
}

void facsimile_narrow_block(struct facsimile *plan,
                            struct facsimile_block *block, int cells)
{
	block->s_cells = larger(plan->page_lines->glyph_cols, cells);
	block_break(plan, block);
}

void facsimile_set_anew(struct facsimile *plan,
                        const struct facsimile_narrowing *narrowing,
                        enum facsimile_anew which)
{
	size_t end = 0;

	if (which == ANEW_NONE)
		return;
	for (size_t b = 0; b < plan->text_blocks; b++) {
		struct facsimile_block *block = &plan->blocks[b];
		const bool is_anew = block_is_anew(plan, block, which);

		end = block_join(plan, block, end, is_anew);
		block->s_cells = larger(plan->page_lines->glyph_cols,
		                        facsimile_anew_cells(block, narrowing));
		if (is_anew)
			block_break(plan, block);
	}
	plan->line_count = end;
	plan->is_anew = true;
}
