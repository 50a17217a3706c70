/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_FILTER_H
#define UI_ASK_ASK_FILTER_H

#include "ui/state.h"

/* The question by what a list is filtered (ASK_FILTER): each key filters, Esc brings
 * the former filter back. */

/* Opens the question for the list that has the keys.  A / while nothing is typed
 * becomes ask_search(). */
void ask_filter(struct app *app);

/* Takes a key while it is open. */
void ask_filter_key(struct app *app, uint32_t key);

/* What stands beside the question: the rows that are left, or a hint; appended to
 * `out`. */
void ask_add_filter_aside(struct buf *out, struct app *app);

/* The filter of the list that has the keys, or NULL when none has them. */
struct filter *ask_filtered(struct app *app);

/* What leaves a list that has the keys: BACK and CLOSE take its filter away, so that all
 * rows are there again; without one they leave the list, as LEFT always does.  False for other commands. */
bool ask_filter_leave(struct app *app, enum command command);

/* "filter: 疫情 3/41", or "" where no filtered list is seen, for a line of `cols`;
 * appended to `out`. */
void ask_add_filter(struct buf *out, struct app *app, int cols);

#endif
