/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_OUTLINE_H
#define UI_VIEW_OUTLINE_H

#include "ui/term/canvas.h"

/* Draws the outline of `room`, which is in cells of `area` and may stand in part outside
 * of it: that part is not drawn.  Where box characters take two cells it is of - | +. */
void outline_draw(struct canvas *canvas, struct area area, struct area room);

#endif
