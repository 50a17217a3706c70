/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/highlight.h"

#include "base/utf8.h"
#include "issue/parts.h"
#include "issue/sureness.h"
#include "text/letter_space.h"
#include "text/upright.h"

size_t highlight_hit_at(const struct reading *reading, size_t passage,
                        size_t at)
{
	const struct hits *hits = &reading->hits;
	size_t hit = hits->count ? hits_from(hits, passage, at) : 0, before;

	if (hit < hits->count && hits->items[hit].passage == passage &&
	    hits->items[hit].start <= at)
		return hit;
	before = hits->count ? parts_passage_before(reading->issue, passage)
	                     : NPOS;
	if (before == NPOS)
		return NPOS;
	hit = hits_from(hits, before,
	                reading->issue->passages[before].text.len - 1);
	return hit < hits->count && hits->items[hit].passage == before &&
	                       hits->items[hit].rest_end > at
	               ? hit
	               : NPOS;
}

static enum style style_of_hit(const struct reading *reading, size_t hit)
{
	return hit == reading->hit ? STYLE_HERE : STYLE_HIT;
}

static enum style style_at(const struct reading *reading, size_t passage,
                           size_t at, enum style style)
{
	size_t hit = highlight_hit_at(reading, passage, at);

	if (passage == reading->place.passage && at >= reading->chosen.start &&
	    at < reading->chosen.end)
		return STYLE_FOCUS;
	if (hit == NPOS)
		return reading->dims_unsure && style != STYLE_FOCUS &&
		                       sureness_is_low(reading->issue, passage,
		                                       at)
		               ? STYLE_SMALL
		               : style;
	return style_of_hit(reading, hit);
}

/* The style of what is set between the character before byte `at` and that at it: only a
 * hit that has both goes through. */
static enum style style_between(const struct reading *reading, size_t passage,
                                size_t at, enum style style)
{
	struct str text = reading->issue->passages[passage].text;
	size_t hit = highlight_hit_at(reading, passage, at);

	return hit != NPOS && at &&
	                       hit == highlight_hit_at(reading, passage,
	                                               utf8_before(text, at))
	               ? style_of_hit(reading, hit)
	               : style;
}

/* Draws bytes of a passage as canvas_range() does, hits in their own styles, spaced or not;
 * returns the cells taken. */
static int highlight_text(struct canvas *canvas, struct area area, int row,
                          int col, const struct reading *reading,
                          size_t passage, struct range bytes, bool spaced,
                          enum style style)
{
	struct str text = reading->issue->passages[passage].text;
	int used_cols = 0;

	while (bytes.start < bytes.end) {
		struct glyph glyph =
			glyph_next(text, bytes.start, canvas->ambiguous_cols);

		canvas_glyph(canvas, area, row, col + used_cols, text, &glyph,
		             style_at(reading, passage, bytes.start, style));
		used_cols += glyph.cols;
		bytes.start = glyph.end;
		if (spaced && glyph.end < bytes.end &&
		    letter_space_follows(text, &glyph, canvas->ambiguous_cols))
			used_cols += canvas_text(
				canvas, area, row, col + used_cols, STR(" "),
				style_between(reading, passage, glyph.end,
			                      STYLE_TEXT));
	}
	return used_cols;
}

int highlight_fit(struct canvas *canvas, struct area area, int row, int col,
                  int cols, const struct reading *reading, size_t passage,
                  struct range bytes, enum style style)
{
	const int ambiguous_cols = canvas->ambiguous_cols;
	const int ellipsis_cols = char_cols(0x2026, ambiguous_cols);
	struct str text = str_slice(reading->issue->passages[passage].text,
	                            bytes.start, bytes.end);
	bool whole = text_fit(text, cols, ambiguous_cols) == text.len;
	int used_cols;

	if (!whole)
		bytes.end = bytes.start + text_fit(text, cols - ellipsis_cols,
		                                   ambiguous_cols);
	used_cols = highlight_text(canvas, area, row, col, reading, passage,
	                           bytes, false, style);
	if (!whole && cols >= ellipsis_cols)
		used_cols += canvas_text(canvas, area, row, col + used_cols,
		                         STR("…"), style);
	return used_cols;
}

int highlight_spaced(struct canvas *canvas, struct area area, int row, int col,
                     const struct reading *reading, size_t passage,
                     struct range bytes, enum style style)
{
	return highlight_text(canvas, area, row, col, reading, passage, bytes,
	                      true, style);
}

void highlight_hyphen(struct canvas *canvas, struct area area, int row, int col,
                      const struct reading *reading, size_t passage, size_t at,
                      enum style style)
{
	canvas_text(canvas, area, row, col, STR("-"),
	            style_between(reading, passage, at, style));
}

void highlight_upright(struct canvas *canvas, struct area area, int row,
                       int col, const struct reading *reading, size_t passage,
                       struct range bytes, enum style style)
{
	struct str text = reading->issue->passages[passage].text;
	struct buf shown;

	buf_init(&shown);
	for (size_t at = bytes.start, next; at < bytes.end; at = next, row++) {
		bool safe;

		next = upright_next(text, at);
		buf_clear(&shown);
		safe = upright_show(&shown, text, at, next,
		                    reading->settings->plain_marks,
		                    reading->ambiguous_cols);
		canvas_text(canvas, area, row, col, buf_str(&shown),
		            safe ? style_at(reading, passage, at, style)
		                 : STYLE_ESCAPE);
	}
	buf_release(&shown);
}
