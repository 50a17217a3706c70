/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_PAGE_PACK_H
#define LAYOUT_PAGE_PACK_H

#include "issue/issue.h"

#include <stddef.h>

/*
 * How boxes of which each has several shapes are packed on a page of a given width, so that
 * the page is as low as it can be and their order stays that in which one reads: from left to
 * right, from top to bottom.
 *
 * Boxes stand in slots, one below the other; slots stand side by side in bands across the page,
 * and bands below each other.  For each run of boxes the least height of a band is found
 * by binary search: a height is enough when the narrowest slots of that height fit into the
 * page, which dynamic programming over the boxes tells.  The bands are those of the
 * least sum of heights, by dynamic programming again, as the lines of a paragraph are found
 * (Knuth, Plass).  O(boxes x PACK_BAND_BOXES x log of the height), with constants of
 * shapes x PACK_SLOT_BOXES.
 */

#define PACK_BAND_BOXES 8 /* the most in a band, */
#define PACK_SLOT_BOXES 4 /* and in a slot */

struct pack_shape {
	int cols, rows;
};

/* A box: its shapes from narrow to wide, at least one; wider ones are lower. */
struct pack_box {
	const struct pack_shape *shapes; /* borrowed */
	size_t shape_count;
};

struct pack_page {
	int cols; /* no slot is wider, unless a box has no shape so narrow */
	int gap_cols; /* between two slots */
	int gap_rows; /* between two boxes in a slot, and between two bands */
	int window_rows; /* what is higher has to be scrolled, and is dear; 0: no */
};

struct pack_slot {
	struct range boxes;
	int cols;
};

struct pack_band {
	struct range slots;
};

struct packing {
	struct pack_slot *slots; /* owned; in the order of the boxes */
	size_t slot_count, slot_cap;
	struct pack_band *bands; /* owned */
	size_t band_count, band_cap;
};

/* Release with packing_release(). */
void packing_init(struct packing *packing, const struct pack_box *boxes,
                  size_t count, const struct pack_page *page);
void packing_release(struct packing *packing);

#endif
