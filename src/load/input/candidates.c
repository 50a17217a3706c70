/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/candidates.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define CUT_BYTES_MAX   4 /* of a character whose end is missing */
#define BMP_CHARS       ((size_t)0x10000)
#define WEIGHT_FREQUENT 5
#define WEIGHT_COMMON   4
#define WEIGHT_ODD      -4 /* rare, or of a script not looked for */
#define WEIGHT_CONTROL  -8
#define NEAR_SHARE      12 /* of the best score, one part in so many */

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

#define KANA     0x3041, 0x30fe - 0x3041 + 1
#define HANGUL   0xac00, 0xd7a3 - 0xac00 + 1
#define CYRILLIC 0x0410, 0x044f - 0x0410 + 1

/* The letters and syllables that make more than half of a Russian text, and a third of a
 * Korean one.  The bytes of Chinese give as many others of their scripts. */
#define FREQUENT_CYRILLIC "оеаинтсрвл"
#define FREQUENT_HANGUL                                                        \
 "이다는의에을를가하고한지은로도사기서인어시대자정리나전해일부수과장제그만라들으스있했었"

/* The candidates, the first of equals wins.  A candidate's own characters count as
 * common.  Where own_share is set, one wide character in so many must be its own, or,
 * where `frequent` is set, one of those, as its other characters are those of other
 * encodings, too. */
static const struct candidate {
	enum charset_id charset;
	uint32_t own_first, own_count;
	const char *frequent;
	size_t own_share; /* 0: not needed */
} candidates[] = {
	{ CHARSET_UTF8, KANA, NULL, 0 },
	{ CHARSET_EUC_KR, HANGUL, FREQUENT_HANGUL, 6 },
	{ CHARSET_GB18030, 0, 0, NULL, 0 },
	{ CHARSET_BIG5, 0, 0, NULL, 0 },
	{ CHARSET_UTF16LE, KANA, NULL, 0 },
	{ CHARSET_UTF16BE, KANA, NULL, 0 },
	{ CHARSET_UTF32LE, KANA, NULL, 0 },
	{ CHARSET_UTF32BE, KANA, NULL, 0 },
	{ CHARSET_EUC_JP, KANA, NULL, 8 },
	{ CHARSET_SHIFT_JIS, KANA, NULL, 8 },
	{ CHARSET_WINDOWS_1251, CYRILLIC, FREQUENT_CYRILLIC, 2 },
	{ CHARSET_KOI8_R, CYRILLIC, FREQUENT_CYRILLIC, 2 },
	{ CHARSET_WINDOWS_1252, 0x2013, 20, NULL, 8 }, /* dashes and quotes */
};

static bool candidate_is_han(uint32_t c)
{
	return c >= 0x4e00 && c <= 0x9fff;
}

static uint32_t candidate_next_char(struct str text, size_t *at)
{
	uint32_t c;

	*at += utf8_next(text, *at, &c);
	return c;
}

static void candidate_weigh_rows(signed char *weights, size_t i)
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
		uint32_t c = candidate_next_char(buf_str(&text), &at);

		if (candidate_is_han(c))
			weights[c] = WEIGHT_COMMON;
	}
	buf_release(&text);
	buf_release(&pairs);
}

/* The weight of each character of the BMP; caller frees. */
static signed char *candidate_weights(void)
{
	signed char *weights = mem_alloc(BMP_CHARS);

	memset(weights, WEIGHT_ODD, BMP_CHARS);
	for (size_t i = 0; i < ARRAY_LEN(ranges); i++)
		memset(weights + ranges[i].first, ranges[i].weight,
		       ranges[i].last - ranges[i].first + 1);
	for (size_t i = 0; i < ARRAY_LEN(common_rows); i++)
		candidate_weigh_rows(weights, i);
	return weights;
}

/* The text without the U+FFFD at its end that come from cutting the sample. */
static struct str candidate_forgive_cut(struct str text)
{
	for (int i = 0; i < CUT_BYTES_MAX && str_ends(text, STR("\ufffd")); i++)
		text.len -= STR("\ufffd").len;
	return text;
}

