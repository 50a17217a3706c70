/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_PREFERENCE_H
#define UI_PREFERENCE_H

#include "ui/state.h"

/*
 * Settings that are changed inside: the theme and the measure.  What was chosen is kept
 * for the next run (state/state.h) with the setting that it replaces, and holds as long as
 * the command line and the configuration file say that setting.  The file of a person is
 * never written.
 */

/* Takes what former runs have kept, once app->store is known. */
void preference_begin(struct app *app);

/* Chooses the next theme, and says so. */
void preference_turn_theme(struct app *app);

/* Chooses the measure of articles; 0: the usual one. */
void preference_set_measure(struct app *app, int measure_cols);

#endif
