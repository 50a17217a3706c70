/* Copyright (C) 2026 The baolan authors */
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
 * call signals_wake() and signals_crash().
 */

struct signals {
	int fd;          /* of the terminal; borrowed */
	int wake[2];     /* a pipe: a handler writes the number of its signal */
	int empty_reads; /* in a row: the keyboard is gone */
	struct termios before;
	struct str restore; /* owned: the sequences that put the screen back */
	char stack[16384];  /* on which a crash is handled */
};

/* Keeps the modes of the terminal `fd`; false, with errno, when `fd` is no terminal. */
bool signals_open(struct signals *signals, int fd);

/* Takes over the sequences that put the screen back; `text` is empty afterwards. */
void signals_keep_restore(struct signals *signals, struct buf *text);

/*
 * The signals that are events, those that ask the program to end or to stop, and
 * SIGCHLD go to `wake`; those of a crash to `crash`, once, on the stack of `signals`,
 * which stays where it is.  But for SIGTERM, SIGHUP, SIGINT and SIGQUIT, what the
 * program was started with stays where that is not the default.
 */
void signals_catch(struct signals *signals, void (*wake)(int),
                   void (*crash)(int));

/* What the two handlers do. */
void signals_wake(const struct signals *signals, int signal);
void signals_crash(const struct signals *signals, int signal);

/* Does the signal ask the program to end? */
bool signals_is_end(int signal);

/* Has the default effect of a signal: returns when the program was stopped and goes
 * on, or never. */
void signals_follow(int signal);

enum signals_news {
	NEWS_NOTHING,
	NEWS_INPUT,
	NEWS_SIGNAL, /* signals_next() says which */
	NEWS_GONE
};

/* What has come within `most_ms`; -1: waits until something comes. */
enum signals_news signals_wait(struct signals *signals, int most_ms);

/* Waits for input alone, `most_ms` at most; false when none comes. */
bool signals_await_input(const struct signals *signals, int most_ms);

/* Waits for news or for descriptor `fd` to be readable, for `most_ms` or (-1) without an
 * end; true when only that is. */
bool signals_await(const struct signals *signals, int fd, int most_ms);

/* Notes that something was read, so the keyboard is not gone. */
void signals_was_read(struct signals *signals);

/* Takes the next signal that came, or 0. */
int signals_next(const struct signals *signals);

/* Waits for a signal, whatever else comes. */
int signals_await_next(const struct signals *signals);

/* ^C of the terminal `fd` is a key from now on, which a question of the program takes, and
 * comes in the order in which keys were typed.  A signal would come before keys that wait to
 * be read. */
void signals_key_of_interrupt(int fd);

#endif
