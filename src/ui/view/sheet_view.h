/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_SHEET_VIEW_H
#define UI_VIEW_SHEET_VIEW_H

#include "layout/sheet.h"
#include "ui/command.h"
#include "ui/reading.h"
#include "ui/term/canvas.h"

#include <stdbool.h>

/*
 * A window on a sheet: what the page view and the article view have in common.
 * It shows the place one is at, follows it, and moves it.
 */

/* What is to be set, and for what window. */
struct sheet_wish {
	size_t subject; /* page or article */
	int rows;       /* 0: of no meaning */
	int cols;
	int columns;  /* of running text; 0: as it comes */
	bool upright; /* lines run downwards */
};

struct sheet_view {
	struct sheet sheet; /* of what `made_for` says */
	struct sheet_wish made_for;
	bool made;
	bool shows_ruler;      /* the line one is at is marked whole */
	size_t doubts_of;      /* article whose notes are marked, or NPOS */
	int top_row, left_col; /* of the window */
	int window_rows, window_cols;
	struct area drawn; /* where on the canvas it was drawn last */
};

void sheet_view_release(struct sheet_view *view);

/* Makes the sheet with `make` unless it is made already; of the window the margin
 * is taken. */
void sheet_view_make(struct sheet_view *view, const struct reading *reading,
                     struct sheet_wish wish,
                     void (*make)(struct sheet *sheet,
                                  const struct reading *reading,
                                  const struct sheet_wish *wish));

/* Draws the window, one cell of margin at its left. */
void sheet_view_draw(struct sheet_view *view, const struct reading *reading,
                     struct canvas *canvas, struct area area);

/* Moves the place; false when the command is none that moves on a sheet. */
bool sheet_view_move(struct sheet_view *view, struct reading *reading,
                     enum command command);

/* Moves the place to what was drawn at a cell of the canvas; true when it is there
 * already. */
bool sheet_view_click(const struct sheet_view *view, struct reading *reading,
                      int row, int col);

/* The index of the slug one is at; NPOS when the sheet is empty. */
size_t sheet_view_focus(const struct sheet_view *view,
                        const struct reading *reading);

/* How far down the sheet the cursor is; 100 on a sheet of one line. */
int sheet_view_percent(const struct sheet_view *view,
                       const struct reading *reading);

#endif
