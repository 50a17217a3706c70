/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_READING_END_H
#define UI_VIEW_READING_END_H

#include "ui/state.h"
#include "ui/view/sheet_view.h"

/*
 * What is done where a page or an article ends or begins, and a command could not move the
 * cursor: a message says what comes next, and the command for a screen forth or back goes
 * there when it is given a second time (app->at_end).
 */

/* For a command that could not move the cursor on the page, or in the article; `moved` is
 * SHEET_AT_END or SHEET_AT_BEGINNING. */
void reading_end_page(struct app *app, enum command command,
                      enum sheet_moved moved);
void reading_end_article(struct app *app, enum command command,
                         enum sheet_moved moved);

#endif
