/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_layout.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/article_box.h"
#include "layout/box_setter.h"
#include "layout/page_lines.h"
#include "layout/page_margin.h"
#include "layout/page_pack.h"
#include "layout/sheet.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#define SLOT_GAP_COLS 3 /* between articles: a blank, a rule, a blank */
#define BOX_GAP_ROWS  2 /* a rule, a blank row above the headline */

/* What the columns of a box may be moved apart so that the page is as wide as the window. */
#define SPREAD_COLS      5
#define SPREAD_SLOT_COLS 4 /* and two boxes */

/* Shares of cells and rows are compared as integers: a machine whose floating point numbers have
 * more bits would set a page otherwise.
 * The share of a page's cells that have type on them. */
#define USUAL_FILL_PERCENT 85

/* A page that takes less of the window's height is set narrower, in steps of such a part of its
 * width, but not so that it is narrower than newspapers are: in cells, which are about twice as
 * high as they are wide. */
#define LOW_PERCENT  85
#define NARROW_STEPS 10
#define PAPER_SHAPE  1.4

/* The state of page_layout(). */
struct page_composer {
	struct sheet *sheet;
	const struct page *page;
	struct page_lines lines;
	struct article_box *boxes; /* owned; of articles with text, in order */
	size_t box_count;
	struct packing packing;
	int window_cols, window_rows;
	int cols; /* of the widest band */
	int row;  /* the next free one */
};

static void page_layout_make_boxes(struct page_composer *composer)
{
	const struct range own = composer->page->articles;
	struct block_lines block_lines;
	const struct box_page page = { &composer->lines, &block_lines,
		                       composer->window_cols };

	block_lines_init(&block_lines, composer->page);
	composer->boxes =
		mem_alloc((own.end - own.start) * sizeof *composer->boxes);
	for (size_t i = own.start; i < own.end; i++)
		if (page_lines_has(
			    &composer->lines,
			    composer->sheet->issue->articles[i].passages))
			article_box_init(
				&composer->boxes[composer->box_count++], &page,
				i);
	block_lines_release(&block_lines);
}

static void page_layout_pack(struct page_composer *composer)
{
	const struct pack_page page = { composer->window_cols, SLOT_GAP_COLS,
		                        BOX_GAP_ROWS, composer->window_rows };
	struct pack_box *boxes = mem_alloc(composer->box_count * sizeof *boxes);

	for (size_t i = 0; i < composer->box_count; i++)
		boxes[i] = (struct pack_box){ composer->boxes[i].shapes,
			                      composer->boxes[i].shape_count };
	packing_init(&composer->packing, boxes, composer->box_count, &page);
	free(boxes);
}

/* How much wider a slot can be when its columns are moved apart, and it from the next one. */
static int page_layout_slot_slack(const struct page_composer *composer,
                                  const struct pack_band *band, size_t s)
{
	const struct pack_slot *slot = &composer->packing.slots[s];
	size_t columns = 1;

	for (size_t i = slot->boxes.start; i < slot->boxes.end; i++) {
		size_t own = article_box_main_columns(&composer->boxes[i],
		                                      slot->cols);

		columns = own > columns ? own : columns;
	}
	return SPREAD_COLS * (int)(columns - 1) +
	       (s + 1 < band->slots.end ? SPREAD_SLOT_COLS : 0);
}

/* Widens the slots of a band so that it takes the whole window, if their columns can be
 * moved apart so far; returns the cells it takes. */
static int page_layout_spread(struct page_composer *composer,
                              const struct pack_band *band)
{
	struct pack_slot *slots = composer->packing.slots;
	int cols = -SLOT_GAP_COLS, slack = 0, spare;

	for (size_t s = band->slots.start; s < band->slots.end; s++) {
		cols += slots[s].cols + SLOT_GAP_COLS;
		slack += page_layout_slot_slack(composer, band, s);
	}
	spare = composer->window_cols - cols;
	if (spare <= 0 || spare > slack)
		return cols;
	for (size_t s = band->slots.start; s < band->slots.end; s++) {
		int own = page_layout_slot_slack(composer, band, s);
		int added = slack ? (spare * own + slack - 1) / slack : 0;

		slots[s].cols += added;
		spare -= added;
		slack -= own;
	}
	return composer->window_cols;
}

