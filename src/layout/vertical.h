/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_VERTICAL_H
#define LAYOUT_VERTICAL_H

#include "text/wrap.h"

#include <stddef.h>

struct issue;
struct sheet;

/* 竖排: lines run downwards, and follow each other from right to left. */

struct upright_style {
	int rows, cols;     /* of the window, >= 1 */
	int ambiguous_cols; /* 1 or 2 */
	enum wrap_level breaks;
};

/*
 * Sets article `article` for reading: lines as high as the window, screen by
 * screen to be turned (sheet->turn_rows); first lines of paragraphs 2 em down,
 * heads 2 em, quotes 2 em at both ends, signature and date at the foot; one mark
 * may hang below it.
 *
 * As all sheets: each byte of each passage is in exactly one slug, or is a space
 * dropped at a break; slugs are in reading order, and stand inside the window's
 * columns.  Initialises `sheet`, which the caller releases.
 */
void upright_article(struct sheet *sheet, const struct issue *issue,
                     size_t article, const struct upright_style *style);

/*
 * Sets page `page` at its printed line breaks: the lines of each article in tiers
 * as high as its measure, under each other, a rule between two articles.  Lines
 * higher than the window are broken.  To be scrolled.
 */
void upright_page(struct sheet *sheet, const struct issue *issue, size_t page,
                  const struct upright_style *style);

#endif
