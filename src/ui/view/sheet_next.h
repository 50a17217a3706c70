/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_SHEET_NEXT_H
#define UI_VIEW_SHEET_NEXT_H

#include "ui/view/sheet_view.h"

/* Where the right side of the window is blank, names there the article that begins level with it
 * in the next screen, or else the one behind that of slug `focus`, if it is out of sight:
 * "→ headline".  Where an article goes on here from a screen before, its headline is named level
 * with where it stands: "← headline".  Columns of the window are those of `area`. */
void sheet_next_draw(const struct sheet_view *view,
                     const struct reading *reading, struct canvas *canvas,
                     struct area area, size_t focus);

#endif
