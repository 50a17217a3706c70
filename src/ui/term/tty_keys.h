/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_TTY_KEYS_H
#define UI_TERM_TTY_KEYS_H

#include "ui/term/event.h"
#include "ui/term/probe.h"

#include <stdbool.h>

/* The keys that curses reads become events: pastes, the Escape key and escape
 * sequences, and the answers of the terminal, which come among the keys. */

struct tty_keys {
	bool pasting;       /* keys come from a paste */
	bool asks;          /* ambiguous_cols is what the terminal answers */
	int ambiguous_cols; /* of the canvas, 1 or 2 */
	struct probe probe; /* what the terminal draws */
};

/* Takes the next key, without waiting; false when none is there.  A key that means
 * nothing gives EVENT_NONE. */
bool tty_keys_take(struct tty_keys *keys, struct event *event);

#endif