static size_t candidate_bytes_of(const struct charset *charset, uint32_t c)
{
	if (c == 0xfffd)
		return 1;
	return c < 0x80 ? charset->unit_bytes : charset->wide_bytes;
}

static bool candidate_is_frequent(const struct candidate *candidate, uint32_t c)
{
	struct str frequent = str_from(candidate->frequent);

	for (size_t at = 0; at < frequent.len;)
		if (candidate_next_char(frequent, &at) == c)
			return true;
	return false;
}

/* What the characters of a text say of the candidate that decoded it. */
struct tally {
	size_t wide; /* characters beyond ASCII */
	size_t own;  /* of the candidate's own, or frequent ones */
	long score;
};

static void candidate_tally(struct tally *tally,
                            const struct candidate *candidate, uint32_t c,
                            const signed char *weights)
{
	int weight = c < BMP_CHARS ? weights[c] : WEIGHT_ODD;
	bool own = c - candidate->own_first < candidate->own_count;

	if (own)
		weight = WEIGHT_COMMON;
	if (own && candidate->frequent) {
		own = candidate_is_frequent(candidate, c);
		if (own)
			weight = WEIGHT_FREQUENT;
	}
	tally->own += own;
	tally->wide += c >= 0x80;
	tally->score +=
		(long)candidate_bytes_of(charset_get(candidate->charset), c) *
		weight;
}

static long candidate_score(const struct candidate *candidate, struct str text,
                            const signed char *weights)
{
	struct tally tally = { 0 };

	for (size_t at = 0; at < text.len;)
		candidate_tally(&tally, candidate,
		                candidate_next_char(text, &at), weights);
	if (candidate->own_share &&
	    tally.own < tally.wide / candidate->own_share + 1)
		return LONG_MIN;
	return tally.score;
}

/* The candidates of the two highest scores. */
struct ranking {
	const struct charset *best, *second; /* NULL: none */
	long best_score, second_score;
};

static void ranking_add(struct ranking *ranking, const struct charset *charset,
                        long score)
{
	if (!ranking->best || score > ranking->best_score) {
		ranking->second = ranking->best;
		ranking->second_score = ranking->best_score;
		ranking->best = charset;
		ranking->best_score = score;
	} else if (!ranking->second || score > ranking->second_score) {
		ranking->second = charset;
		ranking->second_score = score;
	}
}

/* Ranks the candidates whose converters are installed. */
static struct ranking candidates_rank(struct str sample,
                                      const struct candidate *of, size_t count)
{
	struct ranking ranking = { 0 };
	signed char *weights = candidate_weights();
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; i < count; i++) {
		const struct charset *charset = charset_get(of[i].charset);

		if (!charset_is_here(charset))
			continue;
		buf_clear(&text);
		charset_convert(charset, &text, sample);
		ranking_add(
			&ranking, charset,
			candidate_score(&of[i],
		                        candidate_forgive_cut(buf_str(&text)),
		                        weights));
	}
	buf_release(&text);
	free(weights);
	return ranking;
}

bool candidates_are_here(void)
{
	for (size_t i = 0; i < ARRAY_LEN(candidates); i++)
		if (!charset_is_here(charset_get(candidates[i].charset)))
			return false;
	return true;
}

const struct charset *candidates_best(struct str sample,
                                      const struct charset **runner_up)
{
	struct ranking ranking =
		candidates_rank(sample, candidates, ARRAY_LEN(candidates));
	bool is_near = ranking.second && ranking.second_score > 0 &&
	               ranking.best_score - ranking.second_score <=
	                       ranking.best_score / NEAR_SHARE;

	*runner_up = is_near ? ranking.second : NULL;
	return ranking.best;
}

const struct charset *candidates_best_utf16(struct str sample)
{
	static const struct candidate orders[] = {
		{ CHARSET_UTF16LE, KANA, NULL, 0 },
		{ CHARSET_UTF16BE, KANA, NULL, 0 },
	};

	return candidates_rank(sample, orders, ARRAY_LEN(orders)).best;
}
