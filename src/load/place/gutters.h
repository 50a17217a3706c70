/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_GUTTERS_H
#define LOAD_PLACE_GUTTERS_H

#include "load/place/char_grid.h"
#include "load/place/frame.h"
#include "load/place/rows.h"
#include "load/place/shapes.h"

/*
 * Gutters: where a row goes over to another column.  A gap in a row is a gutter if
 *
 *    - a rule runs through it; or
 *    - the rows above and below leave the same place free, with type on both sides; or
 *    - it is so wide that nothing but a gutter is, and nothing stands against it.
 *
 * Where text is of an alphabet, a gutter is wider than the spaces between its words.
 */

/* Cuts rows at their gutters.  `grid` is that of the rows; rules are of their frame.
 * Each gap looks at no more than some rows around it, so the cost is linear. */
void gutters_cut(struct rows *rows, const struct frame_char *chars,
                 struct char_grid *grid, const struct frame_rules *rules);

#endif
