/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_HIT_ROWS_H
#define UI_VIEW_HIT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct filter;

/*
 * The rows of the list of hits: one for each entry that the filter leaves, and one
 * above the first entry of each article for its headline.  Each entry is
 * read once, when it is new; rows and entries are found from each other by binary
 * search, so a key costs O(log entries).
 */
struct hit_rows {
	size_t *heads; /* owned: entries with a headline above, ascending */
	size_t count, cap;
	size_t seen;       /* entries that were read */
	size_t generation; /* of the hits, when entries were read: another one */
	size_t restarts;   /* or other restarts of the filter make all new */
};

void hit_rows_release(struct hit_rows *rows);

/* Reads the entries that are new since the last call. */
void hit_rows_follow(struct hit_rows *rows, const struct filter *filter);

/* The number of rows. */
size_t hit_rows_count(const struct hit_rows *rows);

/* The row of an entry. */
size_t hit_rows_of(const struct hit_rows *rows, size_t entry);

/* The entry in `row` (< hit_rows_count()); *is_head: the row has the headline above
 * that entry. */
size_t hit_rows_entry(const struct hit_rows *rows, size_t row, bool *is_head);

/* Does a headline stand above the entry? */
bool hit_rows_has_head(const struct hit_rows *rows, size_t entry);

#endif
