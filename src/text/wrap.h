/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Where a line may end, and lines of a given width.  Measures only; draws
 * nothing.  Rules: UAX #14 with the tailoring that Chinese needs (CLREQ 禁则,
 * its basic level unless another is asked for; GB/T 15834: · ～ - / never begin a line): quotes “ ” are free on
 * their outside, —— and …… are one unit, a number keeps its unit (月 日 % ℃ 万),
 * Latin words and addresses break only when longer than the line, and then
 * where no mark is torn from its word.
 */

/* How much of 禁则 is kept: what CLREQ calls levels. */
enum wrap_level {
	WRAP_BASIC, /* closing marks, · ～ - / never first, opening ones never
	                last */
	WRAP_NONE,  /* Chinese characters and marks part anywhere, as in some
	                papers of Hong Kong and Taiwan; words and numbers do not */
	WRAP_GB,    /* GB/T 15834: / is not the last either */
	WRAP_STRICT, /* nor does —— begin a line; …… never does */
	WRAP_LEVELS
};

/* The level called `name` (none basic gb strict), or WRAP_LEVELS. */
enum wrap_level wrap_level_named(const char *name);

/* The breaks of one text, made once for any number of widths. */
struct wrap {
	struct str text; /* borrowed */
	char *breaks;    /* owned; per byte: how a line may begin here */
	int ambiguous_cols;
};

void wrap_init(struct wrap *wrap, struct str text, int ambiguous_cols,
               enum wrap_level level);
void wrap_release(struct wrap *wrap);

/* The same breaks for the text before byte `end`, so that the printed lines of
 * one passage share one analysis.  Borrows from `wrap`: valid while that is, and
 * not released. */
struct wrap wrap_before(const struct wrap *wrap, size_t end);

/* One line: bytes [start, end) to draw, then spaces dropped up to `next`. */
struct wrap_line {
	size_t start, end, next;
	int cols; /* of [start, end) */
};

/*
 * The line that begins at byte `start` and takes at most `cols` cells, but at
 * least one glyph.  One closing mark or comma may hang: it may take up to
 * `hang_cols` cells more.  Lines of a text, in turn from 0 until next ==
 * text.len, hold each byte exactly once or drop it as a space at a break.
 */
struct wrap_line wrap_line(const struct wrap *wrap, size_t start, int cols,
                           int hang_cols);

/* May the mark at byte `at` hang beyond the measure (CLREQ)? */
bool wrap_may_hang(const struct wrap *wrap, size_t at);

/* May a line begin at byte `at`?  True at 0. */
bool wrap_may_begin(const struct wrap *wrap, size_t at);

#endif
