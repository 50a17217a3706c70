/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_BLOCK_KINDS_H
#define LOAD_PLACE_BLOCK_KINDS_H

#include "load/place/page_index.h"

/* Says of each block what it is (`kind`, `inside`, `picture`): running text by its size
 * and weight, furniture by its place or words, captions, pull quotes; what is left is
 * small or display type.  Subheads are display type still.  Specks that were recognised
 * in a scan as a few marks are furniture too, so that no article has them.
 * O(n log n). */
void block_kinds_find(struct placing *placing, const struct page_index *index);

#endif
