/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/detect.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLE_BYTES        ((size_t)4 * 1024)
#define HEAD_BYTES          ((size_t)256 * 1024) /* are looked at before */
#define CUT_BYTES_MAX       3 /* of a character whose end is missing */
#define KANA                0x3041, 0x30fe - 0x3041 + 1
#define BMP_CHARS           ((size_t)0x10000)
#define WEIGHT_COMMON       4
#define WEIGHT_ODD          -4 /* rare, or of a script not looked for */
#define WEIGHT_CONTROL      -8
#define CONTROL_SHARE       16 /* one byte in so many may be a control character */
#define LATIN_CONTROL_SHARE 64
#define LATIN_HIGH_SHARE    8 /* one letter in so many may be beyond ASCII */
#define WIDE_SHARE          2 /* so many good bytes for each bad one */

/* The weight of a byte of a decoded character, by ranges of code points: how much it
 * speaks for the encoding that gives the character. */
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
	{ 0xfffd, 0xfffd, -8 }, /* a byte that could not be decoded */
};

/* The common characters: those on the first level of GB 2312 (3755 simplified) and of
 * Big5 (5401 traditional), in rows of pairs of bytes. */
static const struct {
	enum charset_id charset;
	unsigned char first_row, last_row, first, last;
} common_rows[] = {
	{ CHARSET_GB18030, 0xb0, 0xd7, 0xa1, 0xfe },
	{ CHARSET_BIG5, 0xa4, 0xc6, 0x40, 0x7e },
	{ CHARSET_BIG5, 0xa4, 0xc5, 0xa1, 0xfe },
};

/* The candidates, the first of equals wins.  A candidate's own characters count as
 * common.  Where own_share is set, one wide character in so many must be its own, as
 * its other characters are those of other encodings, too. */
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

