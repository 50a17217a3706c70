/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_CONFIRM_H
#define UI_ASK_CONFIRM_H

#include "ui/state.h"

/* Questions of yes or no at the foot of the screen.  Arrows and Tab go from one answer to
 * the other (app->yes), Enter gives the marked one, and each has a key of its own. */

enum confirmed {
	CONFIRM_OPEN, /* the key answers nothing */
	CONFIRM_YES,
	CONFIRM_NO,
	CONFIRM_LEAVE /* ^C: leave what the question was asked for */
};

/* Takes a key. */
enum confirmed confirm_key(struct app *app, uint32_t key);

/* Draws the question in row 0 of `area`, `short_text` where there is no room for `text`,
 * and behind it the answers, translated, in which {YES} and {NO} are their keys. */
void confirm_draw(struct app *app, struct area area, struct str text,
                  struct str short_text, const char *yes, const char *no);

#endif
