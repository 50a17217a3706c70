/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/furniture_words.h"

#include "base/mem.h"
#include "load/lines/char_class.h"

#define LINE_BYTES  400 /* no line of furniture is longer */
#define OTHER_WORDS 2   /* so many words of a line may be no cue */
#define WORD_CHARS  8   /* no name of a section is longer */
#define YEAR_DIGITS 4
#define PAPER_CHARS 12 /* no name of a paper is longer */
#define LATIN_CHARS 32 /* nor this, in Latin letters */
#define WORD_ENDS   " \t　|｜"
#define LATIN_ENDS  "\t|｜·•—–★☆"

/* Is a line in English: letters, and digits for a date or a page? */
static bool furniture_is_latin(struct str line)
{
	size_t letters = 0, digits = 0;

	for (size_t at = 0; at < line.len;) {
		unsigned c = char_at(line, at, &at);

		if (c >= 0x2e80)
			return false;
		letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		digits += c >= '0' && c <= '9';
	}
	return letters >= 2 * digits;
}

/* The next phrase of a line in Latin letters: its words are parted by one space,
 * phrases by more. */
static struct str furniture_next_phrase(struct str line, size_t *at)
{
	size_t start, next = *at;

	while (*at < line.len &&
	       (line.ptr[*at] == ' ' ||
	        char_in(char_at(line, *at, &next), LATIN_ENDS)))
		*at = line.ptr[*at] == ' ' ? *at + 1 : next;
	start = *at;
	while (*at < line.len &&
	       !str_starts(str_slice(line, *at, line.len), STR("  ")) &&
	       !char_in(char_at(line, *at, &next), LATIN_ENDS))
		*at = line.ptr[*at] == ' ' ? *at + 1 : next;
	return str_trim(str_slice(line, start, *at));
}

static bool furniture_is_digit(unsigned c)
{
	return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

/* Is `c` one of the ideographs of `set`? */
static bool furniture_is_one_of(unsigned c, const char *set)
{
	struct str all = str_from(set);

	for (size_t at = 0; at < all.len;)
		if (char_at(all, at, &at) == c)
			return true;
	return false;
}

/* Does a space that stands before byte `next` belong to a word: beside the numbers of a
 * date or folio (2024 年 5 月, 第 1 版), or in a name of Latin letters? */
static bool furniture_space_joins(struct str line, size_t at, size_t next)
{
	size_t behind;
	unsigned before = char_last(str_slice(line, 0, at)), after;

	if (next >= line.len || char_in(char_at(line, at, &behind), LATIN_ENDS))
		return false;
	after = char_at(line, next, &behind);
	if (furniture_is_digit(before))
		return furniture_is_one_of(after, "年月日期号版页頁");
	if (furniture_is_digit(after))
		return furniture_is_one_of(before, "年月第");
	return before < 0x80 && after < 0x80 && char_is_alphabetic(before) &&
	       char_is_alphabetic(after);
}

/* Does a date with its year begin at byte `at`, behind something else? */
static bool furniture_date_begins(struct str line, size_t start, size_t at)
{
	size_t next = at, digits = 0;
	unsigned c = 0;

	if (at == start ||
	    furniture_is_digit(char_last(str_slice(line, start, at))))
		return false;
	while (next < line.len && digits <= YEAR_DIGITS) {
		c = char_at(line, next, &next);
		if (!furniture_is_digit(c))
			break;
		digits++;
	}
	return digits == YEAR_DIGITS && furniture_is_one_of(c, "年");
}

struct str furniture_next_word(struct str line, size_t *at)
{
	size_t start, next = *at;

	if (furniture_is_latin(line))
		return furniture_next_phrase(line, at);

	while (*at < line.len && char_in(char_at(line, *at, &next), WORD_ENDS))
		*at = next;
	start = *at;
	for (; *at < line.len; *at = next) {
		bool ends = char_in(char_at(line, *at, &next), WORD_ENDS);

		if (furniture_date_begins(line, start, *at) ||
		    (ends && !furniture_space_joins(line, *at, next)))
			break;
	}
	return str_slice(line, start, *at);
}

/* May a word be the name of a paper?  It is short, and if it is in Latin letters,
 * each word begins with a capital. */
static bool furniture_names_paper(struct str word)
{
	bool begins = true;

	if (!furniture_is_latin(word))
		return char_count_printed(word) <= PAPER_CHARS;
	for (size_t i = 0; i < word.len; i++) {
		if (begins && word.ptr[i] >= 'a' && word.ptr[i] <= 'z')
			return false;
		begins = word.ptr[i] == ' ';
	}
	return char_count_printed(word) <= LATIN_CHARS;
}

enum cue furniture_cue(struct str word)
{
	static const enum cue cues[] = {
		CUE_FOLIO,     CUE_DAY,    CUE_PAPER,
		CUE_FURNITURE, CUE_EDITOR, CUE_NUMBER
	};

	for (size_t i = 0; i < ARRAY_LEN(cues); i++)
		if (cue_matches(cues[i], word, NULL) &&
		    (cues[i] != CUE_PAPER || furniture_names_paper(word)))
			return cues[i];
	return CUE_COUNT;
}

struct furniture_words furniture_count_words(struct str line)
{
	struct furniture_words words = { 0 };
	struct str word;
	size_t at = 0;

	while ((word = furniture_next_word(line, &at)).len) {
		enum cue cue = furniture_cue(word);

		/* A mark between two words is no word. */
		if (char_count_printed(word) == 1 &&
		    char_in(char_first(word), "·•/—"))
			continue;
		words.all++;
		if (cue < CUE_COUNT) {
			words.count[cue]++;
			continue;
		}
		words.other++;
		words.long_other += char_count_printed(word) > WORD_CHARS;
	}
	return words;
}

/* Is a line with these words furniture wherever it stands on the page? */
static bool furniture_anywhere(const struct furniture_words *words)
{
	size_t editors = words->count[CUE_EDITOR];

	return (editors >= 2 && editors + words->other == words->all &&
	        words->other <= editors) ||
	       (words->count[CUE_DAY] && words->count[CUE_FURNITURE] &&
	        words->count[CUE_FOLIO] && !words->long_other);
}

bool furniture_is_at_edge(struct str line, bool at_foot, bool outermost)
{
	struct furniture_words words;
	size_t known;

	if (line.len > LINE_BYTES)
		return false;
	words = furniture_count_words(line);
	known = words.all - words.other;
	if (!known || words.long_other || words.other > OTHER_WORDS)
		return false;
	if (furniture_anywhere(&words))
		return true;
	/* A bare number is that of the page only in its outermost line; a date at
	 * the foot may be that of a letter. */
	if (words.all == words.count[CUE_NUMBER])
		return outermost && words.all == 1;
	if (words.all == words.count[CUE_DAY])
		return !at_foot;
	if (words.count[CUE_FOLIO] || words.count[CUE_DAY])
		return true;
	return !words.other || words.count[CUE_EDITOR];
}

bool furniture_is_inside(struct str line)
{
	struct furniture_words words;

	if (cue_matches(CUE_INDEX, line, NULL))
		return true;
	if (line.len > LINE_BYTES || !char_count_in(line, WORD_ENDS))
		return false;
	words = furniture_count_words(line);
	return furniture_anywhere(&words);
}
