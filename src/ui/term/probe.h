/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_PROBE_H
#define UI_TERM_PROBE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * How many cells the terminal gives to characters of ambiguous width: it draws
 * samples, and says after each where its cursor is (CPR, ECMA-48).  Those of
 * Latin-1 are asked for by themselves, as terminals have had a table of their own
 * for these.
 */

/* The smallest screen there is room on; and its answers are no keys: in xterm
 * ESC [ 1 ; 3 R, an answer of the first row, is also Alt-F3. */
#define PROBE_ROWS 2
#define PROBE_COLS 8

enum probe_sample {
	PROBE_LATIN, /* · */
	PROBE_OTHER, /* “ */
	PROBE_SAMPLES
};

struct probe {
	int cols[PROBE_SAMPLES]; /* as answered, or as was supposed */
	size_t answers;          /* of those that were asked for */
	bool asked;
};

/* Supposes 1 or 2 for all of them. */
void probe_init(struct probe *probe, int cols);

/* Asks: appends what is to be written; what was on the second row is gone. */
void probe_ask(struct probe *probe, struct buf *out);

/* Takes an escape sequence from the terminal, without its ESC; true when by it a
 * width is another.  Nothing but an answer that is awaited, and in it no other
 * width than 1 or 2, is believed. */
bool probe_take(struct probe *probe, struct str sequence);

/* Is there an answer to come? */
bool probe_awaits(const struct probe *probe);

/* None is awaited any more. */
void probe_give_up(struct probe *probe);

/* The cells of one such character, and the most that one has. */
int probe_cols(const struct probe *probe, uint32_t c);
int probe_most_cols(const struct probe *probe);

#endif
