/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_MESSAGE_H
#define UI_MESSAGE_H

#include "ui/state.h"

/* The message that is shown until the next key. */

/* Draws it at the foot of `area`: in the last row, or where it has no room there also in rows
 * above, as many as it needs, but at most three and of them no more than half.  What has no
 * room then ends with an ellipsis. */
void message_draw(struct app *app, struct area area);

#endif
