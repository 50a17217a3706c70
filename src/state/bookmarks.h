/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATE_BOOKMARKS_H
#define STATE_BOOKMARKS_H

#include "base/mem.h"
#include "state/kept_place.h"
#include "state/store.h"

/* Places that a person has marked, each perhaps with a note, in all issues. */

struct bookmark {
	int64_t id;            /* in the store */
	struct str digest;     /* SHA-256 of the file; empty: not known */
	struct str names;      /* of the issue (issues.h); empty: a pipe */
	struct str paper, day; /* as in struct issue; may be empty */
	struct kept_place place;
	struct str folio; /* the page as it is called: "3", "A06" */
	struct str title; /* of its article */
	struct str note;  /* empty: none */
};

struct bookmarks {
	struct bookmark *items; /* owned; the last one first */
	size_t count, cap;
	struct arena texts; /* of the items */
};

void bookmarks_init(struct bookmarks *bookmarks);
void bookmarks_release(struct bookmarks *bookmarks);

/* Gives all bookmarks in `found`, which is emptied first. */
void bookmarks_list(struct store *store, struct bookmarks *found);

/* Adds a bookmark, whose id means nothing; changes a note; deletes one. */
void bookmarks_add(struct store *store, const struct bookmark *bookmark);
void bookmarks_set_note(struct store *store, int64_t id, struct str note);
void bookmarks_drop(struct store *store, int64_t id);

/* Appends them as Markdown, a heading each, grouped by nothing: the order is theirs.
 * Nothing of the texts is markup. */
void bookmarks_add_markdown(struct buf *out, const struct bookmarks *bookmarks);

#endif
