/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/article_box.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/box_bands.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"
#include "layout/typeset.h"
#include "text/letter_space.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define DOWN_LINES     4 /* a headline of so many lines, */
#define DOWN_COLS      4 /* none of which is wider, runs down */
#define SPACED_COLUMNS 3 /* a headline over so many columns is spaced */
#define HEAD_RULE_ROWS 1

static const struct passage *box_passage(const struct article_box *box,
                                         size_t passage)
{
	return &box->page_lines->sheet->issue->passages[passage];
}

static struct range box_passages(const struct article_box *box)
{
	return box->page_lines->sheet->issue->articles[box->article].passages;
}

/* Does a byline stand under the headline: was it printed before the text that begins on line
 * `text_line`, or right below a line of the headline? */
static bool box_byline_is_across(const struct article_box *box, size_t passage,
                                 size_t text_line)
{
	const struct page_lines *lines = box->page_lines;
	const struct range own = box_passages(box);
	const struct page_line *byline, *above = NULL;
	size_t first = page_lines_first_of(lines, passage);

	if (first == lines->count || lines->items[first].passage != passage)
		return false;
	byline = &lines->items[first];
	for (size_t i = page_lines_first_of(lines, own.start);
	     i < lines->count && lines->items[i].passage < own.end; i++) {
		const struct page_line *line = &lines->items[i];

		if (line->printed_line < byline->printed_line &&
		    (!above || line->printed_line > above->printed_line))
			above = line;
	}
	return byline->printed_line < text_line ||
	       (above &&
	        role_is_headline(box_passage(box, above->passage)->role));
}

/* The first printed line of the running text; NPOS: there is none. */
static size_t box_text_line(const struct article_box *box)
{
	const struct page_lines *lines = box->page_lines;
	const struct range own = box_passages(box);
	size_t first = NPOS;

	for (size_t i = page_lines_first_of(lines, own.start);
	     i < lines->count && lines->items[i].passage < own.end; i++) {
		enum role role =
			box_passage(box, lines->items[i].passage)->role;

		if (role > ROLE_BYLINE && role < ROLE_QUOTE &&
		    lines->items[i].printed_line < first)
			first = lines->items[i].printed_line;
	}
	return first;
}

/* Takes the passages that stand across the columns out of the lines of the text. */
static void box_find_heads(struct article_box *box)
{
	const struct range own = box_passages(box);
	const size_t text_line = box->has_columns ? box_text_line(box) : 0;

	box->heads = mem_alloc((own.end - own.start) * sizeof *box->heads);
	if (!box->has_columns)
		return;
	for (size_t i = own.start; i < own.end; i++) {
		enum role role = box_passage(box, i)->role;

		if (role_is_headline(role) ||
		    (role == ROLE_BYLINE &&
		     box_byline_is_across(box, i, text_line)))
			box->heads[box->head_count++] = i;
	}
}

/* Collects the lines that are not across the columns, in the order of the page; those that
 * are across are marked as placed. */
static void box_find_lines(struct article_box *box)
{
	struct page_lines *lines = box->page_lines;
	const struct range own = box_passages(box);
	size_t first = page_lines_first_of(lines, own.start);
	size_t end = page_lines_first_of(lines, own.end), head = 0;

	box->lines = mem_alloc((end - first) * sizeof(struct page_line *));
	for (size_t i = first; i < end; i++) {
		struct page_line *line = &lines->items[i];

		while (head < box->head_count &&
		       box->heads[head] < line->passage)
			head++;
		if (head < box->head_count && box->heads[head] == line->passage)
			line->is_placed = true;
		else
			box->lines[box->line_count++] = line;
	}
	if (box->line_count)
		qsort(box->lines, box->line_count, sizeof(struct page_line *),
		      page_lines_compare);
}

/* How many columns of a band have room in `cols` cells. */
static size_t band_columns(const struct box_band *band, int cols)
{
	int columns =
		(cols + FLOW_GAP_COLS) / (band->flow.cols + FLOW_GAP_COLS);

	if (band->is_table || columns < 1)
		return 1;
	return (size_t)smaller(columns, FLOW_COLUMNS_MOST);
}