/* Adds a rule across the page at the next free row. */
static void page_layout_add_rule(struct page_composer *composer,
                                 enum rule_weight weight)
{
	sheet_add_rule(composer->sheet, (struct rule){ .row = composer->row++,
	                                               .length = composer->cols,
	                                               .weight = weight });
}

/* Sets the boxes of a slot below each other, the first one at the next free row; returns the
 * row below them. */
static int page_layout_set_slot(const struct page_composer *composer,
                                const struct pack_slot *slot, int col)
{
	struct sheet *sheet = composer->sheet;
	int row = composer->row;

	for (size_t i = slot->boxes.start; i < slot->boxes.end; i++) {
		const struct article_box *box = &composer->boxes[i];

		if (i > slot->boxes.start) {
			sheet_add_rule(sheet,
			               (struct rule){ .row = row++,
			                              .col = col,
			                              .length = slot->cols,
			                              .weight = RULE_HEAVY });
			row += box->head_count > 0;
		}
		row = box_set(sheet, box,
		              (struct box_place){ row, col, slot->cols });
	}
	return row;
}

static void page_layout_set_band(struct page_composer *composer,
                                 const struct pack_band *band)
{
	const struct pack_slot *slots = composer->packing.slots;
	int col = 0, end_row = composer->row, left_end = 0;

	for (size_t s = band->slots.start; s < band->slots.end; s++) {
		int own = page_layout_set_slot(composer, &slots[s], col);

		if (s > band->slots.start)
			sheet_add_rule(composer->sheet,
			               (struct rule){ composer->row, col - 2,
			                              smaller(own, left_end) -
			                                      composer->row,
			                              true, RULE_HEAVY });
		left_end = own;
		end_row = larger(end_row, own);
		col += slots[s].cols + SLOT_GAP_COLS;
	}
	composer->row = end_row;
}

/* Has a box at the top of the band a headline? */
static bool page_layout_has_head(const struct page_composer *composer,
                                 const struct pack_band *band)
{
	for (size_t s = band->slots.start; s < band->slots.end; s++)
		if (composer->boxes[composer->packing.slots[s].boxes.start]
		            .head_count)
			return true;
	return false;
}

static void page_layout_set_bands(struct page_composer *composer)
{
	const struct packing *packing = &composer->packing;

	for (size_t b = 0; b < packing->band_count; b++)
		composer->cols = larger(
			composer->cols,
			page_layout_spread(composer, &packing->bands[b]));
	composer->row = page_margin_top(composer->sheet, &composer->lines,
	                                composer->page, &composer->cols,
	                                composer->window_cols);
	for (size_t b = 0; b < packing->band_count; b++) {
		if (b) {
			page_layout_add_rule(composer, RULE_HEAVY);
			composer->row += page_layout_has_head(
				composer, &packing->bands[b]);
		}
		page_layout_set_band(composer, &packing->bands[b]);
	}
	if (packing->band_count)
		page_layout_add_rule(composer, RULE_THIN);
	page_margin_foot(composer->sheet, &composer->lines, composer->page,
	                 composer->row, composer->window_cols);
}

/* The least width from `least` to `most` that neighbours take as they were printed, short
 * matter without columns left aside; `least` if there are none. */
static int page_layout_printed_cols(const struct page_composer *composer,
                                    int least, int most)
{
	int best = most + 1;

	for (size_t i = 0; i < composer->box_count; i++) {
		int cols = -SLOT_GAP_COLS;

		for (size_t j = i; j < composer->box_count; j++) {
			const struct article_box *box = &composer->boxes[j];
			int own = article_box_printed_cols(box);

			if (!box->has_columns)
				continue;
			cols += own + SLOT_GAP_COLS;
			if (!own || cols > most)
				break;
			if (cols >= least)
				best = smaller(best, cols);
		}
	}
	return best > most ? least : best;
}

