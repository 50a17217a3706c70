/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_FOCUS_MARK_H
#define UI_VIEW_FOCUS_MARK_H

#include "ui/term/canvas.h"

/* The mark of the cursor, ▸: the same in all views, and the only one. */

/* Draws the mark at a cell, with the terminal's cursor: beside a line, or at the begin of
 * a row. 
 * A cell with text in it keeps its text; a rule, a frame and a mark of doubt give way. */
void focus_mark_draw(struct canvas *canvas, struct area area, int row, int col);

#endif
