/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cue_anchor.h"

#include "base/utf8.h"
#include "load/lines/cue_month.h"
#include "load/lines/cue_name.h"
#include "load/lines/cue_number.h"

#include <assert.h>
#include <string.h>

#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* An element of a pattern. */
struct element {
	const char *end; /* behind it */
	size_t skips; /* *9: so many characters before the next element, or fewer */
	bool optional; /* a text may match without a character of it */
};

/* {abc}: each of these characters. */
static const char *anchor_add_set(const char *at, struct buf *chars)
{
	const char *end = strchr(at, '}');

	assert(end); /* the set is closed */
	buf_add(chars, (struct str){ at + 1, (size_t)(end - at) - 1 });
	return end + 1;
}

/* (a|b): the first character of each of these words. */
static const char *anchor_add_words(const char *at, struct buf *chars)
{
	do {
		at++;
		buf_add(chars, (struct str){ at, utf8_length(*at) });
		at += strcspn(at, "|)");
		assert(*at); /* the group is closed */
	} while (*at == '|');
	return at + 1;
}

/* A sign that stands for a number, a month or a name; false: another element. */
static bool anchor_add_named(char sign, struct buf *chars)
{
	switch (sign) {
	case '#':
		cue_number_add_chars(chars);
		return true;
	case '%':
		cue_month_add_chars(chars);
		return true;
	case '^':
	case '=':
		cue_name_add_chars(chars);
		return true;
	default:
		return false;
	}
}

/* Adds the characters that the element at `at` can begin with. */
static struct element anchor_add_element(const char *at, struct buf *chars)
{
	struct element element = { .end = at + 1 };

	if (anchor_add_named(*at, chars))
		return element;
	switch (*at) {
	case '*':
		element.skips = (size_t)(at[1] - '0');
		element.end = at + 2;
		element.optional = true;
		return element;
	case '&':
		buf_add_c(chars, CUE_MARKS);
		element.optional = true;
		return element;
	case '_':
		element.optional = true;
		return element;
	case '@':
		buf_add_c(chars, CAPITALS);
		break;
	case '{':
		element.end = anchor_add_set(at, chars);
		break;
	case '(':
		element.end = anchor_add_words(at, chars);
		break;
	default:
		element.end = at + utf8_length(*at);
		buf_add(chars, (struct str){ at, utf8_length(*at) });
	}
	element.optional = *element.end == '?';
	element.end += element.optional;
	return element;
}

enum cue_place cue_anchor(const char *pattern, struct buf *chars)
{
	size_t skipped = 0;
	struct element element = { .end = pattern, .optional = true };

	while (element.optional) {
		pattern = element.end;
		if (!*pattern || *pattern == '~' ||
		    (*pattern == '$' && skipped))
			return CUE_NO_ANCHOR;
		/* A text that ends here has had one of the characters. */
		if (*pattern == '$')
			break;
		element = anchor_add_element(pattern, chars);
		skipped += element.skips;
	}
	if (!skipped)
		return CUE_AT_START;
	return skipped < CUE_NEAR_CHARS ? CUE_NEAR_START : CUE_ANYWHERE;
}
