/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_TTY_CURSES_H
#define UI_TERM_TTY_CURSES_H

#include "base/str.h"
#include "text/codeset.h"
#include "ui/term/canvas.h"
#include "ui/term/event.h"
#include "ui/term/theme.h"

#include <stdbool.h>
#include <stdio.h>

/*
 * What the program asks of curses, without its headers: tty_curses.c is the only file
 * that includes them.  Only tty.c draws with it, and only tty_keys.c reads.
 */

/* Has the terminal mark what is pasted, or no more. */
#define MARK_PASTE   "\033[?2004h"
#define UNMARK_PASTE "\033[?2004l"

/* Opens the terminal `file` by what TERM says; NULL when its type is unknown.
 * tty_curses_close() restores the terminal. */
void *tty_curses_open(FILE *file);
void tty_curses_close(void *screen, FILE *file);

/* Can the terminal move its cursor, as every screen needs? */
bool tty_curses_can_move(void);

/* Appends the sequences that put the terminal back when the program crashes. */
void tty_curses_add_restore(struct buf *out, bool mouse);

/* Clears the screen, and sets the modes of the keyboard and screen of `file`: ^C is a key, and sends no signal;
 * with `mouse`, the three bytes that old terminals send of it are TTY_KEY_MOUSE. */
void tty_curses_start(FILE *file, bool mouse);

/* Sets the colours of a theme that is not AUTO, for a background 0xrrggbb unless that is
 * NULL: not known.  Returns the theme that is shown: NONE where the terminal has no
 * colours. */
enum theme tty_curses_set_colours(enum theme theme,
                                  const uint32_t *background_rgb);

/* Can the terminal be asked for its colours?  The console of Linux cannot: it takes the
 * question for text. */
bool tty_curses_can_tell_colours(void);

/* How many colours the terminal has, by what TERM says. */
int tty_curses_colours(void);

/* The size curses knows, in cells, and one that the terminal has now. */
void tty_curses_size(int *rows, int *cols);
void tty_curses_resize(int rows, int cols);

/* Shows the canvas, in the encoding of the terminal. */
void tty_curses_show(const struct canvas *canvas,
                     const struct codeset *codeset);

/* Has everything painted at the next tty_curses_show(). */
void tty_curses_redraw(void);

/* Gives the terminal to another program, and takes it back. */
void tty_curses_give_away(FILE *file);
void tty_curses_take_back(void);

enum tty_key_kind {
	TTY_KEY_NONE,  /* no key is there */
	TTY_KEY_CHAR,  /* key: a character */
	TTY_KEY_PRESS, /* key: enum press */
	TTY_KEY_MOUSE, /* key: what the mouse did (mouse_take_x10()) */
	TTY_KEY_RESIZE,
	TTY_KEY_PASTE_BEGIN,
	TTY_KEY_PASTE_END,
	TTY_KEY_UNKNOWN /* a function key that means nothing here; bytes of no
	                 * character, or of one that is not complete */
};

struct tty_key {
	enum tty_key_kind kind;
	uint32_t key;
	int number; /* of a function key, as curses counts them */
};

/* Takes the next key, without waiting. */
struct tty_key tty_curses_read(void);

/* Puts a key back: it is the next one. */
void tty_curses_unread(const struct tty_key *key);

#endif
