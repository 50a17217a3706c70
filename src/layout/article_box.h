/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_ARTICLE_BOX_H
#define LAYOUT_ARTICLE_BOX_H

#include "layout/box_plan.h"

/*
 * The box of an article on a page whose places are not known: its headline across the top,
 * below it bands of columns.  A box may have several shapes, one for each number of columns;
 * which one it gets is decided by page_pack.h, when all boxes of the page are known.
 *
 *  - A byline that was printed between the headline and the text stands under the headline.
 *  - Text of about one column width (within BAND_SAME_EM) is a band; a table is one of its
 *    own, in one column.
 *  - Lines that are too wide for a column to be read, or wider than the page, are set anew
 *    (column_flow.h); so is a long text that would leave an eighth of the page empty, in one
 *    column more that is a tenth narrower, or where that is a quarter, a fifth.
 *  - A pull quote that was printed within the text stays there.  One that was printed before
 *    it is the last column of the first band whose printed columns are as high as the quote,
 *    or else stands in the middle of the text, between two paragraphs.
 */

/* Makes the box of article `article` (index), whose lines are marked as placed.  O(lines of
 * the article x log of that x FLOW_COLUMNS_MOST).  Release with article_box_release(). */
void article_box_init(struct article_box *box, const struct box_page *page,
                      size_t article);
void article_box_release(struct article_box *box);

/* The columns of a band, and of that with most text, in a box of `cols` cells: those of the
 * widest shape that has room, at least 1. */
size_t article_box_columns(const struct article_box *box,
                           const struct box_band *band, int cols);
size_t article_box_main_columns(const struct article_box *box, int cols);

/* The width of the box as it was printed; 0: its columns are not known, or set anew. */
int article_box_printed_cols(const struct article_box *box);

/* Is a passage of several printed lines set anew? */
bool article_box_is_anew(const struct article_box *box);

/* The lines of the headline, broken for a box of `cols` cells. */
struct head_lines {
	struct flow_row *rows; /* owned; each centred in the box */
	size_t count, cap;
};
void article_box_heads(const struct article_box *box, int cols,
                       struct head_lines *heads);
void head_lines_release(struct head_lines *heads);

#endif
