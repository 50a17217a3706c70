/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_ASK_SEARCH_H
#define UI_ASK_ASK_SEARCH_H

#include "ui/ask/question_hints.h"
#include "ui/state.h"

/* The question what to search for (ASK_SEARCH): each key searches, Esc brings the
 * cursor back, ↓ opens the list of hits, and the last searches are kept. */

/* Opens the question. */
void ask_search(struct app *app);

/* Takes a key while it is open. */
void ask_search_key(struct app *app, uint32_t key);

/* "32 hits · 4 articles", "more than 41 hits · 7 articles (60%)": what is found, and how
 * far a running search has come; nothing while nothing is typed.  Appended to `out`.
 * O(new hits). */
void ask_add_search_aside(struct buf *out, struct app *app);

/* The keys of the question, for the end of its line. */
const struct ask_hint *ask_search_hints(const struct app *app);

#endif
