/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORDS_TONE_MARKS_H
#define WORDS_TONE_MARKS_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Pinyin with marks for its tones, of pinyin with numbers as dictionaries have it:
 * "lu:4 xing2" is lǜ xíng, "xia4 r5" xià r.  The mark stands where GB/T 16159 puts it: on a or e, on the o of ou,
 * else on the last vowel.  What is no syllable with a number stays as it is.
 */

/* Appends the pinyin with marks.  `joined`: its syllables are written as one word, with an
 * apostrophe before one that begins with a, e or o (xī'ān). */
void tone_marks_add(struct buf *out, struct str pinyin, bool joined);

/* Appends a text in which pinyin stands in brackets, as in the glosses of CC-CEDICT. */
void tone_marks_add_gloss(struct buf *out, struct str gloss);

#endif
