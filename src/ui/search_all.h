/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_SEARCH_ALL_H
#define UI_SEARCH_ALL_H

#include "ui/state.h"

/* Searching all open issues, and the way to what is found (found.h) and back. */

/* Searches all open issues, and opens the list of what is found (VIEW_FOUND). */
void search_all_begin(struct app *app, struct str pattern);

/* The command: for what was searched last in this issue, or else in all; where nothing was,
 * asks what to search. */
void search_all_again(struct app *app);

/* Does a step of the search; true when the list has changed. */
bool search_all_step(struct app *app);

/* Goes to the chosen hit in its issue, over which the list stays opened. */
void search_all_go(struct app *app);

/* Closes the list, and goes back to the issue in which the search was asked for. */
void search_all_leave(struct app *app);

#endif
