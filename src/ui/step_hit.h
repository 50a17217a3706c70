/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_STEP_HIT_H
#define UI_STEP_HIT_H

#include "ui/state.h"

/*
 * From one hit to the next or previous one.  In a single issue the step goes around its end;
 * where several are open a message names the issue that comes next, and the same command given
 * once more goes to the hits there, around the end of the list of issues.
 */

/* The commands.  Hits that are not found yet are waited for (loading.h). */
void step_hit_next(struct app *app);
void step_hit_prev(struct app *app);

/* Another document was opened: where a search is taken along, goes to its first hit there,
 * or the last one. */
void step_hit_arrive(struct app *app);

#endif
