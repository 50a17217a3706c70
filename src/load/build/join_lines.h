/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_JOIN_LINES_H
#define LOAD_BUILD_JOIN_LINES_H

#include "load/lines/printed_line.h"

#include <stddef.h>

struct issue;
struct passage;
struct page_words;

/*
 * Joins the printed lines `which` (count >= 1) into the text and spans of
 * `passage`, in the issue's arena.  Lines are joined with nothing between two
 * CJK characters, with a space between two words of letters; spaces that an
 * extractor put between two CJK characters are dropped, but in a byline
 * (passage->role), where they part names, they stay between words.  A hyphen at the end of
 * a line is dropped where `words` knows the whole word and not the compound
 * (may be NULL: all hyphens stay); a large first letter that stands on a line
 * of its own is joined to its word.
 */
void join_lines(struct issue *issue, const struct printed_lines *lines,
                const size_t *which, size_t count,
                const struct page_words *words, struct passage *passage);

#endif
