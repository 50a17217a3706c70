/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/reading_end.h"

#include "issue/issue.h"
#include "ui/loading.h"
#include "ui/navigate.h"

/* The sentences of an end: what a second press does, what another key does, and that
 * nothing follows. */
struct reading_end {
	enum command again;
	void (*go)(struct app *app); /* what that second press does */
	const char *ask, *tell, *last;
	/* Beside the outermost column of a page; NULL: there is no such. */
	const char *tell_beside, *last_beside;
};

/* clang-format off: rows of tables. */

static const struct reading_end page_ends[] = {
	[SHEET_AT_END] = {
		COMMAND_SCREEN_DOWN, navigate_next_page,
		N_("The page ends here; {SCREEN_DOWN} again: page %zu"),
		N_("The page ends here; {NEXT_PAGE} turns to page %zu"),
		N_("The page ends here; it is the last one"),
		N_("This is the last column; {NEXT_PAGE} turns to page %zu"),
		N_("This is the last column of the last page"),
	},
	[SHEET_AT_BEGINNING] = {
		COMMAND_SCREEN_UP, navigate_back_page,
		N_("The page begins here; {SCREEN_UP} again: page %zu"),
		N_("The page begins here; {PREV_PAGE} turns to page %zu"),
		N_("The page begins here; it is the first one"),
		N_("This is the first column; {PREV_PAGE} turns to page %zu"),
		N_("This is the first column of the first page"),
	},
};

static const struct reading_end article_ends[] = {
	[SHEET_AT_END] = {
		COMMAND_SCREEN_DOWN, navigate_next_article,
		N_("It ends here; {SCREEN_DOWN} again: %.*s"),
		N_("It ends here; {NEXT_ARTICLE} goes to: %.*s"),
		N_("It ends here; it is the last article"),
		NULL, NULL,
	},
	[SHEET_AT_BEGINNING] = {
		COMMAND_SCREEN_UP, navigate_back_article,
		N_("It begins here; {SCREEN_UP} again: %.*s"),
		N_("It begins here; {PREV_ARTICLE} goes to: %.*s"),
		N_("It begins here; it is the first article"),
		NULL, NULL,
	},
};

/* clang-format on */

/* Goes on if the command was given before; else, where it goes on when it is given again,
 * notes that it was given.  True: it has gone on. */
static bool reading_end_goes(struct app *app, const struct reading_end *end,
                             enum command command)
{
	bool again = app->was_at_end == command && command == end->again;

	app->at_end = again || command != end->again ? COMMAND_NONE : command;
	if (again)
		end->go(app);
	return again;
}

/* Loads a little more where what comes next is not known yet. */
static size_t reading_end_next(struct app *app, enum sheet_moved moved,
                               size_t (*beside)(const struct app *app, int by))
{
	const size_t limit = loading_limit(app);
	int by = moved == SHEET_AT_END ? 1 : -1;
	size_t next = beside(app, by);

	while (next == NPOS && by > 0 && loading_page(app, limit))
		next = beside(app, by);
	return next;
}

void reading_end_page(struct app *app, enum command command,
                      enum sheet_moved moved)
{
	const struct reading_end *end = &page_ends[moved];
	const struct issue *issue = app->document->reading.issue;
	const bool beside =
		(command == COMMAND_LEFT || command == COMMAND_RIGHT) &&
		!app->document->page.sheet.upright;
	size_t next, here = reading_page(&app->document->reading);

	if (here == NPOS || reading_end_goes(app, end, command))
		return;
	next = reading_end_next(app, moved, navigate_page_beside);
	if (next != NPOS)
		app_say(app,
		        app->at_end == command ? _(end->ask)
		        : beside               ? _(end->tell_beside)
		                               : _(end->tell),
		        issue->pages[next].number);
	else if (moved == SHEET_AT_END && loading_goes_on(app))
		app_say(app, "%s", _("More pages are still being read"));
	else
		app_say(app, "%s", beside ? _(end->last_beside) : _(end->last));
}

void reading_end_article(struct app *app, enum command command,
                         enum sheet_moved moved)
{
	const struct reading_end *end = &article_ends[moved];
	const struct reading *reading = &app->document->reading;
	struct str name;
	size_t next;

	if (reading_end_goes(app, end, command))
		return;
	next = reading_end_next(app, moved, navigate_article_beside);
	if (next == NPOS && moved == SHEET_AT_END && loading_goes_on(app)) {
		app_say(app, "%s", _("More pages are still being read"));
	} else if (next == NPOS) {
		app_say(app, "%s", _(end->last));
	} else {
		name = reading_name(reading, reading->issue->wholes[next]);
		app_say(app,
		        app->at_end == command ? _(end->ask) : _(end->tell),
		        (int)name.len, name.ptr);
	}
}
