/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_HIGHLIGHT_H
#define UI_VIEW_HIGHLIGHT_H

#include "issue/issue.h"
#include "ui/reading.h"
#include "ui/term/canvas.h"

/* Text of the issue, with what was searched marked in it, in every view. */

/* Draws bytes of a passage like canvas_range(), hits in their own styles. */
int marked_text(struct canvas *canvas, struct area area, int row, int col,
                const struct reading *reading, size_t passage,
                struct range bytes, enum style style);

/* The same, but what does not fit into `cols` ends in …, as in canvas_fit(). */
int marked_fit(struct canvas *canvas, struct area area, int row, int col,
               int cols, const struct reading *reading, size_t passage,
               struct range bytes, enum style style);

/* Draws bytes of a passage downwards, a unit a row (text/upright.h). */
void marked_upright(struct canvas *canvas, struct area area, int row, int col,
                    const struct reading *reading, size_t passage,
                    struct range bytes, enum style style);

#endif
