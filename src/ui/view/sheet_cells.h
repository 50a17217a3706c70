/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_SHEET_CELLS_H
#define UI_VIEW_SHEET_CELLS_H

#include "ui/view/sheet_view.h"

/* Which cells of a sheet show which bytes, for a cursor that stands inside lines. */

/* The first line (index of its slug) in the window on which the cursor can stand without
 * moving the window; that of the cursor where there is none.  NPOS: the sheet is empty. */
size_t sheet_cells_first(const struct sheet_view *view,
                         const struct reading *reading);

/* How far behind the beginning of its line a place stands: in columns, in an upright line in
 * rows. */
int sheet_cells_behind(const struct sheet_view *view,
                       const struct reading *reading, size_t slug,
                       struct place place);

/* The place that stands so far behind the beginning of a line: of the character there, or of the
 * last one. */
struct place sheet_cells_place(const struct sheet_view *view,
                               const struct reading *reading, size_t slug,
                               int behind);

/* The cell of a place on the sheet, as it was drawn last; rows and columns count from the top
 * left of the window.  False: the sheet is empty. */
bool sheet_cells_of(const struct sheet_view *view,
                    const struct reading *reading, struct place place, int *row,
                    int *col);

#endif