/* The width at which the page about fills a window of that height. */
static int page_layout_natural_cols(const struct page_composer *composer)
{
	const struct page_lines *lines = &composer->lines;
	int64_t cells = 0;
	int cols;

	if (!composer->window_rows)
		return composer->cols;
	for (size_t i = 0; i < lines->count; i++)
		cells += lines->items[i].cols;
	cols = (int)(cells * 100 /
	             (USUAL_FILL_PERCENT * composer->window_rows));
	return page_layout_printed_cols(composer, cols, cols + cols / 4);
}

/* The least width from `least` on that the longest article takes in whole columns, if that is not
 * much more; else `least`. */
static int page_layout_whole_columns(const struct page_composer *composer,
                                     int least)
{
	const struct article_box *longest = &composer->boxes[0];

	for (size_t i = 1; i < composer->box_count; i++)
		if (composer->boxes[i].line_count > longest->line_count)
			longest = &composer->boxes[i];
	for (size_t i = 0; composer->box_count && i < longest->shape_count; i++)
		if (longest->shapes[i].cols >= least)
			return longest->shapes[i].cols <= least + least / 4
			               ? longest->shapes[i].cols
			               : least;
	return least;
}

/* The width at which the page, when it is set, would about stand whole in the window, no narrower
 * than paper is. */
static int page_layout_narrow_cols(const struct page_composer *composer)
{
	const struct sheet *sheet = composer->sheet;
	const double cells = (double)sheet->rows * sheet->cols;
	int cols = (int)ceil(fmax(cells / larger(1, composer->window_rows),
	                          sqrt(cells * PAPER_SHAPE)));

	for (size_t i = 0; i < composer->box_count; i++)
		cols = larger(cols, composer->boxes[i].shapes[0].cols);
	return page_layout_whole_columns(composer, cols);
}

/* Sets the page in a window; returns the width that it should have where it is too low. */
static int page_layout_set(struct sheet *sheet, const struct issue *issue,
                           size_t page, const struct page_window *window)
{
	struct page_composer composer = { .sheet = sheet,
		                          .page = &issue->pages[page],
		                          .window_rows = window->rows };
	int narrow_cols;

	sheet_init(sheet, issue, window->ambiguous_cols);
	sheet->guessed = true;
	page_lines_init(&composer.lines, sheet, page);
	composer.window_cols = larger(window->cols, composer.lines.glyph_cols);
	page_layout_make_boxes(&composer);
	page_layout_pack(&composer);
	page_layout_set_bands(&composer);
	sheet->natural_cols = page_layout_natural_cols(&composer);
	narrow_cols = page_layout_narrow_cols(&composer);
	for (size_t i = 0; i < composer.box_count; i++) {
		sheet->is_anew |= article_box_is_anew(&composer.boxes[i]);
		article_box_release(&composer.boxes[i]);
	}
	free(composer.boxes);
	packing_release(&composer.packing);
	page_lines_release(&composer.lines);
	return narrow_cols;
}

/* Sets a page that is much lower than the window in `cols` cells or a few more, if it stands whole
 * in the window then: in few high columns instead of many low ones. */
static void page_layout_narrow(struct sheet *sheet, size_t page,
                               const struct page_window *window, int cols)
{
	struct page_window narrow = *window;

	for (narrow.cols = cols; narrow.cols < sheet->cols;
	     narrow.cols += 1 + narrow.cols / NARROW_STEPS) {
		struct sheet trial;

		page_layout_set(&trial, sheet->issue, page, &narrow);
		if (trial.rows <= window->rows) {
			sheet_release(sheet);
			*sheet = trial;
			return;
		}
		sheet_release(&trial);
	}
}

void page_layout(struct sheet *sheet, const struct issue *issue, size_t page,
                 const struct page_window *window)
{
	int narrow_cols;

	assert(window->cols >= 1 && page < issue->page_count);
	narrow_cols = page_layout_set(sheet, issue, page, window);
	if (sheet->rows * 100 < LOW_PERCENT * window->rows)
		page_layout_narrow(sheet, page, window, narrow_cols);
}
