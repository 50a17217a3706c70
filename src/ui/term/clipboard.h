/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_CLIPBOARD_H
#define UI_TERM_CLIPBOARD_H

#include "base/str.h"

/* Copying by what a terminal is written (OSC 52): it works over ssh too, and it
 * is the terminal that allows it.  No answer says whether it did. */

/* Bytes of text that may be copied: more, as 74994 bytes of base64, many
 * terminals cut or drop. */
#define CLIPBOARD_MAX_BYTES 56244

/* What stands between the program and the terminal, and must let it through. */
enum clipboard_way {
	CLIPBOARD_PLAIN, /* nothing */
	CLIPBOARD_TMUX,
	CLIPBOARD_SCREEN
};

/* As the environment tells. */
enum clipboard_way clipboard_way(void);

/* Appends what is to be written so that `text` is copied. */
void clipboard_add(struct buf *out, struct str text, enum clipboard_way way);

#endif
