/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_UPRIGHT_H
#define TEXT_UPRIGHT_H

#include "base/str.h"
#include "text/wrap.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Vertical writing (竖排): lines run downwards and are two cells wide; a character takes
 * a row.
 *
 *  - Marks take their vertical forms (U+FE10 …, CLREQ): ，becomes ︐, （ ︵, and
 *    “ ” the brackets ﹃ ﹄.
 *  - A number of two digits stands in one row; other digits and Latin letters are
 *    full-width, one under the other.
 *  - The rules of line breaking are those of wrap.h: the foot of a line is its
 *    end, its top its beginning.
 */

#define UPRIGHT_COLS 2 /* the width of a line in cells */

/* The end of the unit that begins at byte `at` < text.len.  A unit is what one row
 * shows. */
size_t upright_next(struct str text, size_t at);

/* Appends the drawn form of the unit [start, end): two cells, with a blank beside a
 * narrow character.  `plain` keeps marks in their horizontal forms, for fonts that lack
 * the vertical ones.  False: the unit is hostile or wider than two cells, and 〓 is
 * appended for it, as for what nobody can read. */
bool upright_show(struct buf *out, struct str text, size_t start, size_t end,
                  bool plain, int ambiguous_cols);

/* The rows of bytes [start, end). */
int upright_rows(struct str text, size_t start, size_t end);

/*
 * The line that begins at byte `start` and has at most `rows` rows, but at least one
 * unit; one mark may hang up to `hang_rows` rows below.  The rules are those of
 * wrap_line(); member `cols` of the result holds rows.
 */
struct wrap_line upright_line(const struct wrap *wrap, size_t start, int rows,
                              int hang_rows);

#endif
