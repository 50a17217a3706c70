/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PAGE_PLACEMENTS_H
#define LOAD_INPUT_PAGE_PLACEMENTS_H

#include "load/place/placement.h"

#include <stddef.h>

/* The placements of pages that wait for their articles.  Line i of a placement is the ith
 * line of its page. */

struct page_placement {
	size_t page; /* index, of the issue */
	struct placement placement;
};

struct page_placements {
	struct page_placement *items; /* owned, as is each; by page */
	size_t count, cap;
};

void page_placements_release(struct page_placements *placements);

/* The placement of page `page`, which is behind all pages so far, is taken over. */
void page_placements_add(struct page_placements *placements, size_t page,
                         struct placement *placement);

/* The placement of the page, or NULL; borrowed until the next call. */
const struct placement *
page_placements_find(const struct page_placements *placements, size_t page);

/* Releases the placement of the page, if it has one. */
void page_placements_drop(struct page_placements *placements, size_t page);

#endif