/* The band with most text, which decides how many columns the box has. */
static const struct box_band *box_main_band(const struct article_box *box)
{
	const struct box_band *best = &box->bands[0];

	for (size_t b = 1; b < box->band_count; b++)
		if (!box->bands[b].is_table &&
		    (best->is_table ||
		     box->bands[b].flow.count > best->flow.count))
			best = &box->bands[b];
	return best;
}

static void head_lines_add(struct head_lines *heads, size_t passage,
                           struct range bytes, int col, int cols)
{
	*ARRAY_ADD(heads->rows, heads->count, heads->cap) = (struct flow_row){
		.passage = passage, .bytes = bytes, .col = col, .cols = cols
	};
}

/* Was the passage printed downwards, a character or two on each line? */
static bool head_runs_down(const struct article_box *box, size_t passage)
{
	const struct page_lines *lines = box->page_lines;
	size_t first = page_lines_first_of(lines, passage), at = first;

	while (at < lines->count && lines->items[at].passage == passage &&
	       lines->items[at].cols <= DOWN_COLS)
		at++;
	return at - first >= DOWN_LINES &&
	       (at == lines->count || lines->items[at].passage != passage);
}

/* Sets a headline that was printed downwards across the box. */
static void head_set_across(const struct article_box *box, size_t passage,
                            int cols, struct head_lines *heads)
{
	const struct wrap *wrap = page_lines_wrap(box->page_lines, passage);

	for (size_t at = 0; at < wrap->text.len;) {
		struct wrap_line line = wrap_line(wrap, at, cols, 0);

		head_lines_add(
			heads, passage, (struct range){ line.start, line.end },
			sheet_aligned_col(ALIGN_CENTRE, 0, cols, line.cols),
			line.cols);
		at = line.next;
	}
}

static void head_set(const struct article_box *box, size_t passage, int cols,
                     struct head_lines *heads)
{
	const struct sheet *sheet = box->page_lines->sheet;
	struct typesetting setting = { .issue = sheet->issue,
		                       .ambiguous_cols = sheet->ambiguous_cols,
		                       .breaks = WRAP_BASIC,
		                       .measure_cols = cols };

	typeset_add(&setting, passage);
	for (size_t i = 0; i < setting.count; i++) {
		const struct typeset_line *line = &setting.lines[i];

		if (line->passage != NPOS)
			head_lines_add(heads, line->passage, line->bytes,
			               line->col, line->cols);
	}
	typeset_release(&setting);
}

/* Spaces a line of the headline, if it has room in `cols` cells then. */
static void head_space(const struct article_box *box, struct flow_row *row,
                       int cols)
{
	const int own_cols =
		row->cols +
		letter_space_cols(box_passage(box, row->passage)->text,
	                          row->bytes.start, row->bytes.end,
	                          box->page_lines->sheet->ambiguous_cols);

	if (own_cols == row->cols || own_cols > cols)
		return;
	row->spaced = true;
	row->cols = own_cols;
	row->col = sheet_aligned_col(ALIGN_CENTRE, 0, cols, own_cols);
}

void article_box_heads(const struct article_box *box, int cols,
                       struct head_lines *heads)
{
	bool wide = band_columns(box_main_band(box), cols) >= SPACED_COLUMNS;

	*heads = (struct head_lines){ 0 };
	for (size_t i = 0; i < box->head_count; i++) {
		if (head_runs_down(box, box->heads[i]))
			head_set_across(box, box->heads[i], cols, heads);
		else
			head_set(box, box->heads[i], cols, heads);
	}
	for (size_t i = 0; wide && i < heads->count; i++)
		if (box_passage(box, heads->rows[i].passage)->role == ROLE_HEAD)
			head_space(box, &heads->rows[i], cols);
}

void head_lines_release(struct head_lines *heads)
{
	free(heads->rows);
	*heads = (struct head_lines){ 0 };
}

