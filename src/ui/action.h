/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ACTION_H
#define UI_ACTION_H

#include "ui/state.h"

/* Does a command that the view with the keys has no meaning of its own for. */
void action_do(struct app *app, enum command command);

#endif
