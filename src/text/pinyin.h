/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_PINYIN_H
#define TEXT_PINYIN_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Search in Chinese text by pinyin: yqfk, yiqing and yiqing fk find 疫情防控.  In a
 * pattern a character is written as its syllable without tone (ü is v) or as the initial
 * of that syllable (zh and z are the same); the last character of a pattern may be any
 * beginning of its syllable.  Spaces separate characters.  A character has up to three
 * readings: 重庆 is chongqing, 重要 zhongyao.
 *
 * A pattern of more than 255 bytes, or for more than 32 characters, is never found.
 */
struct pinyin;

/* The readings of all characters.  Release with pinyin_free(). */
struct pinyin *pinyin_new(void);
void pinyin_free(struct pinyin *pinyin);

/* Appends the readings of a character, without tones, with slashes between: for 重
 * "chong/zhong", in the order of letters.  False, and nothing appended: it has none. */
bool pinyin_add_readings(struct buf *out, const struct pinyin *pinyin,
                         uint32_t c);

/* Whether a pattern can be pinyin of two characters or more: it has only ASCII letters,
 * small or capital, and spaces. */
bool pinyin_can_be(struct str pattern);

/* A pattern prepared for any number of texts. */
struct spelling {
	struct str letters; /* borrowed; without spaces at its ends */
	size_t chars; /* the fewest characters it stands for; 0: it is not pinyin */
	uint32_t
		first; /* set of letters (a is bit 0): the initial of the pattern */
	uint32_t any; /* and all letters with which its syllables may begin */
};

/* Prepares a pattern for which pinyin_can_be() is true; the pattern must outlive the
 * result. */
struct spelling spelling_of(struct str pattern);

/* The first place at or after byte `at`, where a character begins, whose characters have
 * a reading that matches; *end is set to their end.  NPOS: there is none. */
size_t pinyin_find(const struct pinyin *pinyin, const struct spelling *spelling,
                   struct str text, size_t at, size_t *end);

#endif
