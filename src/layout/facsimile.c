/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/facsimile_blocks.h"
#include "layout/facsimile_break.h"
#include "layout/facsimile_columns.h"
#include "layout/facsimile_masthead.h"
#include "layout/facsimile_rows.h"
#include "layout/facsimile_rules.h"
#include "layout/facsimile_span.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"
#include "text/upright.h"

#include <assert.h>

#define TURNED_CELLS    (UPRIGHT_COLS + 1)
#define SCATTERED_LINES 100
#define SCATTERED_FILL  .15

#define ITEM_GAP 1 /* between two items on one printed line */

/* The state while slugs are set. */
struct facsimile_setter {
	struct facsimile *plan;
	const struct facsimile_columns *columns;
	struct facsimile_grid grid;
	const struct facsimile_block *block;
	const struct facsimile_line *line;
	int room;      /* the longest piece of the line */
	int used;      /* of the row of the line that is being set */
	int row;       /* of the block's rows, from 0 */
	int line_row;  /* of the line's rows, from 0 */
	bool is_whole; /* the line is not broken */
};

/* Is the block a column of text, or a part of one?  A line that stands alone is, if it is
 * running text. */
static bool block_is_column(const struct facsimile *plan,
                            const struct facsimile_block *block)
{
	const struct page_lines *lines = plan->page_lines;
	size_t first = plan->lines[block->lines.start].items.start;
	const struct passage *passage =
		&lines->sheet->issue->passages[lines->by_line[first]->passage];

	return block->kind == FACSIMILE_TEXT && !plan->vertical &&
	       !block->turned &&
	       (passage->role == ROLE_BODY ||
	        block->lines.end - block->lines.start > 1);
}

/* Where a piece of `length` begins: its row and column on the sheet. */
struct setter_place {
	int row, col;
	enum align align;
	bool slides; /* a view may slide it in the cells of its block */
};

/* A line in the direction of the page. */
static struct setter_place place_straight(const struct facsimile_setter *setter,
                                          int length)
{
	const struct facsimile_block *block = setter->block;
	bool slides = !setter->plan->vertical &&
	              !block_is_column(setter->plan, block) &&
	              (block->kind == FACSIMILE_DISPLAY || setter->is_whole);
	enum align align = ALIGN_LEFT;
	int s = block->s + setter->used;

	if (block->kind == FACSIMILE_DISPLAY) {
		align = facsimile_align(setter->columns, setter->plan, block,
		                        setter->line);
		s += sheet_aligned_col(align, 0, block->s_cells,
		                       setter->is_whole ? setter->line->length
		                                        : length);
	} else if (!setter->line->is_joined || !setter->line_row) {
		s += setter->line->indent_cells;
	}
	return (struct setter_place){
		.row = facsimile_row(&setter->grid, s, block->t + setter->row),
		.col = facsimile_col(&setter->grid, s, block->t + setter->row),
		.align = align,
		.slides = slides,
	};
}

/* A line across the direction of the page: rows of the block stand side by side along
 * s, upright ones from right to left. */
static struct setter_place place_turned(const struct facsimile_setter *setter)
{
	const struct facsimile_block *block = setter->block;
	int col = block->s + block->s_cells - UPRIGHT_COLS -
	          setter->row * TURNED_CELLS;

	if (setter->plan->vertical)
		return (struct setter_place){
			.row = block->s + setter->row,
			.col = facsimile_col(&setter->grid, block->s,
			                     block->t + block->t_steps - 1) +
			       setter->used,
		};
	return (struct setter_place){ .row = block->t + setter->used,
		                      .col = col };
}

/* Adds a piece of an item, with the hyphen of the line or without. */
static void setter_add_piece(struct facsimile_setter *setter, size_t passage,
                             struct wrap_line piece, bool hyphen)
{
	struct sheet *sheet = setter->plan->page_lines->sheet;
	struct range bytes = { piece.start, piece.end };
	struct setter_place place =
		setter->block->turned
			? place_turned(setter)
			: place_straight(setter, piece.cols + hyphen);
	struct slug *slug;

	if (facsimile_is_upright(setter->plan, setter->block)) {
		sheet_add_upright(sheet, passage, bytes, place.row, place.col);
		return;
	}
	slug = sheet_add_slug(sheet, passage, bytes, place.row, place.col);
	slug->align = place.align;
	if (hyphen)
		sheet_add_hyphen(sheet);
	/* Two items on one printed line would slide over each other. */
	if (place.slides &&
	    setter->line->items.end - setter->line->items.start == 1) {
		slug->room_col = setter->block->s;
		slug->room_cols = setter->block->s_cells;
	}
}

/* An item stands behind the one before on its printed line, or, where the line is
 * broken, in rows of its own. */
