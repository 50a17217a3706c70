/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ACTION_H
#define UI_ACTION_H

#include "ui/state.h"

/* What a command means wherever the view has no meaning of its own for it. */
void action_do(struct app *app, enum command command);

#endif
