/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_SIGNALS_H
#define UI_TERM_SIGNALS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/*
 * The terminal as a descriptor, without what it draws: waiting for it, signals,
 * and how it was before.  Handlers of signals know only what is global, so they
 * are the caller's; what they do is here.
 */

struct wire {
	int fd;          /* of the terminal; borrowed */
	int wake[2];     /* a pipe: a handler writes the number of its signal */
	int empty_reads; /* in a row: the keyboard is gone */
	struct termios before;
	struct str
		restore; /* what puts the screen back, ready to write; owned */
	char stack[16384]; /* on which a crash is handled */
};

/* Notes how the terminal is; false when it is none, and errno says why. */
bool wire_open(struct wire *wire, int fd);

/* Takes what puts the screen back, of any length; `text` is empty then. */
void wire_keep_restore(struct wire *wire, struct buf *text);

/*
 * The signals that are events, those that ask the program to end or to stop, and
 * SIGCHLD go to `wake`; those of a crash to `crash`, once, on the stack of `wire`,
 * which stays where it is.  But for SIGTERM, SIGHUP, SIGINT and SIGQUIT, what the
 * program was started with stays where that is not the default.
 */
void wire_catch(struct wire *wire, void (*wake)(int), void (*crash)(int));

/* For these handlers. */
void wire_wake(const struct wire *wire, int signal);
void wire_crash(const struct wire *wire, int signal);

/* Does the signal ask the program to end? */
bool wire_signal_ends(int signal);

/* Does what the signal does by default: returns when the program was stopped and
 * goes on, or never. */
void wire_follow(int signal);

enum wire_news {
	WIRE_NOTHING,
	WIRE_INPUT,
	WIRE_SIGNAL, /* wire_signal() says which */
	WIRE_GONE
};

/* What has come; `waits` until something does. */
enum wire_news wire_wait(struct wire *wire, bool waits);

/* Waits for input alone, `most_ms` at most; false when none comes. */
bool wire_await_input(const struct wire *wire, int most_ms);

/* Waits for news or for descriptor `fd` to be readable; true when only that is. */
bool wire_await(const struct wire *wire, int fd);

/* Something was read: the keyboard is there. */
void wire_was_read(struct wire *wire);

/* The next signal that came, or 0. */
int wire_signal(const struct wire *wire);

/* Waits for one, whatever else comes. */
int wire_await_signal(const struct wire *wire);

#endif
