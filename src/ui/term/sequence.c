/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/sequence.h"

bool sequence_begins(uint32_t c)
{
	return c == '[' || c == 'O';
}

bool sequence_goes_on(struct str sequence)
{
	unsigned char last = (unsigned char)sequence.ptr[sequence.len - 1];

	return sequence.len == 1 ||
	       (sequence.ptr[0] == '[' && last >= 0x20 && last < 0x40);
}
