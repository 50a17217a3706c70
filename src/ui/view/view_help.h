/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_VIEW_HELP_H
#define UI_VIEW_VIEW_HELP_H

#include "ui/state.h"

/* A key of the question what to look for in the help (ASK_HELP), which is sought as it is
 * typed.  The view must have the keys. */
void view_help_key(struct app *app, uint32_t key);

#endif
