/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/xml_leaf.h"

#include "base/utf8.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/* So many digits are exact in a double. */
#define NUMBER_BYTES 15

struct str xml_local_name(struct str name)
{
	const char *colon = name.len ? memchr(name.ptr, ':', name.len) : NULL;

	return colon ? str_slice(name, (size_t)(colon + 1 - name.ptr), name.len)
	             : name;
}

bool xml_is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool leaf_begins_name(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

/* The byte behind the name that begins at `at`. */
static size_t leaf_name_end(struct str text, size_t at)
{
	if (at == text.len || !leaf_begins_name(text.ptr[at]))
		return at;
	while (at < text.len &&
	       (leaf_begins_name(text.ptr[at]) || text.ptr[at] == ':' ||
	        text.ptr[at] == '-' || text.ptr[at] == '.' ||
	        (text.ptr[at] >= '0' && text.ptr[at] <= '9')))
		at++;
	return at;
}

/* U+FFFE and U+FFFF are no characters of XML. */
static bool leaf_is_text(struct str value)
{
	return !u8_check((const uint8_t *)value.ptr, value.len) &&
	       !memmem(value.ptr, value.len, "\xef\xbf", 2);
}

/* The value in quotation marks at `at`; the byte behind it, or 0: not plain. */
static size_t leaf_value(struct str text, size_t at, struct str *value)
{
	unsigned char beyond = 0;
	size_t start = at + 1;
	char quote;

	if (start >= text.len || (text.ptr[at] != '"' && text.ptr[at] != '\''))
		return 0;
	quote = text.ptr[at];
	for (at = start; at < text.len && text.ptr[at] != quote; at++) {
		unsigned char c = (unsigned char)text.ptr[at];

		if (c < ' ' || c == '&' || c == '<')
			return 0;
		beyond |= c;
	}
	if (at == text.len)
		return 0;
	*value = str_slice(text, start, at);
	return beyond < 0x80 || leaf_is_text(*value) ? at + 1 : 0;
}

/* Has the leaf this name already?  *seen has a bit for the look of each name. */
static bool leaf_has(const struct xml_leaf *leaf, struct str name,
                     uint64_t *seen)
{
	uint64_t look =
		(uint64_t)1
		<< ((((unsigned char)name.ptr[0] * 7u) + name.len) & 63);
	bool is_new = !(*seen & look);

	*seen |= look;
	for (size_t i = 0; !is_new && i < leaf->element.count; i++)
		if (str_equal(leaf->attributes[i].name, name))
			return true;
	return false;
}

/* The attributes behind byte `at`; the byte behind the last, or 0. */
static size_t leaf_attributes(struct xml_leaf *leaf, struct str text, size_t at)
{
	uint64_t seen = 0;

	for (;;) {
		struct xml_attribute *attribute =
			&leaf->attributes[leaf->element.count];
		size_t name = at, end;

		while (name < text.len && xml_is_blank(text.ptr[name]))
			name++;
		end = leaf_name_end(text, name);
		if (end == name)
			return name;
		if (name == at || end == text.len || text.ptr[end] != '=' ||
		    leaf->element.count == XML_LEAF_ATTRIBUTES)
			return 0;
		attribute->name = str_slice(text, name, end);
		at = leaf_value(text, end + 1, &attribute->value);
		if (!at || leaf_has(leaf, attribute->name, &seen))
			return 0;
		leaf->element.count++;
	}
}

size_t xml_leaf_read(struct xml_leaf *leaf, struct str text)
{
	size_t at = leaf_name_end(text, 1);

	if (at == 1)
		return 0;
	leaf->element = (struct xml_element){ .name = xml_local_name(
						      str_slice(text, 1, at)),
		                              .attributes = leaf->attributes };
	at = leaf_attributes(leaf, text, at);
	if (!at || !str_starts(str_slice(text, at, text.len), STR("/>")))
		return 0;
	for (size_t i = 0; i < leaf->element.count; i++)
		leaf->attributes[i].name =
			xml_local_name(leaf->attributes[i].name);
	return at + 2;
}

/* Most are a few digits, with a point or without. */
double xml_number(struct str value)
{
	double number = 0, unit = 1;
	bool behind_point = false;
	size_t at = 0;

	for (; at < value.len; at++) {
		char c = value.ptr[at];

		if (c == '.' && !behind_point) {
			behind_point = true;
			continue;
		}
		if (c < '0' || c > '9')
			break;
		number = number * 10 + (c - '0');
		unit *= behind_point ? 10 : 1;
	}
	number = at == value.len && at <= NUMBER_BYTES
	                 ? number / unit
	                 : strtod(value.ptr, NULL);
	return fabs(number) <= XML_NUMBER_MOST ? number : 0;
}
