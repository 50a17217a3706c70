/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_PLACES_H
#define LAYOUT_FACSIMILE_PLACES_H

#include <stdbool.h>
#include <stddef.h>

struct column_block;
struct facsimile;
struct facsimile_columns;

/* Sets the cells at which columns begin (`s`), and how far the blocks, which are in the order of
 * their columns, stand from the edges of these (`offset`): longest paths over all that was
 * printed left of something, O(blocks^2).  `has_screens`: no column stands in two screens.
 * Returns the cells that all columns take. */
int facsimile_place_columns(struct facsimile_columns *columns,
                            const struct facsimile *plan,
                            struct column_block *blocks, size_t count,
                            bool has_screens);

#endif
