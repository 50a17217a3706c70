/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_PASSAGE_TEXT_H
#define EXPORT_PASSAGE_TEXT_H

#include "base/str.h"

#include <stddef.h>

struct issue;
struct passage;

/* The text of passages as all formats write it. */

/* Appends `text`, with each character that must not reach a terminal (control and
 * bidi characters, text/neutralise.h) replaced by its code point, <U+202E>.  Unlike
 * neutralise(), it drops nothing, and it keeps tabs and private-use characters. */
void export_visible(struct buf *out, struct str text);

/* The text of a passage on one printed line.  A passage may have several spans on a
 * line, as printed columns may part it within a line: the result runs from span `i`
 * to the last span on the same line, as it stands in the file, with the hyphen that
 * ends the line.  *next becomes the first span of another line, or
 * passage->span_count.  Borrowed from the issue. */
struct str export_printed_line(const struct issue *issue,
                               const struct passage *passage, size_t i,
                               size_t *next);

#endif
