/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_DISPATCH_H
#define UI_DISPATCH_H

#include "ui/state.h"

/*
 * Events become commands, and commands change the state of the reader: the view that
 * has the keys takes a command first, then the table of ui/action.h.  No terminal is
 * known here, so tests run the reader as it is.
 */

/* Loads the first page of the session's issue unless that takes long, and shows it.
 * Copies `settings`; borrows their strings, and `session`, and gives it another issue when something is corrected.
 * `ambiguous_cols` is the width of ambiguous characters, 1 or 2. */
void app_init(struct app *app, struct session *session,
              const struct settings *settings, int ambiguous_cols);
void app_release(struct app *app);

/* Shows the issue of another session, which is borrowed from then on: the one that
 * app->issues.opening awaits, or one more, behind the one that is read.  It takes the
 * place of the issue that was only offered (ask/ask_open.h), and of one that is closed. */
void app_open(struct app *app, struct session *session);

/* What was to be opened cannot be. */
void app_drop_open(struct app *app);

/* Does some of the work that is left (loading_has_work()), for a few milliseconds;
 * true when the screen should be drawn. */
bool app_work(struct app *app);

/* Takes an event; app->running is false afterwards when the reader should end. */
void app_event(struct app *app, const struct event *event);

#endif
