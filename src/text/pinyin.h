/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_PINYIN_H
#define TEXT_PINYIN_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Chinese text by the letters of its readings: yqfk, yiqing, yiqing fk for
 * 疫情防控.  Each character is its syllable without a tone (ü is v), or the letters
 * it begins with (zh and z alike), and the last one any beginning of its syllable.
 * Spaces part characters.  No pattern of more than 255 bytes, or that stands for more
 * than 32 characters, is found.
 * A character has up to three readings: 重庆 is chongqing, 重要 zhongyao.
 */
struct pinyin;

/* The readings of all characters.  Release with pinyin_free(). */
struct pinyin *pinyin_new(void);
void pinyin_free(struct pinyin *pinyin);

/* Are these letters that can stand for two characters or more: small or capital
 * letters of ASCII, and spaces? */
bool pinyin_can_be(struct str pattern);

/* A pattern that is looked at once, for any number of texts. */
struct spelling {
	struct str letters; /* borrowed; without spaces around them */
	size_t chars;       /* it stands for so many at least; 0: for none */
	/* Letters, a is bit 0: the first character begins with; or any of them. */
	uint32_t first, any;
};

/* Of a pattern that can be pinyin, which must outlive it. */
struct spelling spelling_of(struct str pattern);

/* The first place from byte `at` on, a boundary of characters, that reads so; its end
 * in *end.  NPOS when there is none. */
size_t pinyin_find(const struct pinyin *pinyin, const struct spelling *spelling,
                   struct str text, size_t at, size_t *end);

#endif
