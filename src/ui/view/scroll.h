/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_SCROLL_H
#define UI_VIEW_SCROLL_H

#include "ui/state.h"

/* Views of a text whose paragraphs stand under each other and are scrolled, as help
 * and facts are. */

/* The part of the text that is seen: the state of such a view. */
struct scroll_window {
	int top_row;     /* of the text */
	int rows;        /* of the whole text, when it was last drawn */
	int window_rows; /* of the screen, then */
};

/* Goes to the beginning of the text; as view->enter. */
void scroll_enter(void *window);

/* One pass over the paragraphs. */
struct scroll {
	struct app *app;
	struct area area;
	int top_row;
	int row; /* of the text, not of the area */
	bool measuring;
};

/* Draws the paragraphs that `fill` adds.  `fill` is called twice, the first time to
 * count the rows, so that the window stays inside the text. */
void scroll_draw(struct app *app, struct scroll_window *window,
                 struct area area, void (*fill)(struct scroll *scroll));

/* For `fill`: a paragraph, its lines after the first indented by `hang_cols`. */
void scroll_add(struct scroll *scroll, struct str text, int hang_cols,
                enum style style);

/* Does the commands that scroll, and left and right, which leave; false for others. */
bool scroll_act(struct app *app, struct scroll_window *window,
                enum command command);

/* Scrolls by so many rows; for view->wheel. */
void scroll_by(struct scroll_window *window, int rows);

/* Appends how much of the text is above the lower edge of the window, in percent; nothing
 * where the window shows all of it. */
void scroll_add_progress(struct buf *out, const struct scroll_window *window);

#endif
