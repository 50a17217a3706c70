/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_HIT_ROWS_H
#define UI_VIEW_HIT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct filter;

/*
 * The rows of the list of hits: one for each entry that the filter leaves, and one
 * above the first entry of each article for its headline.  Each entry is looked at
 * once, when it is new, so that a key in a long list costs no more than one in a
 * short list: rows and entries are found from each other by binary search.
 */
struct hit_rows {
	size_t *heads; /* owned: entries that have a headline above them */
	size_t count, cap;
	size_t seen;     /* entries that were looked at */
	size_t searches; /* of the reading, and restarts of the filter, when they */
	size_t restarts; /* were: others make all entries new */
};

void hit_rows_release(struct hit_rows *rows);

/* Looks at the entries that are new since the last call. */
void hit_rows_follow(struct hit_rows *rows, const struct filter *filter);

/* How many rows there are. */
size_t hit_rows_count(const struct hit_rows *rows);

/* The row of an entry. */
size_t hit_rows_of(const struct hit_rows *rows, size_t entry);

/* The entry in `row`, or, with *is_head set, the one under the headline there. */
size_t hit_rows_entry(const struct hit_rows *rows, size_t row, bool *is_head);

/* Does a headline stand above the entry? */
bool hit_rows_has_head(const struct hit_rows *rows, size_t entry);

#endif
