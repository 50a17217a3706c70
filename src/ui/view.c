/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view.h"

#include "base/mem.h"
#include "text/wrap.h"

static const struct view *const views[VIEW_COUNT] = {
	[VIEW_PAGE] = &view_page, [VIEW_ARTICLE] = &view_article,
	[VIEW_LIST] = &view_list, [VIEW_FACTS] = &view_facts,
	[VIEW_MENU] = &view_menu, [VIEW_HELP] = &view_help,
};

const struct view *view_of(enum view_id id)
{
	return views[id];
}

void scroll_add(struct scroll *scroll, struct str text, int hang_cols,
                enum style style)
{
	struct canvas *canvas = &scroll->app->canvas;
	int cols = scroll->area.cols;
	struct wrap wrap;

	if (hang_cols > cols / 2)
		hang_cols = cols / 2;
	wrap_init(&wrap, text, canvas->ambiguous_cols);
	for (size_t at = 0; at < text.len || at == 0;) {
		int indent = at ? hang_cols : 0;
		struct wrap_line line = wrap_line(&wrap, at, cols - indent, 0);

		if (!scroll->measuring)
			canvas_range(canvas, scroll->area,
			             scroll->row - scroll->app->text_top,
			             indent, text,
			             (struct range){ line.start, line.end },
			             style);
		scroll->row++;
		if (line.next == at)
			break;
		at = line.next;
	}
	wrap_release(&wrap);
}

void scroll_draw(struct app *app, struct area area,
                 void (*fill)(struct scroll *scroll))
{
	struct scroll scroll = { .app = app, .area = area, .measuring = true };
	int last_top;

	fill(&scroll);
	app->text_rows = scroll.row;
	app->text_window_rows = area.rows;
	last_top = app->text_rows > area.rows ? app->text_rows - area.rows : 0;
	if (app->text_top > last_top)
		app->text_top = last_top;
	canvas_cursor(&app->canvas, area, 0, 0);
	scroll = (struct scroll){ .app = app, .area = area };
	fill(&scroll);
}

int rows_moved(enum command command, int window_rows, int all_rows)
{
	const int screen = window_rows > 1 ? window_rows - 1 : 1;
	const struct {
		enum command command;
		int rows;
	} steps[] = {
		{ COMMAND_UP, -1 },
		{ COMMAND_DOWN, 1 },
		{ COMMAND_SCREEN_UP, -screen },
		{ COMMAND_SCREEN_DOWN, screen },
		{ COMMAND_HALF_UP, -(screen + 1) / 2 },
		{ COMMAND_HALF_DOWN, (screen + 1) / 2 },
		{ COMMAND_TOP, -all_rows },
		{ COMMAND_END, all_rows },
	};

	for (size_t i = 0; i < ARRAY_LEN(steps); i++)
		if (steps[i].command == command)
			return steps[i].rows;
	return 0;
}

bool scroll_act(struct app *app, enum command command)
{
	int rows = rows_moved(command, app->text_window_rows, app->text_rows);

	if (command == COMMAND_LEFT || command == COMMAND_RIGHT)
		app_leave(app);
	else if (!rows)
		return false;
	app->text_top += rows;
	if (app->text_top < 0)
		app->text_top = 0;
	return true;
}
