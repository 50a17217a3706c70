/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_OPEN_ISSUES_H
#define UI_OPEN_ISSUES_H

#include "load/input/load_options.h"
#include "ui/ask/filter.h"

#include <stdbool.h>
#include <stddef.h>

struct document;
struct issue;
struct session;
struct store;

/*
 * The issues that are open, in the order in which they were named.  One of them is read.
 * An issue that was not read yet is known by the names of its files alone: it is loaded
 * when it is shown, so that hundreds of issues are opened as fast as one.
 */

/* What a list says of an issue; of one that is loaded it is brought up to date when it is
 * left. */
struct issue_facts {
	struct buf paper, day; /* empty: not known, or it has none */
	size_t pages, articles, unread;
	bool is_counted; /* the numbers are known */
};

struct open_issue {
	size_t id;    /* no other issue of the run has it */
	char **names; /* owned, NULL behind the last; NULL: the session has them */
	size_t name_count;
	struct document *document; /* owned; NULL: not loaded */
	struct issue_facts facts;
};

struct open_issues {
	struct open_issue *items; /* owned */
	size_t count, cap;
	size_t at;      /* the one that is read */
	size_t opening; /* the one that the terminal is asked to open; NPOS: one
	                 * that is not in the list */
	bool replaces;  /* and it takes the place of the one that is read */
	size_t chosen;  /* the row of the cursor in the list of issues */
	struct filter filter; /* of that list */
	size_t ids;           /* that were given */
	struct load_options
		how; /* of issues that are looked at (issue_scan.h) */
	/* Closes the session of a document; NULL: sessions are borrowed. */
	void (*close)(struct session *session);
};

void open_issues_init(struct open_issues *issues);
void open_issues_release(struct open_issues *issues);

/* Puts an issue into the list at `at` (<= count): a document, which is taken over, or the
 * names of one that is not loaded, which are copied, with what is known of its paper and
 * day. */
void open_issues_add_document(struct open_issues *issues, size_t at,
                              struct document *document);
void open_issues_add_names(struct open_issues *issues, size_t at,
                           const char *const *names, size_t count,
                           struct str paper, struct str day);

/* Takes an issue out of the list, and closes it. */
void open_issues_drop(struct open_issues *issues, size_t at);

/* How many articles of all issues are marked, to be saved. */
size_t open_issues_marked(const struct open_issues *issues);

/* Is the document that of one of the issues? */
bool open_issues_has(const struct open_issues *issues,
                     const struct document *document);

/* The issue of these names, as state/issues.h has them, or NPOS. */
size_t open_issues_find(const struct open_issues *issues, struct str names);

/* The issue of an id, or NPOS: it was closed. */
size_t open_issues_find_id(const struct open_issues *issues, size_t id);

/* The facts of an issue become those of `issue`, which is loaded to its end, with what
 * `store` (or NULL) knows to be read of it. */
void open_issues_count(struct open_issues *issues, size_t at,
                       const struct issue *issue, struct store *store);

/* The names of its files; *count is set. */
const char *const *open_issues_names(const struct open_issue *issue,
                                     size_t *count);

/* Appends "春江新报  1930-04-09  page.txt", as far as it is known. */
void open_issues_add_name(struct buf *out, const struct open_issue *issue);

/* The name of the first file of an issue. */
const char *open_issues_name(const struct open_issue *issue);

#endif
