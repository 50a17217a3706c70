/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_LOADING_H
#define UI_LOADING_H

#include "ui/app.h"

/*
 * An issue is read while it is still being loaded.  What needs more of it than
 * is there waits, with a bar at the foot of the screen, and Esc gives it up.
 */

/* Is there more of the issue to come? */
bool loading_goes_on(const struct app *app);

/* Does `then` once there are `articles` articles, or all for NPOS: now, if they
 * are there. */
void loading_await(struct app *app, size_t articles,
                   void (*then)(struct app *app));

/* Loads a page more, now; false when all is there. */
bool loading_page(struct app *app);

/* Does a step, and makes what it brought ready for a search; true when the screen should be drawn again. */
bool loading_step(struct app *app);

/* A key while something waits. */
void loading_key(struct app *app, uint32_t key);

/* Draws the bar in row 0 of `area`. */
void loading_draw(struct app *app, struct area area);

/* Draws how much there is at the end of row 0; returns the cells it took. */
int loading_draw_share(struct app *app, struct area area);

#endif
