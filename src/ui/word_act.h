/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_WORD_ACT_H
#define UI_WORD_ACT_H

#include "ui/state.h"

/* What commands mean while the cursor of the article view is on words (word_cursor.h). */

/* Has the article view the keys, with the cursor on words? */
bool word_act_is_on(const struct app *app);

/* The word of the cursor, as bytes of the passage of the place; an empty range: there is
 * none, or the cursor is not on words. */
struct range word_act_word(struct app *app);
struct str word_act_text(struct app *app);

/* Puts the cursor on words, at the first one in the window of the article view, which it
 * opens; or off, where it is on them. */
void word_act_turn(struct app *app);

/* Shows the dictionary's entry of the word; the cursor is put on words where it is not. */
void word_act_entry(struct app *app);

/* Takes what the dictionary command says, waiting for a moment, or ends it when its view is
 * closed.  True: there is more to show. */
bool word_act_work(struct app *app);

/* Takes a command in the article view; false: it has no meaning on words, or the cursor is
 * not on them. */
bool word_act(struct app *app, enum command command);

/* Moves the cursor to the word at a cell of the canvas. */
void word_act_click(struct app *app, int row, int col);

#endif
