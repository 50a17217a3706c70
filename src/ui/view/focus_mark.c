/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/focus_mark.h"

#include <string.h>

#define MARK "▸"

/* Blank, a rule, or the mark of a doubt. */
static bool focus_mark_fits(const struct cell *cell)
{
	return !strcmp(cell->text, " ") || cell->style == STYLE_RULE ||
	       (!strcmp(cell->text, "?") && cell->style == STYLE_SMALL);
}

void focus_mark_draw(struct canvas *canvas, struct area area, int row, int col)
{
	if (!canvas_is_inside(canvas, area, row, col))
		return;
	if (focus_mark_fits(
		    canvas_cell(canvas, area.row + row, area.col + col)))
		canvas_text(canvas, area, row, col, STR(MARK), STYLE_MARK);
	canvas_cursor(canvas, area, row, col);
}
