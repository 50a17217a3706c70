/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view.h"

#include "base/mem.h"

#define KEY_COLS 8

/* What a reader without letters on the keyboard needs. */
static const enum command items[] = {
	COMMAND_SEARCH,    COMMAND_NEXT_HIT,     COMMAND_PREV_HIT,
	COMMAND_EXPORT,    COMMAND_LETTER,       COMMAND_LIST,
	COMMAND_TOGGLE,    COMMAND_NEXT_ARTICLE, COMMAND_PREV_ARTICLE,
	COMMAND_NEXT_PAGE, COMMAND_PREV_PAGE,    COMMAND_EXPORT_ISSUE,
	COMMAND_FACTS,     COMMAND_HELP,         COMMAND_REDRAW,
	COMMAND_LEAVE,
};

static void draw_item(struct app *app, struct area area, size_t index)
{
	struct canvas *canvas = &app->canvas;
	enum command command = items[index];
	bool here = index == app->menu_at;
	enum style style = here ? STYLE_FOCUS : STYLE_TEXT;
	int row = (int)index - app->text_top;
	struct buf key;

	if (row < 0 || row >= area.rows)
		return;
	if (here) {
		canvas_fill(canvas, area, row, 0, area.cols, style);
		canvas_cursor(canvas, area, row, 0);
	}
	buf_init(&key);
	command_add_keys(&key, command, 1);
	canvas_text(canvas, area, row, 1, buf_str(&key),
	            here ? style : STYLE_KEY);
	buf_release(&key);
	canvas_fit(canvas, area, row, KEY_COLS, area.cols - KEY_COLS,
	           str_from(command_help(command)), style);
}

static void draw(struct app *app, struct area area)
{
	int at = (int)app->menu_at;

	if (at < app->text_top)
		app->text_top = at;
	if (at >= app->text_top + area.rows)
		app->text_top = at + 1 - area.rows;
	for (size_t i = 0; i < ARRAY_LEN(items); i++)
		draw_item(app, area, i);
}

static void choose(struct app *app)
{
	app_leave(app);
	app_do(app, items[app->menu_at]);
}

static bool act(struct app *app, enum command command)
{
	const size_t count = ARRAY_LEN(items);

	switch (command) {
	case COMMAND_UP:
		app->menu_at = (app->menu_at + count - 1) % count;
		return true;
	case COMMAND_DOWN:
		app->menu_at = (app->menu_at + 1) % count;
		return true;
	case COMMAND_TOP:
		app->menu_at = 0;
		return true;
	case COMMAND_END:
		app->menu_at = count - 1;
		return true;
	case COMMAND_LEFT:
		app_leave(app);
		return true;
	case COMMAND_OPEN:
	case COMMAND_RIGHT:
		choose(app);
		return true;
	default:
		return false;
	}
}

const struct view view_menu = {
	.title = N_("Menu"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose") },
		{ COMMAND_OPEN, COMMAND_NONE, N_("do it") },
		{ COMMAND_BACK, COMMAND_NONE, N_("back") },
	},
	.draw = draw,
	.act = act,
};
