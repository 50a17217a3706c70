/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/message.h"

#include "base/num.h"
#include "text/wrap.h"

#define ROWS_MOST   3
#define MARGIN_COLS 1 /* at the left, and of several rows at the right */

/* The lines of the message at a width; lines[0 .. the result) are set. */
static int message_break(const struct app *app, int cols, int most,
                         struct wrap_line *lines)
{
	const struct str text = buf_str(&app->message);
	struct wrap wrap;
	int count = 0;

	wrap_init(&wrap, text, app->canvas.ambiguous_cols, WRAP_BASIC);
	for (size_t at = 0; at < text.len && count < most;
	     at = lines[count++].next)
		lines[count] = wrap_line(&wrap, at, cols, 0);
	wrap_release(&wrap);
	return count;
}

void message_draw(struct app *app, struct area area)
{
	const enum style style =
		app->message_is_error ? STYLE_ERROR : STYLE_HINT;
	const struct str text = buf_str(&app->message);
	struct canvas *canvas = &app->canvas;
	struct wrap_line lines[ROWS_MOST];
	int count = 1, first_row;

	if (text_cols(text, canvas->ambiguous_cols) > area.cols - MARGIN_COLS)
		count = message_break(
			app, area.cols - 2 * MARGIN_COLS,
			larger(1, smaller(ROWS_MOST, area.rows / 2)), lines);
	first_row = area.rows - count;
	for (int i = 0; i < count; i++) {
		canvas_fill(canvas, area, first_row + i, 0, area.cols,
		            STYLE_HINT);
		if (i + 1 < count)
			canvas_range(
				canvas, area, first_row + i, MARGIN_COLS, text,
				(struct range){ lines[i].start, lines[i].end },
				style);
		else
			canvas_fit(canvas, area, first_row + i, MARGIN_COLS,
			           area.cols - MARGIN_COLS,
			           str_slice(text, i ? lines[i].start : 0,
			                     text.len),
			           style);
	}
}
