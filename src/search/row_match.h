/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_ROW_MATCH_H
#define SEARCH_ROW_MATCH_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether texts have a pattern in them: what a search (search.h) is to the issue,
 * for the rows of a list.  Folded in the same way, and taken apart into the same
 * words.  A row is looked at by itself, so letters may be pinyin in one row though
 * another has them as they are: with each key fewer rows are left, never more.
 */
struct row_match;

/* Copies `pattern`.  Release with row_match_free(). */
struct row_match *row_match_new(struct str pattern);
void row_match_free(struct row_match *matcher);

/* Does one of the texts of a row have each word?  A pattern without words is in
 * all. */
bool row_match_fits(struct row_match *matcher, const struct str *texts,
                    size_t count);

#endif
