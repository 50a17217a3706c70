/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/box_bands.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/utf8.h"
#include "layout/box_plan.h"
#include "layout/page_lines.h"
#include "layout/printed_columns.h"
#include "layout/quote_places.h"
#include "layout/sheet.h"

#include <math.h>
#include <stdlib.h>

/* A line of more cells is hard to read back from: of ideographs, of letters. */
#define READABLE_HAN_COLS    50
#define READABLE_LETTER_COLS 46

/* Columns of text that is set anew, from 36 and 35 cells on. */
#define ANEW_HAN_COLS    48
#define ANEW_LETTER_COLS 45

/* Where so much of the page would stay empty, columns are set anew so much narrower. */
static const struct {
	int spare_percent, narrower_percent;
} fillings[] = { { 26, 80 }, { 12, 90 } };

#define SAMPLE_LINES 16 /* of a band, that tell its script */

struct band_finder {
	struct article_box *box;
	const struct box_page *page;
	struct band_lines *bands; /* owned */
	size_t count, cap;
};

static const struct passage *line_passage(const struct band_finder *finder,
                                          size_t line)
{
	const struct article_box *box = finder->box;

	return &box->page_lines->sheet->issue
	                ->passages[box->lines[line]->passage];
}

static bool is_quote(const struct band_finder *finder, size_t line)
{
	return line_passage(finder, line)->role == ROLE_QUOTE;
}

/* Does a line of block `block` (or of none) go on in the band? */
static bool band_goes_on(const struct band_lines *band,
                         const struct block *block, bool is_table)
{
	if (is_table != band->is_table)
		return false;
	return !block || !band->measure_em || block->measure_em <= 0 ||
	       is_table ||
	       fabs(block->measure_em - band->measure_em) <= BAND_SAME_EM;
}

/* Puts line `line` of the box into the last band, or a new one. */
static void band_add_line(struct band_finder *finder, size_t line)
{
	const struct page_line *of = finder->box->lines[line];
	const struct block_column *column =
		block_lines_at(finder->page->block_lines, finder->box->article,
	                       of->printed_line);
	const struct block *block = column && column->block->part == PART_BODY
	                                    ? column->block
	                                    : NULL;
	bool is_table = line_passage(finder, line)->role == ROLE_ROW;
	struct band_lines *band =
		finder->count ? &finder->bands[finder->count - 1] : NULL;

	if (!band ||
	    !(is_quote(finder, line) || band_goes_on(band, block, is_table))) {
		band = ARRAY_ADD(finder->bands, finder->count, finder->cap);
		*band = (struct band_lines){ .lines = { line, line },
			                     .is_table = is_table };
	}
	band->lines.end = line + 1;
	if (!block || is_quote(finder, line))
		return;
	if (block->measure_em > band->measure_em)
		band->measure_em = block->measure_em;
	printed_columns_add(&band->printed, column, of);
}

/* The width of the widest line of the band, but for a few that are much wider than its column
 * width, and without pull quotes. */
static int band_printed_cols(const struct band_finder *finder,
                             const struct band_lines *band)
{
	const struct article_box *box = finder->box;
	int cols = finder->page->lines->glyph_cols;

	for (size_t i = band->lines.start; i < band->lines.end; i++)
		if (!is_quote(finder, i))
			cols = larger(
				cols,
				page_line_column_cols(
					box->page_lines, box->lines[i],
					band->is_table ? 0 : band->measure_em));
	return larger(cols, band->is_table
	                            ? 0
	                            : (int)lround(ceil(band->measure_em)) * 2);
}

/* Are most characters of the band's first lines ideographs or the like, of two cells? */
static bool band_is_wide(const struct band_finder *finder,
                         const struct band_lines *band)
{
	size_t end = band->lines.start + SAMPLE_LINES, cells = 0, chars = 0;

	for (size_t i = band->lines.start; i < band->lines.end && i < end;
	     i++) {
		const struct page_line *line = finder->box->lines[i];
		struct str text = line_passage(finder, i)->text;

		cells += (size_t)line->cols;
		for (size_t b = line->bytes.start; b < line->bytes.end; b++)
			chars += !utf8_continues(text.ptr[b]);
	}
	return 2 * cells > 3 * chars;
}

