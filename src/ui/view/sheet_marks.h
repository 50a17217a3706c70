/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_SHEET_MARKS_H
#define UI_VIEW_SHEET_MARKS_H

#include "issue/picture.h"
#include "layout/sheet.h"
#include "ui/term/canvas.h"

/* Draws the rules, boxes and pictures of a sheet on `area`, whose first cell is that of
 * row `top_row` and column `left_col` of the sheet.  Pictures are frames, but for those of
 * `pictures`, which may be NULL: they are block graphics. */
void sheet_marks_draw(const struct sheet *sheet,
                      const struct page_pictures *pictures, int top_row,
                      int left_col, struct canvas *canvas, struct area area);

#endif
