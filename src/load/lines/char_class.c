/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/char_class.h"

#include "base/utf8.h"

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

bool char_is_latin(unsigned c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	return c < 0x250 && uc_is_alpha(c);
}

bool char_opens(unsigned c)
{
	return char_in(c, OPENING);
}

unsigned char_at(struct str text, size_t at, size_t *next)
{
	uint32_t c;

	*next = at + utf8_next(text, at, &c);
	return c;
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
