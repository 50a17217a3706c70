/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/char_class.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

#define OPENING "（《〈【〔［「『“‘(["

bool char_in(unsigned c, const char *set)
{
	uint8_t bytes[6];
	int len;

	if (c < 0x80)
		return c && strchr(set, (int)c);
	if (c >= 0x3400 && c <= 0x9fff)
		return false;
	len = u8_uctomb(bytes, c, sizeof bytes);
	for (; len > 0 && (set = strchr(set, bytes[0])); set++)
		if (!strncmp(set, (const char *)bytes, (size_t)len))
			return true;
	return false;
}

bool char_is_cjk(unsigned c)
{
	return c >= 0x2e80 || char_in(c, "“”‘’…—·");
}

bool char_opens(unsigned c)
{
	return char_in(c, OPENING);
}

unsigned char_at(struct str text, size_t at, size_t *next)
{
	const uint8_t *here = (const uint8_t *)text.ptr + at;
	ucs4_t c;

	/* The text is valid, and nearly all of it is of these. */
	if (here[0] < 0x80) {
		*next = at + 1;
		return here[0];
	}
	if (here[0] >> 4 == 0xe && text.len - at >= 3) {
		*next = at + 3;
		return (here[0] & 0xfu) << 12 | (here[1] & 0x3fu) << 6 |
		       (here[2] & 0x3fu);
	}
	*next = at + (size_t)u8_mbtouc(&c, here, text.len - at);
	return c;
}

unsigned char_first(struct str text)
{
	size_t next;

	return char_at(text, 0, &next);
}

size_t char_last_start(struct str text)
{
	size_t at = text.len - 1;

	while (at && ((unsigned char)text.ptr[at] & 0xc0) == 0x80)
		at--;
	return at;
}

unsigned char_last(struct str text)
{
	size_t next;

	return char_at(text, char_last_start(text), &next);
}

size_t char_count_in(struct str text, const char *set)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len;)
		count += char_in(char_at(text, at, &at), set);
	return count;
}

size_t char_count_printed(struct str text)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len;)
		count += !uc_is_property_white_space(char_at(text, at, &at));
	return count;
}
