/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORDS_LOOKUP_H
#define WORDS_LOOKUP_H

#include "base/str.h"
#include "words/dictionary_file.h"

#include <stdbool.h>

struct pinyin;

/* What is known of a word: from the dictionary where there is one, else its readings
 * without tones, character by character (text/pinyin.h). */
struct lookup {
	struct dictionary_file file;
	struct pinyin *pinyin; /* owned */
	bool is_read;          /* the dictionary was looked for */
};

/* Reads the dictionary, `chosen` or the one that there is (dictionary_file.h), unless that
 * was done.  False: it was done.  A lookup is all zero before. */
bool lookup_read(struct lookup *lookup, const char *chosen);
void lookup_release(struct lookup *lookup);

/* Appends the pinyin of a word, its syllables with spaces between or `joined`; of a
 * character with several readings that the dictionary does not have, all of them:
 * "chong/zhong".  Nothing for a word without ideographs. */
void lookup_add_pinyin(struct buf *out, const struct lookup *lookup,
                       struct str word, bool joined);

/* Appends the first gloss of a word; nothing: the dictionary has none. */
void lookup_add_gloss(struct buf *out, const struct lookup *lookup,
                      struct str word);

#endif