/* The width of columns of at most `most_cols` that fill the page. */
static int band_anew_cols(const struct band_finder *finder, int most_cols)
{
	const int page_cols = finder->page->cols;
	int columns =
		(page_cols + FLOW_GAP_COLS + most_cols + FLOW_GAP_COLS - 1) /
		(most_cols + FLOW_GAP_COLS);
	int cols = (page_cols + FLOW_GAP_COLS) / columns - FLOW_GAP_COLS;

	return larger(cols, finder->page->lines->glyph_cols);
}

/* The width of one column more than there is room for as printed; `cols`, as printed, if they
 * fill the page well or would become much narrower, or if the text is too short for one more or
 * had too few in print. */
static int band_filling_cols(const struct band_finder *finder,
                             const struct band_lines *band, int cols)
{
	const int page_cols = finder->page->cols + FLOW_GAP_COLS;
	const int columns = page_cols / (cols + FLOW_GAP_COLS);
	const int spare_cols = page_cols - columns * (cols + FLOW_GAP_COLS);
	const int narrower = page_cols / (columns + 1) - FLOW_GAP_COLS;
	const size_t lines = band->lines.end - band->lines.start;
	const size_t printed = printed_columns_count(&band->printed);

	if (lines < (size_t)(columns + 1) * ARTICLE_BOX_LEAST_ROWS ||
	    (printed && (size_t)columns > printed + 1))
		return cols;
	for (size_t i = 0; i < ARRAY_LEN(fillings); i++)
		if (spare_cols * 100 > page_cols * fillings[i].spare_percent &&
		    narrower * 100 >= cols * fillings[i].narrower_percent)
			return narrower;
	return cols;
}

/* The width of the band's columns: as printed, unless that cannot be read. */
static int band_cols(const struct band_finder *finder,
                     const struct band_lines *band)
{
	const bool is_wide = band_is_wide(finder, band);
	int cols = band_printed_cols(finder, band), anew_cols;

	if (band->is_table)
		return smaller(cols, finder->page->cols);
	if (cols <= finder->page->cols &&
	    cols <= (is_wide ? READABLE_HAN_COLS : READABLE_LETTER_COLS))
		anew_cols = band_filling_cols(finder, band, cols);
	else
		anew_cols = band_anew_cols(finder, is_wide ? ANEW_HAN_COLS
		                                           : ANEW_LETTER_COLS);
	return is_wide && anew_cols != cols && anew_cols > 2 ? anew_cols / 2 * 2
	                                                     : anew_cols;
}

static void band_finder_find(struct band_finder *finder)
{
	for (size_t i = 0; i < finder->box->line_count; i++)
		band_add_line(finder, i);
}

/* Fills the flow of a band; `*quote` is the next of the quotes. */
static void band_fill(const struct band_finder *finder,
                      const struct band_lines *band, struct column_flow *flow,
                      const struct quote_places *quotes, size_t *quote)
{
	for (size_t i = band->lines.start; i <= band->lines.end; i++) {
		while (*quote < quotes->count &&
		       quotes->items[*quote].line <= i)
			column_flow_add_quote(
				flow, quotes->items[(*quote)++].passage);
		if (i < band->lines.end && !is_quote(finder, i))
			column_flow_add(flow, finder->box->lines[i]);
	}
}

void box_find_bands(struct article_box *box, const struct box_page *page)
{
	struct band_finder finder = { .box = box, .page = page };
	struct quote_places quotes;
	size_t quote = 0;

	band_finder_find(&finder);
	quote_places_init(&quotes, box, finder.bands, finder.count);
	for (size_t b = 0; b < finder.count; b++) {
		const struct band_lines *lines = &finder.bands[b];
		struct box_band *band =
			ARRAY_ADD(box->bands, box->band_count, box->band_cap);

		*band = (struct box_band){
			.is_table = lines->is_table,
			.printed_columns =
				printed_columns_count(&lines->printed),
		};
		column_flow_init(&band->flow, page->lines,
		                 band_cols(&finder, lines));
		band_fill(&finder, lines, &band->flow, &quotes, &quote);
	}
	quote_places_release(&quotes);
	free(finder.bands);
}
