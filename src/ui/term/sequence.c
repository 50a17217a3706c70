/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/sequence.h"

#define BEL    0x07
#define ESC    0x1b
#define DELETE 0x7f

bool sequence_begins(uint32_t c)
{
	return c == '[' || c == 'O' || c == ']';
}

/* An operating system command begins with a number and ends with ESC \ or BEL. */
static enum sequence_step sequence_step_osc(struct sequence *sequence,
                                            uint32_t c)
{
	if (sequence->len == 1)
		return c >= '0' && c <= '9' ? SEQUENCE_GOES_ON
		                            : SEQUENCE_BREAKS;
	if (sequence->ends_in_escape)
		return c == '\\' ? SEQUENCE_ENDS : SEQUENCE_BREAKS;
	sequence->ends_in_escape = c == ESC;
	if (c == BEL)
		return SEQUENCE_ENDS;
	return c == ESC || (c >= ' ' && c != DELETE) ? SEQUENCE_GOES_ON
	                                             : SEQUENCE_BREAKS;
}

static enum sequence_step sequence_step(struct sequence *sequence, uint32_t c)
{
	if (!sequence->len)
		return SEQUENCE_GOES_ON;
	if (sequence->bytes[0] == ']')
		return sequence_step_osc(sequence, c);
	if (c < ' ' || c >= DELETE)
		return SEQUENCE_BREAKS;
	return sequence->bytes[0] == '[' && c >= 0x20 && c < 0x40
	               ? SEQUENCE_GOES_ON
	               : SEQUENCE_ENDS;
}

enum sequence_step sequence_add(struct sequence *sequence, uint32_t c)
{
	enum sequence_step step = sequence_step(sequence, c);

	if (step == SEQUENCE_BREAKS)
		return step;
	if (sequence->len < SEQUENCE_BYTES && c <= DELETE)
		sequence->bytes[sequence->len++] = (char)c;
	else
		sequence->is_long = true;
	return step;
}

bool sequence_is_answer(const struct sequence *sequence)
{
	return sequence->len > 1 && sequence->bytes[0] == ']' &&
	       sequence->bytes[1] >= '0' && sequence->bytes[1] <= '9';
}

struct str sequence_str(const struct sequence *sequence)
{
	return (struct str){ sequence->bytes,
		             sequence->is_long ? 0 : sequence->len };
}
