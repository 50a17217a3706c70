/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_WIRE_H
#define UI_WIRE_H

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
	char restore[256]; /* what puts the screen back, ready to write */
	size_t restore_len;
	char stack[16384]; /* on which a crash is handled */
};

/* Notes how the terminal is; false when it is none, and errno says why. */
bool wire_open(struct wire *wire, int fd);

/* Appends to what puts the screen back; NULL and (char *)-1, as terminfo has
 * them, are nothing. */
void wire_add_restore(struct wire *wire, const char *text);

/* The signals that are events, and SIGCHLD, go to `wake`, those of a crash to `crash`, once,
 * on the stack of `wire`, which stays where it is. */
void wire_catch(struct wire *wire, void (*wake)(int), void (*crash)(int));

/* For these handlers. */
void wire_wake(const struct wire *wire, int signal);
void wire_crash(const struct wire *wire, int signal);

enum wire_news {
	WIRE_NOTHING,
	WIRE_INPUT,
	WIRE_SIGNAL, /* wire_signal() says which */
	WIRE_GONE
};

/* What has come; `waits` until something does. */
enum wire_news wire_wait(struct wire *wire, bool waits);

/* Something was read: the keyboard is there. */
void wire_was_read(struct wire *wire);

/* The next signal that came, or 0. */
int wire_signal(const struct wire *wire);

/* Waits for one, whatever else comes. */
int wire_await_signal(const struct wire *wire);

#endif
