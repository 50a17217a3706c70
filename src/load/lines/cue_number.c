/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cue_number.h"

#include "base/mem.h"
#include "load/lines/char_class.h"

#define NUMBER_MAX 100000 /* no page, year or day is higher */

/* The value of a character of a number, or -1. */
static int cue_number_digit(unsigned c)
{
	static const struct {
		unsigned c;
		int value;
	} han[] = {
		{ 0x3007, 0 }, { 0x25cb, 0 },  { 0x96f6, 0 },  { 0xff2f, 0 },
		{ 0x4e00, 1 }, { 0x4e8c, 2 },  { 0x4e09, 3 },  { 0x56db, 4 },
		{ 0x4e94, 5 }, { 0x516d, 6 },  { 0x4e03, 7 },  { 0x516b, 8 },
		{ 0x4e5d, 9 }, { 0x5341, 10 }, { 0x5eff, 20 }, { 0x767e, 100 },
	};

	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	if (c >= 0xff10 && c <= 0xff19)
		return (int)(c - 0xff10);
	if (c >= 0x2460 && c <= 0x2468) /* in a circle */
		return (int)(c - 0x2460) + 1;
	for (size_t i = 0; i < ARRAY_LEN(han); i++)
		if (han[i].c == c)
			return han[i].value;
	return -1;
}

size_t cue_number_read(struct str line, size_t at, size_t *number)
{
	size_t total = 0, digits = 0, next = at;
	int value;

	while (at < line.len && total < NUMBER_MAX &&
	       (value = cue_number_digit(char_at(line, at, &next))) >= 0) {
		if (value == 20) {
			total += 20;
		} else if (value >= 10) {
			total += (digits ? digits : 1) * (size_t)value;
			digits = 0;
		} else {
			digits = digits * 10 + (size_t)value;
		}
		at = next;
	}
	*number = total + digits;
	return at;
}
