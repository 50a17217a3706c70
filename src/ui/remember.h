/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_REMEMBER_H
#define UI_REMEMBER_H

#include "ui/state.h"

/* What is kept of a run, and brought back in the next: places (resume.h), marks of
 * articles (read_marks.h), preferences (preference.h) and former answers. */

/* What is kept comes from `store` and goes there; NULL: nothing is kept.  Preferences and
 * the place in the open document come back. */
void remember_begin(struct app *app, struct store *store);

/* The answers of former runs come back, and where was saved.  No screen shows them before
 * a key, so that this is called once behind the first screen. */
void remember_answers(struct app *app);

/* Another document is open: the place in it comes back, and its marks. */
void remember_document(struct app *app);

/* To be called whenever the issue may have grown. */
void remember_step(struct app *app);

/* Writes what has changed since it was called last; true when there is a message why that
 * could not be done. */
bool remember_keep(struct app *app, enum store_haste haste);

#endif
