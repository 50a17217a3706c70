/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_SCREENS_H
#define LAYOUT_FACSIMILE_SCREENS_H

#include <stdbool.h>

struct facsimile;
struct facsimile_columns;

/*
 * A page that is wider than the window is seen in screens, each as wide as the window: no
 * column stands in two of them, so that none is ever cut.  Where a page fits into the window,
 * that is the one screen.  Cells count along s; lines that run down have no screens.
 */

/* The first cell of the screen that holds cell `s`, and the one behind it. */
int facsimile_screen_start(const struct facsimile *plan, int s);
int facsimile_screen_end(const struct facsimile *plan, int s);

/* Do cells [s, s + cells) stand in two screens, though one has room for them? */
bool facsimile_screens_cut(const struct facsimile *plan, int s, int cells);

/* The first cell of a block of `cells` that would begin at cell `s`: so far left that it ends
 * where its screen does, or at the screen's edge.  What it then stands over is above or below it
 * (facsimile_rows.h). */
int facsimile_screens_fit(const struct facsimile *plan, int s, int cells);

/* Moves the columns of each screen apart, so that the last one ends where the screen does, if
 * that takes no more than a few cells a gap.  O(columns^2) at most. */
void facsimile_screens_spread(const struct facsimile *plan,
                              struct facsimile_columns *columns);

#endif
