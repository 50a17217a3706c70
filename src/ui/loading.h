/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_LOADING_H
#define UI_LOADING_H

#include "ui/state.h"

/*
 * An issue is read while it is still being loaded, and searched while more of it
 * comes.  What needs more than is there waits, with a bar at the foot of the screen,
 * and Esc gives it up.
 */

/* Is there more of the issue to come? */
bool loading_goes_on(const struct app *app);

/* Is there work to do while no event comes: an issue to load or to search, a list to
 * filter, something that waited and need not any more? */
bool loading_has_work(const struct app *app);

/* Says which bytes, corrections and files of the whole input are at fault, unless
 * that was said before. */
void loading_say_odd(struct app *app);

/* Does `then` once `what` is there: now, if it is. */
void loading_await(struct app *app, enum awaited what,
                   void (*then)(struct app *app));

/* Is it there, or is all loaded and searched that could bring it? */
bool loading_has(const struct app *app, enum awaited what);

/* Is the issue loaded, and all of it searched? */
bool loading_searched_all(const struct app *app);

/* Looks for what was searched last, where that was not done, or not to the end. */
void loading_search_last(struct app *app);

/* Up to where a key that is pressed now may load, as load_work() counts. */
size_t loading_limit(const struct app *app);

/* Loads a page more, now, up to that limit; false when none came. */
bool loading_page(struct app *app, size_t limit);

/* Does a step of loading, if there is one, and of a search; true when the screen
 * should be drawn again. */
bool loading_step(struct app *app);

/* A key while something waits. */
void loading_key(struct app *app, uint32_t key);

/* Draws the bar in row 0 of `area`. */
void loading_draw(struct app *app, struct area area);

/* Draws how much there is at the end of row 0; returns the cells it took. */
int loading_draw_share(struct app *app, struct area area);

#endif
