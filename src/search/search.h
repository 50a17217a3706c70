/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "base/str.h"
#include "search/hits.h"
#include "search/query.h"

#include <stdbool.h>
#include <stddef.h>

struct search_index;

/*
 * Search in a whole issue.  Passages are rejoined, so a word is found across
 * printed lines and columns; text and pattern are folded (text/fold.h), so that
 * full width finds half width, capitals find small letters, and white space counts
 * between two Latin letters or digits alone.  A hit crosses a passage only where
 * that goes on on another page (seams.h).
 */

/*
 * Replaces the contents of `hits` by all hits of `pattern` in the passages that the
 * issue has now.  A pattern that is empty or folds to nothing has no hits.  For a
 * pattern of several words (query.h) these are the hits in articles that contain
 * every word (all_words.h).  In QUERY_AUTO, letters that are found nowhere are
 * searched as pinyin.
 */
void search_all(struct search_index *index, struct hits *hits,
                struct str pattern, enum query_mode mode);

/*
 * The same search in steps, so that a reader can show the first hits and stop
 * early.  search_new() borrows `index` and `hits`, which must outlive the search,
 * and copies the pattern.  Until the search is over, `hits` holds the hits found so
 * far of a pattern of one word, and is empty for one of several.  The issue may grow
 * between two steps.  Release with search_free().
 */
struct search;

struct search *search_new(struct search_index *index, struct hits *hits,
                          struct str pattern, enum query_mode mode);
void search_free(struct search *search);

/* Searches at least the next `bytes` of the text, or what is left of it; false when
 * the search is over. */
bool search_step(struct search *search, size_t bytes);

/* The part of the search that is done, in [0, 1]. */
double search_share(const struct search *search);

#endif
