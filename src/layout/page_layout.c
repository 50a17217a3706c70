/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_layout.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/bands.h"
#include "layout/page_lines.h"
#include "layout/place_lines.h"
#include "layout/sheet.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#define STACK_GAP_COLS 3   /* blank, heavy rule, blank */
#define SAME_WIDTH_EM  2.0 /* two boxes as wide as each other */

/* One article's box. */
struct story {
	size_t article;
	struct bands bands; /* owned */
	bool has_columns;
};

/* Boxes as wide as each other stand under each other. */
struct stack {
	struct range stories;
	double width_em; /* 0: no box with columns yet */
	int col, cols;
};

/* The page being composed: stacks side by side, left to right. */
struct page_composer {
	struct sheet *sheet;
	const struct page *page;
	struct page_lines page_lines;
	int window_cols;
	struct story *stories; /* owned */
	size_t story_count, story_cap;
	struct stack *stacks; /* owned */
	size_t stack_count, stack_cap;
	int row; /* the next free one of the stack being set */
};

/* Across a stack, at the row being set. */
static void add_row_rule(struct page_composer *composer,
                         const struct stack *stack, enum rule_weight weight)
{
	sheet_add_rule(composer->sheet, (struct rule){ .row = composer->row++,
	                                               .col = stack->col,
	                                               .length = stack->cols,
	                                               .weight = weight });
}

/* A box without columns goes where the one before it went. */
static bool page_layout_goes_on(const struct stack *stack,
                                const struct story *story)
{
	return !story->has_columns ||
	       (stack->width_em > 0 &&
	        fabs(stack->width_em - story->bands.width_em) < SAME_WIDTH_EM);
}

static void add_story(struct page_composer *composer, size_t article)
{
	struct story story = { .article = article };
	struct stack *stack;

	bands_init(&story.bands, &composer->page_lines, composer->page,
	           article);
	story.has_columns = bands_have_columns(&story.bands);
	if (!composer->stack_count ||
	    !page_layout_goes_on(&composer->stacks[composer->stack_count - 1],
	                         &story))
		*ARRAY_ADD(composer->stacks, composer->stack_count,
		           composer->stack_cap) = (struct stack){
			.stories = { composer->story_count,
			             composer->story_count },
		};
	stack = &composer->stacks[composer->stack_count - 1];
	if (story.has_columns && stack->width_em <= 0)
		stack->width_em = story.bands.width_em;
	*ARRAY_ADD(composer->stories, composer->story_count,
	           composer->story_cap) = story;
	stack->stories.end = composer->story_count;
}

/* Of a stack or page without columns. */
static int usual_cols(const struct page_composer *composer)
{
	return smaller(
		larger(PAGE_LINES_USUAL_COLS, composer->page_lines.glyph_cols),
		composer->window_cols);
}

/* The widest column of the stack's bands of `columns` columns: they stand on
 * one grid.  None is wider than the window, or what is cut of it could never be
 * seen. */
static int grid_cols(const struct page_composer *composer,
                     const struct stack *stack, size_t columns)
{
	int cols = 0;

	for (size_t i = stack->stories.start; i < stack->stories.end; i++) {
		const struct bands *bands = &composer->stories[i].bands;

		for (size_t b = 0; b < bands->count; b++)
			if (bands->items[b].columns == columns)
				cols = larger(cols,
				              bands->items[b].column_cols);
	}
	return smaller(cols, composer->window_cols);
}

static void measure_stack(const struct page_composer *composer,
                          struct stack *stack, int col)
{
	stack->col = col;
	stack->cols = 0;
	for (size_t i = stack->stories.start; i < stack->stories.end; i++) {
		struct bands *bands = &composer->stories[i].bands;

		for (size_t b = 0; b < bands->count; b++)
			bands->items[b].column_cols = grid_cols(
				composer, stack, bands->items[b].columns);
		stack->cols = larger(stack->cols, bands_cols(bands));
	}
	if (!stack->cols)
		stack->cols = usual_cols(composer);
}

/* Sets the head lines of an article across the stack. */
static void set_heads(struct page_composer *composer, const struct stack *stack,
                      size_t article)
{
	const struct issue *issue = composer->sheet->issue;
	const struct range own = issue->articles[article].passages;
	int room_cols = smaller(stack->cols, composer->window_cols);
	int first_row = composer->row;

	sheet_open_strip(composer->sheet, article, false);
	for (size_t i = own.start; i < own.end; i++)
		if (role_is_headline(issue->passages[i].role))
			composer->row += place_lines_head(
				&composer->page_lines, i, composer->row,
				stack->col, stack->cols, room_cols);
	if (composer->row > first_row)
		add_row_rule(composer, stack, RULE_THIN);
}

/* Sets what is left of the passages line by line. */
static void set_rest(struct page_composer *composer, const struct stack *stack,
                     size_t article, struct range passages)
{
	if (!page_lines_has(&composer->page_lines, passages))
		return;
	sheet_open_strip(composer->sheet, article, false);
	for (size_t i = passages.start; i < passages.end; i++)
		composer->row += place_lines_rest(
			&composer->page_lines, i, composer->row, stack->col,
			stack->cols,
			smaller(stack->cols, composer->window_cols));
}

