/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_CHAIN_H
#define LOAD_PLACE_CHAIN_H

#include "load/place/line_index.h"
#include "load/place/placing.h"
#include "load/place/shapes.h"

#include <stddef.h>

/*
 * Which line goes on under which: lines of one type, of a pitch that text has, whose edges
 * fit each other (flush, set in, centred, flush right, or one inside the other), with no
 * rule between them.  Of all pairs the best ones hold first, each line in one pair above
 * and one below.
 */

/* Sets above[] and below[], by line, of the lines in the index; both hold NPOS for each
 * line before.  Rules are of the frame of these lines. */
void lines_chain(struct line_index *index, const struct frame_rules *rules,
                 size_t *above, size_t *below);

#endif
