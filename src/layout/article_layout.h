/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_ARTICLE_LAYOUT_H
#define LAYOUT_ARTICLE_LAYOUT_H

#include "text/wrap.h"

#include <stddef.h>

struct issue;
struct sheet;

/* How an article is set for reading. */
struct article_style {
	int rows, cols;   /* of the window, >= 1 */
	int measure_cols; /* at most */
	int columns;      /* 0: as many as the window carries; at most those */
	int ambiguous_cols; /* 1 or 2 */
	enum wrap_level breaks;
};

/* How many columns a window carries: none narrower than 16 em. */
int flow_columns_most(int cols);

/*
 * Sets article `article` of `issue` on `sheet` (which is initialised here; the
 * caller releases it), for reading on this screen:
 *
 *  - Paragraphs rejoined, a 2-em first indent (1 em in a narrow measure), 禁则
 *    kept; one column, centred, at most measure_cols wide, to be scrolled; or
 *    several side by side, screen by screen, to be turned (sheet->turn_rows):
 *    of equal height on the last one.  A text too short for its columns has
 *    fewer.
 *  - The headline centred across them; the pull quote inset behind a rule; a
 *    subhead on a line of its own, and never the last of a column; a salutation
 *    flush left; signature and date flush right; a jump on a line of its own.
 *  - Each byte of each passage is in exactly one slug, or is a space dropped
 *    at a break.  No slug is wider than its measure and a hanging mark, but one
 *    that holds a single glyph.
 *  - sheet->cols is style->cols; slugs are in reading order.
 */
void article_layout(struct sheet *sheet, const struct issue *issue,
                    size_t article, const struct article_style *style);

#endif
