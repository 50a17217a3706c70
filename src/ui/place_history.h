/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_PLACE_HISTORY_H
#define UI_PLACE_HISTORY_H

#include "ui/reading.h"
#include "ui/view/views.h"

/*
 * The places from which a person went elsewhere, by a search, to another article or page,
 * by a choice in a list, and the way back and forth through them (the jump list of vim and
 * other readers).  Scrolling leaves no place behind.
 */

#define PLACE_HISTORY_MOST 100

struct visit {
	struct place place;
	enum view_id view; /* a main view */
};

struct place_history {
	struct visit
		items[PLACE_HISTORY_MOST]; /* the first one is the oldest */
	size_t count;
	size_t at; /* of the item where one is; count: behind all of them */
};

/* Leaves a place behind: those that lie ahead of here are dropped, and of more than are kept
 * the oldest. */
void place_history_note(struct place_history *history, struct visit from);

/* One place back (by -1) or forth (1) from `here`; true, and *to is set, where there is
 * one. */
bool place_history_step(struct place_history *history, int by,
                        struct visit here, struct visit *to);

/* Drops all of them. */
void place_history_clear(struct place_history *history);

#endif
