/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TERM_H
#define TESTS_TERM_H

#include "base/str.h"

#include <stdbool.h>

/*
 * A program in a terminal of one's own: a pty, and libvterm to know what a
 * person would see.  One at a time.  A failure of the machinery itself ends the
 * test with status 99.
 */

struct term;

struct term_kind {
	int rows, cols;
	bool holds_answers; /* what the program asks waits for term_answer() */
	const char *encoding;   /* that it knows; NULL for UTF-8 */
	const char *background; /* "rgb:0000/2b2b/3636", as it answers OSC 11;
	                           NULL: it does not answer */
	bool is_shell; /* the program is a shell with job control and a line editor */
	bool works; /* the program goes on working: it is settled when it is quiet */
};

/* Runs argv (argv[0] is the path) in a terminal of that kind; standard input is
 * the terminal too, or the file `input` unless it is NULL.  What is typed, and the
 * output, are UTF-8 here, whatever the terminal has; bytes that are not of its
 * encoding end the test. */
struct term *term_start(char *const argv[], const char *input,
                        const struct term_kind *kind);
void term_answer(struct term *term);

/* Kills what still runs. */
void term_end(struct term *term);

/* Types bytes, and waits until they are read, as term_settle(); or only until they
 * are there to be read (a line that has ended, in the terminal's own modes). */
void term_type(struct term *term, struct str bytes);
void term_type_ahead(struct term *term, struct str bytes);

/* Another size; the second does not wait until the program has seen it. */
void term_resize(struct term *term, int rows, int cols);
void term_resize_ahead(struct term *term, int rows, int cols);
void term_signal(struct term *term, int signal);

/* Takes the keyboard away: the program reads end of file. */
void term_hang_up(struct term *term);

/* Waits until the program, or that which is in front of a shell, has read what was typed,
 * rests (processes.h) and writes nothing for `quiet_ms`; after a minute the test ends. */
void term_settle(struct term *term, int quiet_ms);

/* Waits for the end; the status as waitpid() has it. */
int term_wait(struct term *term);

/* Appends size and cursor of the screen, and the picture (picture.h) of its rows
 * from `first` to `last`; negative ones count from the foot, -1 is the last. */
void term_draw(struct term *term, struct buf *out, int first, int last);

/* Appends whether modes, cursor and screen are as they were, and what is not: marks
 * of pastes, the mouse, input that nobody read. */
void term_add_state(struct term *term, struct buf *out);

/* All bytes the program wrote. */
struct str term_output(const struct term *term);

#endif
