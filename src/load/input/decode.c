/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/decode.h"

#include "base/utf8.h"
#include "load/input/detect.h"
#include "text/plain_form.h"

#include <limits.h>
#include <string.h>

#define BLOCK_BYTES   ((size_t)64 * 1024) /* of a block, about */
#define LOOK_BYTES    ((size_t)1024 * 1024)
#define CONTROL_SHARE 64
#define END_MARK      '\x1a'
#define NO_UNIT       UINT_MAX

bool decode_knows(const char *encoding)
{
	struct charset charset;

	return charset_is_either_utf16(encoding) ||
	       charset_by_name(&charset, encoding);
}

bool decode_brings(const char *encoding)
{
	struct charset charset;

	return charset_is_either_utf16(encoding) ||
	       (charset_by_name(&charset, encoding) &&
	        charset_is_here(&charset));
}

/* Sets the encoding and what is not sure about it. */
static void decoder_choose(struct decoder *decoder, struct str bytes,
                           const char *encoding)
{
	struct detected detected;

	if (encoding && charset_is_either_utf16(encoding)) {
		decoder->charset = *detect_utf16(bytes);
		return;
	}
	if (encoding && charset_by_name(&decoder->charset, encoding) &&
	    charset_is_here(&decoder->charset))
		return;
	detected = detect_charset(bytes);
	decoder->charset = *detected.charset;
	decoder->lacking = detected.is_lacking;
	decoder->runner_up = detected.runner_up;
}

/* The bytes of a code unit in which a newline is one unit: 1, 2 or 4. */
static size_t unit_of(const struct decoder *decoder)
{
	return decoder->charset.unit_bytes;
}

/* The code unit at byte `at`, or NO_UNIT at the end. */
static unsigned decode_unit_at(const struct decoder *decoder, size_t at)
{
	const unsigned char *unit =
		(const unsigned char *)decoder->bytes.ptr + at;
	size_t bytes = unit_of(decoder);
	unsigned value = 0;

	if (at >= decoder->bytes.len)
		return NO_UNIT;
	if (bytes == 1)
		return *unit;
	if (decoder->bytes.len - at < bytes)
		return NO_UNIT;
	for (size_t i = 0; i < bytes; i++)
		value = value << 8 |
		        unit[decoder->charset.is_little_endian ? bytes - 1 - i
		                                               : i];
	return value;
}

/* Do carriage returns alone end the lines?  Only in a file with more of them than of
 * newlines, as in editors, so that line numbers agree with theirs. */
static bool ends_by_returns(const struct decoder *decoder)
{
	size_t unit = unit_of(decoder), lone = 0, newlines = 0;
	struct str bytes = decoder->bytes;

	/* Most files have none at all. */
	if (!bytes.len ||
	    !memchr(bytes.ptr, '\r',
	            bytes.len < LOOK_BYTES ? bytes.len : LOOK_BYTES))
		return false;
	for (size_t at = 0; at < LOOK_BYTES && at < bytes.len; at += unit) {
		unsigned c = decode_unit_at(decoder, at);

		newlines += c == '\n';
		lone += c == '\r' && decode_unit_at(decoder, at + unit) != '\n';
	}
	return lone > newlines;
}

void decoder_init(struct decoder *decoder, struct str bytes,
                  const char *encoding)
{
	struct str mark;

	*decoder = (struct decoder){ .bytes = bytes };
	decoder_choose(decoder, bytes, encoding);
	mark = decoder->charset.mark;
	if (mark.len && str_starts(bytes, mark))
		decoder->bytes = str_slice(bytes, mark.len, bytes.len);
	decoder->returns = ends_by_returns(decoder);
}

/* Does a line end before byte `at`? */
static bool is_cut(const struct decoder *decoder, size_t at, size_t unit)
{
	unsigned last = decode_unit_at(decoder, at - unit);

	return last == '\n' || (last == '\r' && decoder->returns &&
	                        decode_unit_at(decoder, at) != '\n');
}

/* Does a word end before byte `at`?  A space is no part of any other character. */
static bool is_behind_space(const struct decoder *decoder, size_t at,
                            size_t unit)
{
	return decode_unit_at(decoder, at - unit) == ' ';
}

/* Does a character end before byte `at`, as far as the encoding tells? */
static bool is_between(const struct decoder *decoder, size_t at, size_t unit)
{
	unsigned next = decode_unit_at(decoder, at);

	if (unit > 1)
		return next < 0xdc00 || next > 0xdfff;
	if (decoder->charset.name == charset_get(CHARSET_UTF8)->name)
		return !utf8_continues((char)next);
	return decoder->charset.wide_bytes == 1 ||
	       is_behind_space(decoder, at, unit);
}

/* The last place in (decoder->at, least] where the block may end by `may_end`, or
 * else the first one behind it, before `most`; 0: there is none. */
static size_t find_end(const struct decoder *decoder, size_t least, size_t most,
                       bool (*may_end)(const struct decoder *decoder, size_t at,
                                       size_t unit))
{
	size_t unit = unit_of(decoder), at;

	for (at = least; at > decoder->at; at -= unit)
		if (may_end(decoder, at, unit))
			return at;
	for (at = least + unit; at < most; at += unit)
		if (may_end(decoder, at, unit))
			return at;
	return 0;
}

/* The end of the next block: behind a line, as no known encoding has a newline inside a
 * character; in a line that is longer than two blocks, behind a space or a character. */
