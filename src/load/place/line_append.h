/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_LINE_APPEND_H
#define LOAD_PLACE_LINE_APPEND_H

#include "base/str.h"
#include "load/place/placing.h"

/* Two lines become one: characters, text and box.  The ends of the line are the caller's;
 * the other line has no characters then, and goes with blocks_drop_empty(). */

/* `after` is read behind `line`; `between` stands between their texts. */
void line_append(struct placed_line *line, struct placed_line *after,
                 struct str between);

/* `before` is read before `line`. */
void line_prepend(struct placed_line *line, struct placed_line *before);

#endif
