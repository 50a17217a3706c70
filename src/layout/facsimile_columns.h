/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_COLUMNS_H
#define LAYOUT_FACSIMILE_COLUMNS_H

#include "layout/facsimile_column_plan.h"
#include "layout/facsimile_plan.h"

#include <stddef.h>

/*
 * The columns of a page's grid: the left edges of its text blocks, within 3 em where they
 * follow each other within 1 em.  A column stands so far right that all that was printed
 * left of it, level with it, has its cells and a gap; so blocks that were printed side by
 * side stand side by side, and columns of different widths above each other are possible.
 * The places are longest paths over the pairs of blocks, O(blocks^2).  No column stands in two
 * screens (facsimile_screens.h).
 */

/* Display type of no more cells is not broken to make room beside it. */
#define FACSIMILE_HEAD_CELLS 24

/* Finds the columns and sets the cells of each block of text (s, s_cells, column) and the
 * indents of its lines.  Release with facsimile_columns_release(). */
void facsimile_columns_init(struct facsimile_columns *columns,
                            struct facsimile *plan);
void facsimile_columns_release(struct facsimile_columns *columns);

/* The first column whose left edge is at `s_pt` or behind, within 1 em; `count`: none. */
size_t facsimile_column_at(const struct facsimile_columns *columns, float s_pt,
                           float em_pt);

#endif
