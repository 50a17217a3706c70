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

/* Printed lines before and behind that line, where the window has room for them; below them
 * is a blank row. */
#define LINES_AROUND 3
#define AROUND_ROWS  (2 * LINES_AROUND + 2)

/* The line that the marked item is about, or NPOS. */
static size_t marked_line(const struct app *app, const struct menu *menu)
{
	const struct reading *reading = &app->document->reading;

	return menu->at < CORRECT_COUNT
	               ? correct_line(reading, (enum correct_choice)menu->at)
	               : reading_line(reading);
}

/* "Line 33: 石景山区…" in a row. */
static void draw_line(struct app *app, struct area area, size_t line)
{
	const struct issue *issue = app->document->reading.issue;
	struct buf text;

	buf_init(&text);
	buf_addf(&text, _("Line %zu: "), issue->lines[line].number);
	neutralise(&text, str_trim(issue->lines[line].text));
	canvas_fit(&app->canvas, area, 0, 1, area.cols - 1, buf_str(&text),
	           STYLE_SMALL);
	buf_release(&text);
}

/* "   32 石景山区…": a line with its number, in a row. */
static void draw_numbered(struct app *app, struct area area, int row,
                          size_t line, enum style style)
{
	const struct issue *issue = app->document->reading.issue;
	struct buf text;

	buf_init(&text);
	buf_addf(&text, "%5zu  ", issue->lines[line].number);
	neutralise(&text, issue->lines[line].text);
	canvas_fit(&app->canvas, area, row, 1, area.cols - 1, buf_str(&text),
	           style);
	buf_release(&text);
}

/* The line between those before and behind it on its page. */
static void draw_lines_around(struct app *app, struct area area, size_t line)
{
	const struct issue *issue = app->document->reading.issue;
	size_t page = issue->lines[line].page;

	for (size_t i = 1; i <= LINES_AROUND; i++) {
		if (line >= i && issue->lines[line - i].page == page)
			draw_numbered(app, area, LINES_AROUND - (int)i,
			              line - i, STYLE_SMALL);
		if (line + i < issue->line_count &&
		    issue->lines[line + i].page == page)
			draw_numbered(app, area, LINES_AROUND + (int)i,
			              line + i, STYLE_SMALL);
	}
	draw_numbered(app, area, LINES_AROUND, line, STYLE_HEAD);
}

/* Draws the line that the marked item is about; returns the rows that are kept for it,
 * whichever item is marked. */
static int draw_context(struct app *app, const struct menu *menu,
                        struct area area)
{
	const bool around = area.rows >= ITEM_COUNT + AROUND_ROWS;
	const size_t line = marked_line(app, menu);

	if (line != NPOS && around)
		draw_lines_around(app, area, line);
	else if (line != NPOS)
		draw_line(app, area, line);
	return around ? AROUND_ROWS : 1;
}

static void view_repair_draw(struct app *app, struct area area)
{
	struct menu *menu = view_state(app, VIEW_REPAIR);
	int rows = draw_context(app, menu, area);

	area.row += rows;
	area.rows -= rows;
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
