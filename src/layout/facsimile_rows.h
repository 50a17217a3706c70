/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_ROWS_H
#define LAYOUT_FACSIMILE_ROWS_H

#include "layout/facsimile_columns.h"
#include "layout/facsimile_plan.h"

/*
 * The steps of the grid on which the blocks of a page stand, from its head to its foot.
 *
 * The lines of a block follow each other without a gap.  A block stands below all that
 * has its cells and was printed above it, and level with the lines of other columns that
 * were printed level with it, within half a pitch; so no two blocks share a cell, however
 * damaged their places are.  Then headlines move down to the text under them, and pictures
 * fill the room above what is below them.  O(n log n + blocks x cells).
 *
 * Sets t and t_steps of each block, and returns the number of steps of the page.
 */
int facsimile_set_rows(struct facsimile *plan,
                       const struct facsimile_columns *columns);

#endif
