/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_ALL_WORDS_H
#define SEARCH_ALL_WORDS_H

#include "search/hits.h"

#include <stddef.h>

struct issue;

/*
 * Keeps the hits that lie in articles which contain every word of a query.
 * `hits` holds the hits of `words` words (1 to QUERY_WORDS), one word after the
 * other: those of word w are [starts[w], starts[w + 1]), each run in order.  They
 * are merged into one list in order; where hits overlap, the one that starts first
 * stays, and of two that start together the longer one.  All furniture of the issue
 * counts as one article.  O(hits x words) time.
 */
void all_words_keep(struct hits *hits, const struct issue *issue,
                    const size_t *starts, size_t words);

#endif
