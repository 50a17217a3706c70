/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_SEARCH_H
#define UI_ASK_ASK_SEARCH_H

#include "ui/state.h"

/* The question what to search for (ASK_SEARCH): each key searches, Esc brings the
 * cursor back, and the last searches are kept. */

/* Opens the question. */
void ask_search(struct app *app);

/* Takes a key while it is open. */
void ask_search_key(struct app *app, uint32_t key);

/* "3/41+ (60%)": the number of hits, and how far a running search has come; appended
 * to `out`. */
void ask_add_search_aside(struct buf *out, struct app *app);

#endif
