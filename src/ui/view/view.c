/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view.h"

#include "base/mem.h"
#include "text/wrap.h"
#include "ui/loading.h"

#define MENU_KEY_COLS 8

static const struct view *const views[VIEW_COUNT] = {
	[VIEW_PAGE] = &view_page,     [VIEW_ARTICLE] = &view_article,
	[VIEW_BOTH] = &view_both,     [VIEW_LIST] = &view_list,
	[VIEW_HITS] = &view_hits,     [VIEW_MAP] = &view_map,
	[VIEW_FACTS] = &view_facts,   [VIEW_MENU] = &view_menu,
	[VIEW_REPAIR] = &view_repair, [VIEW_HELP] = &view_help,
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
	wrap_init(&wrap, text, canvas->ambiguous_cols, WRAP_BASIC);
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

void list_draw_none(struct app *app, struct area area,
                    const struct filter *filter, const char *none)
{
	struct buf hint;

	if (!filter_is_on(filter) || filter_count(filter) ||
	    loading_has_work(app))
		return;
	canvas_fit(&app->canvas, area, area.rows / 2 - 1, 1, area.cols - 2,
	           str_from(none), STYLE_TEXT);
	buf_init(&hint);
	app_add_text(&hint, app, _("{BACK} shows all again"));
	canvas_fit(&app->canvas, area, area.rows / 2, 1, area.cols - 2,
	           buf_str(&hint), STYLE_SMALL);
	buf_release(&hint);
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

static bool move_mark(size_t *at, size_t count, enum command command)
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

bool menu_act(struct app *app, size_t *at, size_t count,
              void (*choose)(struct app *app, size_t item),
              enum command command)
{
	if (move_mark(at, count, command))
		return true;
	switch (command) {
	case COMMAND_LEFT:
		app_leave(app);
		return true;
	case COMMAND_OPEN:
	case COMMAND_RIGHT:
		choose(app, *at);
		return true;
	default:
		return false;
	}
}

static void draw_more(struct app *app, struct area area, int rows, int count)
{
	int below = count - app->text_top - rows;
	struct buf text;

	buf_init(&text);
	buf_addf(&text, below > 0 ? _("↓ %d more") : _("↑ %d more"),
	         below > 0 ? below : app->text_top);
	canvas_fit(&app->canvas, area, rows, MENU_KEY_COLS,
	           area.cols - MENU_KEY_COLS, buf_str(&text), STYLE_SMALL);
	buf_release(&text);
}

struct area menu_scroll(struct app *app, struct area area, size_t at,
                        size_t count)
{
	int row = (int)at;
	bool fits = (int)count <= area.rows || area.rows < 2;
	struct area items = area;

	if (!fits)
		items.rows--;
	if (row < app->text_top)
		app->text_top = row;
	if (row >= app->text_top + items.rows)
		app->text_top = row + 1 - items.rows;
	if (!fits)
		draw_more(app, area, items.rows, (int)count);
	return items;
}

void menu_item(struct app *app, struct area area, size_t index, bool marked,
               struct str key, struct str label)
{
	struct canvas *canvas = &app->canvas;
	enum style style = marked ? STYLE_FOCUS : STYLE_TEXT;
	int row = (int)index - app->text_top;

	if (row < 0 || row >= area.rows)
		return;
	if (marked) {
		canvas_fill(canvas, area, row, 0, area.cols, style);
		canvas_cursor(canvas, area, row, 0);
	}
	canvas_text(canvas, area, row, 1, key, marked ? style : STYLE_KEY);
	canvas_fit(canvas, area, row, MENU_KEY_COLS, area.cols - MENU_KEY_COLS,
	           label, style);
}
