/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "base/num.h"
#include "ui/possible.h"
#include "ui/view/focus_mark.h"
#include "ui/view/menu.h"
#include "ui/view/scroll.h"
#include "ui/view/view.h"

#define LABEL_COL 2
#define MOST_COLS 76 /* farther right nobody finds the key of a row */
#define GAP_COLS  2

/* Where rows are narrow, so many at the foot have the whole text of the marked one. */
#define WHOLE_ROWS      2
#define WHOLE_FROM_ROWS 8

/* What a reader without letters on the keyboard needs, task by task. */
static const enum command items[] = {
	COMMAND_SEARCH,        COMMAND_NEXT_HIT,     COMMAND_PREV_HIT,
	COMMAND_HITS,          COMMAND_SEARCH_ALL,

	COMMAND_EXPORT,        COMMAND_TAG,          COMMAND_EXPORT_ISSUE,
	COMMAND_COPY,          COMMAND_COPY_ARTICLE, COMMAND_BOOKMARK,
	COMMAND_UNREAD,        COMMAND_PIPE,         COMMAND_EDIT,

	COMMAND_LIST,          COMMAND_TOGGLE,       COMMAND_MAP,
	COMMAND_FACTS,         COMMAND_BOOKMARKS,    COMMAND_ISSUES,
	COMMAND_HELP,

	COMMAND_WORD_CURSOR,   COMMAND_ENTRY,

	COMMAND_COLUMNS,       COMMAND_WIDER,        COMMAND_NARROWER,
	COMMAND_USUAL_MEASURE, COMMAND_UPRIGHT,      COMMAND_THEME,
	COMMAND_UNSURE,        COMMAND_REDRAW,

	COMMAND_REPAIR,        COMMAND_UNDO,         COMMAND_RELOAD,

	COMMAND_NEXT_ARTICLE,  COMMAND_PREV_ARTICLE, COMMAND_NEXT_UNREAD,
	COMMAND_NEXT_PAGE,     COMMAND_PREV_PAGE,    COMMAND_LETTER,
	COMMAND_PROMPT,        COMMAND_OPEN_FILE,    COMMAND_NEXT_ISSUE,
	COMMAND_PREV_ISSUE,    COMMAND_LEAVE,
};

/* What the menu keeps. */
struct menu_state {
	struct menu menu;
	size_t rows[ARRAY_LEN(items)]; /* menu.rows */
};

/* Does a heading stand above the item? */
static bool view_menu_has_head(size_t item)
{
	return !item ||
	       command_task(items[item]) != command_task(items[item - 1]);
}

static void view_menu_enter(void *state)
{
	struct menu_state *menu = state;
	size_t row = 0;

	menu_enter(&menu->menu);
	for (size_t i = 0; i < ARRAY_LEN(items); i++) {
		row += view_menu_has_head(i);
		menu->rows[i] = row++;
	}
	menu->menu.rows = menu->rows;
}

/* "Search ──────────" */
static void draw_head(struct app *app, struct area area, int row,
                      enum command command)
{
	const struct str rule =
		app->canvas.ambiguous_cols == 2 ? STR("-") : STR("─");
	struct str title =
		str_from(_(task_title_untranslated(command_task(command))));
	int col = 1;

	if (row < 0 || row >= area.rows)
		return;
	col += canvas_fit(&app->canvas, area, row, col, area.cols - 2, title,
	                  STYLE_SMALL) +
	       1;
	while (col < area.cols - 1)
		col += canvas_text(&app->canvas, area, row, col, rule,
		                   STYLE_RULE);
}

/* Appends what stands at the end of a row: the key of its command, or why that can do
 * nothing here.  Returns the cells that are left for its label. */
static int add_end(struct buf *out, struct app *app, struct area area,
                   enum command command)
{
	const char *why_not = possible_why_not(app, command);

	if (why_not)
		buf_add_c(out, why_not);
	else
		command_add_keys(out, app->keymap, command, 1);
	return area.cols - LABEL_COL - 1 - GAP_COLS -
	       text_cols(buf_str(out), app->canvas.ambiguous_cols);
}

