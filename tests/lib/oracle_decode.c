/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "load/input/decode.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#define CHAR_BYTES 32 /* of a character with its escapes, in any encoding */

static char *wrong_decoding(const char *what, const char *encoding)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s (%s)", what, encoding);
	return buf_steal(&sentence);
}

/* Bytes of any kind become UTF-8, and each that was lost is there as U+FFFD. */
static char *check_any(struct str bytes, const char *encoding)
{
	struct decoded decoded;
	size_t replaced = 0;
	char *wrong = NULL;

	decode(&decoded, bytes, encoding);
	for (size_t at = 0; at < decoded.text.len;) {
		uint32_t c;

		at += utf8_next(buf_str(&decoded.text), at, &c);
		replaced += c == 0xfffd;
	}
	if (!utf8_is_valid(buf_str(&decoded.text)))
		wrong = wrong_decoding("what was decoded is not UTF-8",
		                       decoded.encoding);
	else if (replaced < decoded.lost_bytes)
		wrong = wrong_decoding("lost bytes are not told",
		                       decoded.encoding);
	decoded_release(&decoded);
	return wrong;
}

/* Converts to or from an encoding; false: it lacks a character. */
static bool convert(iconv_t with, struct str from, struct buf *to)
{
	char room[CHAR_BYTES], *in = (char *)from.ptr, *out = room;
	size_t in_len = from.len, out_len = sizeof room;

	iconv(with, NULL, NULL, NULL, NULL);
	if (iconv(with, &in, &in_len, &out, &out_len) != 0 || in_len ||
	    iconv(with, NULL, NULL, &out, &out_len) != 0)
		return false;
	buf_add(to, (struct str){ room, (size_t)(out - room) });
	return true;
}

/* An encoding as the system's converter has it. */
struct converter {
	iconv_t to,
		from; /* of the encoding, from and to UTF-8; -1: it has none */
};

/* Has the encoding the character, and is it the same on the way back? */
static bool converter_keeps(const struct converter *converter, struct str c)
{
	struct buf coded, back;
	bool same;

	buf_init(&coded);
	buf_init(&back);
	same = convert(converter->to, c, &coded) &&
	       convert(converter->from, buf_str(&coded), &back) &&
	       str_equal(buf_str(&back), c);
	buf_release(&coded);
	buf_release(&back);
	return same;
}

/* Appends the characters of `text` that the encoding keeps; marks that no line has and what
 * ends a file are none of them. */
static void add_kept(struct buf *kept, const struct converter *converter,
                     struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c;
		size_t bytes = utf8_next(text, at, &c);
		struct str one = str_slice(text, at, at + bytes);

		if (c == '\n' || (c >= ' ' && c != 0xfeff && c != 0xfffd &&
		                  converter_keeps(converter, one)))
			buf_add(kept, one);
		at += bytes;
	}
}

/* The whole text in the encoding. */
static bool add_encoded(struct buf *out, const struct converter *converter,
                        struct str text)
{
	size_t room = 4 * text.len + CHAR_BYTES;
	char *bytes = mem_alloc(room), *in = (char *)text.ptr, *at = bytes;
	size_t in_len = text.len, left = room;
	bool done;

	iconv(converter->to, NULL, NULL, NULL, NULL);
	done = iconv(converter->to, &in, &in_len, &at, &left) == 0 && !in_len &&
	       iconv(converter->to, NULL, NULL, &at, &left) == 0;
	if (done)
		buf_add(out, (struct str){ bytes, room - left });
	free(bytes);
	return done;
}

/* A text that an encoding has comes back from it. */
static char *check_round(const struct converter *converter, struct str text,
                         const char *encoding)
{
	struct decoded decoded;
	struct buf kept, coded;
	char *wrong = NULL;

	buf_init(&kept);
	buf_init(&coded);
	add_kept(&kept, converter, text);
	if (kept.len && add_encoded(&coded, converter, buf_str(&kept))) {
		decode(&decoded, buf_str(&coded), encoding);
		if (decoded.lost_bytes ||
		    !str_equal(buf_str(&decoded.text), buf_str(&kept)))
			wrong = wrong_decoding("a text does not come back",
			                       encoding);
		decoded_release(&decoded);
	}
	buf_release(&kept);
	buf_release(&coded);
	return wrong;
}

/* What was decoded is decoded already. */
static char *check_again(struct str text)
{
	struct decoded again;
	char *wrong = NULL;

	decode(&again, text, "utf-8");
	if (again.lost_bytes ||
	    (!str_starts(text, STR("\ufeff")) && !str_ends(text, STR("\x1a")) &&
	     (!text.len || !memchr(text.ptr, '\r', text.len)) &&
	     !str_equal(buf_str(&again.text), text)))
		wrong = wrong_decoding("decoded twice it is another text",
		                       "UTF-8");
	decoded_release(&again);
	return wrong;
}

/* The converter of an encoding, which stays open: glibc loads a file for it each time that
 * the last one is closed. */
static const struct converter *converter_of(enum charset_id charset)
{
	static struct converter converters[CHARSET_COUNT];
	struct converter *converter = &converters[charset];
	const char *encoding = charset_get(charset)->name;

	if (!converter->to) {
		converter->to = iconv_open(encoding, "UTF-8");
		converter->from = iconv_open("UTF-8", encoding);
	}
	return converter;
}

char *oracle_decode_bytes(struct str bytes)
{
	unsigned how = bytes.len ? (unsigned char)bytes.ptr[bytes.len - 1] : 0;
	enum charset_id charset = (enum charset_id)(how % CHARSET_COUNT);
	const char *encoding = charset_get(charset)->name;
	const struct converter *converter = converter_of(charset);
	struct decoded decoded;
	char *wrong = check_any(bytes, NULL);

	if (!wrong)
		wrong = check_any(bytes, encoding);
	decode(&decoded, bytes, "utf-8");
	if (!wrong)
		wrong = check_again(buf_str(&decoded.text));
	/* The system need not have the encoding. */
	if (!wrong && converter->to != (iconv_t)-1 &&
	    converter->from != (iconv_t)-1)
		wrong = check_round(converter, buf_str(&decoded.text),
		                    encoding);
	decoded_release(&decoded);
	return wrong;
}
