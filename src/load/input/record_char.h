/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_RECORD_CHAR_H
#define LOAD_INPUT_RECORD_CHAR_H

#include "load/input/record.h"
#include "load/place/page_chars.h"

#include <stdbool.h>
#include <stdint.h>

/* The records of characters: what is drawn of a character, and where it stands. */

enum char_ink {
	CHAR_DRAWN,
	CHAR_SPACE,  /* white space, U+3000 among it */
	CHAR_HYPHEN, /* U+00AD: drawn, unless another character stands there */
	CHAR_NOTHING /* control, format and variation characters, and code
	              * points that are no characters */
};

enum char_ink char_ink(uint32_t code);

/* The letters of a ligature of Latin (U+FB00 to U+FB06), or NULL; static. */
const char *char_ligature(uint32_t code);

/* Where a character stands, and how: points and vectors of the page. */
struct char_place {
	float x, y; /* its origin */
	float advance_x, advance_y;
	float up_x, up_y; /* an em long, from the baseline up */
};

/* Fields 1 to 3, or 1 to 6, of a record: origin, advance, and the vector up where the
 * character does not stand upright.  `size_pt` is the size of its type, 0: not known.
 * False: one of them is no number. */
bool char_place_read(struct char_place *place, const struct record *record,
                     float size_pt);

/* The box an em high and an advance wide. */
struct page_box char_place_box(const struct char_place *place);
enum char_turn char_place_turn(const struct char_place *place);

#endif
