/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ROW_EDGES_H
#define LOAD_PLACE_ROW_EDGES_H

#include "load/place/char_grid.h"
#include "load/place/frame.h"
#include "load/place/rows.h"

/*
 * The second pass for gutters: a row that goes on where the lines of one column end and
 * those of another begin is cut there, also where marks hang into the gutter.  `rows` are
 * those that gutters_cut() has cut, `grid` is that of their characters.  Adds to *steps what was done.
 */
void row_edges_cut(struct rows *rows, const struct frame_char *chars,
                   struct char_grid *grid, size_t *steps);

#endif
