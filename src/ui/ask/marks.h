/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_MARKS_H
#define UI_ASK_MARKS_H

#include "ui/state.h"

/* The articles that a person has marked, to be saved together. */

/* Marks the article of the cursor, or takes its mark away; in a list the cursor steps to
 * the next article. */
void marks_turn(struct app *app);

/* Takes all marks away. */
void marks_clear(struct app *app);

/* Appends "*3" where articles are marked. */
void marks_add_count(struct buf *out, const struct app *app);

#endif
