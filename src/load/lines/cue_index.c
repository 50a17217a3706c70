/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cue_index.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "load/lines/cue_anchor.h"

#include <stdlib.h>

#define CUE_INDEX_BUCKETS 512

/* The cues that a character at a place speaks for.  Characters share buckets by a hash,
 * so that a set may hold a cue too many, but never misses one. */
struct cue_index {
	uint64_t cues[CUE_PLACE_COUNT][CUE_INDEX_BUCKETS];
	uint64_t always; /* cues that need no character */
};

#define ASCII            0x80   /* each has a bucket of its own */
#define ALPHABETS        0x2e80 /* other letters are below, and marks */
#define ALPHABET_BUCKETS 64

/* Capitals of alphabets speak for names (cue_name.h): none has a bucket with an ASCII
 * character or an ideograph. */
static size_t cue_index_bucket(unsigned c)
{
	const size_t others = CUE_INDEX_BUCKETS - ASCII - ALPHABET_BUCKETS;

	if (c < ASCII)
		return c;
	if (c < ALPHABETS)
		return ASCII + (c ^ c >> 6) % ALPHABET_BUCKETS;
	return ASCII + ALPHABET_BUCKETS + (c ^ c >> 9) % others;
}

/* Each of `chars` speaks for the cues of the set. */
static void cue_index_add(struct cue_index *index, enum cue_place place,
                          struct str chars, uint64_t set)
{
	if (place == CUE_NO_ANCHOR) {
		index->always |= set;
		return;
	}
	for (size_t at = 0; at < chars.len;)
		index->cues[place][cue_index_bucket(char_at(chars, at, &at))] |=
			set;
}

/* Does a text need a name at its start in order to match? */
static bool cue_index_begins_with_name(const char *pattern)
{
	return *pattern == '^' || *pattern == '=';
}

static void cue_index_add_patterns(struct cue_index *index, enum cue cue)
{
	struct buf chars;
	const char *pattern;
	bool has_names = false;

	buf_init(&chars);
	for (size_t n = 0; (pattern = cue_pattern(cue, n)); n++) {
		enum cue_place place;

		/* The capitals of all names are many; once is enough. */
		if (cue_index_begins_with_name(pattern)) {
			if (has_names)
				continue;
			has_names = true;
		}
		place = cue_anchor(pattern, &chars);
		cue_index_add(index, place, buf_str(&chars),
		              (uint64_t)1 << cue);
		buf_clear(&chars);
	}
	buf_release(&chars);
}

/* A word at the end of a text is anchored by its last character, one anywhere by its
 * first. */
static void cue_index_add_words(struct cue_index *index, enum cue cue)
{
	struct str word;

	for (size_t n = 0; (word = cue_word(cue, n)).len; n++) {
		bool at_end = cue_word_is_at_end(cue, n);
		size_t at = at_end ? char_last_start(word) : 0, end = at;

		char_at(word, at, &end);
		cue_index_add(index, at_end ? CUE_AT_END : CUE_ANYWHERE,
		              str_slice(word, at, end), (uint64_t)1 << cue);
	}
}

struct cue_index *cue_index_new(void)
{
	struct cue_index *index = mem_alloc(sizeof *index);

	for (int cue = 0; cue < CUE_COUNT; cue++) {
		cue_index_add_patterns(index, (enum cue)cue);
		cue_index_add_words(index, (enum cue)cue);
	}
	return index;
}

void cue_index_free(struct cue_index *index)
{
	free(index);
}

uint64_t cue_index_rule_out(const struct cue_index *index, struct str text)
{
	uint64_t may = index->always;
	size_t printed = 0, bucket = 0;

	if (!text.len)
		return 0;
	for (size_t at = 0; at < text.len;) {
		unsigned c = char_at(text, at, &at);

		bucket = cue_index_bucket(c);
		if (!printed)
			may |= index->cues[CUE_AT_START][bucket];
		if (printed < CUE_NEAR_CHARS) {
			may |= index->cues[CUE_NEAR_START][bucket];
			printed += !char_is_space(c);
		}
		may |= index->cues[CUE_ANYWHERE][bucket];
	}
	may |= index->cues[CUE_AT_END][bucket];
	return ~may;
}
