/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_SAVE_CHOICE_H
#define UI_ASK_SAVE_CHOICE_H

#include "ui/state.h"

/* Choosing what is saved (document->saving). */

/* Is there something of that kind to save? */
bool save_choice_offers(const struct app *app, enum save_choice choice);

/* Makes a choice: finds its articles.  False: they are none, and the choice stays. */
bool save_choice_make(struct app *app, enum save_choice choice);

/* Goes on to the next choice of which there is something. */
void save_choice_next(struct app *app);

/* Appends the question for a file to `out`: which choice it is about, or in a short
 * form that leaves that to the row above. */
void save_choice_add_question(struct buf *out, const struct app *app,
                              bool is_short);

/* Draws all choices in row 0 of `area`, the present one marked, and behind them the endings
 * of formats, as many as there is room for.  A click on a choice is PRESS_PICK() of it. */
void save_choice_draw(struct app *app, struct area area);

#endif
