/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/detect_escapes.h"

#include "base/mem.h"

#define HEAD_BYTES   ((size_t)64 * 1024) /* in which escapes are looked for */
#define HZ_PAIRS_MIN 4                   /* as two words of two characters */

static const struct {
	const char *escape;
	enum charset_id charset;
} escapes[] = {
	{ "\033$B", CHARSET_ISO_2022_JP },
	{ "\033$@", CHARSET_ISO_2022_JP },
	{ "\033$)C", CHARSET_ISO_2022_KR },
};

/* The pairs of HZ in `text`, which stands behind ~{ on its line, up to ~}; 0: it is
 * something else. */
static size_t hz_pairs(struct str text)
{
	for (size_t at = 0; at + 1 < text.len; at += 2) {
		unsigned char row = (unsigned char)text.ptr[at];
		unsigned char cell = (unsigned char)text.ptr[at + 1];

		if (row == '~' && cell == '}')
			return at / 2;
		/* Rows 1 to 9 are signs, 16 to 87 characters. */
		if (row < 0x21 || row > 0x77 || (row > 0x29 && row < 0x30) ||
		    cell < 0x21 || cell > 0x7e)
			return 0;
	}
	return 0;
}

static bool is_hz(struct str head)
{
	size_t pairs = 0, others = 0;

	for (size_t at = 0; (at = str_find(head, STR("~{"), at)) != NPOS;) {
		size_t found;

		at += 2;
		found = hz_pairs(str_slice(head, at, head.len));
		pairs += found;
		others += !found;
	}
	return pairs >= HZ_PAIRS_MIN && pairs > others;
}

const struct charset *detect_escapes(struct str bytes)
{
	struct str head = str_slice(
		bytes, 0, bytes.len < HEAD_BYTES ? bytes.len : HEAD_BYTES);

	for (size_t i = 0; i < ARRAY_LEN(escapes); i++)
		if (str_find(head, str_from(escapes[i].escape), 0) != NPOS)
			return charset_get(escapes[i].charset);
	return is_hz(head) ? charset_get(CHARSET_HZ) : NULL;
}
