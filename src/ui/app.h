/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_APP_H
#define UI_APP_H

#include "export/selection.h"
#include "ui/ask/filter.h"
#include "ui/ask/line_editor.h"
#include "ui/ask/request.h"
#include "ui/command.h"
#include "ui/reading.h"
#include "ui/term/canvas.h"
#include "ui/term/event.h"
#include "ui/view/hit_rows.h"
#include "ui/view/sheet_view.h"

#include <stdbool.h>

struct session;

#define JUMPS_KEPT   8
#define HISTORY_KEPT 20

/*
 * The reader: events in, a canvas out.  It knows no terminal, so tests run it
 * as it is.
 */

enum view_id {
	VIEW_PAGE,
	VIEW_ARTICLE,
	VIEW_BOTH, /* the page and its article, beside or under each other */
	/* the views above are main ones, those below lie over them */
	VIEW_LIST,
	VIEW_HITS,
	VIEW_MAP,
	VIEW_FACTS,
	VIEW_MENU,
	VIEW_REPAIR,
	VIEW_HELP,
	VIEW_COUNT,
	VIEW_NONE = VIEW_COUNT
};

/* What the line at the foot is asking. */
enum asking {
	ASK_NOTHING,
	ASK_SEARCH,
	ASK_FILTER,  /* of the list one is in */
	ASK_FILE,    /* to save to */
	ASK_REPLACE, /* a file that is there? */
	ASK_ARTICLE, /* to which something belongs */
	ASK_PIPE     /* the command that gets the article */
};

struct app {
	struct session *session; /* borrowed */
	struct reading reading;
	struct canvas canvas;
	bool running;
	bool wants_redraw; /* paint the terminal anew */

	enum view_id main;  /* VIEW_PAGE, VIEW_ARTICLE or VIEW_BOTH */
	bool keys_on_page;  /* in VIEW_BOTH: which of the two they move */
	enum view_id over;  /* what lies over or beside it, or VIEW_NONE */
	enum view_id under; /* what was there before help, facts, menu */
	struct place back;  /* where one was before the list */
	/* The jumps that were followed, and in which view: the last few. */
	struct {
		struct place from;
		enum view_id main;
	} jumps[JUMPS_KEPT];
	size_t jump_count;
	int columns;  /* of the article view that were chosen; 0: none were */
	bool upright; /* 竖排: lines run downwards */
	struct sheet_view page, article;
	int list_top;           /* entry at the top of the list */
	int list_entries;       /* that fit */
	struct area list_drawn; /* where; no rows: it is not there */
	struct filter list_filter, hits_filter;
	struct hit_rows hit_rows;
	int text_top;         /* row at the top of help, facts, menu */
	int text_rows;        /* that the text of help, facts has */
	int text_window_rows; /* that are seen of it */
	size_t menu_at;       /* item of the menu */
	size_t correction_at; /* and of that of corrections */

	enum asking asking;
	struct line_editor prompt;
	struct buf last_search;
	struct buf history[HISTORY_KEPT]; /* searches, the last one first */
	size_t history_count, history_at; /* at 0 is what is being typed */
	struct place search_from;         /* or filtered */
	bool search_marked;               /* hits were, when it was asked for */
	size_t filter_from;               /* the hit one was at */
	struct buf filter_before;         /* what Esc brings back */
	struct selections tagged;         /* articles that were marked */
	struct selections to_save;        /* none: the issue */
	struct buf export_path;
	const char *name_pattern; /* borrowed (export/file_name.h); or NULL */
	bool replace;             /* the answer marked in ASK_REPLACE */

	struct buf last_command;
	struct request request; /* for whoever has a terminal */

	size_t number; /* digits typed: an article's */
	/* What waits (loading.h), until it is ready; or NULL. */
	void (*then)(struct app *app);
	bool (*ready)(const struct app *app);
	size_t awaited;        /* articles */
	size_t passages_known; /* when more text began to be waited for */
	size_t odd_told; /* how much of what is odd in the input was told */
	struct buf message;
	bool message_is_error;
};

/* Borrows `session`, and makes its issue another when something is corrected.
 * `ambiguous_cols` is 1 or 2. */
void app_init(struct app *app, struct session *session, int ambiguous_cols);
void app_release(struct app *app);

/* Is there work to do while no event comes: an issue to load or to search, a long
 * list to filter? */
bool app_has_work(const struct app *app);

/* Does some, for a few milliseconds; true when the screen should be drawn. */
bool app_work(struct app *app);

/* Takes an event; app->running says whether to go on. */
void app_event(struct app *app, const struct event *event);

/* Draws a screen of rows x cols (each >= 1) on app->canvas. */
void app_draw(struct app *app, int rows, int cols);

/* For views and actions. */

/* What the line at the foot says until the next key; nothing goes out raw. */
void app_say(struct app *app, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void app_complain(struct app *app, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Complains that no article of the issue has the number that was typed. */
void app_complain_of_number(struct app *app, struct str typed);

/* Says what is odd in the whole input, if that was not said before. */
void app_say_what_is_odd(struct app *app);

/* Goes to a view, in the place of what is there. */
void app_show(struct app *app, enum view_id view);

/* Leaves what lies over the main view; what was under it is there again. */
void app_leave(struct app *app);

/* Does what a key would. */
void app_do(struct app *app, enum command command);

/* The view that keys go to. */
enum view_id app_view(const struct app *app);

#endif
