/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/question_hints.h"

#include "base/i18n.h"
#include "ui/key.h"

#define GAP_COLS 2 /* before each hint */

/* The cells of a hint, with the gap before it. */
static int question_hint_cols(const struct canvas *canvas,
                              const struct ask_hint *hint)
{
	return GAP_COLS +
	       text_cols(str_from(hint->key), canvas->ambiguous_cols) + 1 +
	       text_cols(str_from(_(hint->label)), canvas->ambiguous_cols);
}

int question_hints_draw(struct app *app, struct area area, int room_cols,
                        const struct ask_hint *hints)
{
	struct canvas *canvas = &app->canvas;
	int cols = 0, col;
	size_t count = 0;

	for (; hints[count].key; count++) {
		int more = question_hint_cols(canvas, &hints[count]);

		if (cols + more > room_cols)
			break;
		cols += more;
	}
	col = area.cols - cols;
	for (size_t i = 0; i < count; i++) {
		const int hint_cols =
			question_hint_cols(canvas, &hints[i]) - GAP_COLS;

		col += GAP_COLS;
		click_zones_add(&app->zones, area.row, area.col + col,
		                hint_cols, key_named(str_from(hints[i].key)));
		col += canvas_text(canvas, area, 0, col, str_from(hints[i].key),
		                   STYLE_KEY) +
		       1;
		col += canvas_text(canvas, area, 0, col,
		                   str_from(_(hints[i].label)), STYLE_HINT);
	}
	return cols;
}
