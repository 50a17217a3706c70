/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_PROBE_H
#define UI_TERM_PROBE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The probe: questions to the terminal about what it draws.
 *
 * How wide ambiguous characters are: the terminal draws samples, and answers after each
 * where its cursor is (cursor position report, ECMA-48), which says how many cells the
 * sample took.  There are two samples, because terminals have had a table of their own for
 * the characters of Latin-1.
 *
 * Which colour its background is (OSC 11 of xterm): many do not answer that.  It is asked
 * first, so that nobody waits for an answer when those about the widths have come; it is
 * believed once, also when it is late.
 */

/* The smallest screen with room for the samples, which stand in the second row: an
 * answer for the first row, ESC [ 1 ; 3 R, would also be Alt-F3 in xterm. */
#define PROBE_ROWS 2
#define PROBE_COLS 8

enum probe_sample {
	PROBE_LATIN, /* · */
	PROBE_OTHER, /* “ */
	PROBE_SAMPLES
};

struct probe {
	int cols[PROBE_SAMPLES]; /* of each sample: answered, or supposed */
	size_t answers;          /* that have come */
	bool asked;
	bool asked_background, knows_background;
	uint32_t background_rgb; /* 0xrrggbb, where it is known */
};

enum probe_news {
	PROBE_NO_NEWS,
	PROBE_WIDTH,     /* a width is another than was supposed */
	PROBE_BACKGROUND /* the colour of the background is known */
};

/* Supposes `cols`, 1 or 2, for all samples. */
void probe_init(struct probe *probe, int cols);

/* Appends the questions to `out`, that about the background if it is wanted.  They
 * overwrite the second row of the screen. */
void probe_ask(struct probe *probe, struct buf *out, bool background);

/* Takes an escape sequence from the terminal, without its ESC.  Only an awaited answer
 * with a width of 1 or 2, or with a colour as XParseColor has it ("rgb:", "rgba:"), is
 * believed. */
enum probe_news probe_take(struct probe *probe, struct str sequence);

/* Are answers awaited?  That about the background is not waited for. */
bool probe_awaits(const struct probe *probe);

/* Awaits no answer any more. */
void probe_give_up(struct probe *probe);

/* The cells of an ambiguous character, and the most cells that any of them has. */
int probe_cols(const struct probe *probe, uint32_t c);
int probe_most_cols(const struct probe *probe);

#endif
