/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_UPRIGHT_H
#define TEXT_UPRIGHT_H

#include "base/str.h"
#include "text/wrap.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * 竖排: text that runs downwards, a row of two cells for each character.
 *
 *  - Marks take their vertical forms (U+FE10 …, CLREQ): ，becomes ︐, （ ︵, and
 *    “ ” the brackets ﹃ ﹄.
 *  - A number of two digits stands in one row; other digits and Latin letters are
 *    full-width, one under the other.
 *  - The rules of line breaking are those of wrap.h: the foot of a line is its
 *    end, its top its beginning.
 */

#define UPRIGHT_COLS 2 /* cells of a line */

/* The end of the unit that begins at byte `at` < text.len: what one row shows. */
size_t upright_next(struct str text, size_t at);

/* Appends what is drawn for the unit [start, end): two cells, with blanks beside
 * what is narrow.  `plain`: marks stay as they are written, for fonts without
 * their vertical forms.  False for what must not be drawn, or is wider: then a � is. */
bool upright_show(struct buf *out, struct str text, size_t start, size_t end,
                  bool plain, int ambiguous_cols);

/* Rows of bytes [start, end). */
int upright_rows(struct str text, size_t start, size_t end);

/*
 * The line that begins at byte `start` and takes at most `rows` rows, but at least
 * one unit; one mark may hang `hang_rows` further.  As wrap_line(), and the line's
 * `cols` are its rows.
 */
struct wrap_line upright_line(const struct wrap *wrap, size_t start, int rows,
                              int hang_rows);

#endif
