/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATE_ISSUES_H
#define STATE_ISSUES_H

#include "base/mem.h"
#include "state/kept_place.h"
#include "state/store.h"

/*
 * The issues that were read, and how far.  An issue is known by what was read: the digest
 * of its first file and the number of its files.  Where no issue is known so, the last one
 * of the same names is meant: its files were changed since.
 */

struct kept_issue {
	struct str
		digest; /* SHA-256 of its first file, or what stands for it */
	size_t files;
	/* Absolute paths with a slash between two of them, so that two slashes in a row
	 * part them; empty: it has none, as a pipe. */
	struct str names;
	struct str paper, day; /* as in struct issue; may be empty */
	struct kept_place place;
	int percent;     /* how far it was read */
	struct str view; /* in which view, by name */
	int columns;     /* of the article view; 0: as many as fit */
	bool upright;    /* lines ran downwards */
};

struct kept_issues {
	struct kept_issue *items; /* owned */
	size_t count, cap;
	struct arena texts; /* of the items */
};

void kept_issues_init(struct kept_issues *issues);
void kept_issues_release(struct kept_issues *issues);

/* Looks for an issue; false: it was never read.  It is then the only one of `found`, which
 * is emptied first. */
bool issues_find(struct store *store, struct str digest, size_t files,
                 struct str names, struct kept_issues *found);

/* Keeps an issue as the one that was read last. */
void issues_put(struct store *store, const struct kept_issue *issue);

/* Gives the `most` issues with names that were read last, the last one first, in `found`,
 * which is emptied first. */
void issues_list(struct store *store, size_t most, struct kept_issues *found);

/* Forgets the issues of these names, as when there are no such files any more. */
void issues_forget(struct store *store, struct str names);

/* Appends `name` to `names`, as an absolute path; false, and nothing appended: it has
 * none, as it is a pipe or not there. */
bool issues_add_name(struct buf *names, const char *name);

/* The next of the paths in `names` from byte *at on, which moves behind it; empty: there is
 * none. */
struct str issues_next_name(struct str names, size_t *at);

#endif
