/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_H
#define UI_ASK_ASK_H

#include "ui/state.h"

/* The table of the questions at the foot of the screen: each stands in a file of its
 * own, opens with app_ask() and takes the keys while it is open. */

/* Gives a key to the open question. */
void ask_key(struct app *app, uint32_t key);

/* Does the open question, if there is one, take text, so that one may paste there? */
bool ask_takes_text(const struct app *app);

/* Draws the open question in row 0 of `area`, and what Tab offers in the row above. */
void ask_draw(struct app *app, struct area area);

#endif
