/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_GLYPH_H
#define TEXT_GLYPH_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

/*
 * Characters on a screen.  No other module measures text in cells: all that measure
 * or draw text walk over it with glyph_next().
 *
 * `ambiguous_cols` is the number of cells that the terminal gives to characters of
 * ambiguous East Asian Width (UAX #11): 1 or 2.
 */

enum glyph_form {
	GLYPH_PLAIN,
	GLYPH_PAD_LEFT,   /* a narrow opening mark at the right of its em */
	GLYPH_PAD_RIGHT,  /* a narrow closing mark at the left of its em */
	GLYPH_ESCAPE,     /* hostile to terminals: shown as <U+202E> */
	GLYPH_UNREADABLE, /* shown as 〓 (text/unreadable.h) */
};

/* One grapheme cluster (UAX #29): bytes [start, end) of the text, drawn in
 * `cols` cells.  cols is 0 only for clusters that are dropped on screen (a lone
 * zero-width joiner, a byte order mark, …). */
struct glyph {
	size_t start, end;
	int cols;
	enum glyph_form form;
};

/*
 * The glyph that begins at byte `at` < text.len.
 *
 *  - A wide character takes 2 cells, a narrow one 1, controls and other
 *    hostile characters take the width of their escape.
 *  - “ ” ‘ ’ beside a wide character are set as a full em: with ambiguous_cols
 *    1 they take 2 cells, padded on their outer side, so that the grid stays
 *    even; between Latin letters they stay narrow.
 *  - At most 4 combining marks are kept of a cluster; where more than 4
 *    characters behind its first take cells, the fifth begins another glyph.
 *  - Invalid UTF-8 (there should be none) is escaped byte by byte.
 */
struct glyph glyph_next(struct str text, size_t at, int ambiguous_cols);

/* Appends the drawn form of `glyph`: safe UTF-8 that takes exactly glyph.cols cells. */
void glyph_show(struct buf *out, struct str text, const struct glyph *glyph);

/* The cells of the whole text. */
int text_cols(struct str text, int ambiguous_cols);

/* The cells of bytes [start, end) beside the text around them, which may widen or
 * narrow quotation marks at their ends. */
int text_cols_between(struct str text, size_t start, size_t end,
                      int ambiguous_cols);

/* The cells of the widest glyph of the text: no line can be narrower. */
int text_widest_cols(struct str text, int ambiguous_cols);

/* The length in bytes of the longest beginning of `text` that takes at most `cols`
 * cells and ends between two glyphs. */
size_t text_fit(struct str text, int cols, int ambiguous_cols);

/* The width of a code point by itself, without the rules of clusters: 0, 1 or 2; -1
 * for a hostile one.  For tables and the terminal; layouts use glyph_next(). */
int char_cols(uint32_t c, int ambiguous_cols);

#endif
