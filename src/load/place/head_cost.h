/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_HEAD_COST_H
#define LOAD_PLACE_HEAD_COST_H

#include "load/place/columns_above.h"
#include "load/place/placing.h"
#include "load/place/separators.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What it costs that a column of text belongs to a head, by where both stand: under it is
 * usual, beside it or above it is not, and rules and other heads part them.
 */
struct head_cost {
	float place; /* by what stands where and between */
	float far;   /* of it only how far aside: less where a column beside it
	              * belongs to the same head */
};

/* Does the head stand at the side of the column: level with its top, before it along s?
 * Not of a head that runs across. */
bool head_is_at_side(const struct placing *placing, size_t column, size_t head);

/* The cost for a column and a head (indices).  A rule between them counts less where
 * nothing but the head stands right above the column, as `above` (columns_above.h) say.  Adds to
 * *steps how many heads and rules were looked at; O(heads + rules). */
struct head_cost head_cost(const struct separators *separators,
                           const struct column_above *above, size_t column,
                           size_t head, size_t *steps);

#endif
