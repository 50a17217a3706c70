/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_JOIN_H
#define LOAD_JOIN_H

#include "load/lines.h"

struct issue;
struct passage;

/*
 * Joins the printed lines [first, end), first < end, into the text and spans of
 * `passage`, in the issue's arena.  Lines are joined with nothing between two
 * CJK characters, with a space between two words of letters; spaces that an
 * extractor put between two CJK characters are dropped.
 */
void join_lines(struct issue *issue, const struct printed_lines *lines,
                size_t first, size_t end, struct passage *passage);

#endif
