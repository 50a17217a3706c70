/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_JOIN_LINES_H
#define LOAD_BUILD_JOIN_LINES_H

#include "load/lines/printed_line.h"

#include <stddef.h>

struct issue;
struct passage;
struct page_words;

/*
 * Sets text, spans and page of `passage` to the printed lines `which` (indices, count
 * >= 1) joined, in the issue's arena.
 *
 *  - Between two CJK characters lines are joined with nothing, between two words of
 *    letters with a space.
 *  - Spaces between two CJK characters of a line, which extractors insert, are dropped;
 *    in a byline (passage->role) they stay between words, as they part names.
 *  - A hyphen at the end of a line is dropped where `words` has the joined word
 *    and not the compound; `words` may be NULL: all hyphens stay.
 *  - Where the input states that a word goes on over the line end (enum line_join),
 *    it is joined as that says.
 *  - A drop cap goes before its line, with a space behind it only if it is a word.
 */
void join_lines(struct issue *issue, const struct printed_lines *lines,
                const size_t *which, size_t count, struct page_words *words,
                struct passage *passage);

#endif
