/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_STATE_H
#define UI_STATE_H

#include "ui/ask/line_editor.h"
#include "ui/ask/request.h"
#include "ui/command.h"
#include "ui/document.h"
#include "ui/term/canvas.h"
#include "ui/term/event.h"

#include <stdbool.h>

#define HISTORY_KEPT 20

/*
 * The state of the reader, and what any part of the user interface may do to it:
 * say something, go to another view, open a question.  Events become changes of this
 * state in dispatch.h; a screen is drawn from it in view/frame.h.
 */

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

/* What more of the issue is awaited for (loading.h). */
enum awaited {
	AWAIT_ISSUE,     /* all of it */
	AWAIT_ARTICLES,  /* awaited_articles of them */
	AWAIT_MORE_TEXT, /* more passages than passages_known */
	AWAIT_SEARCH,    /* the search of all of it */
	AWAIT_HITS,      /* at least one hit */
	AWAIT_HIT_FROM,  /* a hit at or behind search_from */
	AWAIT_NEXT_HIT,  /* a hit behind the cursor */
	AWAIT_HIT_LIST   /* all rows of the list of hits */
};

struct app {
	struct document *document;       /* owned: the open issue */
	const struct keymap *keymap;     /* borrowed */
	const struct settings *settings; /* borrowed */
	struct canvas canvas;
	bool running;
	bool wants_redraw; /* paint the terminal anew */

	enum view_id main;  /* VIEW_PAGE, VIEW_ARTICLE or VIEW_BOTH */
	enum view_id over;  /* what lies over or beside it, or VIEW_NONE */
	enum view_id under; /* what was there before help, facts, menu */
	int columns;  /* of the article view that were chosen; 0: none were */
	bool upright; /* 竖排: lines run downwards */
	struct area list_beside; /* the main view; no rows: no list is there */

	enum asking asking;
	enum command next_command; /* that a view asked for, or COMMAND_NONE */
	struct line_editor prompt;
	struct buf history[HISTORY_KEPT]; /* searches, the last one first */
	size_t history_count, history_at; /* at 0 is what is being typed */
	struct place search_from;         /* or filtered */
	bool search_marked;               /* hits were, when it was asked for */
	size_t filter_from;               /* the hit one was at */
	struct buf filter_before;         /* what Esc brings back */
	bool replace;                     /* the answer marked in ASK_REPLACE */

	struct buf last_command;
	struct request request; /* for whoever has a terminal */

	size_t number;                 /* digits typed: an article's */
	void (*then)(struct app *app); /* what waits (loading.h), or NULL */
	enum awaited awaited;          /* and for what */
	size_t awaited_articles;
	size_t passages_known; /* when more text began to be waited for */
	struct buf message;
	bool message_is_error;
};

/* What the line at the foot says until the next key; nothing goes out raw.  {NAME} in
 * `format` is the first key of a command (command_add_text()). */
void app_say(struct app *app, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void app_complain(struct app *app, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Appends such a text to `out`. */
void app_add_text(struct buf *out, const struct app *app, const char *format,
                  ...) __attribute__((format(printf, 3, 4)));

/* Complains that no article of the issue has the number that was typed. */
void app_complain_of_number(struct app *app, struct str typed);

/* Goes to a view, in the place of what is there. */
void app_show(struct app *app, enum view_id view);

/* Leaves what lies over the main view; what was under it is there again. */
void app_leave(struct app *app);

/* The view that keys go to. */
enum view_id app_view(const struct app *app);

/* If the article view is active but the cursor is in no article, the page view takes
 * its place. */
void app_leave_no_article(struct app *app);

/* Shows the view that has the current hit: the list, unless it is filtered, or the
 * main view; closes what lies over them. */
void app_show_hit(struct app *app);

/* Opens the question `asking` at the foot of the screen, with `text` to edit. */
void app_ask(struct app *app, enum asking asking, struct str text);

/* Has `command` done once the current command is over, as if its key had been
 * pressed then. */
void app_do_next(struct app *app, enum command command);

#endif
