/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_LIST_LINES_H
#define UI_VIEW_LIST_LINES_H

#include "ui/state.h"

/* The lines that lists of articles and of hits are drawn with. */

/* Draws "──── 1930-04-03  page 2" in row `row` of `area`: below it stands what is of that
 * page (index). */
void list_lines_draw_page(struct app *app, struct area area, int row,
                          size_t page);

/* Draws leaders, ···, from cell `col` to cell `end_col`, with room beside them; none where
 * fewer than three fit. */
void list_lines_draw_leaders(struct canvas *canvas, struct area area, int row,
                             int col, int end_col);

#endif
