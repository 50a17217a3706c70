/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_MENU_H
#define UI_VIEW_MENU_H

#include "ui/state.h"

/* Views of which one item, a row each, is marked and done: the menu, corrections. */

/* The state of such a view. */
struct menu {
	size_t at;   /* the marked item */
	int top_row; /* the first row that is seen */
	/* The row of each item where headings stand between them; NULL: items alone. */
	const size_t *rows;
	struct area drawn; /* of the items, when they were drawn last */
	bool is_cut;       /* the row below them says how many more there are */
};

/* Marks the first item; as view->enter. */
void menu_enter(void *menu);

/* Moves the mark among `count` >= 1 items, leaves, or does the marked item by
 * `choose`; false for other commands. */
bool menu_act(struct app *app, struct menu *menu, size_t count,
              void (*choose)(struct app *app, size_t item),
              enum command command);

/* Is a cell of the screen on the menu, and not beside or below it? */
bool menu_has(const struct menu *menu, int row, int col);

/* Marks the item at a row of the screen; true when it was marked already.  The row that
 * says how many more there are scrolls.  For view->click. */
bool menu_click(struct menu *menu, size_t count, int row, int col);

/* Scrolls by so many rows, and moves the mark where it would leave the window; where all
 * is seen, the mark alone.  For view->wheel. */
void menu_wheel(struct menu *menu, size_t count, int rows);

/* The row of an item. */
size_t menu_row_of(const struct menu *menu, size_t item);

/* Scrolls so that the marked item of `count` is seen.  Returns the area for the items;
 * where they do not all fit, the last row of `area` says how many more there are. */
struct area menu_scroll(struct app *app, struct menu *menu, struct area area,
                        size_t count);

/* Draws item `index`: a key and what it does. */
void menu_item(struct app *app, const struct menu *menu, struct area area,
               size_t index, struct str key, struct str label);

#endif
