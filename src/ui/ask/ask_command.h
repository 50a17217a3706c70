/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_COMMAND_H
#define UI_ASK_ASK_COMMAND_H

#include "ui/state.h"

/*
 * The question where to go or what to do (ASK_COMMAND):
 *
 *	12           opens article 12, as a number and Enter do
 *	p12          goes to page 12
 *	40%          goes to that part of the article or page that is shown
 *	w, w FILE    saves the article, or what is marked: asks where, or to FILE
 *	q            leaves the program
 *	NAME         does the command of that name (command_named()), as its key would
 *
 * Tab completes names and files.  Full-width forms mean what they stand for.
 */

/* Opens the question. */
void ask_command(struct app *app);

/* Takes a key while it is open. */
void ask_command_key(struct app *app, uint32_t key);

/* What may be typed, while nothing is; appended to `out`. */
void ask_add_command_aside(struct buf *out, struct app *app);

/* The short names that are typed there beside the names of all commands: how many, and
 * which, with their commands. */
size_t ask_command_short_count(void);
const char *ask_command_short(size_t index, enum command *command);

#endif
