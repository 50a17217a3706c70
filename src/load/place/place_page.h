/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACE_PAGE_H
#define LOAD_PLACE_PLACE_PAGE_H

#include "load/place/indent.h"
#include "load/place/page_chars.h"
#include "load/place/placement.h"

/*
 * Places a page: its characters, which are cleaned, become lines in reading order and
 * articles.  *placement need not be initialised, and is for the caller to release.  Each
 * character of a clean page is in exactly one line.  `indents` counts how far paragraphs
 * are set in on the pages of an issue, and counts this one; zero to begin with.
 */
void place_page(struct placement *placement, struct page_chars *chars,
                struct indent_counts *indents);

#endif
