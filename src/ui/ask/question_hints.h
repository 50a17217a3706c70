/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_QUESTION_HINTS_H
#define UI_ASK_QUESTION_HINTS_H

#include "ui/state.h"

/* The keys of a question, shown at the end of its line. */

/* Keys of a question have one meaning in any keymap, so a hint has the name of its key. */
struct ask_hint {
	const char *key;   /* as a screen shows it; NULL ends a list of hints */
	const char *label; /* untranslated */
};

/* Draws as many hints as there is room for in `room_cols` cells, from the first one on, at
 * the right end of row 0 of `area`; a click on one is its key.  Returns the cells taken, with
 * the gap before them. */
int question_hints_draw(struct app *app, struct area area, int room_cols,
                        const struct ask_hint *hints);

#endif
