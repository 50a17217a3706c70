/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view.h"

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

struct scroll scroll_begin(struct app *app, struct area area)
{
	return (struct scroll){ .app = app, .area = area };
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

		canvas_range(canvas, scroll->area,
		             scroll->row++ - scroll->app->text_top, indent,
		             text, (struct range){ line.start, line.end },
		             style);
		if (line.next == at)
			break;
		at = line.next;
	}
	wrap_release(&wrap);
}

void scroll_end(struct scroll *scroll)
{
	int last_top = scroll->row - scroll->area.rows;

	if (scroll->app->text_top > last_top)
		scroll->app->text_top = last_top > 0 ? last_top : 0;
}

bool scroll_act(struct app *app, enum command command)
{
	static const struct {
		enum command command;
		int rows;
	} steps[] = {
		{ COMMAND_UP, -1 },          { COMMAND_DOWN, 1 },
		{ COMMAND_SCREEN_UP, -20 },  { COMMAND_SCREEN_DOWN, 20 },
		{ COMMAND_HALF_UP, -10 },    { COMMAND_HALF_DOWN, 10 },
		{ COMMAND_TOP, -(1 << 20) }, { COMMAND_END, 1 << 20 },
	};

	if (command == COMMAND_LEFT || command == COMMAND_RIGHT) {
		app->over = VIEW_NONE;
		return true;
	}
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		if (steps[i].command != command)
			continue;
		app->text_top += steps[i].rows;
		if (app->text_top < 0)
			app->text_top = 0;
		return true;
	}
	return false;
}
