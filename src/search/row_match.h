/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_ROW_MATCH_H
#define SEARCH_ROW_MATCH_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A matcher tells whether the texts of a list's row have a pattern in them: for
 * filters, what a search (search.h) is for the issue.  Texts and pattern are folded
 * and parsed in the same way.  Each row is matched by itself, so letters may be
 * pinyin in one row though another row has the letters themselves: with each
 * character that is added to the pattern fewer rows match, never more.
 */
struct row_match;

/* Makes a matcher; copies `pattern`.  Release with row_match_free(). */
struct row_match *row_match_new(struct str pattern);
void row_match_free(struct row_match *matcher);

/* Does each word of the pattern occur in one of the `count` texts of a row?  A
 * pattern without words matches every row. */
bool row_match_fits(struct row_match *matcher, const struct str *texts,
                    size_t count);

#endif
