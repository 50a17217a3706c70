/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_HEADS_H
#define LOAD_PLACE_HEADS_H

#include "load/place/page_index.h"

/* Groups the blocks of display and small type of a page into its heads: what stands
 * stacked, or side by side where it runs the other way, within about an em and with no
 * rule or picture between.  A rule narrower than the text at it is of the head and parts
 * nothing; a jump line is a head of its own.  Each such block is in exactly one head;
 * heads are in the order of their first blocks by t, then by s.  Blocks have their
 * kinds.  O(n log n). */
void heads_find(struct placing *placing, const struct page_index *index);

#endif
