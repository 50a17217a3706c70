/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_READING_ORDER_H
#define LOAD_PLACE_READING_ORDER_H

#include "load/place/column_ends.h"
#include "load/place/placing.h"

#include <stddef.h>

/*
 * In which order the columns of an article are read: one column of the page after the
 * other, from its top to its foot; or, where the text then flows much better, one band
 * after the other, a band being columns that stand beside each other above all the
 * rest.
 */

/* Sorts `columns` (indices, `count` >= 1) so, and gives what the flow of the text over
 * them costs.  O(count^2). */
float reading_order_sort(const struct placing *placing,
                         const struct column_end *ends, size_t *columns,
                         size_t count);

#endif
