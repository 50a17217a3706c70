/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_ARTICLE_LAYOUT_H
#define LAYOUT_ARTICLE_LAYOUT_H

#include "text/wrap.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;
struct sheet;

/*
 * An article set for reading in a window, in one column or several.  The measure is
 * the width of a column of text; 禁则 are the Chinese rules of line breaking
 * (text/wrap.h); an em is two cells.
 */

struct article_style {
	int rows, cols;   /* of the window, >= 1 */
	int measure_cols; /* the widest measure that is wanted */
	int columns;      /* how many are wanted; 0: as many of 16 em as fit */
	int ambiguous_cols; /* 1 or 2, of characters of ambiguous width */
	enum wrap_level breaks;
	bool has_gaps; /* a row is left below the headline, and one below the end */
};

/* How many columns of at least 16 em, or of `column_cols` cells, fit in a window of `cols`
 * cells; >= 1. */
int article_columns_most(int cols);
int article_columns_of(int cols, int column_cols);

/* The measure of each of `columns` columns in a window of `cols` cells, where at most
 * `measure_cols` are wanted: whole ems, and what there is room for. */
int article_measure(int cols, int columns, int measure_cols);

/*
 * Sets article `article` (index) of `issue` on `sheet`, which is initialised here
 * and released by the caller:
 *
 *  - Paragraphs are rejoined, with a 2-em first indent (1 em in a narrow measure), 禁则
 *    kept; there is one column, centred, at most measure_cols wide, to be scrolled; or
 *    several side by side, screen by screen, to be turned (sheet->turn_rows);
 *    on the last screen they are of equal height.  A text too short for its
 *    columns has fewer.
 *  - The headline centred across them, spaced if it is of two to four ideographs; the
 *    pull quote inset behind a rule; a
 *    subhead on a line of its own, and never the last of a column; a salutation
 *    flush left; signature and date flush right; a jump on a line of its own.
 *  - Where it goes on on another page there is a short rule.  `article` is the first
 *    part of it (issue/parts.h).
 *  - Each byte of each passage is in exactly one slug, or is a space dropped
 *    at a break.  No slug is wider than its measure and a hanging mark, unless
 *    it holds a single glyph.
 *  - With has_gaps, sheet->below_head and sheet->below_end are rows without slugs, as
 *    wide as the columns; the latter is missing where a screen of several columns has
 *    no room below the text.
 *  - sheet->cols is style->cols; slugs are in reading order.
 */
void article_layout(struct sheet *sheet, const struct issue *issue,
                    size_t article, const struct article_style *style);

#endif
