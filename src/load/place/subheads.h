/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SUBHEADS_H
#define LOAD_PLACE_SUBHEADS_H

#include "load/place/page_index.h"

/* Marks as BLOCK_SUBHEAD, of the blocks of display type, the small heads inside a
 * column: they have text of the column above them, or are level with the tops of its
 * neighbours.  At the head of a column a small line is marked, too: whether it is a
 * headline is known when columns are assigned to heads, unless a bound says that it is.  O(n log n). */
void subheads_find(struct placing *placing, const struct page_index *index);

#endif
