/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_OUTLINE_H
#define UI_VIEW_OUTLINE_H

#include "ui/term/canvas.h"

/* Lines of box characters.  Where box characters take two cells they are of - | +. */

/* The sides of a cell to which a line in it goes. */
enum {
	LINE_UP = 1,
	LINE_DOWN = 2,
	LINE_LEFT = 4,
	LINE_RIGHT = 8
};

/* Draws a line in a cell, in STYLE_RULE.  A line that is there already is kept, so that
 * lines which meet are joined; a thin and a heavy one meet as thin ones. */
void outline_draw_cell(struct canvas *canvas, struct area area, int row,
                       int col, unsigned sides, bool heavy);

/* Draws the outline of `room`, which is in cells of `area` and may stand in part outside
 * of it: that part is not drawn. */
void outline_draw(struct canvas *canvas, struct area area, struct area room);

#endif
