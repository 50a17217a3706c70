/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "base/str.h"
#include "search/query.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * Search in the whole issue.  Passages are rejoined, so a word is found across
 * printed lines and columns; text and pattern are folded (text/fold.h), so full
 * width finds half width, capitals small letters, and white space counts between two
 * Latin letters or digits alone.  Hits never cross a passage.
 */

/* Bytes [start, end) of a passage, on character boundaries. */
struct hit {
	size_t passage; /* index into the issue's passages */
	size_t start, end;
};

/* The issue's text folded once, for any number of searches; what the issue has
 * grown by since is folded at the next one, or by search_index_follow(). */
struct search_index;

/* Borrows `issue`, which must outlive it.  Release with search_index_free(). */
struct search_index *search_index_new(const struct issue *issue);
void search_index_free(struct search_index *index);

/* Folds what the issue has grown by, so that the next search need not; returns how
 * many passages that were. */
size_t search_index_follow(struct search_index *index);

struct hits {
	struct hit
		*items; /* owned; in order of the passages, not overlapping */
	size_t count, cap;
};

void hits_init(struct hits *hits);
void hits_release(struct hits *hits);

/*
 * Replaces what is in `hits` by all hits of `pattern` in what there is of the issue.
 * A pattern that is empty or folds to nothing has none.  Of several words (query.h)
 * all hits in articles that have every one of them, furniture together being one; of
 * hits at one place the longest.  Letters that are found nowhere are searched as
 * pinyin.
 */
void search_all(struct search_index *index, struct hits *hits,
                struct str pattern, enum query_mode mode);

/*
 * The same in steps, so that a reader can see what there is, and leave it.  Borrows
 * `index` and `hits`, which must outlive it; copies the pattern.  Until it is over
 * there are in `hits` those of a single word, as far as they were found; of several
 * words there are none.  The issue may grow meanwhile.
 */
struct search;

struct search *search_new(struct search_index *index, struct hits *hits,
                          struct str pattern, enum query_mode mode);
void search_free(struct search *search);

/* Goes through some `bytes` more of the text; false when it is over. */
bool search_step(struct search *search, size_t bytes);

/* How much is done, in [0, 1]. */
double search_share(const struct search *search);

/* The first hit that ends after byte `at` of `passage`, or hits->count. */
size_t hits_from(const struct hits *hits, size_t passage, size_t at);

/* The sentence around a hit: bytes of its passage, at most `limit` characters
 * to either side. */
struct hit hit_context(const struct issue *issue, const struct hit *hit,
                       size_t limit);

/* Appends hits as `baolan --search` prints them: article TAB page TAB first-last
 * source line TAB the sentence around it; neutralised, one hit a line.  Or as one
 * JSON object: baolan(1). */
void hits_add_lines(struct buf *out, const struct hits *hits,
                    const struct issue *issue);
void hits_add_json(struct buf *out, const struct hits *hits,
                   const struct issue *issue, struct str pattern);

/* Calls `add` with each article (index) that has a hit, once, in the order of the
 * hits; furniture is none. */
void hits_each_article(const struct hits *hits, const struct issue *issue,
                       void (*add)(void *to, size_t article), void *to);

#endif
