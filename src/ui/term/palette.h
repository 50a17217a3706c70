/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_PALETTE_H
#define UI_TERM_PALETTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The colours of terminals, and pairs of them as curses has them, without curses. */

#define PALETTE_DIRECT (1 << 24) /* so many colours: each is its own number */

/* The number of the colour nearest to 0xrrggbb, of a terminal with `colours` (>= 16) of
 * them: the 16 of ANSI as xterm shows them; the cube of 216 and the 24 greys of xterm,
 * without those 16, which themes change; or the colour itself. */
int palette_nearest(uint32_t rgb, int colours);

/* What xterm shows for a number of the cube or of the greys, 16 to 255. */
uint32_t palette_rgb(int number);

/* The relative luminance of 0xrrggbb, 0 to 1, and the contrast of two colours, 1 to 21
 * (WCAG 2.2). */
double palette_luminance(uint32_t rgb);
double palette_contrast(uint32_t a, uint32_t b);

/* Pairs of a colour in front and one behind, each with a number from 0 on. */
struct colour_pairs {
	struct colour_pair {
		int front, back;
	} * items;       /* owned */
	uint32_t *slots; /* owned; a hash table: numbers + 1, or 0 */
	size_t count, most, slot_count;
};

/* At most `most` pairs. */
void colour_pairs_init(struct colour_pairs *pairs, size_t most);
void colour_pairs_release(struct colour_pairs *pairs);

/* Forgets all pairs if there is room for few more only: a screen that begins then has room
 * for its own. */
void colour_pairs_begin(struct colour_pairs *pairs);

/* The number of a pair; *is_new: it was not there.  Where there is no room it is that of a
 * pair that is there with this colour behind, or any; most has to be > 0. */
size_t colour_pairs_number(struct colour_pairs *pairs, int front, int back,
                           bool *is_new);

#endif
