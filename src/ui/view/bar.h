/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_BAR_H
#define UI_VIEW_BAR_H

#include "ui/state.h"

/* The line at the top of the screen: paper and date at the left, page, article and how
 * much is read at the right.  Where there is no room for all of it parts are left out. */

/* Draws it in row 0 of `area`. */
void bar_draw(struct app *app, struct area area);

#endif
