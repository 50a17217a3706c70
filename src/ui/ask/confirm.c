/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/confirm.h"

enum confirmed confirm_key(struct app *app, uint32_t key)
{
	enum answer answer = answer_for_key(app->keymap, key);

	if (key == PRESS_CTRL('C'))
		return CONFIRM_LEAVE;
	if (answer != ANSWER_NONE)
		return answer == ANSWER_YES ? CONFIRM_YES : CONFIRM_NO;
	switch (key) {
	case PRESS_ENTER:
		return app->yes ? CONFIRM_YES : CONFIRM_NO;
	case PRESS_LEFT:
	case PRESS_RIGHT:
	case PRESS_UP:
	case PRESS_DOWN:
	case PRESS_TAB:
		app->yes = !app->yes;
		break;
	default:
		break;
	}
	return CONFIRM_OPEN;
}

/* Draws an answer, marked if Enter gives it; a click gives it, too.  Returns its cells. */
static int confirm_draw_answer(struct app *app, struct area area, int col,
                               struct str text, enum answer answer)
{
	bool marked = app->yes == (answer == ANSWER_YES);
	int cols = canvas_text(&app->canvas, area, 0, col, text,
	                       marked ? STYLE_FOCUS : STYLE_HINT);

	click_zones_add(&app->zones, area.row, area.col + col, cols,
	                answer_first_key(app->keymap, answer));
	return cols;
}

void confirm_draw(struct app *app, struct area area, struct str text,
                  struct str short_text, const char *yes, const char *no)
{
	struct canvas *canvas = &app->canvas;
	const int ambiguous_cols = canvas->ambiguous_cols;
	struct buf yes_text, no_text;
	int room_cols, col;

	buf_init(&yes_text);
	buf_init(&no_text);
	command_add_text(&yes_text, app->keymap, yes);
	command_add_text(&no_text, app->keymap, no);
	room_cols = area.cols - text_cols(buf_str(&yes_text), ambiguous_cols) -
	            text_cols(buf_str(&no_text), ambiguous_cols) - 1;
	if (text_cols(text, ambiguous_cols) > room_cols)
		text = short_text;
	col = canvas_fit(canvas, area, 0, 0, room_cols, text, STYLE_ERROR);
	canvas_cursor(canvas, area, 0, col);
	col += confirm_draw_answer(app, area, col, buf_str(&no_text),
	                           ANSWER_NO);
	if (app->yes)
		canvas_cursor(canvas, area, 0, col);
	confirm_draw_answer(app, area, col, buf_str(&yes_text), ANSWER_YES);
	buf_release(&yes_text);
	buf_release(&no_text);
}
