/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_FRAME_H
#define UI_VIEW_FRAME_H

#include "ui/state.h"

/* The screen: the bar at the top, the view with the list beside it where there is
 * room, and the line at the foot. */

/* Draws a screen of rows x cols (each >= 1) on app->canvas. */
void frame_draw(struct app *app, int rows, int cols);

#endif
