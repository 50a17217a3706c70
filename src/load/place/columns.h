/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_COLUMNS_H
#define LOAD_PLACE_COLUMNS_H

#include "load/place/page_index.h"

/* Chains the blocks of text and the subheads of a page into its columns: one under the
 * other with the same edges, across insets, pictures and boxes that fill the room
 * between them, but never across a rule or display type.  Each such block is in exactly
 * one column; columns are in the order of their tops, then of s.  Lines of short blocks
 * get the edges of their column.  Blocks have their kinds, lines their edges.
 * O(n log n). */
void columns_find(struct placing *placing, const struct page_index *index);

#endif
