/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/detect.h"

#include "base/mem.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define SAMPLE_BYTES   ((size_t)4 * 1024)
#define HEAD_BYTES     ((size_t)256 * 1024) /* are looked at before */
#define CUT_BYTES_MAX  3 /* of a character whose end is missing */
#define KANA           0x3041, 0x30fe - 0x3041 + 1
#define BMP_CHARS      ((size_t)0x10000)
#define WEIGHT_COMMON  4
#define WEIGHT_ODD     -4 /* rare, or of a script not looked for */
#define WEIGHT_CONTROL -8

/* What a byte of a character says for the encoding that gives it. */
static const struct {
	uint32_t first, last;
	int weight;
} ranges[] = {
	{ 0x0000, 0x001f, WEIGHT_CONTROL },
	{ '\t', '\r', 2 },
	{ ' ', '~', 2 },
	{ 0x007f, 0x009f, WEIGHT_CONTROL },
	{ 0x00c0, 0x00ff, -3 }, /* letters of the West */
	{ 0x2010, 0x2026, WEIGHT_COMMON },
	{ 0x25a0, 0x25ff, WEIGHT_COMMON }, /* bullets */
	{ 0x3000, 0x301f, WEIGHT_COMMON },
	{ 0xff01, 0xff5e, WEIGHT_COMMON }, /* full-width ASCII */
	{ 0xfffd, 0xfffd, -8 },            /* a byte that was lost */
};

/* The characters that two standards put on their first level, in rows of pairs
 * of bytes: 3755 simplified ones, 5401 traditional ones. */
static const struct {
	enum charset_id charset;
	unsigned char first_row, last_row, first, last;
} common_rows[] = {
	{ CHARSET_GB18030, 0xb0, 0xd7, 0xa1, 0xfe },
	{ CHARSET_BIG5, 0xa4, 0xc6, 0x40, 0x7e },
	{ CHARSET_BIG5, 0xa4, 0xc5, 0xa1, 0xfe },
};

/* In the order in which a tie is settled.  Characters of its own count as common
 * ones; where they are needed they must be one wide character in so many, for
 * its other characters prove nothing. */
static const struct candidate {
	enum charset_id charset;
	uint32_t own_first, own_count;
	size_t own_share; /* 0: not needed */
} candidates[] = {
	{ CHARSET_UTF8, KANA, 0 },
	{ CHARSET_GB18030, 0, 0, 0 },
	{ CHARSET_BIG5, 0, 0, 0 },
	{ CHARSET_UTF16LE, KANA, 0 },
	{ CHARSET_UTF16BE, KANA, 0 },
	{ CHARSET_EUC_JP, KANA, 8 },
	{ CHARSET_SHIFT_JIS, KANA, 8 },
	{ CHARSET_WINDOWS_1252, 0x2013, 20, 8 }, /* dashes and quotes */
};

static bool is_han(uint32_t c)
{
	return c >= 0x4e00 && c <= 0x9fff;
}

static uint32_t next_char(struct str text, size_t *at)
{
	ucs4_t c;

	*at += (size_t)u8_mbtouc(&c, (const uint8_t *)text.ptr + *at,
	                         text.len - *at);
	return c;
}

static void weigh_common_rows(signed char *weights, size_t i)
{
	struct buf pairs, text;
	size_t at = 0;

	buf_init(&pairs);
	buf_init(&text);
	for (int row = common_rows[i].first_row; row <= common_rows[i].last_row;
	     row++)
		for (int c = common_rows[i].first; c <= common_rows[i].last;
		     c++) {
			buf_add_byte(&pairs, (char)row);
			buf_add_byte(&pairs, (char)c);
		}
	charset_convert(charset_get(common_rows[i].charset), &text,
	                buf_str(&pairs));
	while (at < text.len) {
		uint32_t c = next_char(buf_str(&text), &at);

		if (is_han(c))
			weights[c] = WEIGHT_COMMON;
	}
	buf_release(&text);
	buf_release(&pairs);
}

/* The weight of each character of the BMP; caller frees. */
static signed char *weigh_chars(void)
{
	signed char *weights = mem_alloc(BMP_CHARS);

	memset(weights, WEIGHT_ODD, BMP_CHARS);
	for (size_t i = 0; i < ARRAY_LEN(ranges); i++)
		memset(weights + ranges[i].first, ranges[i].weight,
		       ranges[i].last - ranges[i].first + 1);
	for (size_t i = 0; i < ARRAY_LEN(common_rows); i++)
		weigh_common_rows(weights, i);
	return weights;
}

