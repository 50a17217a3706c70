/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_SHEET_NEXT_H
#define UI_VIEW_SHEET_NEXT_H

#include "ui/view/sheet_view.h"

/* Where the right side of the window is blank and the article behind that of slug `focus` begins
 * out of sight, names that article there: "→ headline".  Columns of the window are those of
 * `area`. */
void sheet_next_draw(const struct sheet_view *view,
                     const struct reading *reading, struct canvas *canvas,
                     struct area area, size_t focus);

#endif
