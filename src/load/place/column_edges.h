/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_COLUMN_EDGES_H
#define LOAD_PLACE_COLUMN_EDGES_H

#include "load/place/page_index.h"

/*
 * The edges of the column at each line.
 */

/* Sets `left` and `right` of all lines: those of the block, but narrower where text runs
 * around a picture, a box, an inset or a drop cap.  Of text that is set ragged the right
 * edge of the block is set as well, to the end of its longest line.  Blocks have their
 * kinds.  O(n log n). */
void column_edges_find(struct placing *placing, const struct page_index *index);

/* Gives a block these edges, and its lines as well, but where they are narrower. */
void column_edges_set(struct placing *placing, const struct page_index *index,
                      struct placed_block *block, float left, float right);

/* How far a line is set in from the left edge of its column, in em; negative: it hangs
 * out.  A line that begins with an opening mark on the full width counts as set in or
 * flush by the indent of the paper (0: none), for its mark may hang. */
float column_set_in_em(const struct placed_line *line, size_t indent_em);

/* The room between the end of a line and the right edge of its column, in em. */
float column_room_em(const struct placed_line *line);

#endif
