/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_VERTICAL_H
#define LAYOUT_VERTICAL_H

#include "text/wrap.h"

#include <stddef.h>

struct issue;
struct sheet;

/*
 * Vertical setting (竖排): lines run downwards and follow each other from right to
 * left.  The lines of a window stand in tiers: a tier is a row of vertical lines
 * with a common top, as high as the window or as the longest line; when its left
 * end is reached the next tier begins below it.
 */

struct vertical_style {
	int rows, cols;     /* of the window, >= 1 */
	int ambiguous_cols; /* 1 or 2, of characters of ambiguous width */
	enum wrap_level breaks;
};

/*
 * Sets article `article` (index) for reading: a tier fills the window and is turned
 * as a whole (sheet->turn_rows).  First lines of paragraphs begin 2 em down, heads
 * 2 em, quotations keep 2 em free at both ends, signature and date stand at the
 * foot; one mark may hang below the tier.  Behind the headline a line is left free for
 * sheet->below_head, and one behind the text, in its last tier, for sheet->below_end, unless
 * the window is low.
 *
 * Each byte of each passage is in exactly one slug, or is a space dropped at a
 * break; slugs are in reading order and inside the window's columns.  Initialises
 * `sheet`, which the caller releases.
 */
void vertical_article(struct sheet *sheet, const struct issue *issue,
                      size_t article, const struct vertical_style *style);

/*
 * Sets page `page` (index) at its printed line breaks: the lines of each article in
 * tiers as high as its longest line, articles below each other with a rule between
 * two.  Lines higher than the window are broken.  The sheet is scrolled, not turned.
 * Initialises `sheet`, which the caller releases.
 */
void vertical_page(struct sheet *sheet, const struct issue *issue, size_t page,
                   const struct vertical_style *style);

#endif
