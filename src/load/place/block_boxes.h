/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_BLOCK_BOXES_H
#define LOAD_PLACE_BLOCK_BOXES_H

#include "load/place/page_index.h"

/* Sets for each block the smallest box of the page that it stands in.  An area filled
 * behind the words of a headline alone parts nothing: its blocks stand in the box
 * around it.  O(n log n). */
void block_boxes_find(struct placing *placing, const struct page_index *index);

#endif
