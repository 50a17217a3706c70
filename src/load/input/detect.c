/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/detect.h"

#include "base/utf8.h"
#include "load/input/candidates.h"
#include "load/input/detect_escapes.h"
#include "load/input/detect_western.h"

#include <string.h>

#define SAMPLE_BYTES        ((size_t)4 * 1024)
#define HEAD_BYTES          ((size_t)256 * 1024) /* are looked at before */
#define CONTROL_SHARE       16 /* one byte in so many may be a control character */
#define LATIN_CONTROL_SHARE 64
#define LATIN_HIGH_SHARE    4 /* one letter in so many may be beyond ASCII */
#define WIDE_SHARE          2 /* so many good bytes for each bad one */

/* Is this a control character that does not occur in text?  ESC does, and the end mark
 * of DOS. */
static bool is_odd_control(unsigned char c)
{
	return c < ' ' && (c < '\t' || c > '\r') && c != '\033' && c != '\032';
}

/* The sample: the bytes from just before the first one beyond ASCII on, where a character
 * begins in each encoding. */
static struct str take_sample(struct str bytes)
{
	size_t start = 0, end;

	while (start < bytes.len && (unsigned char)bytes.ptr[start] < 0x80 &&
	       !is_odd_control((unsigned char)bytes.ptr[start]))
		start++;
	start -= start % 4;
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
static bool is_western_text(const struct signs *signs, size_t bytes)
{
	return signs->controls <= signs->looked_at / LATIN_CONTROL_SHARE &&
	       signs->high_bytes <= bytes / LATIN_HIGH_SHARE &&
	       signs->western >= signs->high_bytes - signs->high_bytes / 2;
}

/* Any bytes are Han as UTF-16.  Where the right converter may be missing, bytes count as
 * UTF-16 only with NULs among them, which no other encoding has. */
static struct detected detect_by_candidates(struct str bytes,
                                            const struct signs *signs)
{
	struct detected detected = { .charset = charset_get(CHARSET_UTF8) };

	detected.is_lacking = !candidates_are_here() && !signs->nuls;
	if (!detected.is_lacking)
		detected.charset = candidates_best(take_sample(bytes),
		                                   &detected.runner_up);
	return detected;
}

/* The encoding by signs that need no comparing; NULL: there are none. */
static const struct charset *detect_by_signs(struct str bytes,
                                             struct signs *signs)
{
	const struct charset *charset = charset_by_mark(bytes);
	const struct str head = take_head(bytes);

	if (charset)
		return charset;
	count_utf8(signs, head);
	count_controls(signs, bytes);
	if (!signs->wide_bytes && !signs->bad_bytes)
		charset = detect_escapes(bytes);
	if (charset)
		return charset;
	if (detect_is_utf8(signs))
		return charset_get(CHARSET_UTF8);
	count_western(signs, head);
	if (is_western_text(signs, (size_t)(head.ptr - bytes.ptr) + head.len))
		return detect_western(head);
	return NULL;
}

struct detected detect_charset(struct str bytes)
{
	struct signs signs = { 0 };
	const struct charset *charset = detect_by_signs(bytes, &signs);

	if (charset && charset_is_here(charset))
		return (struct detected){ .charset = charset };
	if (charset)
		return (struct detected){ .charset = charset_get(CHARSET_UTF8),
			                  .is_lacking = true };
	return detect_by_candidates(bytes, &signs);
}

const struct charset *detect_utf16(struct str bytes)
{
	const struct charset *marked = charset_by_mark(bytes);

	if (marked && marked->unit_bytes == 2)
		return marked;
	return candidates_best_utf16(take_sample(bytes));
}
