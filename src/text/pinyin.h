/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_PINYIN_H
#define TEXT_PINYIN_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

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

/* The end of the characters from byte `at` on that read as `pattern`, two at least;
 * NPOS when they do not. */
size_t pinyin_match(const struct pinyin *pinyin, struct str pattern,
                    struct str text, size_t at);

/* The first such place from byte `at` on, its end in *end, of a pattern that can be
 * pinyin; NPOS when there is
 * none. */
size_t pinyin_find(const struct pinyin *pinyin, struct str pattern,
                   struct str text, size_t at, size_t *end);

#endif
