/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PLACED_PAGES_H
#define LOAD_INPUT_PLACED_PAGES_H

#include "load/place/page_chars.h"

#include <stddef.h>

struct line_sink;

/* The pages of a file that gives characters with their places. */
struct placed_pages {
	struct line_sink *sink; /* borrowed */
	size_t count;           /* pages added so far, to the issue */
};

/* Places the page and adds it to the issue: its lines in reading order, its size, boxes and
 * marks; the placement is kept in the sink.  What is odd of the page is told.  A page that
 * lies on its side is turned, and two pages on one sheet are cut apart.  The page is
 * changed. */
void placed_pages_add(struct placed_pages *pages, struct page_chars *page);

/* Adds a page that could not be read. */
void placed_pages_add_lost(struct placed_pages *pages);

/* The sentence that says so of a page of which a part could be read; static. */
const char *placed_pages_damage(void);

#endif
