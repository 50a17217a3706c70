/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_masthead.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/facsimile_break.h"
#include "layout/facsimile_plan.h"
#include "layout/facsimile_screens.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"

#include <math.h>

#define SMALL_ROWS 30 /* a window of less, and of fewer cells, is small */
#define SMALL_COLS 100
#define LINES_MOST 8 /* of a masthead */
#define ITEM_GAP   3
#define RULE_ROWS  1

/* The article of a line (index), or NPOS. */
static size_t line_article(const struct facsimile *plan,
                           const struct facsimile_line *line)
{
	const struct page_lines *lines = plan->page_lines;
	const size_t passage = lines->by_line[line->items.start]->passage;

	return lines->sheet->issue->passages[passage].article;
}

/* Where the first article begins; INFINITY: there is none. */
static float masthead_end(const struct facsimile *plan)
{
	float end = INFINITY;

	for (size_t l = 0; l < plan->line_count; l++)
		if (line_article(plan, &plan->lines[l]) != NPOS)
			end = fminf(end, plan->lines[l].at.t0);
	return end;
}

static bool masthead_has(const struct facsimile *plan,
                         const struct facsimile_line *line, float end)
{
	return line_article(plan, line) == NPOS && line->at.t1 <= end;
}

void facsimile_take_masthead(struct facsimile *plan)
{
	const float end = masthead_end(plan);
	size_t count = 0, kept = 0;

	for (size_t l = 0; l < plan->line_count; l++)
		count += masthead_has(plan, &plan->lines[l], end);
	if (plan->vertical || plan->window_rows >= SMALL_ROWS ||
	    plan->window_cols >= SMALL_COLS || isinf(end) || !count ||
	    count > LINES_MOST)
		return;
	plan->body_t0 = end;
	plan->masthead = mem_alloc(count * sizeof *plan->masthead);
	for (size_t l = 0; l < plan->line_count; l++) {
		if (masthead_has(plan, &plan->lines[l], end))
			plan->masthead[plan->masthead_count++] = plan->lines[l];
		else
			plan->lines[kept++] = plan->lines[l];
	}
	plan->line_count = kept;
}

/* Where the next line of the masthead begins. */
struct masthead_place {
	int row, col;
	int end; /* of the last screen */
};

/* Moves to where `cols` cells have room: behind what stands there, in the next screen, or on the
 * next row. */
static void masthead_move(const struct facsimile *plan,
                          struct masthead_place *place, int cols)
{
	if (place->col)
		place->col += ITEM_GAP;
	if (facsimile_screens_cut(plan, place->col, cols))
		place->col = facsimile_screen_end(plan, place->col);
	if (place->col && place->col + cols > place->end) {
		place->row++;
		place->col = 0;
	}
}

static void masthead_set_item(const struct facsimile *plan,
                              struct masthead_place *place,
                              struct page_line *item)
{
	struct sheet *sheet = plan->page_lines->sheet;

	item->is_placed = true;
	for (size_t at = item->bytes.start; at < item->bytes.end;) {
		const struct wrap_line piece = facsimile_piece(
			plan, item, false, at, plan->window_cols);
		const bool hyphen = item->has_hyphen &&
		                    piece.next == item->bytes.end &&
		                    piece.cols < plan->window_cols;

		masthead_move(plan, place, piece.cols + hyphen);
		sheet_add_measured(sheet, item->passage,
		                   (struct range){ piece.start, piece.end },
		                   place->row, place->col, piece.cols);
		if (hyphen)
			sheet_add_hyphen(sheet);
		place->col += piece.cols + hyphen;
		at = piece.next;
	}
}

void facsimile_set_masthead(struct facsimile *plan, int end)
{
	struct masthead_place place = { .end = facsimile_screen_end(
						plan, larger(end, 1) - 1) };

	if (!plan->masthead_count)
		return;
	sheet_open_strip(plan->page_lines->sheet, NPOS, false);
	for (size_t l = 0; l < plan->masthead_count; l++)
		for (size_t i = plan->masthead[l].items.start;
		     i < plan->masthead[l].items.end; i++)
			masthead_set_item(plan, &place,
			                  plan->page_lines->by_line[i]);
	plan->top_rows = place.row + 1 + RULE_ROWS;
}

void facsimile_rule_masthead(const struct facsimile *plan)
{
	struct sheet *sheet = plan->page_lines->sheet;

	if (plan->top_rows)
		sheet_add_rule(sheet, (struct rule){
					      .row = plan->top_rows - RULE_ROWS,
					      .length = sheet->cols,
				      });
}
