/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_VIEW_H
#define UI_VIEW_VIEW_H

#include "ui/state.h"

/*
 * What a view is.  A new one is a row in VIEWS (views.h) and a file that defines its
 * `struct view`.  What a view remembers is a struct of that file alone.
 */

/* A hint at the foot of the screen: a key, and in a word or two what it does. */
struct hint {
	enum command command, other; /* other: a second key, or COMMAND_NONE */
	const char *label;           /* untranslated */
	/* The label where lines run downwards; NULL: the same, "": no hint. */
	const char *upright;
};

#define VIEW_HINTS_MAX 12

/* clang-format off: rows of a table. */

/* The hints in the middle of those of views in which an article is read. */
#define VIEW_READING_HINTS                                                     \
 { COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },                             \
	 { COMMAND_MENU, COMMAND_NONE, N_("menu"), NULL },                     \
	 { COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },                     \
	 { COMMAND_LEFT, COMMAND_RIGHT, N_("article"), N_("line") },           \
	 { COMMAND_PREV_PAGE, COMMAND_NEXT_PAGE, N_("page"), NULL },           \
	 { COMMAND_SEARCH, COMMAND_NONE, N_("search"), NULL },                 \
 {                                                                             \
  COMMAND_EXPORT, COMMAND_NONE, N_("save"), NULL                               \
 }

/* clang-format on */

struct view {
	const char *title;                 /* untranslated */
	struct hint hints[VIEW_HINTS_MAX]; /* up to the first without label */
	/* Draws the view on the canvas of the reader. */
	void (*draw)(struct app *app, struct area area);
	/* Takes a command; false: the view has no meaning of its own for it
	 * (action.h). */
	bool (*act)(struct app *app, enum command command);
	/* Takes a digit, 1 to 9; NULL: digits make the number of an
	 * article. */
	void (*digit)(struct app *app, size_t digit);
	/* Moves the cursor to a cell of the screen; true when it was there
	 * already.  NULL: clicks do nothing. */
	bool (*click)(struct app *app, int row, int col);
	/* Moves the window `rows` down (negative: up), and the cursor with it
	 * where that would leave the window; the mouse is at a cell of the
	 * screen.  NULL: the cursor moves so many rows. */
	void (*wheel)(struct app *app, int rows, int row, int col);
	/* Moves the cursor to the next article of a list; NULL: the view is no
	 * list. */
	void (*step_article)(struct app *app);
	/* Appends how much of the view is read ("45%", "screen 2/3") to `out`;
	 * nothing where all is seen at once.  NULL: nothing is said of it. */
	void (*add_progress)(struct buf *out, struct app *app);
	/* Moves the cursor to that part of the view, 1 to 100 percent; each main
	 * view has this function. */
	void (*go_percent)(struct app *app, int percent);
	/* The size of the view's own state (view_state()); 0: it has none. */
	size_t state_bytes;
	/* Prepares the state when the view is shown anew; NULL: keeps it. */
	void (*enter)(void *state);
	/* Releases what the state owns; NULL: it owns nothing. */
	void (*release)(void *state);
};

#define VIEW_DECLARE(NAME, name, opener) extern const struct view view_##name;

VIEWS(VIEW_DECLARE)

/* Draws `none` in the middle of a list whose filter leaves no row, once it is certain
 * that none comes. */
void view_draw_none_left(struct app *app, struct area area,
                         const struct filter *filter, const char *none);

/* The view of an id; not VIEW_NONE. */
const struct view *view_of(enum view_id id);

/* The view that a command opens, or VIEW_NONE. */
enum view_id view_opened_by(enum command command);

/* The state of a view for the open document: state_bytes bytes, zeroed at first, valid
 * as long as the document.  Only the file of the view knows its type. */
void *view_state(struct app *app, enum view_id id);

/* The list stands beside the main view in a screen of at least LIST_BESIDE_COLS, and
 * takes LIST_LEAST_COLS to LIST_MOST_COLS; beside a page with true places, which is of a width of
 * its own, what the page leaves, up to a third of the screen. */
#define LIST_BESIDE_COLS 100
#define LIST_LEAST_COLS  28
#define LIST_MOST_COLS   40

/* The rows that a command moves down (negative: up) in a list or a text of all_rows, of
 * which window_rows are seen; 0 for a command that does not move. */
int view_rows_moved(enum command command, int window_rows, int all_rows);

#endif
