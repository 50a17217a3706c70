/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/number.h"

#include <stdbool.h>

/* The digit that `text` begins with, -1 for none; *len are its bytes. */
static int digit_at(struct str text, size_t *len)
{
	const struct str before_zero = STR("\xef\xbc"); /* U+FF10 is EF BC 90 */
	unsigned char last;

	*len = 1;
	if (text.len && text.ptr[0] >= '0' && text.ptr[0] <= '9')
		return text.ptr[0] - '0';
	*len = 3;
	if (text.len < 3 || !str_starts(text, before_zero))
		return -1;
	last = (unsigned char)text.ptr[2];
	return last >= 0x90 && last <= 0x99 ? last - 0x90 : -1;
}

size_t number_take(struct str *text, size_t most)
{
	size_t number = 0, len;
	bool beyond = false;
	int digit;

	while ((digit = digit_at(*text, &len)) >= 0) {
		beyond = beyond || (size_t)digit > most ||
		         number > (most - (size_t)digit) / 10;
		if (!beyond)
			number = number * 10 + (size_t)digit;
		*text = str_slice(*text, len, text->len);
	}
	return beyond ? 0 : number;
}

size_t number_read(struct str text, size_t most)
{
	size_t number;

	text = str_trim(text);
	number = number_take(&text, most);
	return text.len ? 0 : number;
}
