/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_FILTER_H
#define UI_ASK_FILTER_H

#include "base/str.h"
#include "ui/reading.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A list of which only those rows stay that have what was typed.  The list asks it
 * which item stands in which row; without a filter each item is in its own.  Rows
 * are in the order of the items.  A long list is looked at in steps, so rows are
 * added while it is seen.
 */

#define FILTER_TEXTS_MAX 2

/* What is listed: items 0, 1, … of a reading. */
struct filter_items {
	size_t (*count)(const struct reading *reading);
	/* What a row is known by; returns how many texts. */
	size_t (*texts)(const struct reading *reading, size_t item,
	                struct str texts[FILTER_TEXTS_MAX]);
	size_t (*here)(const struct reading *reading); /* or NPOS */
	void (*go)(struct reading *reading, size_t item);
	bool of_search; /* each search makes them others; else they only grow */
};

struct filter {
	const struct filter_items *items;
	const struct reading *reading; /* borrowed */
	struct buf pattern;            /* empty: all stay */
	struct row_match *matcher;     /* of it, or NULL: all stay */
	size_t *rows;                  /* owned: the items that stay */
	size_t count, cap;
	size_t seen;     /* items that were looked at */
	size_t searches; /* of the reading, when it began to look */
	size_t restarts; /* how often the rows became others */
};

void filter_init(struct filter *filter, const struct filter_items *items,
                 const struct reading *reading);
void filter_release(struct filter *filter);

/* Lets those stay that have `pattern`, or all when it is empty. */
void filter_set(struct filter *filter, struct str pattern);
bool filter_is_on(const struct filter *filter);

/* The issue is another: all is looked at again. */
void filter_restart(struct filter *filter);

/* Is there something it did not look at? */
bool filter_has_work(const struct filter *filter);

/* Looks at some of it, for a few milliseconds. */
void filter_step(struct filter *filter);

/* How many rows there are, the item in one, and the first row whose item is at or
 * behind `item`: filter_count() when there is none. */
size_t filter_count(const struct filter *filter);
size_t filter_item(const struct filter *filter, size_t row);
size_t filter_row(const struct filter *filter, size_t item);

/* The row one is at, or NPOS. */
size_t filter_here(const struct filter *filter);

/* Where what one is at did not stay, to the nearest that did. */
void filter_hold(const struct filter *filter, struct reading *reading);

/* "3/41"; a + behind the 3 when it has not looked at all of them. */
void filter_add_count(struct buf *out, const struct filter *filter);

#endif