static size_t block_end(const struct decoder *decoder)
{
	size_t len = decoder->bytes.len;
	size_t least = decoder->at + BLOCK_BYTES, most = least + BLOCK_BYTES;
	size_t at;

	if (!decoder->charset.wide_bytes || least >= len)
		return len;
	at = find_end(decoder, least, most < len ? most : len, is_cut);
	if (!at && most < len)
		at = find_end(decoder, least, least, is_behind_space);
	if (!at && most < len)
		at = find_end(decoder, least, len, is_between);
	return at ? at : len;
}

static void end_lines(struct buf *text, size_t from)
{
	char *end = text->ptr + text->len;

	for (char *at = text->ptr + from; at < end; at++)
		if (*at == '\r' && (at + 1 == end || at[1] != '\n'))
			*at = '\n';
}

/* What the character at byte `at` becomes: a newline where it is a line end of Unicode
 * (U+0085, U+2028, U+2029), its plain form where it is a radical or a form for vertical
 * text, or itself.  Compatibility ideographs stay: people write names with them. */
static uint32_t decode_tidied(struct str text, size_t at, size_t *bytes)
{
	uint32_t c;

	*bytes = utf8_next(text, at, &c);
	if (c >= 0xf900 && !(c >= 0xfe10 && c <= 0xfe4f))
		return c;
	return c == 0x85 || c == 0x2028 || c == 0x2029 ? '\n' : plain_form(c);
}

/* May the character at byte `at`, whose first byte is a lead of decode_leads, become
 * another?  Most of these characters are told by the second byte. */
static bool decode_may_tidy(struct str text, size_t at)
{
	unsigned char lead = (unsigned char)text.ptr[at];
	unsigned char next =
		at + 1 < text.len ? (unsigned char)text.ptr[at + 1] : '\0';

	if (lead == 0xe2)
		return next == 0x80 || next >= 0xba;
	if (lead == 0xef)
		return next == 0xb8 || next == 0xb9 ||
		       (next >= 0x80 && next <= 0x83);
	return next == 0x85;
}

/* The first bytes of characters that become others. */
static const char decode_leads[] = { '\xc2', '\xe2', '\xef' };

/* The first character from byte `from` on that becomes another and begins with `lead`;
 * text.len: none. */
static size_t decode_find_untidy(struct str text, size_t from, char lead)
{
	const char *end = text.ptr + text.len, *at = text.ptr + from;

	for (; (at = memchr(at, lead, (size_t)(end - at))); at++) {
		size_t place = (size_t)(at - text.ptr), bytes;
		uint32_t c;

		if (!decode_may_tidy(text, place))
			continue;
		utf8_next(text, place, &c);
		if (decode_tidied(text, place, &bytes) != c)
			return place;
	}
	return text.len;
}

/* Line ends of Unicode become newlines, and radicals and forms for vertical text their
 * plain forms.  Returns how many of the latter there are. */
static size_t decode_tidy(struct buf *text, size_t from)
{
	struct str all = buf_str(text);
	size_t first = all.len, count = 0, bytes;
	struct buf tidy;

	for (size_t i = 0; i < sizeof decode_leads && all.len > from; i++) {
		size_t at = decode_find_untidy(all, from, decode_leads[i]);

		first = at < first ? at : first;
	}
	if (first == all.len)
		return 0;
	buf_init(&tidy);
	for (size_t at = first; at < all.len; at += bytes) {
		uint32_t c = decode_tidied(all, at, &bytes), was;

		utf8_next(all, at, &was);
		count += c != was && c != '\n';
		buf_add_uc(&tidy, c);
	}
	text->len = first;
	buf_add(text, buf_str(&tidy));
	buf_release(&tidy);
	return count;
}

/* DOS ends files with a control character, or fills a block with it. */
static void drop_end_mark(struct buf *text, size_t from)
{
	while (text->len > from && text->ptr[text->len - 1] == END_MARK)
		text->ptr[--text->len] = '\0';
}

bool decoder_next(struct decoder *decoder, struct buf *text, size_t *lost_bytes)
{
	size_t end, from = text->len;

	if (decoder->at == decoder->bytes.len)
		return false;
	end = block_end(decoder);
	*lost_bytes +=
		charset_convert(&decoder->charset, text,
	                        str_slice(decoder->bytes, decoder->at, end));
	decoder->at = end;
	if (decoder->returns)
		end_lines(text, from);
	decoder->tidied += decode_tidy(text, from);
	if (decoder->at == decoder->bytes.len)
		drop_end_mark(text, from);
	return true;
}

bool decode_is_code(struct str text)
{
	size_t controls = 0;

	if (!text.len || !memchr(text.ptr, 0, text.len))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		controls += !c || (c < ' ' && !strchr("\t\n\v\f\r\033", c));
	}
	return controls > text.len / CONTROL_SHARE;
}

void decode(struct decoded *decoded, struct str bytes, const char *encoding)
{
	struct decoder decoder;

	decoder_init(&decoder, bytes, encoding);
	*decoded = (struct decoded){ .encoding = decoder.charset.name };
	buf_init(&decoded->text);
	while (decoder_next(&decoder, &decoded->text, &decoded->lost_bytes))
		continue;
}

void decoded_release(struct decoded *decoded)
{
	buf_release(&decoded->text);
}