static uint32_t detect_next_char(struct str text, size_t *at)
{
	uint32_t c;

	*at += utf8_next(text, *at, &c);
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
		uint32_t c = detect_next_char(buf_str(&text), &at);

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

/* The text without the U+FFFD at its end that come from cutting the sample. */
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
		uint32_t c = detect_next_char(text, &at);
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

/* The candidate of the highest score among those whose converters are installed; NULL:
 * none. */
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

		if (!charset_is_here(charset_get(of[i].charset)))
			continue;
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

/* Is this a control character that does not occur in text? */
static bool is_odd_control(unsigned char c)
{
	return c < ' ' && (c < '\t' || c > '\r') && c != '\033';
}

/* The sample: the bytes from just before the first one beyond ASCII on, where a character
 * begins in each encoding. */
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

/* The bytes by which UTF-8 is told from other encodings: from the first eight bytes on
 * that are not all ASCII. */
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

/* Counts of the bytes at the head of a file. */
struct signs {
	size_t wide_bytes; /* of whole characters of UTF-8 beyond ASCII */
	size_t bad_bytes;  /* of malformed UTF-8 */
	size_t high_bytes; /* beyond ASCII */
	size_t western; /* of these, those that stand as a Latin letter or sign does */
	size_t looked_at; /* bytes in which `controls` was counted */
	size_t controls; /* control characters that do not occur in text, NULs too */
	size_t nuls;
};

static bool is_ascii_letter(unsigned char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* In windows-1252 a byte beyond ASCII is a letter, which stands in a word; a quote
 * or dash, which stands beside one; or a sign, which stands beside anything. */
static bool is_western(unsigned char before, unsigned char c,
                       unsigned char behind)
{
	bool is_sign = (c >= 0xa0 && c <= 0xbf) || c == 0xd7 || c == 0xf7;

	return is_ascii_letter(before) || is_ascii_letter(behind) ||
	       (is_sign && (before > ' ' || behind > ' '));
}

static void count_western(struct signs *signs, struct str head)
{
	for (size_t i = 0; i < head.len; i++) {
		unsigned char c = (unsigned char)head.ptr[i];
		unsigned char before = i ? (unsigned char)head.ptr[i - 1] : ' ';
		unsigned char behind =
			i + 1 < head.len ? (unsigned char)head.ptr[i + 1] : ' ';

		if (c < 0x80)
			continue;
		signs->high_bytes++;
		signs->western += before < 0x80 && behind < 0x80 &&
		                  is_western(before, c, behind);
	}
}

static void count_utf8(struct signs *signs, struct str head)
{
	for (size_t at = 0; at < head.len;) {
		uint32_t c;
		int bytes = utf8_try(head, at, &c);

		if (bytes == UTF8_CUT)
			break;
		if (bytes < 1)
			signs->bad_bytes++;
		else if (bytes > 1)
			signs->wide_bytes += (size_t)bytes;
		at += bytes < 1 ? 1 : (size_t)bytes;
	}
}

static void count_controls(struct signs *signs, struct str bytes)
{
	signs->looked_at = bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES;
	for (size_t i = 0; i < signs->looked_at; i++) {
		unsigned char c = (unsigned char)bytes.ptr[i];

		signs->nuls += !c;
		signs->controls += is_odd_control(c);
	}
}

/* Whole characters of UTF-8 are chance in no other encoding for long: of pairs of
 * GB 2312 every seventh is one, of the others fewer.  So a page with damage is
 * still UTF-8.  Many NULs say UTF-16; other control characters do so only where
 * there are no bytes beyond ASCII, for then nothing speaks against it. */
static bool detect_is_utf8(const struct signs *signs)
{
	bool plain = !signs->wide_bytes && !signs->bad_bytes;

	if ((plain ? signs->controls : signs->nuls) >
	    signs->looked_at / CONTROL_SHARE)
		return false;
	return signs->wide_bytes >= signs->bad_bytes * WIDE_SHARE;
}

/* Latin text with a few letters and signs that ASCII has not, most of them alone
 * between those that it has.  In encodings of pairs they stand side by side, and
 * UTF-16 has more of them, and control characters. */
static bool is_windows_1252(const struct signs *signs, size_t bytes)
{
	return signs->controls <= signs->looked_at / LATIN_CONTROL_SHARE &&
	       signs->high_bytes <= bytes / LATIN_HIGH_SHARE &&
	       signs->western >= signs->high_bytes - signs->high_bytes / 2;
}

static bool all_are_here(void)
{
	for (size_t i = 0; i < ARRAY_LEN(candidates); i++)
		if (!charset_is_here(charset_get(candidates[i].charset)))
			return false;
	return true;
}

/* Any bytes are Han as UTF-16.  Where the right converter may be missing, bytes count as
 * UTF-16 only with NULs among them, which no other encoding has. */
static const struct charset *
best_that_is_here(struct str bytes, const struct signs *signs, bool *lacking)
{
	*lacking = !all_are_here() && !signs->nuls;
	if (*lacking)
		return charset_get(CHARSET_UTF8);
	return best_charset(take_sample(bytes), candidates,
	                    ARRAY_LEN(candidates));
}

const struct charset *detect_charset(struct str bytes, bool *lacking)
{
	const struct charset *marked = charset_by_mark(bytes);
	const struct str head = take_head(bytes);
	struct signs signs = { 0 };

	*lacking = false;
	if (marked && charset_is_here(marked))
		return marked;
	count_utf8(&signs, head);
	count_controls(&signs, bytes);
	if (detect_is_utf8(&signs))
		return charset_get(CHARSET_UTF8);
	count_western(&signs, head);
	if (is_windows_1252(&signs,
	                    (size_t)(head.ptr - bytes.ptr) + head.len) &&
	    charset_is_here(charset_get(CHARSET_WINDOWS_1252)))
		return charset_get(CHARSET_WINDOWS_1252);
	return best_that_is_here(bytes, &signs, lacking);
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
