/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_layout.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/bands.h"
#include "layout/page_lines.h"
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
struct passage_writer {
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

static void page_layout_add_rule(struct passage_writer *writer,
                                 struct rule rule)
{
	struct sheet *sheet = writer->sheet;
	int rows = rule.row + (rule.vertical ? rule.length : 1);
	int cols = rule.col + (rule.vertical ? 1 : rule.length);

	if (rule.length <= 0)
		return;
	*ARRAY_ADD(sheet->rules, sheet->rule_count, sheet->rule_cap) = rule;
	if (cols > sheet->cols)
		sheet->cols = cols;
	if (rows > sheet->rows)
		sheet->rows = rows;
}

/* Across a stack, at the row being set. */
static void add_row_rule(struct passage_writer *writer,
                         const struct stack *stack, enum rule_weight weight)
{
	page_layout_add_rule(writer, (struct rule){ .row = writer->row++,
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

static void add_story(struct passage_writer *writer, size_t article)
{
	struct story story = { .article = article };
	struct stack *stack;

	bands_init(&story.bands, &writer->page_lines, writer->page, article);
	story.has_columns = bands_have_columns(&story.bands);
	if (!writer->stack_count ||
	    !page_layout_goes_on(&writer->stacks[writer->stack_count - 1],
	                         &story))
		*ARRAY_ADD(writer->stacks, writer->stack_count,
		           writer->stack_cap) = (struct stack){
			.stories = { writer->story_count, writer->story_count },
		};
	stack = &writer->stacks[writer->stack_count - 1];
	if (story.has_columns && stack->width_em <= 0)
		stack->width_em = story.bands.width_em;
	*ARRAY_ADD(writer->stories, writer->story_count, writer->story_cap) =
		story;
	stack->stories.end = writer->story_count;
}

/* Of a stack or page without columns. */
static int usual_cols(const struct passage_writer *writer)
{
	return smaller(
		larger(PAGE_LINES_USUAL_COLS, writer->page_lines.glyph_cols),
		writer->window_cols);
}

/* The widest column of the stack's bands of `columns` columns: they stand on
 * one grid.  None is wider than the window, or what is cut of it could never be
 * seen. */
static int grid_cols(const struct passage_writer *writer,
                     const struct stack *stack, size_t columns)
{
	int cols = 0;

	for (size_t i = stack->stories.start; i < stack->stories.end; i++) {
		const struct bands *bands = &writer->stories[i].bands;

		for (size_t b = 0; b < bands->count; b++)
			if (bands->items[b].columns == columns)
				cols = larger(cols,
				              bands->items[b].column_cols);
	}
	return smaller(cols, writer->window_cols);
}

static void measure_stack(const struct passage_writer *writer,
                          struct stack *stack, int col)
{
	stack->col = col;
	stack->cols = 0;
	for (size_t i = stack->stories.start; i < stack->stories.end; i++) {
		struct bands *bands = &writer->stories[i].bands;

		for (size_t b = 0; b < bands->count; b++)
			bands->items[b].column_cols = grid_cols(
				writer, stack, bands->items[b].columns);
		stack->cols = larger(stack->cols, bands_cols(bands));
	}
	if (!stack->cols)
		stack->cols = usual_cols(writer);
}

/* Sets the head lines of an article across the stack. */
static void set_heads(struct passage_writer *writer, const struct stack *stack,
                      size_t article)
{
	const struct issue *issue = writer->sheet->issue;
	const struct range own = issue->articles[article].passages;
	int room_cols = smaller(stack->cols, writer->window_cols);
	int first_row = writer->row;

	sheet_open_strip(writer->sheet, article, false);
	for (size_t i = own.start; i < own.end; i++)
		if (role_is_headline(issue->passages[i].role))
			writer->row += page_lines_set_head(
				&writer->page_lines, i, writer->row, stack->col,
				stack->cols, room_cols);
	if (writer->row > first_row)
		add_row_rule(writer, stack, RULE_THIN);
}

/* Sets what is left of the passages line by line. */
static void set_rest(struct passage_writer *writer, const struct stack *stack,
                     size_t article, struct range passages)
{
	if (!page_lines_has(&writer->page_lines, passages))
		return;
	sheet_open_strip(writer->sheet, article, false);
	for (size_t i = passages.start; i < passages.end; i++)
		writer->row += page_lines_set_rest(
			&writer->page_lines, i, writer->row, stack->col,
			stack->cols, smaller(stack->cols, writer->window_cols));
}

static void set_band(struct passage_writer *writer, const struct stack *stack,
                     const struct bands *bands, const struct band *band)
{
	const int step_cols = band->column_cols + PAGE_LINES_GAP_COLS;
	int col = stack->col, rows = 0;

	for (size_t b = band->blocks.start; b < band->blocks.end; b++) {
		const struct block *block = bands->blocks[b];

		for (size_t i = 0; i < block->column_count; i++) {
			int own = page_lines_set_column(&writer->page_lines,
			                                block, i, writer->row,
			                                col, band->column_cols);

			if (page_lines_inset_cols(&writer->page_lines, block,
			                          band->column_cols))
				page_layout_add_rule(
					writer,
					(struct rule){ writer->row, col, own,
				                       true, RULE_HEAVY });
			rows = larger(rows, own);
			col += step_cols;
		}
	}
	for (size_t i = 1; i < band->columns; i++)
		page_layout_add_rule(
			writer, (struct rule){ writer->row,
		                               stack->col + (int)i * step_cols -
		                                       PAGE_LINES_GAP_COLS + 1,
		                               rows, true, RULE_THIN });
	writer->row += rows;
}

static void set_story(struct passage_writer *writer, const struct stack *stack,
                      const struct story *story)
{
	struct sheet *sheet = writer->sheet;
	int row = writer->row;

	if (story->has_columns) {
		set_heads(writer, stack, story->article);
		for (size_t b = 0; b < story->bands.count; b++)
			set_band(writer, stack, &story->bands,
			         &story->bands.items[b]);
	}
	set_rest(writer, stack, story->article,
	         sheet->issue->articles[story->article].passages);
	*ARRAY_ADD(sheet->boxes, sheet->box_count, sheet->box_cap) =
		(struct box){ .article = story->article,
		              .row = row,
		              .col = stack->col,
		              .rows = writer->row - row,
		              .cols = stack->cols };
}

/* Measures all stacks; returns how wide they are together. */
static int measure_stacks(struct passage_writer *writer)
{
	int col = 0;

	for (size_t s = 0; s < writer->stack_count; s++) {
		measure_stack(writer, &writer->stacks[s], col);
		col += writer->stacks[s].cols + STACK_GAP_COLS;
	}
	return col ? col - STACK_GAP_COLS : 0;
}

static void set_stack(struct passage_writer *writer, const struct stack *stack)
{
	writer->row = 0;
	for (size_t i = stack->stories.start; i < stack->stories.end; i++) {
		if (i > stack->stories.start)
			add_row_rule(writer, stack, RULE_HEAVY);
		set_story(writer, stack, &writer->stories[i]);
	}
}

static void set_stacks(struct passage_writer *writer)
{
	int window_cols = writer->window_cols;

	writer->window_cols = INT_MAX;
	writer->sheet->natural_cols = measure_stacks(writer);
	writer->window_cols = window_cols;
	measure_stacks(writer);
	for (size_t s = 0; s < writer->stack_count; s++)
		set_stack(writer, &writer->stacks[s]);
	for (size_t s = 1; s < writer->stack_count; s++)
		page_layout_add_rule(
			writer,
			(struct rule){ 0, writer->stacks[s].col - 2,
		                       writer->sheet->rows, true, RULE_HEAVY });
}

/* Furniture stands at the foot, across the page. */
static void set_furniture(struct passage_writer *writer)
{
	const struct range own = writer->page->furniture;
	struct stack foot = { .cols = writer->sheet->cols };

	if (!foot.cols)
		foot.cols = usual_cols(writer);
	writer->row = writer->sheet->rows;
	if (writer->row && page_lines_has(&writer->page_lines, own))
		add_row_rule(writer, &foot, RULE_HEAVY);
	set_rest(writer, &foot, NPOS, own);
}

void page_layout(struct sheet *sheet, const struct issue *issue, size_t page,
                 int window_cols, int ambiguous_cols)
{
	const struct range own = issue->pages[page].articles;
	struct passage_writer writer = { .sheet = sheet,
		                         .page = &issue->pages[page] };

	sheet_init(sheet, issue, ambiguous_cols);
	sheet->guessed = true;
	page_lines_init(&writer.page_lines, sheet, page);
	writer.window_cols = larger(window_cols, writer.page_lines.glyph_cols);
	for (size_t i = own.start; i < own.end; i++)
		if (page_lines_has(&writer.page_lines,
		                   issue->articles[i].passages))
			add_story(&writer, i);
	set_stacks(&writer);
	set_furniture(&writer);
	for (size_t i = 0; i < writer.story_count; i++)
		bands_release(&writer.stories[i].bands);
	free(writer.stories);
	free(writer.stacks);
	page_lines_release(&writer.page_lines);
}
