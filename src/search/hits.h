/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_HITS_H
#define SEARCH_HITS_H

#include <stddef.h>

struct issue;

/* The places of an issue that match a pattern. */

/* A match: bytes [start, end) of a passage, on character boundaries, end > start.  Where
 * the end of its page cuts the paragraph in two (issue/parts.h), a hit may go on in the
 * passage behind the seam: then `end` is the end of its passage. */
struct hit {
	size_t passage; /* index into the issue's passages */
	size_t start, end;
	size_t rest_end; /* bytes [0, rest_end) there are of the hit; 0: none */
};

/* Hits in the order of the passages and, in a passage, of their bytes; two hits
 * never overlap. */
struct hits {
	struct hit *items; /* owned */
	size_t count, cap;
};

/* Makes an empty list.  Release with hits_release(), which leaves an empty list
 * too. */
void hits_init(struct hits *hits);
void hits_release(struct hits *hits);

/* Appends a hit; the caller keeps the order. */
void hits_add(struct hits *hits, struct hit hit);

/* The index of the first hit that ends after byte `at` of passage `passage`, or
 * hits->count when there is none.  Binary search. */
size_t hits_from(const struct hits *hits, size_t passage, size_t at);

/* Calls `add` once for each article (index) that has a hit, in the order of the
 * hits.  Hits in furniture belong to no article and are passed over. */
void hits_each_article(const struct hits *hits, const struct issue *issue,
                       void (*add)(void *to, size_t article), void *to);

#endif
