/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_CHAR_CLASS_H
#define LOAD_LINES_CHAR_CLASS_H

#include "base/str.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Classes of characters, for the features of lines, and steps from character to
 * character.  Texts are valid UTF-8; characters are code points, places bytes.
 */

/* The first and the last code point of a text that is not empty. */
unsigned char_first(struct str text);
unsigned char_last(struct str text);

/* The byte where the last character of a text that is not empty begins. */
size_t char_last_start(struct str text);

/* The code point at byte `at` < text.len, and the byte behind it in *next. */
static inline unsigned char_at(struct str text, size_t at, size_t *next)
{
	uint32_t c;

	*next = at + utf8_next(text, at, &c);
	return c;
}

/* Is `c` one of the characters of `set`?  Sets hold no ideographs. */
bool char_in(unsigned c, const char *set);

/* Is `c` of running Chinese or Japanese text, which is set solid, without spaces: an
 * ideograph, kana, or a mark that is set on the full width beside them? */
bool char_is_cjk(unsigned c);

/* Is `c` white space, as str_space_at() has it? */
bool char_is_space(unsigned c);

/* Is `c` a mark of Chinese text and of alphabets alike: a quotation mark, a dash, an
 * ellipsis, a middle dot? */
bool char_is_shared_mark(unsigned c);

/* Is `c` a letter of a script whose words are parted by spaces: of an alphabet, with or
 * without a mark, or a syllable of Hangul?  (Alphabetic of Unicode, but what is set
 * solid.) */
bool char_is_alphabetic(unsigned c);

/* Is `c` a syllable or letter of Hangul, which is as wide as an ideograph? */
bool char_is_hangul(unsigned c);

/* Is `c` a letter or digit of full width?  Words of such letters have spaces between
 * them. */
bool char_is_wide_alnum(unsigned c);

/* Is `c` an opening quotation mark or bracket: “（《 … */
bool char_opens(unsigned c);

/* How many characters of `text` are in `set`. */
size_t char_count_in(struct str text, const char *set);

/* How many characters of `text` are no white space. */
size_t char_count_printed(struct str text);

#endif
