/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_H
#define LAYOUT_FACSIMILE_H

#include <stdbool.h>
#include <stddef.h>

struct issue;
struct sheet;

/* The window for which a page is set, >= 1. */
struct facsimile_window {
	int rows, cols;
	int ambiguous_cols;  /* 1 or 2, of characters of ambiguous width */
	bool shows_pictures; /* not as frames, which need less room */
};

/*
 * Sets page `page` (index) as it was printed, from the true places of its lines: columns
 * side by side, each as wide as its widest line, and level where that leaves no room
 * blank; headlines over the columns that they span; rules and boxes as rules, pictures as
 * frames.  A page whose lines run down is set so, from right to left.
 *
 *  - Every passage of the page, furniture too, is on the sheet exactly once: each byte is
 *    in exactly one slug, or is a space dropped at a break.  Slugs stand in reading order,
 *    and no two share a cell, whatever the places say.
 *  - A page that is wider than the window has screens of its width (sheet->turn_cols): no
 *    column stands in two of them, and a headline or a picture over several columns keeps to
 *    the screen in which it begins.  No line is wider than the window.
 *  - Where that spares a quarter of the screens, or where many lines are wider than the window,
 *    paragraphs are set anew in narrower columns (facsimile_anew.h): sheet->is_anew is set.
 *  - sheet->guessed is not set.
 *
 * False, and `sheet` is not initialised: the page has no places, far too many blocks
 * for a page, or scattered words, so that nearly all of it would be blank.  Else the caller releases it.
 *
 * The algorithm is that of compaction: columns are longest paths over what stands beside
 * each other (facsimile_places.h), rows a skyline (facsimile_rows.h).
 */
bool facsimile_page(struct sheet *sheet, const struct issue *issue, size_t page,
                    const struct facsimile_window *window);

#endif
