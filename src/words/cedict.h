/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORDS_CEDICT_H
#define WORDS_CEDICT_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A Chinese dictionary in the format of CC-CEDICT (https://cc-cedict.org/wiki/format:syntax):
 * an entry a line, "傳統 传统 [chuan2 tong3] /tradition/traditional/"; lines that begin
 * with # are comments.  What is no entry is counted and left out; any bytes are a
 * dictionary, perhaps one without entries.
 *
 * Words are found in Traditional and in Simplified characters, and by the variants that a
 * search counts as the same (text/fold.h).
 */
struct cedict;

/* An entry; all texts are borrowed from the dictionary. */
struct cedict_entry {
	struct str traditional, simplified;
	struct str pinyin;  /* "chuan2 tong3" (tone_marks.h) */
	struct str glosses; /* "tradition/traditional": parted by slashes */
};

/* The longest headword that is looked for in a text, in characters. */
#define CEDICT_LONGEST_CHARS 24

/* A dictionary of these bytes, at most CEDICT_MOST_BYTES, which it takes over; `bytes` is
 * empty then.  O(bytes).  Release with cedict_free(), which takes NULL. */
#define CEDICT_MOST_BYTES ((size_t)128 << 20)
struct cedict *cedict_new(struct buf *bytes);
void cedict_free(struct cedict *cedict);

/* How many entries there are; how many lines are none, and the number of the first of
 * these, 1-based, or 0. */
size_t cedict_entries(const struct cedict *cedict);
size_t cedict_wrong_lines(const struct cedict *cedict, size_t *first);

/* The memory that a dictionary takes. */
size_t cedict_memory_bytes(const struct cedict *cedict);

/* Is a word in the dictionary? */
bool cedict_has(const struct cedict *cedict, struct str word);

/*
 * The entries of a word, `most` at most, in *entries; returns how many.  Entries that have
 * the word as it is written leave those out that have a variant of it.  Names and entries
 * that only lead to another one ("surname Zhang", "variant of …") come last, otherwise the
 * order is that of the file.
 */
size_t cedict_find(const struct cedict *cedict, struct str word,
                   struct cedict_entry *entries, size_t most);

/* The next gloss at or behind byte *at of the glosses of an entry; *at moves behind it.
 * False: there is none. */
bool cedict_next_gloss(const struct cedict_entry *entry, size_t *at,
                       struct str *gloss);

#endif