/* The width of the widest shape that has room in `cols` cells. */
static int box_shape_cols(const struct article_box *box, int cols)
{
	int own = box->shapes[0].cols;

	for (size_t i = 1; i < box->shape_count; i++)
		if (box->shapes[i].cols <= cols)
			own = box->shapes[i].cols;
	return own;
}

size_t article_box_columns(const struct article_box *box,
                           const struct box_band *band, int cols)
{
	return band_columns(band, box_shape_cols(box, cols));
}

/* The rows of the box where it is `cols` cells wide. */
static int box_rows(const struct article_box *box, int cols)
{
	struct head_lines heads;
	int rows;

	article_box_heads(box, cols, &heads);
	rows = (int)heads.count + (heads.count ? HEAD_RULE_ROWS : 0);
	head_lines_release(&heads);
	for (size_t b = 0; b < box->band_count; b++) {
		const struct box_band *band = &box->bands[b];

		rows += column_flow_deal(&band->flow, band_columns(band, cols))
		                .rows;
	}
	return rows;
}

size_t article_box_main_columns(const struct article_box *box, int cols)
{
	return article_box_columns(box, box_main_band(box), cols);
}

int article_box_printed_cols(const struct article_box *box)
{
	const struct box_band *band = box_main_band(box);

	if (!band->printed_columns || band->flow.is_anew)
		return 0;
	return (int)band->printed_columns * (band->flow.cols + FLOW_GAP_COLS) -
	       FLOW_GAP_COLS;
}

bool article_box_is_anew(const struct article_box *box)
{
	for (size_t b = 0; b < box->band_count; b++)
		if (box->bands[b].flow.is_anew)
			return true;
	return false;
}

/* May the box have so many columns of its main band?  One more than in print, and two where all
 * of them are long. */
static bool box_may_have(const struct box_band *band, size_t columns)
{
	if (columns == 1)
		return true;
	if (band->is_table)
		return false;
	if (columns <= band->printed_columns + 1 && band->printed_columns)
		return true;
	if (columns > band->printed_columns + 2 && band->printed_columns)
		return false;
	return band->flow.count >= columns * ARTICLE_BOX_LEAST_ROWS;
}

/* The shapes of the box on a page of `page_cols` cells. */
static void box_find_shapes(struct article_box *box, int page_cols)
{
	const struct box_band *band = box_main_band(box);
	int least_cols = 1;

	for (size_t b = 0; b < box->band_count; b++)
		least_cols = larger(least_cols, box->bands[b].flow.cols);
	for (size_t k = 1; k <= FLOW_COLUMNS_MOST && box_may_have(band, k);
	     k++) {
		int cols = larger(least_cols,
		                  (int)k * (band->flow.cols + FLOW_GAP_COLS) -
		                          FLOW_GAP_COLS);

		if (k > 1 && cols > page_cols)
			break;
		if (k > 1 && cols == least_cols)
			box->shape_count = 0;
		box->shapes[box->shape_count++] =
			(struct pack_shape){ cols, box_rows(box, cols) };
	}
}

/* A box without text beside its headline, and one without any. */
static void box_add_empty_band(struct article_box *box)
{
	if (!box->band_count)
		column_flow_init(
			&ARRAY_ADD(box->bands, box->band_count, box->band_cap)
				 ->flow,
			box->page_lines, box->page_lines->glyph_cols);
}

void article_box_init(struct article_box *box, const struct box_page *page,
                      size_t article)
{
	*box = (struct article_box){ .article = article,
		                     .page_lines = page->lines,
		                     .has_columns = block_lines_have_text(
					     page->block_lines, article) };
	box_find_heads(box);
	box_find_lines(box);
	box_find_bands(box, page);
	box_add_empty_band(box);
	box_find_shapes(box, page->cols);
	assert(box->shape_count > 0);
}

void article_box_release(struct article_box *box)
{
	for (size_t b = 0; b < box->band_count; b++)
		column_flow_release(&box->bands[b].flow);
	free(box->bands);
	free(box->heads);
	free(box->lines);
	*box = (struct article_box){ 0 };
}
