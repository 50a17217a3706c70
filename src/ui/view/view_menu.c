/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "ui/view/menu.h"
#include "ui/view/view.h"

/* What a reader without letters on the keyboard needs. */
static const enum command items[] = {
	COMMAND_SEARCH,       COMMAND_NEXT_HIT,  COMMAND_PREV_HIT,
	COMMAND_HITS,         COMMAND_EXPORT,    COMMAND_COPY,
	COMMAND_COPY_ARTICLE, COMMAND_LETTER,    COMMAND_LIST,
	COMMAND_TOGGLE,       COMMAND_MAP,       COMMAND_COLUMNS,
	COMMAND_WIDER,        COMMAND_NARROWER,  COMMAND_USUAL_MEASURE,
	COMMAND_THEME,        COMMAND_UPRIGHT,   COMMAND_NEXT_ARTICLE,
	COMMAND_PREV_ARTICLE, COMMAND_NEXT_PAGE, COMMAND_PREV_PAGE,
	COMMAND_PROMPT,       COMMAND_TAG,       COMMAND_EXPORT_ISSUE,
	COMMAND_FACTS,        COMMAND_REPAIR,    COMMAND_UNDO,
	COMMAND_HELP,         COMMAND_PIPE,      COMMAND_EDIT,
	COMMAND_RELOAD,       COMMAND_REDRAW,    COMMAND_OPEN_FILE,
	COMMAND_BOOKMARK,     COMMAND_BOOKMARKS, COMMAND_UNREAD,
	COMMAND_NEXT_UNREAD,  COMMAND_UNSURE,    COMMAND_LEAVE,
};

static void view_menu_draw(struct app *app, struct area area)
{
	struct menu *menu = view_state(app, VIEW_MENU);

	area = menu_scroll(app, menu, area, ARRAY_LEN(items));
	for (size_t i = 0; i < ARRAY_LEN(items); i++) {
		struct buf key, help;

		buf_init(&key);
		buf_init(&help);
		command_add_keys(&key, app->keymap, items[i], 1);
		command_add_help(&help, app->keymap, items[i]);
		menu_item(app, menu, area, i, buf_str(&key), buf_str(&help));
		buf_release(&help);
		buf_release(&key);
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

const struct view view_menu = {
	.title = N_("Menu"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("do it"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
	},
	.draw = view_menu_draw,
	.act = view_menu_act,
	.state_bytes = sizeof(struct menu),
	.enter = menu_enter,
};
