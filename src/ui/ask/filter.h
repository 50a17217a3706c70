/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_FILTER_H
#define UI_ASK_FILTER_H

#include "base/str.h"
#include <stdbool.h>
#include <stddef.h>

/*
 * The filter of a list: only rows that have a typed pattern stay.  The list asks its
 * filter which item stands in which row; without a pattern, item n stands in row n.
 * Rows keep the order of the items.  A long list is filtered in steps, so rows are added
 * while it is on the screen.
 */

#define FILTER_TEXTS_MAX 3

/* The items 0, 1, … of a list, as articles or hits of a reading are.  `of` is what the list
 * is of. */
struct filter_items {
	size_t (*count)(const void *of);
	/* The texts of an item that the pattern may stand in; returns their
	 * number. */
	size_t (*texts)(const void *of, size_t item,
	                struct str texts[FILTER_TEXTS_MAX]);
	/* The item of the cursor, or NPOS. */
	size_t (*here)(const void *of);
	/* Moves the cursor to an item. */
	void (*go)(void *of, size_t item);
};

struct filter {
	const struct filter_items *items;
	void *of; /* borrowed */
	/* Borrowed: counted up whenever other items replace these; NULL: items are
	 * only added. */
	const size_t *generation;
	struct buf pattern;        /* empty: all stay */
	struct row_match *matcher; /* owned; of the pattern, or NULL */
	size_t *rows;              /* owned: the item of each row */
	size_t count, cap;
	size_t seen;            /* items that were compared with the pattern */
	size_t seen_generation; /* at that time */
	size_t restarts; /* counted up whenever other rows replace these */
};

void filter_init(struct filter *filter, const struct filter_items *items,
                 void *of, const size_t *generation);
void filter_release(struct filter *filter);

/* Sets the pattern; all rows stay when it is empty. */
void filter_set(struct filter *filter, struct str pattern);
/* Is there a pattern? */
bool filter_is_on(const struct filter *filter);

/* Compares all items again, as those of another issue. */
void filter_restart(struct filter *filter);

/* Are there items that were not compared yet? */
bool filter_has_work(const struct filter *filter);

/* Compares some more items, for a few milliseconds. */
void filter_step(struct filter *filter);

/* The number of rows, the item of a row, and the first row whose item is `item` or
 * behind it: filter_count() when there is none. */
size_t filter_count(const struct filter *filter);
size_t filter_item(const struct filter *filter, size_t row);
size_t filter_row(const struct filter *filter, size_t item);

/* The row of the cursor, or NPOS. */
size_t filter_here(const struct filter *filter);

/* Moves the cursor to the nearest row, if the filter took its item away. */
void filter_hold(const struct filter *filter);

/* "3/41": rows and items; a + behind the 3 while items are not compared yet.  Appended
 * to `out`. */
void filter_add_count(struct buf *out, const struct filter *filter);

#endif
