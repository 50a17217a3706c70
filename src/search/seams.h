/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_SEAMS_H
#define SEARCH_SEAMS_H

#include "base/str.h"
#include "search/hits.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * Hits in paragraphs that a page ends: an article goes on on a later page (issue/parts.h), and
 * the words that are sought stand on both sides of the seam.
 *
 * A search goes through the passages in their order.  The hits at the seams are found before
 * it, and each is added to its hits when its turn comes.
 */
struct seam_hits {
	struct hits
		found; /* owned; each begins in one passage and ends in another */
	size_t next;   /* index of the first one that is not added yet */
	size_t reach_bytes; /* no hit goes on so far behind a seam */
};

/* Finds the first match in `text` from byte `at` on, and its end; NPOS: there is none. */
typedef size_t seam_match(const void *pattern, struct str text, size_t at,
                          size_t *end);

/* Finds the hits of `match` at all seams of an issue; those that were there are dropped.  No
 * match is as long as `reach_bytes`.  Release with seam_hits_release(). */
void seam_hits_find(struct seam_hits *seams, const struct issue *issue,
                    size_t reach_bytes, seam_match *match, const void *pattern);
void seam_hits_release(struct seam_hits *seams);

/* Adds to `hits` the hits at seams that begin before passage `passage`, byte `at`, each
 * unless it overlaps the hit before it. */
void seam_hits_add_before(struct seam_hits *seams, struct hits *hits,
                          size_t passage, size_t at);

/* Does a hit at a seam, which was added, reach into this hit? */
bool seam_hits_cover(const struct seam_hits *seams, const struct issue *issue,
                     const struct hit *hit);

/* Appends the text of a hit: both parts, where it crosses a seam. */
void seam_add_hit(struct buf *out, const struct issue *issue,
                  const struct hit *hit);

/* The passage that a hit which crosses a seam goes on in. */
size_t seam_rest(const struct issue *issue, const struct hit *hit);

#endif
