/* Copyright (C) 2026 The baolan authors */
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

static bool leaf_begins_name(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26 || c == '_';
}

/* The byte behind the name that begins at `at`; *local is the name behind its prefix. */
static size_t leaf_name_end(struct str text, size_t at, struct str *local)
{
	size_t start = at;
	char c;

	if (at == text.len || !leaf_begins_name(text.ptr[at]))
		return at;
	for (at++; at < text.len; at++) {
		c = text.ptr[at];
		if (leaf_begins_name(c) || (c >= '0' && c <= '9') || c == '-' ||
		    c == '.')
			continue;
		if (c != ':' || text.ptr[start - 1] == ':')
			break;
		start = at + 1;
	}
	*local = str_slice(text, start, at);
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

/* Has the leaf this name already, with any prefix?  *seen has a bit for the look of each
 * name. */
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
		struct str local;
		size_t name = at, end;

		while (name < text.len && xml_is_blank(text.ptr[name]))
			name++;
		end = leaf_name_end(text, name, &local);
		if (end == name)
			return name;
		if (name == at || end == text.len || text.ptr[end] != '=' ||
		    leaf->element.count == XML_LEAF_ATTRIBUTES)
			return 0;
		attribute->name = local;
		at = leaf_value(text, end + 1, &attribute->value);
		if (!at || leaf_has(leaf, attribute->name, &seen))
			return 0;
		leaf->element.count++;
	}
}

size_t xml_leaf_read(struct xml_leaf *leaf, struct str text)
{
	struct str name;
	size_t at = text.len > 1 ? leaf_name_end(text, 1, &name) : 1;

	if (at == 1)
		return 0;
	leaf->element = (struct xml_element){ .name = name,
		                              .attributes = leaf->attributes };
	at = leaf_attributes(leaf, text, at);
	if (!at || !str_starts(str_slice(text, at, text.len), STR("/>")))
		return 0;
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

struct str xml_attribute(const struct xml_element *element, const char *name)
{
	struct str value, wanted = str_from(name);

	xml_attributes(element, &wanted, &value, 1);
	return value;
}

void xml_attributes(const struct xml_element *element, const struct str *names,
                    struct str *values, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		values[i] = (struct str){ "", 0 };
	/* The next name is often the one behind the last. */
	for (size_t i = 0; i < element->count; i++) {
		const struct xml_attribute *has = &element->attributes[i];

		for (size_t tried = 0; tried < count; tried++) {
			size_t at = n;

			n = n + 1 < count ? n + 1 : 0;
			if (has->name.len == names[at].len &&
			    has->name.ptr[0] == names[at].ptr[0] &&
			    str_equal(has->name, names[at])) {
				values[at] = has->value;
				break;
			}
		}
	}
}
