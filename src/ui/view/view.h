/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_VIEW_H
#define UI_VIEW_VIEW_H

#include "ui/state.h"

/*
 * What a view is.  A new one is a file with a `struct view`, an enum view_id
 * and a row in views[] (view.c).
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
};

extern const struct view view_page, view_article, view_both, view_list,
	view_hits, view_map, view_facts, view_menu, view_help, view_repair;

/* What the lists of articles and of hits are filtered by. */
extern const struct filter_items list_items, hits_items;

/* Says in the middle of a list that its filter leaves nothing, when it is sure that
 * nothing is left. */
void list_draw_none(struct app *app, struct area area,
                    const struct filter *filter, const char *none);

const struct view *view_of(enum view_id id);

/* Cells beside which the list has room for a main view, and its own. */
#define LIST_BESIDE_COLS 100
#define LIST_LEAST_COLS  28
#define LIST_MOST_COLS   40

/* How many rows a command goes down (up for less than 0) in a list or a text of
 * all_rows, of which window_rows are seen; 0 for other commands. */
int rows_moved(enum command command, int window_rows, int all_rows);

/* A menu: `count` >= 1 items, one a row, of which *at is marked.  Moves the
 * mark, leaves, or does what is marked by `choose`; false for other commands. */
bool menu_act(struct app *app, size_t *at, size_t count,
              void (*choose)(struct app *app, size_t item),
              enum command command);

/* Scrolls app->text_top so that row `at` of the `count` of a menu is seen.  Returns
 * the area for its items; where they do not all fit, what is left of `area`, in its
 * last row, says how many more there are. */
struct area menu_scroll(struct app *app, struct area area, size_t at,
                        size_t count);

/* Draws item `index`: a key and what it does. */
void menu_item(struct app *app, struct area area, size_t index, bool marked,
               struct str key, struct str label);

/* A text of rows under each other, scrolled by app->text_top. */
struct scroll {
	struct app *app;
	struct area area;
	int row; /* of the text, not of the area */
	bool measuring;
};

/* Draws the paragraphs that `fill` adds; it is called twice, the first time to
 * know how many rows there are, so that text_top stays inside the text. */
void scroll_draw(struct app *app, struct area area,
                 void (*fill)(struct scroll *scroll));

/* For `fill`: a paragraph, its lines after the first indented by `hang_cols`. */
void scroll_add(struct scroll *scroll, struct str text, int hang_cols,
                enum style style);

/* The commands that scroll, and left and right, which leave; false for others. */
bool scroll_act(struct app *app, enum command command);

#endif
