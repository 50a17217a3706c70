/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_BLOCK_ORDER_H
#define LOAD_PLACE_BLOCK_ORDER_H

#include "load/place/placing.h"

#include <stddef.h>

/*
 * The blocks of a page in an order in which they can be read, where it is not known which
 * article they are of: the page is cut along its white, across all that stands beside each
 * other or between columns, and so is each part (recursive XY-cut, Nagy and Seth 1984).
 * O(n log n) for each of at most ORDER_DEEPEST cuts into each other.
 */
#define ORDER_DEEPEST 24

/* Indices of all blocks, which the caller frees. */
size_t *block_order(const struct placing *placing);

#endif
