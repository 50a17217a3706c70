/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_LINES_H
#define LOAD_PLACE_LINES_H

#include "load/place/frame.h"
#include "load/place/placing.h"
#include "load/place/rows.h"

/* The parts of rows as lines of text. */

/*
 * Adds a line for each of `rows`, in the order of their places: its text, with spaces
 * where the file has them between letters or where room is left; its type.  Turned letters
 * that climb are read upwards.  `heavy`, `left`, `right` and `block` are not set.
 */
void lines_add(struct placing *placing, const struct frame_char *chars,
               const struct rows *rows);

#endif
