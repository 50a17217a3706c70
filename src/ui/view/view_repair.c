/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/issue.h"
#include "text/neutralise.h"
#include "ui/ask/correct.h"
#include "ui/view/menu.h"
#include "ui/view/view.h"

/* The last item undoes the last correction. */
#define ITEM_UNDO  CORRECT_COUNT
#define ITEM_COUNT (CORRECT_COUNT + 1)

/* "Line 33: 石景山区…": the line that the marked item is about. */
static void draw_line(struct app *app, const struct menu *menu,
                      struct area area)
{
	const struct issue *issue = app->document->reading.issue;
	size_t line = reading_line(&app->document->reading);
	struct buf text;

	if (menu->at < CORRECT_COUNT)
		line = correct_line(&app->document->reading,
		                    (enum correct_choice)menu->at);
	if (line == NPOS)
		return;
	buf_init(&text);
	buf_addf(&text, _("Line %zu: "), issue->lines[line].number);
	neutralise(&text, str_trim(issue->lines[line].text));
	canvas_fit(&app->canvas, area, 0, 1, area.cols - 1, buf_str(&text),
	           STYLE_SMALL);
	buf_release(&text);
}

static void view_repair_draw(struct app *app, struct area area)
{
	struct menu *menu = view_state(app, VIEW_REPAIR);

	draw_line(app, menu, area);
	area.row++;
	area.rows--;
	area = menu_scroll(app, menu, area, ITEM_COUNT);
	for (size_t i = 0; i < ITEM_COUNT; i++) {
		struct buf key, label;

		buf_init(&key);
		buf_init(&label);
		if (i == ITEM_UNDO) {
			command_add_keys(&key, app->keymap, COMMAND_UNDO, 1);
			command_add_help(&label, app->keymap, COMMAND_UNDO);
		} else {
			buf_addf(&key, "%zu", i + 1);
			buf_add_c(&label,
			          correct_label((enum correct_choice)i));
		}
		menu_item(app, menu, area, i, buf_str(&key), buf_str(&label));
		buf_release(&label);
		buf_release(&key);
	}
}

static void view_repair_choose(struct app *app, size_t item)
{
	app_leave(app);
	if (item == ITEM_UNDO)
		correct_undo(app);
	else
		correct_do(app, (enum correct_choice)item);
}

static bool view_repair_act(struct app *app, enum command command)
{
	return menu_act(app, view_state(app, VIEW_REPAIR), ITEM_COUNT,
	                view_repair_choose, command);
}

static void digit(struct app *app, size_t digit)
{
	view_repair_choose(app, digit - 1);
}

static bool view_repair_click(struct app *app, int row, int col)
{
	return menu_click(view_state(app, VIEW_REPAIR), ITEM_COUNT, row, col);
}

static void view_repair_wheel(struct app *app, int rows, int row, int col)
{
	(void)row;
	(void)col;
	menu_wheel(view_state(app, VIEW_REPAIR), ITEM_COUNT, rows);
}

const struct view view_repair = {
	.title = N_("Correct"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("do it"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_UNDO, COMMAND_NONE, N_("undo"), NULL },
	},
	.draw = view_repair_draw,
	.act = view_repair_act,
	.click = view_repair_click,
	.wheel = view_repair_wheel,
	.digit = digit,
	.state_bytes = sizeof(struct menu),
	.enter = menu_enter,
};
