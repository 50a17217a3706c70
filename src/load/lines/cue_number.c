/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cue_number.h"

#include "base/mem.h"
#include "load/lines/char_class.h"

#define NUMBER_MAX 100000 /* no page, year or day is higher */

/* The characters of numbers: runs of digits, and ideographs with their values; in
 * order. */
static const struct {
	unsigned first, last;
	int value; /* of the first */
} digits[] = {
	{ '0', '9', 0 },         { 0x2460, 0x2468, 1 }, /* in a circle */
	{ 0x25cb, 0x25cb, 0 },                          /* ○ */
	{ 0x3007, 0x3007, 0 },                          /* 〇 */
	{ 0x4e00, 0x4e00, 1 },                          /* 一 */
	{ 0x4e03, 0x4e03, 7 },                          /* 七 */
	{ 0x4e09, 0x4e09, 3 },                          /* 三 */
	{ 0x4e5d, 0x4e5d, 9 },                          /* 九 */
	{ 0x4e8c, 0x4e8c, 2 },                          /* 二 */
	{ 0x4e94, 0x4e94, 5 },                          /* 五 */
	{ 0x516b, 0x516b, 8 },                          /* 八 */
	{ 0x516d, 0x516d, 6 },                          /* 六 */
	{ 0x5341, 0x5341, 10 },                         /* 十 */
	{ 0x56db, 0x56db, 4 },                          /* 四 */
	{ 0x5eff, 0x5eff, 20 },                         /* 廿 */
	{ 0x767e, 0x767e, 100 },                        /* 百 */
	{ 0x96f6, 0x96f6, 0 },                          /* 零 */
	{ 0xff10, 0xff19, 0 },                          /* of full width */
	{ 0xff2f, 0xff2f, 0 },                          /* Ｏ */
};

/* The value of a character of a number, or -1. */
static int cue_number_digit(unsigned c)
{
	size_t at;

	ARRAY_FIND(at, ARRAY_LEN(digits), digits[at].last < c);
	if (at == ARRAY_LEN(digits) || c < digits[at].first)
		return -1;
	return digits[at].value + (int)(c - digits[at].first);
}

void cue_number_add_chars(struct buf *chars)
{
	for (size_t i = 0; i < ARRAY_LEN(digits); i++)
		for (unsigned c = digits[i].first; c <= digits[i].last; c++)
			buf_add_uc(chars, c);
}

size_t cue_number_read(struct str line, size_t at, size_t *number)
{
	size_t total = 0, units = 0, next = at;
	int value;

	while (at < line.len && total < NUMBER_MAX &&
	       (value = cue_number_digit(char_at(line, at, &next))) >= 0) {
		if (value == 20) {
			total += 20;
		} else if (value >= 10) {
			total += (units ? units : 1) * (size_t)value;
			units = 0;
		} else {
			units = units * 10 + (size_t)value;
		}
		at = next;
	}
	*number = total + units;
	return at;
}
