/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_HIT_ROWS_H
#define UI_VIEW_HIT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct filter;

/*
 * The rows of the list of hits: one for each entry that the filter leaves; one above the
 * first entry of each article on a page, for its headline; and above that one, in an issue
 * of several pages, a rule where a page begins.  Each entry is read once, when it is new;
 * rows and entries are found from each other by binary search, so a key costs
 * O(log entries).
 */

/* The entries of an article on a page. */
struct hit_group {
	size_t entry; /* the first one */
	size_t row;   /* of the rule, or else of the headline */
	bool has_rule;
};

struct hit_rows {
	struct hit_group *groups; /* owned; ascending */
	size_t count, cap;
	size_t seen;       /* entries that were read */
	size_t generation; /* of the hits, when entries were read: another one */
	size_t restarts;   /* or other restarts of the filter, */
	bool has_rules;    /* or a second page of the issue make all new */
	size_t last_page, last_article; /* of the last entry that was read */
};

enum hit_row_kind {
	HIT_ROW_RULE, /* of the page on which the entry stands */
	HIT_ROW_HEAD, /* of the article in which the entry stands */
	HIT_ROW_HIT
};

struct hit_row {
	enum hit_row_kind kind;
	size_t entry; /* the hit, or the first one below the rule or headline */
};

void hit_rows_release(struct hit_rows *rows);

/* Reads the entries that are new since the last call. */
void hit_rows_follow(struct hit_rows *rows, const struct filter *filter);

/* The number of rows. */
size_t hit_rows_count(const struct hit_rows *rows);

/* What is in `row` (< hit_rows_count()). */
struct hit_row hit_rows_at(const struct hit_rows *rows, size_t row);

/* The row of an entry. */
size_t hit_rows_of(const struct hit_rows *rows, size_t entry);

/* The row of the rule or headline right above an entry, or else of the entry itself. */
size_t hit_rows_top_of(const struct hit_rows *rows, size_t entry);

/* How many entries there are in the group of an entry. */
size_t hit_rows_in_group(const struct hit_rows *rows, size_t entry);

#endif
