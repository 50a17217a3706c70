/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cue_name.h"

#include "base/mem.h"
#include "load/lines/char_class.h"

#include <stdbool.h>
#include <unictype.h>

#define WORDS_MAX  8        /* no name has more */
#define WORD_MARKS ".'’-‐&" /* stand inside words of a name */

/* Words that are small inside a name. */
static const char *const small_words[] = {
	"and", "of",  "the", "de", "del", "della", "di",  "da",  "du", "la",
	"le",  "et",  "y",   "e",  "von", "van",   "der", "den", "zu", "und",
	"og",  "och", "en",  "и",  "і",   "και",   "al",  "el",
};

/* Where the capitals of Latin, Greek and Cyrillic letters are. */
static const struct {
	unsigned first, last;
} capital_blocks[] = {
	{ 'A', 'Z' },       { 0xc0, 0xde },   { 0x100, 0x17d },
	{ 0x386, 0x3ab },   { 0x400, 0x42f }, { 0x490, 0x4ae },
	{ 0x1e00, 0x1eff },
};

static bool cue_name_is_capital(unsigned c)
{
	size_t at;

	ARRAY_FIND(at, ARRAY_LEN(capital_blocks), capital_blocks[at].last < c);
	return at < ARRAY_LEN(capital_blocks) &&
	       capital_blocks[at].first <= c && uc_is_upper(c);
}

void cue_name_add_chars(struct buf *chars)
{
	for (size_t i = 0; i < ARRAY_LEN(capital_blocks); i++)
		for (unsigned c = capital_blocks[i].first;
		     c <= capital_blocks[i].last; c++)
			if (uc_is_upper(c))
				buf_add_uc(chars, c);
}

static bool cue_name_is_in_word(unsigned c)
{
	return char_is_alphabetic(c) || char_in(c, WORD_MARKS);
}

static size_t cue_name_word_end(struct str line, size_t at)
{
	size_t next;

	while (at < line.len && cue_name_is_in_word(char_at(line, at, &next)))
		at = next;
	return at;
}

static bool cue_name_is_small(struct str word)
{
	for (size_t i = 0; i < ARRAY_LEN(small_words); i++)
		if (str_equal(word, str_from(small_words[i])))
			return true;
	return false;
}

static bool cue_name_begins(struct str line, size_t at)
{
	size_t next;

	return at < line.len && cue_name_is_capital(char_at(line, at, &next));
}

size_t cue_name_end(struct str line, size_t at)
{
	size_t end = at;

	if (!cue_name_begins(line, at))
		return at;
	for (size_t words = 0; words < WORDS_MAX; words++) {
		size_t word_end = cue_name_word_end(line, at);

		if (cue_name_begins(line, at))
			end = word_end;
		else if (!cue_name_is_small(str_slice(line, at, word_end)))
			break;
		if (word_end == line.len || line.ptr[word_end] != ' ')
			break;
		at = word_end + 1;
	}
	return end;
}

/* How many capitals the word [at, end) has; 0 where it has other letters, too. */
static size_t cue_name_capitals(struct str line, size_t at, size_t end)
{
	size_t count = 0;

	while (at < end) {
		unsigned c = char_at(line, at, &at);

		if (cue_name_is_capital(c))
			count++;
		else if (char_is_alphabetic(c))
			return 0;
	}
	return count;
}

size_t cue_capitals_end(struct str line, size_t at)
{
	size_t start = at, end = at, capitals = 0;

	if (!cue_name_begins(line, at))
		return at;
	for (size_t words = 0; words < WORDS_MAX; words++) {
		size_t word_end = cue_name_word_end(line, at);
		size_t found = cue_name_capitals(line, at, word_end);

		if (!found)
			break;
		capitals += found;
		end = word_end;
		if (word_end == line.len || line.ptr[word_end] != ' ')
			break;
		at = word_end + 1;
	}
	return capitals > 1 ? end : start;
}
