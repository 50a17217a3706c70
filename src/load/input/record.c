/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/record.h"

#include <string.h>

#define INT_DIGITS 10
#define HEX_DIGITS 6

void record_split(struct record *record, struct str line)
{
	size_t at = 0;

	record->count = 0;
	while (at <= line.len && record->count < RECORD_FIELDS) {
		const char *tab =
			line.len ? memchr(line.ptr + at, '\t', line.len - at)
				 : NULL;
		size_t end = tab ? (size_t)(tab - line.ptr) : line.len;

		record->fields[record->count++] = str_slice(line, at, end);
		at = end + 1;
	}
}

bool record_int(const struct record *record, size_t n, int32_t least,
                int32_t most, int32_t *value)
{
	struct str field = n < record->count ? record->fields[n] : STR("");
	bool negative = str_starts(field, STR("-"));
	int64_t number = 0;

	if (negative)
		field = str_slice(field, 1, field.len);
	if (!field.len || field.len > INT_DIGITS)
		return false;
	for (size_t i = 0; i < field.len; i++) {
		if (field.ptr[i] < '0' || field.ptr[i] > '9')
			return false;
		number = number * 10 + (field.ptr[i] - '0');
	}
	number = negative ? -number : number;
	if (number < least || number > most)
		return false;
	*value = (int32_t)number;
	return true;
}

bool record_pt(const struct record *record, size_t n, float *pt)
{
	int32_t hundredths;

	if (!record_int(record, n, -RECORD_PT_MOST * 100, RECORD_PT_MOST * 100,
	                &hundredths))
		return false;
	*pt = (float)hundredths / 100;
	return true;
}

bool record_hex(struct str field, uint32_t *value)
{
	uint32_t number = 0;

	if (!field.len || field.len > HEX_DIGITS)
		return false;
	for (size_t i = 0; i < field.len; i++) {
		char digit = field.ptr[i];

		if (digit >= '0' && digit <= '9')
			number = number * 16 + (uint32_t)(digit - '0');
		else if (digit >= 'a' && digit <= 'f')
			number = number * 16 + (uint32_t)(digit - 'a') + 10;
		else
			return false;
	}
	*value = number;
	return true;
}

static bool is_octal(char c)
{
	return c >= '0' && c <= '7';
}

void record_text(const struct record *record, size_t n, struct buf *out)
{
	struct str field = n < record->count ? record->fields[n] : STR("");

	for (size_t i = 0; i < field.len; i++) {
		const char *c = field.ptr + i;

		if (*c != '\\' || field.len - i < 4 || !is_octal(c[1]) ||
		    !is_octal(c[2]) || !is_octal(c[3])) {
			buf_add_byte(out, *c);
			continue;
		}
		buf_add_byte(out, (char)((c[1] - '0') << 6 | (c[2] - '0') << 3 |
		                         (c[3] - '0')));
		i += 3;
	}
}
