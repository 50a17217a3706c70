/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_layout.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/bands.h"
#include "layout/page_lines.h"
#include "layout/place_lines.h"
#include "layout/sheet.h"

#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#define STACK_GAP_COLS 3   /* blank, heavy rule, blank */
#define SAME_WIDTH_EM  2.0 /* articles of less difference share a stack */

/* An article with its bands. */
struct page_article {
	size_t article;
	struct bands bands; /* owned */
	bool has_columns;
};

/* Articles of about one width, below each other. */
struct stack {
	struct range articles; /* indices into composer->articles */
	double width_em; /* of its first article with columns; 0: none has any */
	int col, cols;
};

/* The state of page_layout(). */
struct page_composer {
	struct sheet *sheet;
	const struct page *page;
	struct page_lines page_lines;
	int window_cols;
	struct page_article
		*articles; /* owned; with text, in the page's order */
	size_t article_count, article_cap;
	struct stack *stacks; /* owned; from left to right */
	size_t stack_count, stack_cap;
	int row; /* the next free row of the stack that is being set */
};

/* Adds a rule across a stack at the next free row. */
static void page_layout_add_rule(struct page_composer *composer,
                                 const struct stack *stack,
                                 enum rule_weight weight)
{
	sheet_add_rule(composer->sheet, (struct rule){ .row = composer->row++,
	                                               .col = stack->col,
	                                               .length = stack->cols,
	                                               .weight = weight });
}

/* Does an article stand below the last one of a stack?  Without columns it does. */
static bool page_layout_joins_stack(const struct stack *stack,
                                    const struct page_article *article)
{
	return !article->has_columns ||
	       (stack->width_em > 0 &&
	        fabs(stack->width_em - article->bands.width_em) <
	                SAME_WIDTH_EM);
}

static void page_layout_add_article(struct page_composer *composer,
                                    size_t article)
{
	struct page_article added = { .article = article };
	struct stack *stack;

	bands_init(&added.bands, &composer->page_lines, composer->page,
	           article);
	added.has_columns = bands_have_columns(&added.bands);
	if (!composer->stack_count ||
	    !page_layout_joins_stack(
		    &composer->stacks[composer->stack_count - 1], &added))
		*ARRAY_ADD(composer->stacks, composer->stack_count,
		           composer->stack_cap) = (struct stack){
			.articles = { composer->article_count,
			              composer->article_count },
		};
	stack = &composer->stacks[composer->stack_count - 1];
	if (added.has_columns && stack->width_em <= 0)
		stack->width_em = added.bands.width_em;
	*ARRAY_ADD(composer->articles, composer->article_count,
	           composer->article_cap) = added;
	stack->articles.end = composer->article_count;
}

/* The width of a stack or page without columns. */
static int page_layout_usual_cols(const struct page_composer *composer)
{
	return smaller(
		larger(PAGE_LINES_USUAL_COLS, composer->page_lines.glyph_cols),
		composer->window_cols);
}

/* The column width of the stack's bands of `columns` columns: that of the widest, so
 * that these bands share a grid; at most the window, as a line that is cut at the
 * window's edge could never be read. */
static int page_layout_grid_cols(const struct page_composer *composer,
                                 const struct stack *stack, size_t columns)
{
	int cols = 0;

	for (size_t i = stack->articles.start; i < stack->articles.end; i++) {
		const struct bands *bands = &composer->articles[i].bands;

		for (size_t b = 0; b < bands->count; b++)
			if (bands->items[b].columns == columns)
				cols = larger(cols,
				              bands->items[b].column_cols);
	}
	return smaller(cols, composer->window_cols);
}

static void page_layout_measure_stack(const struct page_composer *composer,
                                      struct stack *stack, int col)
{
	stack->col = col;
	stack->cols = 0;
	for (size_t i = stack->articles.start; i < stack->articles.end; i++) {
		struct bands *bands = &composer->articles[i].bands;

		for (size_t b = 0; b < bands->count; b++)
			bands->items[b].column_cols = page_layout_grid_cols(
				composer, stack, bands->items[b].columns);
		stack->cols = larger(stack->cols, bands_cols(bands));
	}
	if (!stack->cols)
		stack->cols = page_layout_usual_cols(composer);
}

/* Sets the headline of an article across the stack. */
static void page_layout_set_heads(struct page_composer *composer,
                                  const struct stack *stack, size_t article)
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
		page_layout_add_rule(composer, stack, RULE_THIN);
}

