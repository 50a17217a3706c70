/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_LOADING_H
#define UI_LOADING_H

#include "ui/state.h"

/*
 * Loading and searching while a person reads.  What needs more of the issue than is
 * loaded, or more hits than are found, waits with a bar at the foot of the screen; Esc
 * gives it up.
 */

/* Is the issue not yet loaded to its end? */
bool loading_goes_on(const struct app *app);

/* Is there work to do while no event comes: an issue to load or to search, a list to
 * filter, a waiting action that can be done? */
bool loading_has_work(const struct app *app);

/* Shows a message about the bytes, corrections and files of the whole input that are at
 * fault, unless the message has been shown before. */
void loading_say_odd(struct app *app);

/* Calls `then` as soon as `what` is there: at once, if it is. */
void loading_await(struct app *app, enum awaited what,
                   void (*then)(struct app *app));

/* Is it there, or is everything loaded and searched that could bring it? */
bool loading_has(const struct app *app, enum awaited what);

/* Is the issue loaded, and all of it searched? */
bool loading_searched_all(const struct app *app);

/* Searches for the last pattern again, if its search was not begun or not ended. */
void loading_search_last(struct app *app);

/* How far a key that is pressed now may load, in the units of load_work(): about a
 * tenth of a second of work. */
size_t loading_limit(const struct app *app);

/* Loads one more page, up to that limit; false when none came. */
bool loading_page(struct app *app, size_t limit);

/* Does one step of loading and one of a running search; true when the screen should be
 * drawn again. */
bool loading_step(struct app *app);

/* Takes a key while something waits: Esc gives it up, all others but the one that ends
 * the program do nothing. */
void loading_key(struct app *app, uint32_t key);

/* Draws the bar in row 0 of `area`. */
void loading_draw(struct app *app, struct area area);

/* Draws the share that is loaded at the end of row 0; returns the cells it took, 0 when
 * all is loaded. */
int loading_draw_share(struct app *app, struct area area);

#endif