/* Without the losses that a cut at the end of the sample makes. */
static struct str forgive_cut(struct str text)
{
	for (int i = 0; i < CUT_BYTES_MAX && str_ends(text, STR("\ufffd")); i++)
		text.len -= STR("\ufffd").len;
	return text;
}

static size_t bytes_of(const struct charset *charset, uint32_t c)
{
	if (c == 0xfffd)
		return 1;
	return c < 0x80 ? charset->unit_bytes : charset->wide_bytes;
}

static long score_text(const struct candidate *candidate, struct str text,
                       const signed char *weights)
{
	const struct charset *charset = charset_get(candidate->charset);
	size_t wide = 0, own = 0;
	long score = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = next_char(text, &at);
		int weight = c < BMP_CHARS ? weights[c] : WEIGHT_ODD;

		if (c - candidate->own_first < candidate->own_count) {
			weight = WEIGHT_COMMON;
			own++;
		}
		wide += c >= 0x80;
		score += (long)bytes_of(charset, c) * weight;
	}
	if (candidate->own_share && own < wide / candidate->own_share + 1)
		return LONG_MIN;
	return score;
}

static const struct charset *
best_charset(struct str sample, const struct candidate *of, size_t count)
{
	signed char *weights = weigh_chars();
	const struct charset *best = NULL;
	long best_score = LONG_MIN;
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; i < count; i++) {
		long score;

		buf_clear(&text);
		charset_convert(charset_get(of[i].charset), &text, sample);
		score = score_text(&of[i], forgive_cut(buf_str(&text)),
		                   weights);
		if (!best || score > best_score) {
			best = charset_get(of[i].charset);
			best_score = score;
		}
	}
	buf_release(&text);
	free(weights);
	return best;
}

/* True for control characters of which text has none. */
static bool is_odd_control(unsigned char c)
{
	return c < ' ' && (c < '\t' || c > '\r') && c != '\033';
}

/* From the first byte that tells something on, or from the one before it: a
 * character begins there in each encoding. */
static struct str take_sample(struct str bytes)
{
	size_t start = 0, end;

	while (start < bytes.len && (unsigned char)bytes.ptr[start] < 0x80 &&
	       !is_odd_control((unsigned char)bytes.ptr[start]))
		start++;
	start -= start % 2;
	end = bytes.len - start < SAMPLE_BYTES ? bytes.len
	                                       : start + SAMPLE_BYTES;
	return str_slice(bytes, start, end);
}

static bool has_odd_controls(struct str bytes)
{
	for (size_t i = 0; i < bytes.len && i < SAMPLE_BYTES; i++)
		if (is_odd_control((unsigned char)bytes.ptr[i]))
			return true;
	return false;
}

/* No text of another encoding is UTF-8 for so long. */
static struct str take_head(struct str bytes)
{
	uint64_t eight;
	size_t start = 0;

	while (bytes.len - start >= sizeof eight) {
		memcpy(&eight, bytes.ptr + start, sizeof eight);
		if (eight & 0x8080808080808080u)
			break;
		start += sizeof eight;
	}
	return str_slice(bytes, start,
	                 bytes.len - start < HEAD_BYTES ? bytes.len
	                                                : start + HEAD_BYTES);
}

static bool is_utf8(struct str bytes)
{
	const struct str head = take_head(bytes);
	const uint8_t *start = (const uint8_t *)head.ptr;
	const uint8_t *bad = u8_check(start, head.len);
	size_t left = bad ? head.len - (size_t)(bad - start) : 0;
	ucs4_t c;

	if (has_odd_controls(bytes))
		return false;
	return !bad || u8_mbtoucr(&c, bad, left) == -2;
}

const struct charset *detect_charset(struct str bytes)
{
	const struct charset *marked = charset_by_mark(bytes);

	if (marked)
		return marked;
	if (is_utf8(bytes))
		return charset_get(CHARSET_UTF8);
	return best_charset(take_sample(bytes), candidates,
	                    ARRAY_LEN(candidates));
}

const struct charset *detect_utf16(struct str bytes)
{
	static const struct candidate orders[] = {
		{ CHARSET_UTF16LE, KANA, 0 },
		{ CHARSET_UTF16BE, KANA, 0 },
	};
	const struct charset *marked = charset_by_mark(bytes);

	if (marked && marked->unit_bytes == 2)
		return marked;
	return best_charset(take_sample(bytes), orders, ARRAY_LEN(orders));
}
