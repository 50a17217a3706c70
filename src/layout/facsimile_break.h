/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_BREAK_H
#define LAYOUT_FACSIMILE_BREAK_H

#include "layout/facsimile_plan.h"
#include "text/wrap.h"

struct page_line;

/*
 * Printed lines that have no room on the grid are broken as text is: headlines in their
 * columns, and what is longer than the window, of which the end could never be read.
 */

/* The length that a line of the block has at most, in cells of its own direction. */
int facsimile_line_most(const struct facsimile *plan,
                        const struct facsimile_block *block);

/* The part of an item that begins at byte `start` of its passage and is at most `room`
 * long, but at least one character.  Where the item has a hyphen a cell is left for it, if
 * there is room. */
struct wrap_line facsimile_piece(const struct facsimile *plan,
                                 const struct page_line *item, bool upright,
                                 size_t start, int room);

/* The room for the row of a line that is the `row`th from 0: less for the first one of a joined
 * line, which is set in. */
int facsimile_piece_room(const struct facsimile_line *line, int row, int room);

/* Into how many lines a printed line is broken in `room`; one that fits is not. */
int facsimile_count_rows(const struct facsimile *plan,
                         const struct facsimile_line *line, int room);

/* The least room in which a line is broken into no more rows than in `room`, so that they are of
 * about one length; `room` for one that fits.  O(length x log of the room). */
int facsimile_balanced_room(const struct facsimile *plan,
                            const struct facsimile_line *line, int room);

#endif
