/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_SIGNALS_H
#define UI_TERM_SIGNALS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/*
 * The terminal as a descriptor: waiting for input, signals, and the modes it had before.
 * A signal handler reaches global variables only, so the handlers are the caller's, and
 * call wire_wake() and wire_crash().
 */

struct wire {
	int fd;          /* of the terminal; borrowed */
	int wake[2];     /* a pipe: a handler writes the number of its signal */
	int empty_reads; /* in a row: the keyboard is gone */
	struct termios before;
	struct str restore; /* owned: the sequences that put the screen back */
	char stack[16384];  /* on which a crash is handled */
};

/* Keeps the modes of the terminal `fd`; false, with errno, when `fd` is no terminal. */
bool wire_open(struct wire *wire, int fd);

/* Takes over the sequences that put the screen back; `text` is empty afterwards. */
void wire_keep_restore(struct wire *wire, struct buf *text);

/*
 * The signals that are events, those that ask the program to end or to stop, and
 * SIGCHLD go to `wake`; those of a crash to `crash`, once, on the stack of `wire`,
 * which stays where it is.  But for SIGTERM, SIGHUP, SIGINT and SIGQUIT, what the
 * program was started with stays where that is not the default.
 */
void wire_catch(struct wire *wire, void (*wake)(int), void (*crash)(int));

/* What the two handlers do. */
void wire_wake(const struct wire *wire, int signal);
void wire_crash(const struct wire *wire, int signal);

/* Does the signal ask the program to end? */
bool wire_signal_ends(int signal);

/* Has the default effect of a signal: returns when the program was stopped and goes
 * on, or never. */
void wire_follow(int signal);

enum wire_news {
	WIRE_NOTHING,
	WIRE_INPUT,
	WIRE_SIGNAL, /* wire_signal() says which */
	WIRE_GONE
};

/* What has come; with `waits`, waits until something comes. */
enum wire_news wire_wait(struct wire *wire, bool waits);

/* Waits for input alone, `most_ms` at most; false when none comes. */
bool wire_await_input(const struct wire *wire, int most_ms);

/* Waits for news or for descriptor `fd` to be readable; true when only that is. */
bool wire_await(const struct wire *wire, int fd);

/* Notes that something was read, so the keyboard is not gone. */
void wire_was_read(struct wire *wire);

/* Takes the next signal that came, or 0. */
int wire_signal(const struct wire *wire);

/* Waits for a signal, whatever else comes. */
int wire_await_signal(const struct wire *wire);

#endif
