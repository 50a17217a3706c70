/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_MATCH_H
#define SEARCH_MATCH_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether texts have a pattern in them: what a search (search.h) is to the issue,
 * for the rows of a list.  Folded in the same way, and taken apart into the same
 * words.  A row is looked at by itself, so letters may be pinyin in one row though
 * another has them as they are: with each key fewer rows are left, never more.
 */
struct matcher;

/* Copies `pattern`.  Release with matcher_free(). */
struct matcher *matcher_new(struct str pattern);
void matcher_free(struct matcher *matcher);

/* Does one of the texts of a row have each word?  A pattern without words is in
 * all. */
bool matcher_fits(struct matcher *matcher, const struct str *texts,
                  size_t count);

#endif
