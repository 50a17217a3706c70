/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/quote_places.h"

#include "base/mem.h"
#include "layout/box_plan.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"

#include <stdlib.h>

static bool quote_is_one(const struct article_box *box, size_t line)
{
	return box->page_lines->sheet->issue
	               ->passages[box->lines[line]->passage]
	               .role == ROLE_QUOTE;
}

/* The first line from `line` to `end` that begins a passage and is no quote, or `end`. */
static size_t quote_next_begin(const struct article_box *box, size_t line,
                               size_t end)
{
	while (line < end &&
	       (quote_is_one(box, line) || !box->lines[line]->begins_passage))
		line++;
	return line;
}

/* The place of a quote of `rows` rows that was printed before the text. */
static size_t quote_place_in_text(const struct article_box *box,
                                  const struct band_lines *bands,
                                  size_t band_count, size_t rows)
{
	const struct range first = bands[0].lines;
	size_t text = first.start;

	while (text < first.end && quote_is_one(box, text))
		text++;
	for (size_t b = 0; b < band_count; b++)
		if (printed_columns_count(&bands[b].printed) &&
		    printed_columns_rows(&bands[b].printed) == rows)
			return bands[b].lines.end;
	return quote_next_begin(box, (text + first.end + 1) / 2, first.end);
}

/* The printed lines of the passage of line `line` of the box, which follow it. */
static size_t quote_rows(const struct article_box *box, size_t line)
{
	size_t rows = 0, passage = box->lines[line]->passage;

	for (; line < box->line_count && box->lines[line]->passage == passage;
	     line++)
		rows++;
	return rows;
}

/* For qsort(): by the lines, and as they were printed. */
static int quote_compare(const void *a, const void *b)
{
	const struct quote_place *left = a, *right = b;

	if (left->line != right->line)
		return left->line < right->line ? -1 : 1;
	return left->passage < right->passage ? -1
	                                      : left->passage > right->passage;
}

void quote_places_init(struct quote_places *places,
                       const struct article_box *box,
                       const struct band_lines *bands, size_t band_count)
{
	bool has_text = false;

	*places = (struct quote_places){ 0 };
	for (size_t i = 0; i < box->line_count; i++) {
		size_t line = i;

		if (!quote_is_one(box, i)) {
			has_text = true;
			continue;
		}
		if (!box->lines[i]->begins_passage)
			continue;
		if (!has_text && box->has_columns)
			line = quote_place_in_text(box, bands, band_count,
			                           quote_rows(box, i));
		else
			line = quote_next_begin(box, i, box->line_count);
		*ARRAY_ADD(places->items, places->count, places->cap) =
			(struct quote_place){ box->lines[i]->passage, line };
	}
	if (places->count)
		qsort(places->items, places->count, sizeof *places->items,
		      quote_compare);
}

void quote_places_release(struct quote_places *places)
{
	free(places->items);
	*places = (struct quote_places){ 0 };
}
