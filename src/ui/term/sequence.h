/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_SEQUENCE_H
#define UI_TERM_SEQUENCE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The shape of escape sequences from a keyboard (ECMA-48: CSI, SS3 and OSC, which xterm
 * also ends with BEL).  A sequence of unknown meaning is read to its end by its shape, so
 * that none of its characters is taken for a key. */

#define SEQUENCE_BYTES 48

/* What came behind the ESC; of a longer sequence the beginning. */
struct sequence {
	char bytes[SEQUENCE_BYTES];
	size_t len;
	bool is_long;        /* more came than there was room for */
	bool ends_in_escape; /* an ESC came, which is half of the end of an OSC */
};

enum sequence_step {
	SEQUENCE_GOES_ON,
	SEQUENCE_ENDS,  /* the character was its last */
	SEQUENCE_BREAKS /* the character is not of it, and it has no end */
};

/* Can ESC and this character begin a sequence? */
bool sequence_begins(uint32_t c);

/* Adds a character; the first one begins a sequence. */
enum sequence_step sequence_add(struct sequence *sequence, uint32_t c);

/* Is it the answer to a question, by its shape?  No key sends an OSC with a number. */
bool sequence_is_answer(const struct sequence *sequence);

/* Its bytes; none of one that was too long. */
struct str sequence_str(const struct sequence *sequence);

#endif
