/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_VIEW_H
#define UI_VIEW_VIEW_H

#include "ui/state.h"

/*
 * What a view is.  A new one is a row in VIEWS (views.h) and a file that defines its
 * `struct view`.  What a view remembers is a struct of that file alone.
 */

/* A key and what it does, in a word or two, for the foot of the screen. */
struct hint {
	enum command command, other; /* other: a second key, or COMMAND_NONE */
	const char *label;           /* untranslated */
	const char *
		upright; /* where lines run downwards; NULL: the same, "": none */
};

#define VIEW_HINTS_MAX 10

struct view {
	const char *title;                 /* untranslated */
	struct hint hints[VIEW_HINTS_MAX]; /* up to one without label */
	void (*draw)(struct app *app, struct area area);
	/* Takes a command; false: it means here what it means everywhere. */
	bool (*act)(struct app *app, enum command command);
	/* Takes a digit from 1 on; NULL: they make the number of an article. */
	void (*digit)(struct app *app, size_t digit);
	/* A click at a cell of the screen: goes there; true when one is there
	 * already.  NULL: nothing. */
	bool (*click)(struct app *app, int row, int col);
	/* How far down the view is, in percent; NULL: as far as the main view,
	 * which has one. */
	int (*percent)(struct app *app);
	/* The size of the view's own state (view_state()); 0: it has none. */
	size_t state_bytes;
	/* The view is shown anew: changes its state for that; NULL: keeps it. */
	void (*enter)(void *state);
	/* Releases what the state owns; NULL: it owns nothing. */
	void (*release)(void *state);
};

#define VIEW_DECLARE(NAME, name, opener) extern const struct view view_##name;

VIEWS(VIEW_DECLARE)

/* Says in the middle of a list that its filter leaves nothing, when it is sure that
 * nothing is left. */
void list_draw_none(struct app *app, struct area area,
                    const struct filter *filter, const char *none);

const struct view *view_of(enum view_id id);

/* The view that a command opens, or VIEW_NONE. */
enum view_id view_opened_by(enum command command);

/* The own state of a view, zeroed when it is first asked for; only the view's file
 * knows its type. */
void *view_state(struct app *app, enum view_id id);

/* Cells beside which the list has room for a main view, and its own. */
#define LIST_BESIDE_COLS 100
#define LIST_LEAST_COLS  28
#define LIST_MOST_COLS   40

/* How many rows a command goes down (up for less than 0) in a list or a text of
 * all_rows, of which window_rows are seen; 0 for other commands. */
int rows_moved(enum command command, int window_rows, int all_rows);

#endif
