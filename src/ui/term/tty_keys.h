/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_TTY_KEYS_H
#define UI_TERM_TTY_KEYS_H

#include "ui/term/event.h"
#include "ui/term/probe.h"
#include "ui/term/sequence.h"

#include <stdbool.h>

/*
 * The keys that curses reads become events: pastes, the Escape key and escape
 * sequences, and the answers of the terminal, which come among the keys.
 *
 * Over a slow line a sequence comes in pieces.  One that may be an answer, or is of the mouse,
 * is held until the rest comes, and so is an ESC alone while answers may come, for TTY_KEYS_HOLD_MS after its
 * last byte; then the ESC is the Escape key, and a sequence without an end is nothing.
 */

#define TTY_KEYS_HOLD_MS 200

/* For so long after the questions an ESC alone may be the beginning of an answer. */
#define TTY_KEYS_ANSWERS_MS 3000

enum tty_keys_hold {
	HOLDS_NOTHING,
	HOLDS_ESCAPE,
	HOLDS_SEQUENCE
};

struct tty_keys {
	bool pasting;       /* keys come from a paste */
	bool asks;          /* ambiguous_cols is what the terminal answers */
	int ambiguous_cols; /* of the canvas, 1 or 2 */
	struct probe probe; /* what the terminal draws */
	long asked_ms;      /* when the probe asked */
	enum tty_keys_hold holds;
	long held_ms; /* when its last byte came */
	struct sequence sequence;
};

/* Takes the next key, without waiting; false when none is there.  A key that means
 * nothing gives EVENT_NONE.  `now_ms` is the time of a clock that never goes back. */
bool tty_keys_take(struct tty_keys *keys, long now_ms, struct event *event);

/* How long to wait for a key before tty_keys_take() is called again all the same; -1:
 * nothing is held, and only a key is of interest. */
int tty_keys_wait_ms(const struct tty_keys *keys, long now_ms);

#endif