/* Sets the lines of the passages that no column took, one per row. */
static void page_layout_set_rest(struct page_composer *composer,
                                 const struct stack *stack, size_t article,
                                 struct range passages)
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

static void page_layout_set_band(struct page_composer *composer,
                                 const struct stack *stack,
                                 const struct bands *bands,
                                 const struct band *band)
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

static void page_layout_set_article(struct page_composer *composer,
                                    const struct stack *stack,
                                    const struct page_article *article)
{
	struct sheet *sheet = composer->sheet;
	int row = composer->row;

	if (article->has_columns) {
		page_layout_set_heads(composer, stack, article->article);
		for (size_t b = 0; b < article->bands.count; b++)
			page_layout_set_band(composer, stack, &article->bands,
			                     &article->bands.items[b]);
	}
	page_layout_set_rest(composer, stack, article->article,
	                     sheet->issue->articles[article->article].passages);
	*ARRAY_ADD(sheet->boxes, sheet->box_count, sheet->box_cap) =
		(struct box){ .article = article->article,
		              .row = row,
		              .col = stack->col,
		              .rows = composer->row - row,
		              .cols = stack->cols };
}

/* Measures all stacks; returns the width of all with the gaps between them. */
static int page_layout_measure_stacks(struct page_composer *composer)
{
	int col = 0;

	for (size_t s = 0; s < composer->stack_count; s++) {
		page_layout_measure_stack(composer, &composer->stacks[s], col);
		col += composer->stacks[s].cols + STACK_GAP_COLS;
	}
	return col ? col - STACK_GAP_COLS : 0;
}

static void page_layout_set_stack(struct page_composer *composer,
                                  const struct stack *stack)
{
	composer->row = 0;
	for (size_t i = stack->articles.start; i < stack->articles.end; i++) {
		if (i > stack->articles.start)
			page_layout_add_rule(composer, stack, RULE_HEAVY);
		page_layout_set_article(composer, stack,
		                        &composer->articles[i]);
	}
}

static void page_layout_set_stacks(struct page_composer *composer)
{
	int window_cols = composer->window_cols;

	composer->window_cols = INT_MAX;
	composer->sheet->natural_cols = page_layout_measure_stacks(composer);
	composer->window_cols = window_cols;
	page_layout_measure_stacks(composer);
	for (size_t s = 0; s < composer->stack_count; s++)
		page_layout_set_stack(composer, &composer->stacks[s]);
	for (size_t s = 1; s < composer->stack_count; s++)
		sheet_add_rule(composer->sheet,
		               (struct rule){ 0, composer->stacks[s].col - 2,
		                              composer->sheet->rows, true,
		                              RULE_HEAVY });
}

/* Sets the furniture at the foot, across the page. */
static void page_layout_set_furniture(struct page_composer *composer)
{
	const struct range own = composer->page->furniture;
	struct stack foot = { .cols = composer->sheet->cols };

	if (!foot.cols)
		foot.cols = page_layout_usual_cols(composer);
	composer->row = composer->sheet->rows;
	if (composer->row && page_lines_has(&composer->page_lines, own))
		page_layout_add_rule(composer, &foot, RULE_HEAVY);
	page_layout_set_rest(composer, &foot, NPOS, own);
}

void page_layout(struct sheet *sheet, const struct issue *issue, size_t page,
                 int window_cols, int ambiguous_cols)
{
	const struct range own = issue->pages[page].articles;
	struct page_composer composer = { .sheet = sheet,
		                          .page = &issue->pages[page] };

	assert(window_cols >= 1 && page < issue->page_count);
	sheet_init(sheet, issue, ambiguous_cols);
	sheet->guessed = true;
	page_lines_init(&composer.page_lines, sheet, page);
	composer.window_cols =
		larger(window_cols, composer.page_lines.glyph_cols);
	for (size_t i = own.start; i < own.end; i++)
		if (page_lines_has(&composer.page_lines,
		                   issue->articles[i].passages))
			page_layout_add_article(&composer, i);
	page_layout_set_stacks(&composer);
	page_layout_set_furniture(&composer);
	for (size_t i = 0; i < composer.article_count; i++)
		bands_release(&composer.articles[i].bands);
	free(composer.articles);
	free(composer.stacks);
	page_lines_release(&composer.page_lines);
}
