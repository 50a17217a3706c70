/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_HIGHLIGHT_H
#define UI_VIEW_HIGHLIGHT_H

#include "issue/issue.h"
#include "ui/reading.h"
#include "ui/term/canvas.h"

/* Text of the issue with the hits of the search highlighted, for every view. */

/* The hit (index) that a byte of a passage is in, or NPOS.  It may have begun in the passage
 * that goes on in this one. */
size_t highlight_hit_at(const struct reading *reading, size_t passage,
                        size_t at);

/* Draws bytes of a passage as canvas_range() does, hits in their own styles, in `cols`
 * cells; a text that does not fit ends in …, as in canvas_fit().  Returns the cells taken. */
int highlight_fit(struct canvas *canvas, struct area area, int row, int col,
                  int cols, const struct reading *reading, size_t passage,
                  struct range bytes, enum style style);

/* Draws bytes of a passage as a spaced headline (text/letter_space.h), the spaces in a hit as
 * the hit; returns the cells taken. */
int highlight_spaced(struct canvas *canvas, struct area area, int row, int col,
                     const struct reading *reading, size_t passage,
                     struct range bytes, enum style style);

/* Draws the hyphen of a word that goes on at byte `at` of a passage, as a part of the hit
 * that has both parts of the word. */
void highlight_hyphen(struct canvas *canvas, struct area area, int row, int col,
                      const struct reading *reading, size_t passage, size_t at,
                      enum style style);

/* Draws bytes of a passage downwards, a unit a row (text/upright.h). */
void highlight_upright(struct canvas *canvas, struct area area, int row,
                       int col, const struct reading *reading, size_t passage,
                       struct range bytes, enum style style);

#endif
