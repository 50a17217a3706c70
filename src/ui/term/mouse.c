/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/mouse.h"

/* Bits of the number of a button.  Keys that were held change nothing: terminals keep
 * Shift for themselves, to select text. */
#define HELD_KEYS  (4 | 8 | 16)
#define WHEEL_UP   64
#define WHEEL_DOWN 65

#define X10_OFFSET 32 /* of the three bytes */

#define NUMBERS_MOST 10000 /* no screen is larger */

/* A cell is counted from 1. */
static bool mouse_event(unsigned button, unsigned col, unsigned row,
                        struct event *event)
{
	button &= ~(unsigned)HELD_KEYS;
	if (!col || !row ||
	    (button && button != WHEEL_UP && button != WHEEL_DOWN))
		return false;
	*event = (struct event){ .kind = button ? EVENT_WHEEL : EVENT_CLICK,
		                 .key = button == WHEEL_DOWN,
		                 .row = (int)row - 1,
		                 .col = (int)col - 1 };
	return true;
}

/* Takes the digits at the beginning of a text, which is cut behind them, and the
 * character `end` that has to follow; false: there is no such number. */
static bool mouse_number(struct str *text, char end, unsigned *number)
{
	size_t len = 0;

	*number = 0;
	while (len < text->len && text->ptr[len] >= '0' &&
	       text->ptr[len] <= '9' && *number < NUMBERS_MOST)
		*number = *number * 10 + (unsigned)(text->ptr[len++] - '0');
	if (!len || *number >= NUMBERS_MOST || len == text->len ||
	    text->ptr[len] != end)
		return false;
	*text = str_slice(*text, len + 1, text->len);
	return true;
}

bool mouse_take(struct str sequence, struct event *event)
{
	unsigned button, col, row;

	if (!str_starts(sequence, STR(MOUSE_BEGINS)))
		return false;
	sequence = str_slice(sequence, STR(MOUSE_BEGINS).len, sequence.len);
	return mouse_number(&sequence, ';', &button) &&
	       mouse_number(&sequence, ';', &col) &&
	       mouse_number(&sequence, 'M', &row) && !sequence.len &&
	       mouse_event(button, col, row, event);
}

bool mouse_take_x10(uint32_t bytes, struct event *event)
{
	const unsigned button = bytes & 0xff, col = bytes >> 8 & 0xff,
		       row = bytes >> 16 & 0xff;

	return button >= X10_OFFSET && col > X10_OFFSET && row > X10_OFFSET &&
	       mouse_event(button - X10_OFFSET, col - X10_OFFSET,
	                   row - X10_OFFSET, event);
}
