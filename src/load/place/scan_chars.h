/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SCAN_CHARS_H
#define LOAD_PLACE_SCAN_CHARS_H

#include "load/place/page_chars.h"
#include "load/place/placement.h"

#include <stdbool.h>

/*
 * Places a page of a PDF that is a picture, with the text that a program has recognised on it
 * hidden behind it.
 *
 * The order of such characters is that of the program, which has seen the columns and rules
 * of the picture: a line ends where the next character stands before it, above or below it,
 * or far behind it.  The program gives no blocks; those are found by places (scan_blocks.h).
 * The page is then placed as scan_page.h says.
 *
 * False, and the placement is not set: less than almost all characters are hidden, or their
 * lines are so short that their order can be no such one, or they cannot be placed so.  The
 * page is cleaned (clean.h).
 */
bool scan_chars_place(struct placement *placement, struct page_chars *page);

#endif
