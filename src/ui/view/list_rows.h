/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_LIST_ROWS_H
#define UI_VIEW_LIST_ROWS_H

#include "ui/state.h"

#include <stdbool.h>

/*
 * What an article takes and shows in the list: a rule with its page where a page begins, in
 * an issue of several pages; its number, signs and headline, in as many rows as that needs;
 * its length, at the end of a row of leaders; and for the chosen one its first words.
 */

struct list_rows {
	struct app *app; /* borrowed */
	int cols;
	bool is_open;        /* the list has the keys */
	int title_col;       /* where headlines begin */
	int title_cols;      /* and how much room they have */
	int title_rows_most; /* a longer headline ends in … */
	bool has_figures;    /* there is room for them */
};

/* The list in `cols` cells. */
struct list_rows list_rows_of(struct app *app, int cols, bool is_open);

/* The rows of an entry (index in the list as it is filtered). */
int list_rows_count(const struct list_rows *rows, size_t entry);

/* Draws an entry from the first row of the area on; returns the rows that it takes. */
int list_rows_draw(const struct list_rows *rows, struct area area,
                   size_t entry);

#endif
