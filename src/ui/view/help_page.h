/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_HELP_PAGE_H
#define UI_VIEW_HELP_PAGE_H

#include "ui/view/help_rows.h"

/* The rows of the help set for an area: lines of the screen, in one column or two. */

#define HELP_COLUMNS_MOST 2

/* A line of the screen: bytes of what a row says, behind its sign if it is the first. */
struct help_line {
	size_t row; /* NPOS: a blank line */
	struct range says;
	bool has_sign;
};

struct help_page {
	struct app *app; /* borrowed */
	struct area area;
	struct str
		pattern; /* borrowed: is shown as a hit; the caller sets it */
	size_t here; /* the row that is marked, or NPOS; the caller sets it */
	struct help_rows rows;
	struct help_line *lines; /* owned */
	size_t count, cap;
	int columns, cols;
	size_t starts[HELP_COLUMNS_MOST +
	              1]; /* the first line of each column */
};

/* Sets the help that was opened from view `from`. */
void help_page_init(struct help_page *page, struct app *app, enum view_id from,
                    struct area area);
void help_page_release(struct help_page *page);

/* How many rows of the screen it has. */
int help_page_rows(const struct help_page *page);

/* The row of the screen in which the first line of a row of the help stands. */
int help_page_row_of(const struct help_page *page, size_t row);

/* Draws it from row `top_row` on. */
void help_page_draw(const struct help_page *page, int top_row);

/* The row of the help at a cell of the screen, when it was drawn so; NPOS: none. */
size_t help_page_at(const struct help_page *page, int top_row, int row,
                    int col);

#endif
