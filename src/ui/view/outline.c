/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/outline.h"

void outline_draw(struct canvas *canvas, struct area area, struct area room)
{
	static const char *const shapes[2][6] = {
		{ "┌", "┐", "└", "┘", "─", "│" },
		{ "+", "+", "+", "+", "-", "|" },
	};
	const char *const *shape = shapes[canvas->ambiguous_cols == 2];
	int last_row = room.row + room.rows - 1;
	int last_col = room.col + room.cols - 1;

	for (int col = room.col + 1; col < last_col; col++) {
		canvas_text(canvas, area, room.row, col, str_from(shape[4]),
		            STYLE_RULE);
		canvas_text(canvas, area, last_row, col, str_from(shape[4]),
		            STYLE_RULE);
	}
	for (int row = room.row + 1; row < last_row; row++) {
		canvas_text(canvas, area, row, room.col, str_from(shape[5]),
		            STYLE_RULE);
		canvas_text(canvas, area, row, last_col, str_from(shape[5]),
		            STYLE_RULE);
	}
	for (int i = 0; i < 4; i++)
		canvas_text(canvas, area, i < 2 ? room.row : last_row,
		            i % 2 ? last_col : room.col, str_from(shape[i]),
		            STYLE_RULE);
}
