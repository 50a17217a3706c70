/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_SHEET_VIEW_H
#define UI_VIEW_SHEET_VIEW_H

#include "layout/sheet.h"
#include "ui/command.h"
#include "ui/reading.h"
#include "ui/term/canvas.h"

#include <stdbool.h>

/*
 * A window on a sheet (layout/sheet.h), as the page view and the article view have one.
 * It follows the cursor, and moves it by the commands that move on a sheet.
 */

/* The sheet that is wanted, and the window it is set for. */
struct sheet_wish {
	size_t subject; /* page or article */
	int rows;       /* 0: of any height */
	int cols;
	int columns;         /* of running text; 0: as many as fit */
	int measure_cols;    /* of a column of text; 0: the usual one */
	bool upright;        /* lines run downwards */
	bool leads; /* a row is free above each line (layout/leading.h) */
	bool shows_pictures; /* of a page: not as frames */
	size_t last_part;    /* of the article (issue/parts.h); 0 for a page */
};

struct sheet_view {
	struct sheet sheet; /* as made_for says, if `made` */
	struct sheet_wish made_for;
	bool made;
	bool is_new; /* and was not drawn yet */
	size_t doubts_of; /* article whose notes are marked, or NPOS */
	/* What the pictures of the page show, or NULL; borrowed while it is drawn. */
	const struct page_pictures *pictures;
	int top_row, left_col; /* of the window */
	int window_rows, window_cols;
	struct area drawn; /* the area of the canvas it was drawn on last */
	struct area room;  /* of a page: the area it had, in which a page that stands
	                    * whole is in the middle */
};

void sheet_view_release(struct sheet_view *view);

/* Makes the sheet with `make`, unless that very sheet is made already.  The margin is
 * taken from the width that is wished for. */
void sheet_view_make(struct sheet_view *view, const struct reading *reading,
                     struct sheet_wish wish,
                     void (*make)(struct sheet *sheet,
                                  const struct reading *reading,
                                  const struct sheet_wish *wish));

/* The cells at the left of the window where the line of the cursor is marked. */
#define SHEET_VIEW_MARGIN_COLS 1

/* Moves the window so that the slug of the cursor is in it. */
void sheet_view_follow(struct sheet_view *view, const struct slug *slug);

/* What is seen in `cols` columns of the window of the room in which a slug may slide:
 * columns [left, right) of the sheet. */
struct sight {
	int left, right;
};
struct sight sheet_view_sight(const struct sheet_view *view,
                              const struct slug *slug, int cols);

/* The column of the sheet at which a slug is drawn.  A line across columns slides into the
 * part of its room that is in sight; a line that is too long shows its beginning. */
int sheet_view_col(const struct sheet_view *view, const struct slug *slug,
                   int cols);

/* Draws the window, with one cell of margin at its left, and the cursor. */
void sheet_view_draw(struct sheet_view *view, const struct reading *reading,
                     struct canvas *canvas, struct area area);

/* Rows that are kept in sight above and below the line of the cursor. */
int sheet_view_near_rows(const struct sheet_view *view);

/* What became of a command. */
enum sheet_moved {
	SHEET_NOT_MINE, /* it does not move on a sheet */
	SHEET_MOVED,
	SHEET_AT_END,      /* nothing is left in that direction: forth, */
	SHEET_AT_BEGINNING /* and back */
};

/*
 * Moves the cursor.  A screen forth begins with the first line that has not been seen, and
 * a few lines that have; lines count as seen that are in the window and follow the line
 * of the cursor without a gap.  So no key is needed for what is in the window already,
 * and the sheet is at its end as soon as its last line is seen.
 */
enum sheet_moved sheet_view_move(struct sheet_view *view,
                                 struct reading *reading, enum command command);

/* Moves the window `rows` lines down (negative: up), and the cursor with it where it would
 * leave the window.  Where the window turns whole screens, lines run downwards, or nothing is
 * left to scroll, the cursor moves so many lines. */
enum sheet_moved sheet_view_wheel(struct sheet_view *view,
                                  struct reading *reading, int rows);

/* Moves the cursor to the line drawn at a cell of the canvas; true when it was there
 * already. */
bool sheet_view_click(const struct sheet_view *view, struct reading *reading,
                      int row, int col);

/* The slug of the cursor (index); NPOS when the sheet is empty. */
size_t sheet_view_focus(const struct sheet_view *view,
                        const struct reading *reading);

/* Is a line of the passage (index) in the window? */
bool sheet_view_shows(const struct sheet_view *view, size_t passage);

/* Is the last line of the sheet in the window? */
bool sheet_view_shows_end(const struct sheet_view *view);

/* Is the whole slug in the window, as far as that is large enough? */
bool sheet_view_has(const struct sheet_view *view, const struct slug *slug);

/* The last of the slugs that are in the window and follow slug `from` without a gap. */
size_t sheet_view_seen(const struct sheet_view *view, size_t from);

/* How much of the sheet is read when the lines in the window are that follow the line of
 * the cursor without a gap; 100 when the last one is among them. */
int sheet_view_percent(const struct sheet_view *view,
                       const struct reading *reading);

/* Moves the cursor to the line that stands so many percent down the sheet. */
void sheet_view_go_percent(const struct sheet_view *view,
                           struct reading *reading, int percent);

/* The rows that a screen forth or back moves, where columns are not turned. */
int sheet_view_screen_rows(const struct sheet_view *view);

/* Which screen of how many the window shows, as the commands for a screen forth go;
 * both 1 when all is in the window. */
struct screens {
	int here, count;
};
struct screens sheet_view_screens(const struct sheet_view *view);

#endif
