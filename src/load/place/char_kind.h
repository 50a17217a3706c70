/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_CHAR_KIND_H
#define LOAD_PLACE_CHAR_KIND_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What the place of a character says depends on its kind: ideographs fill an em, marks
 * leave half of theirs white, letters have spaces between words.  Characters are in their
 * plain forms (text/plain_form.h).
 */

#define CHAR_IDEOGRAPHIC_SPACE 0x3000

/* An ideograph, kana or a Hangul syllable: set on an em, in either direction. */
bool char_is_han(uint32_t code);

/* A mark that opens: the first half of its em is white. */
bool char_opens_white(uint32_t code);

/* A mark that closes or pauses: the second half of its em is white. */
bool char_closes_white(uint32_t code);

/* A mark that some set in vertical text as in horizontal text, in the corner of its em:
 * ，。、 and the like. */
bool char_is_moved_mark(uint32_t code);

/* A character of Latin text, or of another alphabet or its marks. */
static inline bool char_is_western(uint32_t code)
{
	return code < 0x2e80;
}

/* A letter or digit of an alphabet. */
bool char_is_letter(uint32_t code);

#endif
