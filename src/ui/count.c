/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/count.h"

#include "issue/issue.h"
#include "ui/loading.h"
#include "ui/navigate.h"
#include "ui/view/view.h"

#define NUMBER_MOST 99999
/* More lines than a page has: what is done so often has come to an end. */
#define TIMES_MOST 9999

/* What a number before a command means. */
static const struct {
	void (*go)(struct app *app, size_t number); /* NULL: so many times */
	bool takes;
} counts[COMMAND_COUNT] = {
	[COMMAND_OPEN] = { navigate_to_article, true },
	[COMMAND_NEXT_PAGE] = { navigate_to_page, true },
	[COMMAND_PREV_PAGE] = { navigate_to_page, true },
	[COMMAND_UP] = { NULL, true },
	[COMMAND_DOWN] = { NULL, true },
	[COMMAND_LEFT] = { NULL, true },
	[COMMAND_RIGHT] = { NULL, true },
	[COMMAND_SCREEN_DOWN] = { NULL, true },
	[COMMAND_SCREEN_UP] = { NULL, true },
	[COMMAND_HALF_DOWN] = { NULL, true },
	[COMMAND_HALF_UP] = { NULL, true },
	[COMMAND_NEXT_BLOCK] = { NULL, true },
	[COMMAND_PREV_BLOCK] = { NULL, true },
	[COMMAND_NEXT_ARTICLE] = { NULL, true },
	[COMMAND_PREV_ARTICLE] = { NULL, true },
	[COMMAND_NEXT_WORD] = { NULL, true },
	[COMMAND_PREV_WORD] = { NULL, true },
	[COMMAND_NEXT_SENTENCE] = { NULL, true },
	[COMMAND_PREV_SENTENCE] = { NULL, true },
	[COMMAND_NEXT_HIT] = { NULL, true },
	[COMMAND_PREV_HIT] = { NULL, true },
	[COMMAND_PLACE_BACK] = { NULL, true },
	[COMMAND_PLACE_FORTH] = { NULL, true },
};

/* "12:  Enter article 12  ] page 12  ↓ 12 lines", as far as there are such. */
static void count_say(struct app *app)
{
	const size_t number = app->number;
	struct buf text;

	buf_init(&text);
	buf_addf(&text, "%zu:", number);
	if (number <= app->document->reading.issue->article_count ||
	    loading_goes_on(app))
		/* TRANSLATORS: behind a number: what a key does with it */
		app_add_text(&text, app, _("  {OPEN} article %zu"), number);
	if (navigate_find_page(app, number) != NPOS || loading_goes_on(app))
		app_add_text(&text, app, _("  {NEXT_PAGE} page %zu"), number);
	app_add_text(
		&text, app,
		i18n_plural("  {DOWN} %zu line", "  {DOWN} %zu lines", number),
		number);
	app_say(app, "%s", text.ptr);
	buf_release(&text);
}

static void count_set(struct app *app, size_t number)
{
	app->number = number < NUMBER_MOST ? number : NUMBER_MOST;
	if (app->number)
		count_say(app);
}

/* Is it a command that takes a typed number away? */
static bool count_drops(enum command command)
{
	return command == COMMAND_BACK || command == COMMAND_CLOSE;
}

bool count_key(struct app *app, uint32_t key)
{
	const struct view *view = view_of(app_view(app));

	if (key >= '1' && key <= '9' && view->digit) {
		view->digit(app, key - '0');
		return true;
	}
	/* 0 by itself is the menu. */
	if (key >= (app->number ? '0' : '1') && key <= '9') {
		count_set(app, app->number * 10 + (key - '0'));
		return true;
	}
	if (!app->number)
		return false;
	if (key == PRESS_BACKSPACE)
		count_set(app, app->number / 10);
	else if (count_drops(command_for_key(app->keymap, key)))
		app->number = 0;
	else
		return false;
	return true;
}

size_t count_apply(struct app *app, enum command command)
{
	const size_t number = app->number;

	app->number = 0;
	if (!number || command == COMMAND_LEAVE || command == COMMAND_HELP)
		return 1;
	if (command == COMMAND_NONE || !counts[command].takes) {
		app_say(app, _("No number goes before this key; without it the "
		               "key works"));
		return 0;
	}
	if (!counts[command].go)
		return number < TIMES_MOST ? number : TIMES_MOST;
	counts[command].go(app, number);
	return 0;
}
