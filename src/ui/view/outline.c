/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/outline.h"

#include "base/mem.h"

#include <string.h>

/* By the sides to which a line goes. */
#define SHAPES 16
static const char *const shapes[][SHAPES] = {
	{ " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴",
	  "┬", "┼" },
	{ " ", "┃", "┃", "┃", "━", "┛", "┓", "┫", "━", "┗", "┏", "┣", "━", "┻",
	  "┳", "╋" },
	{ " ", "|", "|", "|", "-", "+", "+", "+", "-", "+", "+", "+", "-", "+",
	  "+", "+" },
};

enum {
	SHAPES_THIN,
	SHAPES_HEAVY,
	SHAPES_ASCII
};

/* The sides of the line in a cell, and its shapes in `kind`; 0: there is none. */
static unsigned line_sides(const struct cell *cell, size_t *kind)
{
	if (cell->style != STYLE_RULE)
		return 0;
	/* Of two sides with one shape the later one has both. */
	for (size_t k = 0; k < ARRAY_LEN(shapes); k++)
		for (unsigned sides = SHAPES - 1; sides; sides--)
			if (!strcmp(cell->text, shapes[k][sides])) {
				*kind = k;
				return sides;
			}
	return 0;
}

void outline_draw_cell(struct canvas *canvas, struct area area, int row,
                       int col, unsigned sides, bool heavy)
{
	size_t kind = canvas->ambiguous_cols == 2 ? SHAPES_ASCII
	              : heavy                     ? SHAPES_HEAVY
	                                          : SHAPES_THIN;
	size_t there = kind;

	if (!canvas_is_inside(canvas, area, row, col))
		return;
	sides |= line_sides(canvas_cell(canvas, area.row + row, area.col + col),
	                    &there);
	if (there != kind && kind != SHAPES_ASCII)
		kind = SHAPES_THIN;
	canvas_text(canvas, area, row, col, str_from(shapes[kind][sides]),
	            STYLE_RULE);
}

void outline_draw(struct canvas *canvas, struct area area, struct area room)
{
	int last_row = room.row + room.rows - 1;
	int last_col = room.col + room.cols - 1;

	for (int col = room.col; col <= last_col; col++) {
		unsigned sides = (col > room.col ? LINE_LEFT : 0) |
		                 (col < last_col ? LINE_RIGHT : 0);
		bool corner = col == room.col || col == last_col;

		outline_draw_cell(canvas, area, room.row, col,
		                  sides | (corner ? LINE_DOWN : 0), false);
		outline_draw_cell(canvas, area, last_row, col,
		                  sides | (corner ? LINE_UP : 0), false);
	}
	for (int row = room.row + 1; row < last_row; row++) {
		outline_draw_cell(canvas, area, row, room.col,
		                  LINE_UP | LINE_DOWN, false);
		outline_draw_cell(canvas, area, row, last_col,
		                  LINE_UP | LINE_DOWN, false);
	}
}