static void set_band(struct page_composer *composer, const struct stack *stack,
                     const struct bands *bands, const struct band *band)
{
	const int step_cols = band->column_cols + PAGE_LINES_GAP_COLS;
	int col = stack->col, rows = 0;

	for (size_t b = band->blocks.start; b < band->blocks.end; b++) {
		const struct block *block = bands->blocks[b];

		for (size_t i = 0; i < block->column_count; i++) {
			int own = place_lines_column(&composer->page_lines,
			                             block, i, composer->row,
			                             col, band->column_cols);

			if (page_lines_inset_cols(&composer->page_lines, block,
			                          band->column_cols))
				sheet_add_rule(composer->sheet,
				               (struct rule){ composer->row,
				                              col, own, true,
				                              RULE_HEAVY });
			rows = larger(rows, own);
			col += step_cols;
		}
	}
	for (size_t i = 1; i < band->columns; i++)
		sheet_add_rule(composer->sheet,
		               (struct rule){ composer->row,
		                              stack->col + (int)i * step_cols -
		                                      PAGE_LINES_GAP_COLS + 1,
		                              rows, true, RULE_THIN });
	composer->row += rows;
}

static void set_story(struct page_composer *composer, const struct stack *stack,
                      const struct story *story)
{
	struct sheet *sheet = composer->sheet;
	int row = composer->row;

	if (story->has_columns) {
		set_heads(composer, stack, story->article);
		for (size_t b = 0; b < story->bands.count; b++)
			set_band(composer, stack, &story->bands,
			         &story->bands.items[b]);
	}
	set_rest(composer, stack, story->article,
	         sheet->issue->articles[story->article].passages);
	*ARRAY_ADD(sheet->boxes, sheet->box_count, sheet->box_cap) =
		(struct box){ .article = story->article,
		              .row = row,
		              .col = stack->col,
		              .rows = composer->row - row,
		              .cols = stack->cols };
}

/* Measures all stacks; returns how wide they are together. */
static int measure_stacks(struct page_composer *composer)
{
	int col = 0;

	for (size_t s = 0; s < composer->stack_count; s++) {
		measure_stack(composer, &composer->stacks[s], col);
		col += composer->stacks[s].cols + STACK_GAP_COLS;
	}
	return col ? col - STACK_GAP_COLS : 0;
}

static void set_stack(struct page_composer *composer, const struct stack *stack)
{
	composer->row = 0;
	for (size_t i = stack->stories.start; i < stack->stories.end; i++) {
		if (i > stack->stories.start)
			add_row_rule(composer, stack, RULE_HEAVY);
		set_story(composer, stack, &composer->stories[i]);
	}
}

static void set_stacks(struct page_composer *composer)
{
	int window_cols = composer->window_cols;

	composer->window_cols = INT_MAX;
	composer->sheet->natural_cols = measure_stacks(composer);
	composer->window_cols = window_cols;
	measure_stacks(composer);
	for (size_t s = 0; s < composer->stack_count; s++)
		set_stack(composer, &composer->stacks[s]);
	for (size_t s = 1; s < composer->stack_count; s++)
		sheet_add_rule(composer->sheet,
		               (struct rule){ 0, composer->stacks[s].col - 2,
		                              composer->sheet->rows, true,
		                              RULE_HEAVY });
}

/* Furniture stands at the foot, across the page. */
static void set_furniture(struct page_composer *composer)
{
	const struct range own = composer->page->furniture;
	struct stack foot = { .cols = composer->sheet->cols };

	if (!foot.cols)
		foot.cols = usual_cols(composer);
	composer->row = composer->sheet->rows;
	if (composer->row && page_lines_has(&composer->page_lines, own))
		add_row_rule(composer, &foot, RULE_HEAVY);
	set_rest(composer, &foot, NPOS, own);
}

void page_layout(struct sheet *sheet, const struct issue *issue, size_t page,
                 int window_cols, int ambiguous_cols)
{
	const struct range own = issue->pages[page].articles;
	struct page_composer composer = { .sheet = sheet,
		                          .page = &issue->pages[page] };

	sheet_init(sheet, issue, ambiguous_cols);
	sheet->guessed = true;
	page_lines_init(&composer.page_lines, sheet, page);
	composer.window_cols =
		larger(window_cols, composer.page_lines.glyph_cols);
	for (size_t i = own.start; i < own.end; i++)
		if (page_lines_has(&composer.page_lines,
		                   issue->articles[i].passages))
			add_story(&composer, i);
	set_stacks(&composer);
	set_furniture(&composer);
	for (size_t i = 0; i < composer.story_count; i++)
		bands_release(&composer.stories[i].bands);
	free(composer.stories);
	free(composer.stacks);
	page_lines_release(&composer.page_lines);
}
