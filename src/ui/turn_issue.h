/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TURN_ISSUE_H
#define UI_TURN_ISSUE_H

#include "ui/state.h"

/*
 * From one open issue to another.  Each is as it was left: its views, its place, its hits,
 * its filters.  An issue that was not read yet is loaded first, which the main loop does
 * (ask/request.h).
 */

/* Shows the issue at `at` of app->issues. */
void turn_issue_show(struct app *app, size_t at);

/* Shows the issue of these names (state/issues.h) if it is open; false: it is not. */
bool turn_issue_show_named(struct app *app, struct str names);

/* To the next or previous of the open issues; says where there is none. */
void turn_issue_next(struct app *app);
void turn_issue_prev(struct app *app);

/* Opens the list of the open issues at the one that is read. */
void turn_issue_list(struct app *app);

/* While that list has the keys, counts what it says of issues that are not loaded, in
 * steps; true when it has changed. */
bool turn_issue_count(struct app *app);

/* Closes the issue that is read and shows the next one, or else the one before; the only
 * one stays. */
void turn_issue_close(struct app *app);

/* Takes over a new document, as app_open() says, and shows it. */
void turn_issue_take(struct app *app, struct document *document);

/* What the list of issues says of the one that is read becomes what is known now. */
void turn_issue_note(struct app *app);

#endif
