/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_TTY_CURSES_H
#define UI_TERM_TTY_CURSES_H

#include "text/codeset.h"
#include "ui/term/probe.h"
#include "ui/term/signals.h"
#include "ui/term/theme.h"

#include <curses.h>
#include <stdbool.h>
#include <stdio.h>

/* What the two files share that know curses: tty_curses.c has the screen,
 * tty_keys.c what comes from the keyboard. */

/* The only globals of the program: there is one terminal, and signal handlers
 * know no other way. */
struct tty {
	SCREEN *screen;
	FILE *file;
	struct wire wire;
	struct codeset codeset;
	int ambiguous_cols; /* of the canvas */
	bool asks;          /* that is as the terminal answers */
	struct probe probe; /* what it draws */
	enum theme theme;   /* what is shown: never AUTO */
	bool marks_pastes;
	bool pasting; /* keys come from a paste */
	int ended_by; /* the signal that asked for the end, or 0 */
};

extern struct tty tty;

/* Keys of our own: the terminal's marks around what is pasted. */
enum {
	PASTE_BEGIN = KEY_MAX + 1,
	PASTE_END
};

/* The terminal is as the shell had it, until it is taken back. */
void tty_give_away(void);
void tty_take_back(void);

/* Reads on until the terminal has answered what it was asked, so that nobody else
 * reads that; not for longer than an answer may take. */
void tty_await_answers(void);

#endif
