/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_COLUMN_GAP_H
#define LOAD_PLACE_COLUMN_GAP_H

#include "load/place/page_index.h"
#include "load/place/rule_roles.h"

#include <stdbool.h>

/* Are two blocks, `lower` the next under `upper`, of one column?  There is little room
 * between them, or insets, pictures and boxes fill it; no display type, text or rule
 * stands there.  O(log n) and what stands between them. */
bool column_gap_joins(const struct placing *placing,
                      const struct page_index *index, struct rule_roles *roles,
                      const struct placed_block *upper,
                      const struct placed_block *lower);

#endif
