/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_HEAD_GUTTERS_H
#define LOAD_PLACE_HEAD_GUTTERS_H

#include "load/place/char_grid.h"
#include "load/place/frame.h"

#include <stdbool.h>

/*
 * Headlines side by side: large type is set as near to the next column as small type is,
 * and has too few rows to show a gutter.  The smaller type below shows it: its lines begin
 * where the second headline does, and none stands across.
 */

/* A gap [from, to] in a row of large type at t; `grid` has the characters of its
 * direction. */
bool head_gap_is_gutter(struct char_grid *grid, const struct frame_char *chars,
                        float from, float to, float t, float em_pt);

#endif
