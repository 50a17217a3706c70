/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Line breaking for Chinese: the places where a line may end, and lines of a given
 * width.  The module measures and draws nothing.  The rules are UAX #14 with the
 * tailoring that Chinese needs:
 *
 *  - CLREQ 禁则 at one of its levels; GB/T 15834: · ～ - / never begin a line.
 *  - A line may end outside “ ”; —— and …… are one unit each; a number keeps its unit
 *    (月 日 % ℃ 万).
 *  - Latin words and addresses are broken only when they are longer than the line, and
 *    then so that no mark is separated from its word.
 */

/* The levels of 禁则 (CLREQ). */
enum wrap_level {
	WRAP_BASIC, /* closing marks, · ～ - / never first, opening ones never
	                last */
	WRAP_NONE,  /* Chinese characters and marks part anywhere, as in some
	                papers of Hong Kong and Taiwan; words and numbers do not */
	WRAP_GB,    /* WRAP_BASIC, and / never last (GB/T 15834) */
	WRAP_STRICT, /* WRAP_GB, and —— and …… never first */
	WRAP_LEVELS
};

/* The level called `name` (none basic gb strict), or WRAP_LEVELS. */
enum wrap_level wrap_level_named(const char *name);
const char *wrap_level_name(enum wrap_level level);

/* The breaks of a text, found once for any number of widths. */
struct wrap {
	struct str text; /* borrowed */
	char *breaks;    /* owned; per byte: how a line may begin there */
	int ambiguous_cols;
};

void wrap_init(struct wrap *wrap, struct str text, int ambiguous_cols,
               enum wrap_level level);
void wrap_release(struct wrap *wrap);

/* The breaks of the text before byte `end`, so that the printed lines of a passage
 * share one analysis.  The result borrows from `wrap`, is valid as long as `wrap`, and is
 * not released. */
struct wrap wrap_before(const struct wrap *wrap, size_t end);

/* A line: bytes [start, end) are drawn; the next line begins at byte `next`, and the
 * spaces between are dropped. */
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

/* Whether the mark at byte `at` may hang beyond the line's width (CLREQ, hanging
 * punctuation). */
bool wrap_may_hang(const struct wrap *wrap, size_t at);

/* Whether a line may begin at byte `at`.  True at 0. */
bool wrap_may_begin(const struct wrap *wrap, size_t at);

#endif