static void setter_add_item(struct facsimile_setter *setter, size_t i)
{
	struct page_line *item = setter->plan->page_lines->by_line[i];
	bool upright = setter->line->box.vertical;

	assert(!item->is_placed);
	item->is_placed = true;
	for (size_t at = item->bytes.start; at < item->bytes.end;) {
		int room = facsimile_piece_room(setter->line, setter->line_row,
		                                setter->room);
		struct wrap_line piece =
			facsimile_piece(setter->plan, item, upright, at, room);
		bool hyphen = item->has_hyphen && !upright &&
		              piece.next == item->bytes.end &&
		              piece.cols < room;

		setter_add_piece(setter, item->passage, piece, hyphen);
		at = piece.next;
		setter->used += piece.cols + hyphen + ITEM_GAP;
		if (!setter->is_whole) {
			setter->used = 0;
			setter->row++;
			setter->line_row++;
		}
	}
}

static void setter_add_block(struct facsimile_setter *setter, size_t b)
{
	const struct facsimile *plan = setter->plan;
	const struct facsimile_block *block = &plan->blocks[b];
	int most = facsimile_line_most(plan, block);

	setter->block = block;
	setter->row = 0;
	most = block->turned ? most : smaller(most, block->s_cells);
	sheet_open_strip(plan->page_lines->sheet, block->article,
	                 block_is_column(plan, block));
	for (size_t l = block->lines.start; l < block->lines.end; l++) {
		setter->line = &plan->lines[l];
		setter->room =
			block->kind == FACSIMILE_DISPLAY && !block->turned
				? facsimile_balanced_room(plan, setter->line,
		                                          most)
				: most;
		setter->is_whole =
			setter->line->length <=
			facsimile_piece_room(setter->line, 0, setter->room);
		setter->used = setter->line_row = 0;
		for (size_t i = setter->line->items.start;
		     i < setter->line->items.end; i++)
			setter_add_item(setter, i);
		setter->row += setter->is_whole;
	}
}

static void facsimile_set(struct facsimile *plan)
{
	struct facsimile_columns columns;
	struct facsimile_setter setter = { .plan = plan, .columns = &columns };
	struct sheet *sheet = plan->page_lines->sheet;

	facsimile_columns_init(&columns, plan);
	facsimile_span_blocks(&columns, plan);
	facsimile_set_masthead(plan, columns.end);
	setter.grid.vertical = plan->vertical;
	setter.grid.steps = facsimile_set_rows(plan, &columns);
	setter.grid.cols =
		plan->vertical ? larger(plan->window_cols,
	                                setter.grid.steps * TURNED_CELLS - 1)
			       : columns.end;
	for (size_t b = 0; b < plan->text_blocks; b++)
		setter_add_block(&setter, b);
	facsimile_set_marks(plan, &columns, &setter.grid);
	facsimile_rule_masthead(plan);
	if (plan->vertical) {
		sheet->upright = true;
		sheet->cols = larger(sheet->cols, setter.grid.cols);
	}
	sheet->natural_cols = plan->vertical
	                              ? setter.grid.steps * TURNED_CELLS - 1
	                              : columns.natural;
	sheet->is_anew = plan->is_anew;
	if (!plan->vertical && sheet->cols > plan->window_cols)
		sheet->turn_cols = plan->window_cols;
	facsimile_columns_release(&columns);
}

/* Is the sheet of many lines of which nearly all is blank?  An OCR that has read words here and
 * there says where they are, but nobody can read them so. */
static bool facsimile_is_scattered(const struct sheet *sheet)
{
	double filled = 0, all = (double)sheet->rows * sheet->cols;

	for (size_t i = 0; i < sheet->slug_count; i++)
		filled += (double)sheet->slugs[i].cols * sheet->slugs[i].rows;
	for (size_t i = 0; i < sheet->frame_count; i++)
		filled += (double)sheet->frames[i].cols * sheet->frames[i].rows;
	return sheet->slug_count > SCATTERED_LINES &&
	       filled < SCATTERED_FILL * all;
}

bool facsimile_page(struct sheet *sheet, const struct issue *issue, size_t page,
                    const struct facsimile_window *window)
{
	const struct page *of = &issue->pages[page];
	struct page_lines lines;
	struct facsimile plan;
	bool is_set;

	assert(page < issue->page_count && window->rows >= 1 &&
	       window->cols >= 1);
	if (!of->boxes)
		return false;
	sheet_init(sheet, issue, window->ambiguous_cols);
	page_lines_init(&lines, sheet, page);
	is_set = facsimile_init(&plan, &lines, of, window->rows, window->cols);
	plan.shows_pictures = window->shows_pictures;
	if (is_set)
		facsimile_set(&plan);
	is_set = is_set && !facsimile_is_scattered(sheet);
	if (!is_set)
		sheet_release(sheet);
	facsimile_release(&plan);
	page_lines_release(&lines);
	return is_set;
}
