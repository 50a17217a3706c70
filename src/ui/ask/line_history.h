/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_LINE_HISTORY_H
#define UI_ASK_LINE_HISTORY_H

#include "base/str.h"

/* What was answered to a question before: the last answer first, each once. */

#define LINE_HISTORY_MOST 50

struct line_history {
	struct buf items[LINE_HISTORY_MOST];
	size_t count;
};

void line_history_init(struct line_history *history);
void line_history_release(struct line_history *history);

/* Puts a text first, unless it is empty; of more than are kept the oldest goes. */
void line_history_add(struct line_history *history, struct str text);

#endif
