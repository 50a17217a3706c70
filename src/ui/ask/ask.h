/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_H
#define UI_ASK_ASK_H

#include "ui/state.h"

/* The table of the questions at the foot of the screen: each stands in a file of its
 * own, opens with app_ask() and takes the keys while it is open. */

/* Gives a key to the open question. */
void ask_key(struct app *app, uint32_t key);

/* Draws the open question in row 0 of `area`. */
void ask_draw(struct app *app, struct area area);

#endif
