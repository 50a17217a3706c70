/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_BOX_SETTER_H
#define LAYOUT_BOX_SETTER_H

struct article_box;
struct sheet;

/* Where a box stands: its top left cell, and its width. */
struct box_place {
	int row, col, cols;
};

/* Sets an article on the sheet: its headline centred across the box, a thin rule, its bands
 * of columns with thin rules between them.  Columns are moved apart where the box is wider than
 * they need.  Adds the box of the article to the sheet; returns the row below it. */
int box_set(struct sheet *sheet, const struct article_box *box,
            struct box_place place);

#endif
