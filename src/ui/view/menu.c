/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/menu.h"

#include "ui/view/focus_mark.h"

#define MENU_KEY_COLS 8

void menu_enter(void *menu)
{
	*(struct menu *)menu = (struct menu){ 0 };
}

static bool menu_move_mark(size_t *at, size_t count, enum command command)
{
	switch (command) {
	case COMMAND_UP:
		*at = (*at + count - 1) % count;
		return true;
	case COMMAND_DOWN:
		*at = (*at + 1) % count;
		return true;
	case COMMAND_TOP:
		*at = 0;
		return true;
	case COMMAND_END:
		*at = count - 1;
		return true;
	default:
		return false;
	}
}

bool menu_act(struct app *app, struct menu *menu, size_t count,
              void (*choose)(struct app *app, size_t item),
              enum command command)
{
	if (menu_move_mark(&menu->at, count, command))
		return true;
	switch (command) {
	case COMMAND_LEFT:
		app_leave(app);
		return true;
	case COMMAND_OPEN:
	case COMMAND_RIGHT:
		choose(app, menu->at);
		return true;
	default:
		return false;
	}
}

static void menu_draw_more(struct app *app, const struct menu *menu,
                           struct area area, int rows, int count)
{
	int below = count - menu->top_row - rows;
	struct buf text;

	buf_init(&text);
	buf_addf(&text, below > 0 ? _("↓ %d more") : _("↑ %d more"),
	         below > 0 ? below : menu->top_row);
	canvas_fit(&app->canvas, area, rows, MENU_KEY_COLS,
	           area.cols - MENU_KEY_COLS, buf_str(&text), STYLE_SMALL);
	buf_release(&text);
}

struct area menu_scroll(struct app *app, struct menu *menu, struct area area,
                        size_t count)
{
	int row = (int)menu->at;
	bool fits = (int)count <= area.rows || area.rows < 2;
	struct area items = area;

	if (!fits)
		items.rows--;
	if (row < menu->top_row)
		menu->top_row = row;
	if (row >= menu->top_row + items.rows)
		menu->top_row = row + 1 - items.rows;
	if (!fits)
		menu_draw_more(app, menu, area, items.rows, (int)count);
	return items;
}

void menu_item(struct app *app, const struct menu *menu, struct area area,
               size_t index, struct str key, struct str label)
{
	struct canvas *canvas = &app->canvas;
	bool marked = index == menu->at;
	int row = (int)index - menu->top_row;

	if (row < 0 || row >= area.rows)
		return;
	if (marked)
		focus_mark_draw(canvas, area, row, 0);
	canvas_text(canvas, area, row, 1, key, STYLE_KEY);
	canvas_fit(canvas, area, row, MENU_KEY_COLS, area.cols - MENU_KEY_COLS,
	           label, marked ? STYLE_HEAD : STYLE_TEXT);
}
