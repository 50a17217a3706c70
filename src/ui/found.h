/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_FOUND_H
#define UI_FOUND_H

#include "base/mem.h"
#include "state/kept_place.h"
#include "ui/issue_scan.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * What a search of all open issues has found: hits, issue by issue, each with the words around it, and
 * with its place by words, so that no issue has to stay loaded for them.
 */

struct found_hit {
	struct str text;   /* the words around it */
	size_t start, end; /* the hit, bytes of them */
	struct str page;   /* its label, or its number */
	struct kept_place place;
};

/* The hits of an issue. */
struct found_issue {
	size_t id;    /* of the issue (open_issues.h) */
	size_t first; /* index of its first hit that is kept */
	size_t kept;  /* hits that are: FOUND_KEPT at most */
	size_t hits, articles;
};

#define FOUND_KEPT 500 /* hits of an issue that are listed */

struct found {
	struct issue_scan scan;
	struct buf pattern;
	struct found_hit *hits; /* owned */
	size_t hit_count, hit_cap;
	struct found_issue *issues; /* owned; those that have hits */
	size_t issue_count, issue_cap;
	struct arena texts;
	size_t all_hits;
	size_t searched; /* issues that were */
	size_t chosen;   /* index of the hit of the cursor */
	size_t from;     /* id of the issue in which it was asked for */
};

void found_init(struct found *found);
void found_release(struct found *found);

/* Drops all of it, and ends the search. */
void found_clear(struct found *found);

/* Adds the hits of an issue, which is loaded to its end. */
void found_add_issue(struct found *found, const struct issue *issue, size_t id);

/* The issue of a hit (index). */
const struct found_issue *found_issue_of(const struct found *found, size_t hit);

#endif
