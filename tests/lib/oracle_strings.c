/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/near_name.h"
#include "base/number.h"
#include "base/seek.h"
#include "base/utf8.h"
#include "text/neutralise.h"

#include <string.h>

/*
 * What the small functions on strings say, compared with the plainest way to find it out.
 */

static char *wrong_at(const char *what, size_t at)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s at %zu", what, at);
	return buf_steal(&sentence);
}

/* The length of the character at byte `at` by table 3-7 of Unicode, in *c; 0: none begins
 * there. */
static size_t naive_char(struct str text, size_t at, uint32_t *c)
{
	static const struct {
		uint8_t first, last, second_first, second_last, len;
	} rows[] = {
		{ 0x00, 0x7f, 0, 0, 1 },       { 0xc2, 0xdf, 0x80, 0xbf, 2 },
		{ 0xe0, 0xe0, 0xa0, 0xbf, 3 }, { 0xe1, 0xec, 0x80, 0xbf, 3 },
		{ 0xed, 0xed, 0x80, 0x9f, 3 }, { 0xee, 0xef, 0x80, 0xbf, 3 },
		{ 0xf0, 0xf0, 0x90, 0xbf, 4 }, { 0xf1, 0xf3, 0x80, 0xbf, 4 },
		{ 0xf4, 0xf4, 0x80, 0x8f, 4 },
	};
	const uint8_t *byte = (const uint8_t *)text.ptr + at;

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		size_t len = rows[i].len, k = 1;

		if (*byte < rows[i].first || *byte > rows[i].last)
			continue;
		if (len > text.len - at ||
		    (len > 1 && (byte[1] < rows[i].second_first ||
		                 byte[1] > rows[i].second_last)))
			return 0;
		*c = len == 1 ? *byte : *byte & (0xffu >> (len + 1));
		for (; k < len && byte[k] >> 6 == 2; k++)
			*c = *c << 6 | (byte[k] & 0x3f);
		return k == len ? len : 0;
	}
	return 0;
}

/* Characters are those of the table, each beginning is found from behind it, and the text
 * is valid where all of it are characters. */
static char *check_chars(struct str text)
{
	bool all = true;

	for (size_t at = 0; at < text.len;) {
		uint32_t want = 0xfffd, got;
		size_t len = naive_char(text, at, &want);
		size_t took = utf8_next(text, at, &got);

		if (len ? took != len || got != want
		        : got != 0xfffd || !took || took > 4 ||
		                    took > text.len - at)
			return wrong_at("another character", at);
		if ((utf8_try(text, at, &got) > 0) != (len > 0))
			return wrong_at("damage is not told", at);
		all = all && len;
		at += took;
	}
	if (utf8_is_valid(text) != all)
		return wrong_at("it is UTF-8 or not", text.len);
	for (size_t at = 0, next; all && at < text.len; at = next) {
		next = utf8_after(text, at);
		if (utf8_before(text, next) != at ||
		    next - at != utf8_length(text.ptr[at]))
			return wrong_at("a character begins elsewhere", at);
	}
	return NULL;
}

/* A neutralised text has nothing to be neutralised. */
static char *check_neutral(struct str text)
{
	char *wrong = oracle_neutral(text);
	struct buf once, twice;

	buf_init(&once);
	buf_init(&twice);
	neutralise(&once, text);
	neutralise(&twice, buf_str(&once));
	if (!wrong && !str_equal(buf_str(&once), buf_str(&twice)))
		wrong = wrong_at("neutralised twice is another text", once.len);
	buf_release(&once);
	buf_release(&twice);
	return wrong;
}

/* A part of the text is found wherever it stands. */
static char *check_seek(struct str text, size_t len)
{
	struct str part = str_slice(text, 0, len < text.len ? len : text.len);
	struct seek seek = seek_for(part, text);

	if (!part.len)
		return NULL;
	for (size_t from = 0; from <= text.len; from++) {
		size_t want = from;

		while (want + part.len <= text.len &&
		       memcmp(text.ptr + want, part.ptr, part.len))
			want++;
		if (want + part.len > text.len)
			want = NPOS;
		if (seek_next(&seek, text, from) != want ||
		    str_find(text, part, from) != want)
			return wrong_at("a part is found elsewhere, from",
			                from);
	}
	return NULL;
}

/* The number of all of the text, which is typed in ASCII digits or in wide ones. */
static size_t naive_number(struct str text, size_t most)
{
	size_t number = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = 0;
		size_t len = naive_char(text, at, &c);

		c -= c >= 0xff10 ? 0xff10 - '0' : 0;
		if (!len || c < '0' || c > '9')
			return 0;
		number = number * 10 + c - '0';
		if (number > most) /* zeros in front of it count for nothing */
			return 0;
		at += len;
	}
	return number;
}

static char *check_number(struct str text)
{
	static const size_t most[] = { 9, 255, 1000, UINT32_MAX };

	text = str_trim(text);
	for (size_t i = 0; i < ARRAY_LEN(most); i++)
		if (number_read(text, most[i]) != naive_number(text, most[i]))
			return wrong_at("another number of at most", most[i]);
	return NULL;
}

/* Each name is nearest to itself, and a name with one mistake is near. */
static char *check_near(struct str text)
{
	struct near_name nearest;

	if (text.len < 4 || text.len > 32)
		return NULL;
	near_name_init(&nearest, text);
	near_name_try(&nearest, str_slice(text, 1, text.len));
	if (nearest.best.len != text.len - 1)
		return wrong_at("without a letter it is not near", text.len);
	near_name_try(&nearest, text);
	return str_equal(nearest.best, text)
	               ? NULL
	               : wrong_at("a name is not the nearest to itself", 0);
}

char *oracle_strings_bytes(struct str bytes)
{
	size_t last = bytes.len ? (unsigned char)bytes.ptr[bytes.len - 1] : 0;
	char *wrong = check_chars(bytes);

	if (!wrong)
		wrong = check_neutral(bytes);
	if (!wrong)
		wrong = check_seek(bytes, 1 + last % 7);
	if (!wrong)
		wrong = check_number(bytes);
	if (!wrong)
		wrong = check_near(bytes);
	return wrong;
}
