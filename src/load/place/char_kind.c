/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/char_kind.h"

#include "base/mem.h"

#include <unictype.h>

struct code_range {
	uint32_t first, last;
};

static const struct code_range han[] = {
	{ 0x3005, 0x3007 }, { 0x3021, 0x3029 },   { 0x3040, 0x30fa },
	{ 0x30fc, 0x30ff }, { 0x3400, 0x9fff },   { 0xac00, 0xd7af },
	{ 0xf900, 0xfaff }, { 0x20000, 0x323af },
};

bool char_is_han(uint32_t code)
{
	size_t at;

	if (code >= 0x3400 && code <= 0x9fff)
		return true; /* as nearly all are */
	ARRAY_FIND(at, ARRAY_LEN(han), han[at].last < code);
	return at < ARRAY_LEN(han) && han[at].first <= code;
}

/* Of marks: none of them is an ideograph, as most characters are. */
static bool is_one_of(uint32_t code, const uint16_t *codes, size_t count)
{
	if (code >= 0x3040 && code < 0xff00)
		return false;
	for (size_t i = 0; i < count; i++)
		if (codes[i] == code)
			return true;
	return false;
}

bool char_opens_white(uint32_t code)
{
	static const uint16_t openers[] = {
		0x3008, 0x300a, 0x300c, 0x300e, 0x3010, 0x3014, 0x3016, 0x3018,
		0x301d, 0xff08, 0xff3b, 0xff5b, 0x2018, 0x201c, '(',    '[',
	};

	return is_one_of(code, openers, ARRAY_LEN(openers));
}

bool char_closes_white(uint32_t code)
{
	static const uint16_t closers[] = {
		0x3001, 0x3002, 0x3009, 0x300b, 0x300d, 0x300f, 0x3011, 0x3015,
		0x3017, 0x3019, 0x301e, 0xff01, 0xff09, 0xff0c, 0xff0e, 0xff1a,
		0xff1b, 0xff1f, 0xff3d, 0xff5d, 0x2019, 0x201d, ')',    ']',
		',',    '.',    ';',    ':',    '!',    '?',
	};

	return is_one_of(code, closers, ARRAY_LEN(closers));
}

bool char_is_moved_mark(uint32_t code)
{
	static const uint16_t marks[] = { 0x3001, 0x3002, 0xff01, 0xff0c,
		                          0xff0e, 0xff1a, 0xff1b, 0xff1f };

	return is_one_of(code, marks, ARRAY_LEN(marks));
}

bool char_is_letter(uint32_t code)
{
	if (code < 0x80) {
		return (code >= '0' && code <= '9') ||
		       (code >= 'A' && code <= 'Z') ||
		       (code >= 'a' && code <= 'z');
	}
	return char_is_western(code) &&
	       uc_is_general_category_withtable(
		       code, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}
