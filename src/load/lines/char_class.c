/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/char_class.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

#define OPENING "（《〈【〔［「『“‘([„«"

/* Most characters of a Chinese page, of which no set has one. */
static bool char_is_in_no_set(unsigned c)
{
	return c >= 0x3400 && c <= 0x9fff;
}

bool char_in(unsigned c, const char *set)
{
	uint8_t bytes[6];
	int len;

	if (c < 0x80)
		return c && strchr(set, (int)c);
	if (char_is_in_no_set(c))
		return false;
	len = u8_uctomb(bytes, c, sizeof bytes);
	for (; len > 0 && (set = strchr(set, bytes[0])); set++)
		if (!strncmp(set, (const char *)bytes, (size_t)len))
			return true;
	return false;
}

/* Characters that are set solid, by ranges of code points: radicals, kana, marks,
 * ideographs, characters of private fonts, forms of full and half width. */
static const struct {
	unsigned first, last;
} solid[] = {
	{ 0x2e80, 0x312f },   { 0x3190, 0x9fff },    { 0xe000, 0xfaff },
	{ 0xfe10, 0xfe1f },   { 0xfe30, 0xfe4f },    { 0xff00, 0xff9f },
	{ 0xffe0, 0xffff },   { 0x16fe0, 0x18fff },  { 0x1aff0, 0x1b2ff },
	{ 0x20000, 0x3ffff }, { 0xf0000, 0x10ffff },
};

static bool char_is_solid(unsigned c)
{
	size_t at;

	if (c < solid[0].first || (c >= 0x3400 && c <= 0x9fff))
		return c >= 0x3400;
	ARRAY_FIND(at, ARRAY_LEN(solid), solid[at].last < c);
	return at < ARRAY_LEN(solid) && solid[at].first <= c;
}

bool char_is_shared_mark(unsigned c)
{
	return char_in(c, "“”‘’…—·");
}

bool char_is_cjk(unsigned c)
{
	return char_is_solid(c) || char_is_shared_mark(c);
}

bool char_is_space(unsigned c)
{
	if (c <= ' ' || (c > '~' && c <= 0x3000) || c == 0xfeff)
		return uc_is_property_white_space(c) || c == 0x200b ||
		       c == 0x2060 || c == 0xfeff;
	return false;
}

bool char_is_alphabetic(unsigned c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	return !char_is_solid(c) && uc_is_property_alphabetic(c);
}

bool char_is_hangul(unsigned c)
{
	return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x3131 && c <= 0x318e) ||
	       (c >= 0x1100 && c <= 0x11ff);
}

bool char_is_wide_alnum(unsigned c)
{
	return c >= 0xff10 && c <= 0xff5a && uc_is_alnum(c);
}

bool char_opens(unsigned c)
{
	return char_in(c, OPENING);
}

unsigned char_first(struct str text)
{
	size_t next;

	return char_at(text, 0, &next);
}

size_t char_last_start(struct str text)
{
	return utf8_before(text, text.len);
}

unsigned char_last(struct str text)
{
	size_t next;

	return char_at(text, char_last_start(text), &next);
}

size_t char_count_in(struct str text, const char *set)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len;) {
		unsigned c = char_at(text, at, &at);

		count += !char_is_in_no_set(c) && char_in(c, set);
	}
	return count;
}

size_t char_count_printed(struct str text)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len;) {
		unsigned c = char_at(text, at, &at);

		/* The last white space of Unicode is U+3000. */
		count += c > 0x3000 || !uc_is_property_white_space(c);
	}
	return count;
}
