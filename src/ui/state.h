/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_STATE_H
#define UI_STATE_H

#include "export/export.h"
#include "ui/ask/line_editor.h"
#include "ui/ask/line_history.h"
#include "ui/ask/request.h"
#include "ui/click_zones.h"
#include "ui/command.h"
#include "ui/dictionary_command.h"
#include "ui/document.h"
#include "ui/found.h"
#include "ui/open_issues.h"
#include "ui/term/canvas.h"
#include "ui/term/event.h"
#include "words/lookup.h"

#include <stdbool.h>

/*
 * The state of the reader, and what any part of the user interface may do to it:
 * say something, go to another view, open a question.  Events become changes of this
 * state in dispatch.h; a screen is drawn from it in view/frame.h.
 */

/* The question that the line at the foot asks. */
enum asking {
	ASK_NOTHING,
	ASK_SEARCH,
	ASK_FILTER,    /* by what the list is filtered that has the keys */
	ASK_FILE,      /* the file to save to */
	ASK_FOLDER,    /* whether the folder of that is made */
	ASK_REPLACE,   /* whether a file may be replaced that exists */
	ASK_ARTICLE,   /* the number of the article some text belongs to */
	ASK_PIPE,      /* the command that gets the article as its input */
	ASK_OPEN,      /* the file to open */
	ASK_NOTE,      /* the note of a bookmark */
	ASK_BOOKMARKS, /* the file to save the bookmarks to */
	ASK_COMMAND,   /* where to go, or what to do */
	ASK_HELP,      /* what to look for in the help */
	ASK_COUNT
};

/* What more of the issue is awaited for (loading.h). */
enum awaited {
	AWAIT_ISSUE,     /* all of it */
	AWAIT_ARTICLES,  /* awaited_number of them */
	AWAIT_PAGES,     /* awaited_pages of them, with their articles */
	AWAIT_MORE_TEXT, /* more passages than passages_known */
	AWAIT_SEARCH,    /* the search of all of it */
	AWAIT_HITS,      /* at least one hit */
	AWAIT_HIT_FROM,  /* a hit at or behind document->before.place */
	AWAIT_NEXT_HIT,  /* a hit behind the cursor */
	AWAIT_HIT_LIST   /* all rows of the list of hits */
};

struct app {
	struct open_issues issues; /* of which one is read */
	struct found found;        /* in all of them */
	struct issue_scan
		counting;          /* of what the list of issues says of them */
	struct document *document; /* borrowed of them: the one that is read */
	const struct keymap *keymap; /* borrowed */
	struct settings settings;    /* as they are now (preference.h) */
	struct settings began;       /* as they were when the reader began */
	struct store *store; /* borrowed: what is kept; NULL: nothing is */
	const struct bundled_issue
		*bundled;     /* borrowed; NULL: there are none */
	struct lookup lookup; /* of words, since the cursor was first on them */
	struct dictionary_command dictionary_command;
	/* The place to go to in the issue that is opened next (resume.h). */
	struct kept_place goal;
	struct buf goal_words;
	bool has_goal;
	/* Is done when it is known where that is; or NULL. */
	void (*at_goal)(struct app *app, struct place place);
	/* The pattern of a search that is taken along into the issue that is shown next, and
	 * the way in which its hits are stepped through: 1, -1; 0: none is (step_hit.h). */
	struct buf carried_search;
	int carried_by;
	struct canvas canvas;
	bool running;
	bool interrupted;  /* ^C has ended it */
	bool interrupting; /* the key before was a ^C, which did not end it */
	bool wants_redraw; /* the terminal is to be painted anew */

	struct area list_beside; /* the list beside the main view; no rows: no
	                          * list stands there */

	struct click_zones zones; /* of the screen that is shown */

	enum asking asking;
	enum command next_command; /* asked for by app_do_next(), or NONE */
	enum command last_command; /* that was done or is being done */
	enum command at_end; /* goes on when it is given again, or NONE: what
	                      * comes next was said (view/reading_end.h) */
	enum command was_at_end; /* when the command came that is being done */
	struct line_editor prompt;
	struct line_history
		histories[ASK_COUNT];       /* former answers, by question */
	struct buf kept_answers[ASK_COUNT]; /* the last of each that is kept */
	bool yes; /* the answer that is marked in a question of yes or no */

	/* Of the file that was saved last: its folder, with a slash at its end, empty
	 * for the one that the program was started in, and its format;
	 * EXPORT_FORMAT_COUNT: none was. */
	struct buf save_folder;
	enum export_format save_format;

	struct request request; /* what the terminal is to do (request.h) */

	size_t number; /* before a key, as far as it is typed; 0: none */
	void (*then)(struct app *app); /* what waits (loading.h), or NULL */
	enum awaited awaited;          /* and for what */
	size_t awaited_number; /* of the article or page that is gone to */
	size_t awaited_pages;
	size_t passages_known; /* when more text began to be waited for */
	struct buf message;
	bool message_is_error;
};

/* Show a message, or an error, in the line at the foot until the next key; what is
 * unsafe in it is drawn as escapes.  {NAME} in
 * `format` is the first key of a command (command_add_text()). */
void app_say(struct app *app, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void app_complain(struct app *app, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Appends a text with {NAME} of commands in it to `out`. */
void app_add_text(struct buf *out, const struct app *app, const char *format,
                  ...) __attribute__((format(printf, 3, 4)));

/* Complains that no article of the issue has the number that was typed. */
void app_complain_of_number(struct app *app, struct str typed);

/* Opens a view over those that are opened, or brings it to the top (ui/view_stack.h). */
void app_show(struct app *app, enum view_id view);

/* Closes the view that has the keys, unless it is the last one, and goes back to the one
 * that it covered, as that was: the cursor stands where it stood.  Only who went on to
 * another article, or another hit, while reading stays there.  A list of hits is passed
 * over when there are none any more. */
void app_leave(struct app *app);

/* The view that has the keys; the main view: that one, or the nearest below it. */
enum view_id app_view(const struct app *app);
enum view_id app_main(const struct app *app);

/* Is the page view the only one that is opened? */
bool app_is_at_first(const struct app *app);

/* Shows the page view if the article view has the keys but the cursor is in no
 * article. */
void app_leave_no_article(struct app *app);

/* Shows a view that has the current hit: the list, if that has the keys and is not
 * filtered, or else the main view. */
void app_show_hit(struct app *app);

/* Opens the question `asking` at the foot of the screen, with `text` to edit and the
 * former answers to it. */
void app_ask(struct app *app, enum asking asking, struct str text);

/* Has `command` done once the current command is over, as if its key had been
 * pressed then. */
void app_do_next(struct app *app, enum command command);

#endif
