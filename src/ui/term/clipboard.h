/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_CLIPBOARD_H
#define UI_TERM_CLIPBOARD_H

#include "base/str.h"

/* Copying by an escape sequence to the terminal (OSC 52 of xterm).  It works over ssh
 * too.  The terminal may refuse it, and gives no answer either way. */

/* The most bytes of text that are copied.  Many terminals cut or drop what is longer
 * than 74994 bytes of base64. */
#define CLIPBOARD_MAX_BYTES 56244

/* The multiplexer between the program and the terminal that must pass it on. */
enum clipboard_way {
	CLIPBOARD_PLAIN, /* nothing */
	CLIPBOARD_TMUX,
	CLIPBOARD_SCREEN
};

/* The multiplexer that the program runs in, by the environment (TMUX, STY, TERM). */
enum clipboard_way clipboard_way(void);

/* Appends the sequence that copies `text` to `out`. */
void clipboard_add(struct buf *out, struct str text, enum clipboard_way way);

#endif
