/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_RESUME_H
#define UI_RESUME_H

#include "ui/state.h"

/* An issue is opened where it was left, and in the same view. */

/* The open document is a new one: looks for it by its names. */
void resume_begin(struct app *app);

/* More of the issue is loaded: looks for it by its digest as soon as that is known, and
 * goes to the place that was kept, unless the reader has gone elsewhere by then.  Where
 * that page is not loaded yet it is waited for, as for anything (loading.h). */
void resume_step(struct app *app);

/* Sets a place, of which a copy is kept, that is to be reached: at once in the open
 * document, or in the next one that is opened.  Its page is waited for, too. */
void resume_set_goal(struct app *app, const struct kept_place *place);
void resume_reach_goal(struct app *app);

/* Queues the present place, if it is another than the one that was kept last. */
void resume_keep(struct app *app);

#endif
