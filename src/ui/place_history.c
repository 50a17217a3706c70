/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/place_history.h"

#include <string.h>

static bool is_same(struct place a, struct place b)
{
	return a.passage == b.passage && a.at == b.at;
}

static void place_history_add(struct place_history *history, struct visit visit)
{
	if (history->count == PLACE_HISTORY_MOST)
		memmove(&history->items[0], &history->items[1],
		        --history->count * sizeof history->items[0]);
	history->items[history->count++] = visit;
}

void place_history_note(struct place_history *history, struct visit from)
{
	history->count = history->at;
	if (!history->count ||
	    !is_same(history->items[history->count - 1].place, from.place))
		place_history_add(history, from);
	history->at = history->count;
}

bool place_history_step(struct place_history *history, int by,
                        struct visit here, struct visit *to)
{
	if (by < 0 ? !history->at : history->at + 1 >= history->count)
		return false;
	/* The way forth ends where the way back began. */
	if (by < 0 && history->at == history->count) {
		place_history_add(history, here);
		history->at = history->count - 1;
	}
	history->at += (size_t)by;
	*to = history->items[history->at];
	return true;
}

void place_history_clear(struct place_history *history)
{
	history->count = history->at = 0;
}
