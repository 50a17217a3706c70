/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_SHEET_MARKS_H
#define UI_VIEW_SHEET_MARKS_H

#include "layout/sheet.h"
#include "ui/term/canvas.h"

/* Draws the rules, boxes and pictures of a sheet on `area`, whose first cell is that of
 * row `top_row` and column `left_col` of the sheet. */
void sheet_marks_draw(const struct sheet *sheet, int top_row, int left_col,
                      struct canvas *canvas, struct area area);

#endif
