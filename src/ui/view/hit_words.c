/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/hit_words.h"

#include "base/num.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "search/report.h"
#include "search/seams.h"
#include "text/wrap.h"
#include "ui/view/highlight.h"

#define BEFORE_SHARE 3 /* of the cells, at most, for the words before */
#define SEAM_COLS    1 /* where a page cuts the words */

static struct str hit_words_text(const struct reading *reading, size_t passage)
{
	return reading->issue->passages[passage].text;
}

/* Would a cut at byte `at` of a passage leave a part of a hit? */
static bool hit_words_cuts_hit(const struct reading *reading, size_t passage,
                               size_t at)
{
	struct str text = hit_words_text(reading, passage);
	size_t hit;

	if (!at || at >= text.len)
		return false;
	hit = highlight_hit_at(reading, passage, at);
	return hit != NPOS &&
	       hit == highlight_hit_at(reading, passage, utf8_before(text, at));
}

/* Where the words before byte `end` begin, from `start` on, in `cols` cells.  *is_cut: not
 * at `start`. */
static size_t hit_words_begin(const struct reading *reading, size_t passage,
                              struct range bytes, int cols, bool *is_cut)
{
	const int ambiguous_cols = reading->ambiguous_cols;
	struct str text = hit_words_text(reading, passage);
	size_t at = bytes.start, fits = NPOS, begin = NPOS;
	int left_cols =
		text_cols_between(text, bytes.start, bytes.end, ambiguous_cols);
	struct wrap wrap;

	*is_cut = left_cols > cols;
	if (!*is_cut)
		return bytes.start;
	cols -= char_cols(0x2026, ambiguous_cols);
	wrap_init(&wrap, str_slice(text, bytes.start, text.len), ambiguous_cols,
	          reading->settings->breaks);
	while (begin == NPOS && at < bytes.end) {
		struct glyph glyph = glyph_next(text, at, ambiguous_cols);

		left_cols -= glyph.cols;
		at = glyph.end;
		if (left_cols > cols ||
		    hit_words_cuts_hit(reading, passage, at))
			continue;
		if (fits == NPOS)
			fits = at;
		if (wrap_may_begin(&wrap, at - bytes.start))
			begin = at;
	}
	wrap_release(&wrap);
	if (begin == NPOS)
		begin = fits;
	return begin == NPOS || begin > bytes.end ? bytes.end : begin;
}

/* Where the words behind byte `start` end, up to `end`, in `cols` cells. */
static size_t hit_words_end(const struct reading *reading, size_t passage,
                            struct range bytes, int cols, bool *is_cut)
{
	const int ambiguous_cols = reading->ambiguous_cols;
	struct str text = hit_words_text(reading, passage);
	size_t fits = bytes.start, end = bytes.start;
	struct str words;
	struct wrap wrap;

	*is_cut = text_cols_between(text, bytes.start, bytes.end,
	                            ambiguous_cols) > cols;
	if (!*is_cut)
		return bytes.end;
	cols -= char_cols(0x2026, ambiguous_cols);
	wrap_init(&wrap, str_slice(text, bytes.start, bytes.end),
	          ambiguous_cols, reading->settings->breaks);
	for (size_t at = bytes.start; at < bytes.end;) {
		struct glyph glyph = glyph_next(text, at, ambiguous_cols);

		cols -= glyph.cols;
		at = glyph.end;
		if (cols < 0)
			break;
		if (hit_words_cuts_hit(reading, passage, at))
			continue;
		fits = at;
		if (at < bytes.end && wrap_may_begin(&wrap, at - bytes.start))
			end = at;
	}
	wrap_release(&wrap);
	if (end == bytes.start && !str_space_at(text, bytes.start))
		end = fits;
	words = str_trim(str_slice(text, bytes.start, end));
	return words.len ? (size_t)(words.ptr - text.ptr) + words.len
	                 : bytes.start;
}

/* The cells of a hit, both parts of it. */
static int hit_words_hit_cols(const struct reading *reading,
                              const struct hit *hit)
{
	const int ambiguous_cols = reading->ambiguous_cols;
	int cols = text_cols_between(hit_words_text(reading, hit->passage),
	                             hit->start, hit->end, ambiguous_cols);

	if (hit->rest_end)
		cols += SEAM_COLS +
		        text_cols_between(
				hit_words_text(reading,
		                               seam_rest(reading->issue, hit)),
				0, hit->rest_end, ambiguous_cols);
	return cols;
}

struct hit_words hit_words_fit(const struct reading *reading, size_t hit,
                               int cols)
{
	const struct hit *at = &reading->hits.items[hit];
	struct hit context =
		hit_context(reading->issue, at, (size_t)larger(cols, 0));
	struct hit_words words = { .shown = *at };
	size_t last = at->passage;
	struct range behind = { at->end, context.end };
	size_t *end = &words.shown.end;
	int left_cols = cols - hit_words_hit_cols(reading, at);

	if (at->rest_end) {
		last = seam_rest(reading->issue, at);
		behind = (struct range){ at->rest_end, context.rest_end };
		end = &words.shown.rest_end;
	}
	if (left_cols < 2 * char_cols(0x2026, reading->ambiguous_cols))
		return words;
	words.shown.start = hit_words_begin(
		reading, at->passage,
		(struct range){ context.start, at->start },
		smaller(cols / BEFORE_SHARE, left_cols), &words.cut_before);
	left_cols -=
		text_cols_between(hit_words_text(reading, at->passage),
	                          words.shown.start, at->start,
	                          reading->ambiguous_cols) +
		words.cut_before * char_cols(0x2026, reading->ambiguous_cols);
	*end = hit_words_end(reading, last, behind, left_cols,
	                     &words.cut_behind);
	return words;
}

void hit_words_draw(const struct hit_words *words,
                    const struct reading *reading, struct canvas *canvas,
                    struct area area, int row, int col)
{
	const struct hit *shown = &words->shown;

	if (words->cut_before)
		col += canvas_text(canvas, area, row, col, STR("…"),
		                   STYLE_SMALL);
	col += highlight_fit(canvas, area, row, col, area.cols - col, reading,
	                     shown->passage,
	                     (struct range){ shown->start, shown->end },
	                     STYLE_TEXT);
	if (shown->rest_end)
		col += SEAM_COLS +
		       highlight_fit(canvas, area, row, col + SEAM_COLS,
		                     area.cols - col - SEAM_COLS, reading,
		                     seam_rest(reading->issue, shown),
		                     (struct range){ 0, shown->rest_end },
		                     STYLE_TEXT);
	if (words->cut_behind)
		canvas_text(canvas, area, row, col, STR("…"), STYLE_SMALL);
}
