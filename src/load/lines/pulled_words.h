/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_PULLED_WORDS_H
#define LOAD_LINES_PULLED_WORDS_H

#include "load/lines/printed_line.h"

/*
 * Divided words that an extractor has pulled up: pdftotext without -raw drops the hyphen
 * at the end of a line and sets the rest of the word before it.  The line is then wider
 * than its column and the next one leaves room.
 *
 * Only pages in an alphabet on which no line ends in a hyphen can be of that kind, and only
 * lines that go on with a small letter; the lines of a headline that is wider than its
 * column seldom do.
 */

/* Sets pulled_em and before_em of the lines, whose widths are measured.  O(lines). */
void pulled_words_find(struct printed_lines *lines);

#endif
