/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_DOUBT_MARKS_H
#define UI_VIEW_DOUBT_MARKS_H

#include "issue/issue.h"
#include "layout/sheet.h"
#include "ui/term/canvas.h"

/* Draws a ? on `area` beside each line of `sheet` where a guess about `article` begins,
 * or one about its later parts; nothing for NPOS.  The area shows the sheet from row
 * `top_row`, column `left_col` on. */
void doubt_marks_draw(struct canvas *canvas, struct area area,
                      const struct issue *issue, size_t article,
                      const struct sheet *sheet, int top_row, int left_col);

#endif