/* "search the whole issue                 /" */
static void draw_item(struct app *app, const struct menu *menu,
                      struct area area, int row, size_t index)
{
	const bool can = !possible_why_not(app, items[index]);
	const bool marked = index == menu->at;
	struct buf label, end;
	int label_cols;

	if (row < 0 || row >= area.rows)
		return;
	buf_init(&label);
	buf_init(&end);
	command_add_help(&label, app->keymap, items[index]);
	label_cols = add_end(&end, app, area, items[index]);
	if (marked)
		focus_mark_draw(&app->canvas, area, row, 0);
	canvas_fit(&app->canvas, area, row, LABEL_COL, label_cols,
	           buf_str(&label),
	           marked ? STYLE_HEAD
	           : can  ? STYLE_TEXT
	                  : STYLE_SMALL);
	canvas_text(&app->canvas, area, row, LABEL_COL + label_cols + GAP_COLS,
	            buf_str(&end), can ? STYLE_KEY : STYLE_SMALL);
	buf_release(&label);
	buf_release(&end);
}

/* Draws the whole text of the marked item at the foot, where its row has no room for it;
 * returns the area above, which is the same whichever item is marked. */
static struct area draw_whole(struct app *app, struct area area,
                              enum command command)
{
	struct scroll foot = { .app = app, .area = area };
	struct buf label, end;

	if (area.cols >= MOST_COLS || area.rows < WHOLE_FROM_ROWS)
		return area;
	area.rows -= WHOLE_ROWS;
	foot.area.row += area.rows;
	foot.area.rows = WHOLE_ROWS;
	foot.area.col += LABEL_COL;
	foot.area.cols -= LABEL_COL + 1;
	buf_init(&label);
	buf_init(&end);
	command_add_help(&label, app->keymap, command);
	if (add_end(&end, app, area, command) <
	    text_cols(buf_str(&label), app->canvas.ambiguous_cols))
		scroll_add(&foot, buf_str(&label), 0, STYLE_SMALL);
	buf_release(&label);
	buf_release(&end);
	return area;
}

static void view_menu_draw(struct app *app, struct area area)
{
	struct menu_state *state = view_state(app, VIEW_MENU);

	area.cols = smaller(area.cols, MOST_COLS);
	area = draw_whole(app, area, items[state->menu.at]);
	area = menu_scroll(app, &state->menu, area, ARRAY_LEN(items));
	for (size_t i = 0; i < ARRAY_LEN(items); i++) {
		int row = (int)state->rows[i] - state->menu.top_row;

		if (view_menu_has_head(i))
			draw_head(app, area, row - 1, items[i]);
		draw_item(app, &state->menu, area, row, i);
	}
}

static void view_menu_choose(struct app *app, size_t item)
{
	app_leave(app);
	app_do_next(app, items[item]);
}

static bool view_menu_act(struct app *app, enum command command)
{
	return menu_act(app, view_state(app, VIEW_MENU), ARRAY_LEN(items),
	                view_menu_choose, command);
}

/* A click beside the menu closes it. */
static bool view_menu_click(struct app *app, int row, int col)
{
	struct menu_state *state = view_state(app, VIEW_MENU);

	if (menu_has(&state->menu, row, col))
		return menu_click(&state->menu, ARRAY_LEN(items), row, col);
	app_leave(app);
	return false;
}

static void view_menu_wheel(struct app *app, int rows, int row, int col)
{
	(void)row;
	(void)col;
	menu_wheel(view_state(app, VIEW_MENU), ARRAY_LEN(items), rows);
}

const struct view view_menu = {
	.title = N_("Menu"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("do it"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
	},
	.draw = view_menu_draw,
	.act = view_menu_act,
	.click = view_menu_click,
	.wheel = view_menu_wheel,
	.state_bytes = sizeof(struct menu_state),
	.enter = view_menu_enter,
};
