/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_TTY_H
#define UI_TERM_TTY_H

#include "base/str.h"
#include "settings/settings.h"
#include "ui/term/canvas.h"
#include "ui/term/event.h"
#include "ui/term/theme.h"

#include <stdbool.h>

/*
 * The terminal.  There is one, so there is no object.  Its screen and its keyboard
 * are those of curses (tty_curses.h).
 */

/*
 * Takes the controlling terminal, unless that is done, with the theme, the mouse and
 * the width of ambiguous characters that the settings say.  The terminal is asked for
 * that width in any case: where it draws fewer cells than the canvas has, they are
 * filled; its answer comes as an EVENT_WIDTH if by it anything looks different.  It is
 * asked for the colour of its background too, by which THEME_AUTO is dark or light; until
 * it has answered, what COLORFGBG says holds, else dark.
 * NULL, or a sentence that says why not, which the caller frees.  The
 * terminal is restored by tty_close(), at exit and on deadly signals.
 */
char *tty_open(const struct settings *settings);
void tty_close(void);

/* Where the last event was EVENT_END, or ^C asked for the end: ends the program by the signal that asked for
 * that, for whoever started it to know; SIGHUP where the terminal is gone.  Returns
 * otherwise. */
void tty_follow_signal(void);

/* ^C asks the program to end as SIGINT does: tty_follow_signal() will end it so. */
void tty_interrupt(void);

/* The cells of an ambiguous character, 1 or 2, as far as is known. */
int tty_ambiguous_cols(void);

/* How many colours the terminal can show; 0: none are wanted, or its characters are not
 * those of Unicode. */
int tty_colours(void);

/* Shows the next screens in another theme. */
void tty_set_theme(enum theme theme);

void tty_size(int *rows, int *cols);

/* Shows the canvas, which has the terminal's size. */
void tty_show(const struct canvas *canvas);

/* Repaints everything at the next tty_show(). */
void tty_redraw(void);

/* Copies a text to the clipboard of the terminal, if the terminal allows that. */
void tty_copy(struct str text);

/* Gives the terminal to a command and takes it back: leaves the screen, calls
 * child_run() (child.h), and returns to the screen. */
int tty_run(char *const argv[], const struct str *input, bool waits,
            int *status);

/* Takes the next event.  When none has come: waits for it, or returns EVENT_NONE. */
struct event tty_next(bool waits);

/* Waits for an event or for descriptor `fd` to be readable, `most_ms` at most (-1: without
 * an end); true when only that is. */
bool tty_await(int fd, int most_ms);

#endif
