/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/menu.h"

#include "base/num.h"
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

size_t menu_row_of(const struct menu *menu, size_t item)
{
	return menu->rows ? menu->rows[item] : item;
}

/* The rows of `count` items with their headings. */
static int menu_rows(const struct menu *menu, size_t count)
{
	return (int)menu_row_of(menu, count - 1) + 1;
}

/* The row of the first heading above an item that is not parted from it by another item. */
static int menu_head_row(const struct menu *menu, size_t item)
{
	return item ? (int)menu_row_of(menu, item - 1) + 1 : 0;
}

struct area menu_scroll(struct app *app, struct menu *menu, struct area area,
                        size_t count)
{
	int rows = menu_rows(menu, count);
	int row = (int)menu_row_of(menu, menu->at);
	int head_row = menu_head_row(menu, menu->at);
	bool fits = rows <= area.rows || area.rows < 2;
	struct area items = area;

	if (!fits)
		items.rows--;
	if (head_row < menu->top_row)
		menu->top_row = head_row;
	if (row >= menu->top_row + items.rows)
		menu->top_row = row + 1 - items.rows;
	menu->top_row = larger(0, smaller(menu->top_row, rows - items.rows));
	if (!fits)
		menu_draw_more(app, menu, area, items.rows, rows);
	menu->drawn = items;
	menu->drawn.rows = smaller(items.rows, rows - menu->top_row);
	menu->is_cut = !fits;
	return items;
}

void menu_wheel(struct menu *menu, size_t count, int rows)
{
	const int last_top = menu_rows(menu, count) - menu->drawn.rows;
	const int top = larger(0, smaller(menu->top_row + rows, last_top));

	if (top == menu->top_row) {
		menu->at = (size_t)larger(
			0, smaller((int)menu->at + rows, (int)count - 1));
		return;
	}
	menu->top_row = top;
	while (menu->at + 1 < count && menu_head_row(menu, menu->at) < top)
		menu->at++;
	while (menu->at > 0 &&
	       (int)menu_row_of(menu, menu->at) >= top + menu->drawn.rows)
		menu->at--;
}

bool menu_has(const struct menu *menu, int row, int col)
{
	struct area all = menu->drawn;

	all.rows += menu->is_cut;
	return area_has(all, row, col);
}

bool menu_click(struct menu *menu, size_t count, int row, int col)
{
	size_t before = menu->at;

	if (!area_has(menu->drawn, row, col)) {
		if (menu_has(menu, row, col))
			menu_wheel(menu, count, menu->drawn.rows);
		return false;
	}
	for (size_t i = 0; i < count; i++)
		if ((int)menu_row_of(menu, i) ==
		    menu->top_row + row - menu->drawn.row) {
			menu->at = i;
			return i == before;
		}
	return false;
}

void menu_item(struct app *app, const struct menu *menu, struct area area,
               size_t index, struct str key, struct str label)
{
	struct canvas *canvas = &app->canvas;
	bool marked = index == menu->at;
	int row = (int)menu_row_of(menu, index) - menu->top_row;

	if (row < 0 || row >= area.rows)
		return;
	if (marked)
		focus_mark_draw(canvas, area, row, 0);
	canvas_text(canvas, area, row, 1, key, STYLE_KEY);
	canvas_fit(canvas, area, row, MENU_KEY_COLS, area.cols - MENU_KEY_COLS,
	           label, marked ? STYLE_HEAD : STYLE_TEXT);
}
