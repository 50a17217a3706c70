/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/str.h"

#include "base/mem.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define LINE_BYTES 256

static char empty[1];

struct str str_from(const char *text)
{
	return (struct str){ text, text ? strlen(text) : 0 };
}

bool str_equal(struct str a, struct str b)
{
	return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

int str_compare(struct str a, struct str b)
{
	size_t bytes = a.len < b.len ? a.len : b.len;
	int order = bytes ? memcmp(a.ptr, b.ptr, bytes) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str text, struct str with)
{
	return text.len >= with.len &&
	       (!with.len || !memcmp(text.ptr, with.ptr, with.len));
}

bool str_ends(struct str text, struct str with)
{
	return text.len >= with.len &&
	       str_equal(str_slice(text, text.len - with.len, text.len), with);
}

struct str str_slice(struct str text, size_t start, size_t end)
{
	assert(start <= end && end <= text.len);
	return (struct str){ text.ptr ? text.ptr + start : NULL, end - start };
}

/* In a short text this is faster than memmem(), which makes tables first. */
static size_t find_in_line(struct str text, struct str part, size_t from)
{
	const char last = part.ptr[part.len - 1];

	for (size_t at = from; at + part.len <= text.len; at++)
		if (text.ptr[at + part.len - 1] == last &&
		    !memcmp(text.ptr + at, part.ptr, part.len - 1))
			return at;
	return NPOS;
}

size_t str_find(struct str text, struct str part, size_t from)
{
	const char *found;

	if (from > text.len || part.len > text.len - from)
		return NPOS;
	if (!part.len)
		return from;
	if (text.len - from <= LINE_BYTES)
		return find_in_line(text, part, from);
	found = memmem(text.ptr + from, text.len - from, part.ptr, part.len);
	return found ? (size_t)(found - text.ptr) : NPOS;
}

/* The characters of White_Space beyond ASCII, and the invisible separators. */
static bool str_is_wide_space(uint32_t c)
{
	return c == 0x85 || c == 0xa0 || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202f || c == 0x205f || c == 0x2060 || c == 0x3000 ||
	       c == 0xfeff;
}

static bool str_is_ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

size_t str_space_at(struct str text, size_t at)
{
	const uint8_t *here = (const uint8_t *)text.ptr + at;
	ucs4_t c;
	int len;

	assert(at <= text.len);
	if (at == text.len)
		return 0;
	if (*here < 0x80)
		return str_is_ascii_space((char)*here);
	if (*here > 0xe3 && *here < 0xef) /* ideographs and syllables */
		return 0;
	len = u8_mbtouc(&c, here, text.len - at);
	return str_is_wide_space(c) ? (size_t)len : 0;
}

size_t str_space_before(struct str text, size_t end)
{
	size_t at = end;

	assert(end <= text.len);
	if (end && (unsigned char)text.ptr[end - 1] < 0x80)
		return str_is_ascii_space(text.ptr[end - 1]);
	while (at && ((unsigned char)text.ptr[at - 1] & 0xc0) == 0x80)
		at--;
	if (!at)
		return 0;
	at--;
	return at + str_space_at(str_slice(text, 0, end), at) == end ? end - at
	                                                             : 0;
}

int str_hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

struct str str_trim(struct str text)
{
	size_t bytes;

	while (text.len && (bytes = str_space_at(text, 0)))
		text = str_slice(text, bytes, text.len);
	while (text.len && (bytes = str_space_before(text, text.len)))
		text.len -= bytes;
	return text;
}

struct str str_base_name(struct str path)
{
	size_t start = path.len;

	while (start && path.ptr[start - 1] != '/')
		start--;
	return str_slice(path, start, path.len);
}

void buf_init(struct buf *buf)
{
	*buf = (struct buf){ .ptr = empty };
}

void buf_release(struct buf *buf)
{
	if (buf->cap)
		free(buf->ptr);
	buf_init(buf);
}

void buf_clear(struct buf *buf)
{
	buf->len = 0;
	if (buf->cap)
		buf->ptr[0] = '\0';
}

char *buf_room(struct buf *buf, size_t bytes)
{
	buf->ptr = mem_grow(buf->cap ? buf->ptr : NULL, &buf->cap,
	                    buf->len + bytes + 1, 1);
	buf->ptr[buf->len] = '\0';
	return buf->ptr + buf->len;
}

void buf_add(struct buf *buf, struct str text)
{
	char *room = buf_room(buf, text.len);

	if (text.len)
		memcpy(room, text.ptr, text.len);
	buf->len += text.len;
	buf->ptr[buf->len] = '\0';
}

void buf_add_c(struct buf *buf, const char *text)
{
	buf_add(buf, str_from(text));
}

void buf_add_byte(struct buf *buf, char byte)
{
	buf_add(buf, (struct str){ &byte, 1 });
}

void buf_add_uc(struct buf *buf, uint32_t c)
{
	uint8_t bytes[6];
	int count = u8_uctomb(bytes, c, sizeof bytes);

	if (count > 0)
		buf_add(buf, (struct str){ (char *)bytes, (size_t)count });
}

void buf_add_format(struct buf *buf, const char *format, va_list args)
{
	va_list again;
	int bytes;

	va_copy(again, args);
	bytes = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (bytes <= 0)
		return;
	buf_room(buf, (size_t)bytes);
	vsnprintf(buf->ptr + buf->len, (size_t)bytes + 1, format, args);
	buf->len += (size_t)bytes;
}

void buf_addf(struct buf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_add_format(buf, format, args);
	va_end(args);
}

struct str buf_str(const struct buf *buf)
{
	return (struct str){ buf->ptr, buf->len };
}

char *buf_steal(struct buf *buf)
{
	char *bytes = buf->cap ? buf->ptr : mem_dup("", 0);

	buf_init(buf);
	return bytes;
}
