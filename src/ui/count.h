/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_COUNT_H
#define UI_COUNT_H

#include "ui/state.h"

/*
 * A number that is typed before a key: 12 Enter opens article 12, 12] goes to page 12, 5j
 * is done five times.  While it is typed the line at the foot says what it would do.  A
 * number before any other key does nothing, and a message says so; only help opens and the
 * program is left all the same.
 */

/* Takes a key that makes or edits the number: a digit, unless the view has digits of its
 * own, and the keys that take a digit or all of it away.  False: it is no such key. */
bool count_key(struct app *app, uint32_t key);

/* How often a command is to be done: once where no number was typed.  0: what the number
 * means was done or told.  The number is gone then. */
size_t count_apply(struct app *app, enum command command);

#endif
