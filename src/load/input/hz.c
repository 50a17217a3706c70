/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/hz.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads the escape of two bytes at `at`; false, and nothing is read, where there is
 * none. */
static bool hz_escape(struct buf *gb, struct str bytes, size_t at,
                      bool *is_wide)
{
	char second = at + 1 < bytes.len ? bytes.ptr[at + 1] : '\0';

	if (bytes.ptr[at] != '~')
		return false;
	if (*is_wide) {
		*is_wide = second != '}';
		return !*is_wide;
	}
	*is_wide = second == '{';
	if (second == '~')
		buf_add_byte(gb, '~');
	return *is_wide || second == '~' || second == '\n';
}

static bool hz_is_pair(struct str bytes, size_t at)
{
	return at + 1 < bytes.len && bytes.ptr[at] >= 0x21 &&
	       bytes.ptr[at] <= 0x7e && bytes.ptr[at + 1] >= 0x21 &&
	       bytes.ptr[at + 1] <= 0x7e;
}

void hz_to_gb(struct buf *gb, struct str bytes)
{
	bool is_wide = false;
	size_t at = 0;

	while (at < bytes.len) {
		if (bytes.ptr[at] == '\n')
			is_wide = false;
		if (hz_escape(gb, bytes, at, &is_wide)) {
			at += 2;
		} else if (is_wide && hz_is_pair(bytes, at)) {
			buf_add_byte(gb, (char)(bytes.ptr[at] | 0x80));
			buf_add_byte(gb, (char)(bytes.ptr[at + 1] | 0x80));
			at += 2;
		} else {
			buf_add_byte(gb, bytes.ptr[at++]);
		}
	}
}
