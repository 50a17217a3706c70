/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_POSSIBLE_H
#define UI_POSSIBLE_H

#include "ui/state.h"

/* Why a command can do nothing here, in a word or two, translated; NULL: it can, as far as
 * is known without loading more of the issue. */
const char *possible_why_not(const struct app *app, enum command command);

#endif
