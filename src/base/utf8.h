/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

#include <unistr.h>

/*
 * Characters of UTF-8 text: the only decoder of the program.  Valid are the
 * sequences of Unicode, table 3-7 (RFC 3629): U+0000 to U+10FFFF in their shortest
 * form, without the surrogates U+D800 to U+DFFF.  Places are offsets in bytes.
 */

/* The byte continues a character (10xxxxxx); no character begins at it. */
static inline bool utf8_continues(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}

/* The byte is a character by itself. */
static inline bool utf8_is_ascii(char byte)
{
	return (unsigned char)byte < 0x80;
}

/* The length in bytes of the character that begins with `first`, in valid text. */
static inline size_t utf8_length(char first)
{
	unsigned char byte = (unsigned char)first;

	return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/* The code point of a character of three bytes. */
static inline uint32_t utf8_of_three(const uint8_t *bytes)
{
	return (uint32_t)(bytes[0] & 0xf) << 12 |
	       (uint32_t)(bytes[1] & 0x3f) << 6 | (bytes[2] & 0x3f);
}

/* The three bytes are a valid character, told without a call: nearly all Chinese
 * text.  False also for U+0800 to U+0FFF and U+D000 to U+D7FF, valid as they are. */
static inline bool utf8_is_plain_three(const uint8_t *bytes)
{
	return bytes[0] > 0xe0 && bytes[0] < 0xf0 && bytes[0] != 0xed &&
	       ((bytes[1] ^ 0x80) | (bytes[2] ^ 0x80)) < 0x40;
}

/* Writes U+0800 to U+FFFF in its three bytes. */
static inline void utf8_write_three(char *out, uint32_t c)
{
	out[0] = (char)(0xe0 | c >> 12);
	out[1] = (char)(0x80 | (c >> 6 & 0x3f));
	out[2] = (char)(0x80 | (c & 0x3f));
}

/*
 * The character at byte `at` < text.len, in *c, and its length in bytes.  Bytes that
 * are none are U+FFFD, and as many of them are taken as u8_mbtouc() takes: 1 to 4.
 */
static inline size_t utf8_next(struct str text, size_t at, uint32_t *c)
{
	const uint8_t *bytes = (const uint8_t *)text.ptr + at;
	size_t left = text.len - at;

	if (bytes[0] < 0x80) {
		*c = bytes[0];
		return 1;
	}
	if (left >= 3 && utf8_is_plain_three(bytes)) {
		*c = utf8_of_three(bytes);
		return 3;
	}
	return (size_t)u8_mbtouc(c, bytes, left);
}

#define UTF8_INVALID (-1)
#define UTF8_CUT     (-2)

/*
 * The same for text that may be damaged: UTF8_INVALID where no character begins at
 * byte `at`, UTF8_CUT where the text ends inside one; *c is U+FFFD then.
 */
static inline int utf8_try(struct str text, size_t at, uint32_t *c)
{
	return u8_mbtoucr(c, (const uint8_t *)text.ptr + at, text.len - at);
}

/* The last place at or before `at` <= text.len where a character begins, in valid
 * text; text.len is such a place. */
static inline size_t utf8_floor(struct str text, size_t at)
{
	while (at && at < text.len && utf8_continues(text.ptr[at]))
		at--;
	return at;
}

/* The beginning of the character before byte `at`, which is not 0, in valid text. */
static inline size_t utf8_before(struct str text, size_t at)
{
	return utf8_floor(text, at - 1);
}

/* The byte behind the character that begins or goes on at `at` < text.len, in valid
 * text. */
static inline size_t utf8_after(struct str text, size_t at)
{
	do
		at++;
	while (at < text.len && utf8_continues(text.ptr[at]));
	return at;
}

/* How many characters begin in a text. */
static inline size_t utf8_count(struct str text)
{
	size_t chars = 0;

	for (size_t i = 0; i < text.len; i++)
		chars += !utf8_continues(text.ptr[i]);
	return chars;
}

/* The first `chars` characters of a text, or all of it. */
static inline struct str utf8_first_chars(struct str text, size_t chars)
{
	size_t at = 0;

	for (; at < text.len; at++)
		if (!utf8_continues(text.ptr[at]) && !chars--)
			break;
	return str_slice(text, 0, at);
}

/* All of the text is valid. */
static inline bool utf8_is_valid(struct str text)
{
	return !u8_check((const uint8_t *)text.ptr, text.len);
}

#endif
