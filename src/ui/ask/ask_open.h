/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_OPEN_H
#define UI_ASK_ASK_OPEN_H

#include "ui/state.h"

/* Opening another issue: the question which file (ASK_OPEN), over the list of issues that
 * were read before (view/view_recent.c).  ↑ and ↓ choose of that list as long as nothing
 * is typed; Tab completes what is. */

/* Shows the list, and opens the question. */
void ask_open(struct app *app);

/* Nothing was named: shows the list over the open document, unless no other issue than
 * that was read before. */
void ask_open_start(struct app *app);

/* Takes a key while the question is open. */
void ask_open_key(struct app *app, uint32_t key);

/* What the keys do; appended to `out`. */
void ask_add_open_aside(struct buf *out, struct app *app);

/* Has a file or folder opened whose path was typed, as ask_open_names() does. */
void ask_open_typed(struct app *app, struct str path);

/* Has the issue of these names (state/issues.h) opened; goes back to the open document if
 * it is that. */
void ask_open_names(struct app *app, struct str names);

#endif
