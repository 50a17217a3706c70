/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PAGE_PLACEMENTS_H
#define LOAD_INPUT_PAGE_PLACEMENTS_H

#include "load/place/place_bounds.h"
#include "load/place/place_page.h"
#include "load/place/placement.h"

#include <stddef.h>

/* The placements of pages that wait for their articles. */

/* What a page was placed from, where it may have to be placed again. */
struct placed_from {
	struct page_chars chars;    /* owned */
	struct place_memory memory; /* of the pages before */
};

struct page_placement {
	size_t page; /* index, of the issue */
	struct placement placement;
	struct placed_from *from; /* owned; NULL: it is placed once */
};

struct page_placements {
	struct page_placement *items; /* owned, as is each; by page */
	size_t count, cap;
};

void page_placements_release(struct page_placements *placements);

/* The placement of page `page`, which is behind all pages so far, is taken over, and so is
 * `from`, which may be NULL. */
void page_placements_add(struct page_placements *placements, size_t page,
                         struct placement *placement, struct placed_from *from);

/* Frees what a page was placed from; NULL is nothing. */
void placed_from_free(struct placed_from *from);

/* The page is placed again so that the bounds hold, which are of its lines.  Nothing, where
 * they hold already, or where it is not known what the page was placed from.  Gives the
 * characters that were placed. */
size_t page_placements_bind(struct page_placements *placements, size_t page,
                            const struct place_bounds *bounds);

/* The placement of the page, or NULL; borrowed until the next call. */
const struct placement *
page_placements_find(const struct page_placements *placements, size_t page);

/* Releases the placement of the page, if it has one. */
void page_placements_drop(struct page_placements *placements, size_t page);

#endif
