/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ASIDE_PULL_QUOTES_H
#define LOAD_ASIDE_PULL_QUOTES_H

#include "issue/issue.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

/*
 * Sets the pull quotes of a page aside, the lines of each as one unit.  A pull
 * quote is a group of whole lines with the words of a passage of the running
 * text, marks included; there the passage begins and ends anywhere in a line.
 * Texts are compared as streams of characters, without quotation marks, so that
 * line breaks do not matter, and a few characters may be lost or misread.
 *
 * `others` are `other_count` pages of the issue whose text may be quoted, too:
 * those on which articles of this page go on.
 *
 * Passages are found by the hashes of the five characters that begin each line,
 * looked up at each place of the stream: O(characters + places found), of which
 * at most 16 a hash are compared.
 */
void pull_quotes_find(struct printed_lines *lines, const struct issue *issue,
                      const size_t *others, size_t other_count);

#endif
