/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include <stddef.h>

struct issue;
struct sheet;

/* How an article is set for reading. */
struct flow_style {
	int cols;           /* of the window, >= 1 */
	int measure_cols;   /* at most; the text stands centred in the window */
	int ambiguous_cols; /* 1 or 2 */
};

/*
 * Sets article `article` of `issue` on `sheet` (which is initialised here; the
 * caller releases it), for reading on this screen:
 *
 *  - Paragraphs rejoined, a 2-em first indent (1 em in a narrow measure), 禁则
 *    kept; one column, centred, at most measure_cols wide.
 *  - Kicker, head, deck and byline centred; the pull quote inset between rules;
 *    a subhead on a line of its own; a salutation flush left; signature and
 *    date flush right; a jump on a line of its own.
 *  - Each byte of each passage is in exactly one slug, or is a space dropped
 *    at a break.  No slug is wider than `cols`, but one that holds a single
 *    glyph.
 *  - sheet->cols is style->cols; slugs are in reading order.
 */
void flow_article(struct sheet *sheet, const struct issue *issue,
                  size_t article, const struct flow_style *style);

#endif
