/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/drop_caps.h"

#include "load/lines/char_class.h"

#include <unicase.h>
#include <unictype.h>

#define OPENING_MARKS "“‘„«\"'¿¡「『《"
#define APOSTROPHES   "'’"
#define LINES_BEHIND  3  /* of its text, behind which a drop cap may stand */
#define LINE_CHARS    6  /* a line beside an ideograph has more */
#define CAPS_ASKED    32 /* letters of a page that are words, perhaps */
#define PREFIX_CHARS  3  /* of a word, by which others begin like it */
/* Capitals that are words of some language, and numbers that head a part. */
#define WORD_LETTERS "AIOEYÀÈÉÓÚАВИКОСУЯΑΗΟ"
#define NUMBERS      "一二三四五六七八九十"

static struct str drop_cap_letter(struct str text)
{
	size_t next;

	if (text.len && char_in(char_at(text, 0, &next), OPENING_MARKS))
		return str_slice(text, next, text.len);
	return text;
}

static bool drop_cap_is_ideograph(unsigned c)
{
	return (c >= 0x3400 && c <= 0x9fff) || c >= 0x20000;
}

/* Is the text a letter and nothing else, but an opening mark? */
static bool drop_cap_is_alone(struct str text)
{
	struct str letter = drop_cap_letter(text);
	size_t next;
	unsigned c;

	if (!letter.len)
		return false;
	c = char_at(letter, 0, &next);
	return next == letter.len &&
	       (uc_is_upper(c) || (drop_cap_is_ideograph(c) &&
	                           str_find(STR(NUMBERS), letter, 0) == NPOS));
}

/* The letters that `text` begins with, an apostrophe before them included. */
static struct str drop_cap_rest(struct str text)
{
	size_t end = 0, next = 0;

	if (text.len && char_in(char_at(text, 0, &next), APOSTROPHES))
		end = next;
	while (end < text.len && char_is_alphabetic(char_at(text, end, &next)))
		end = next;
	return str_slice(text, 0, end);
}

/* Can a line go on behind a capital: in small letters, or with words in capitals at the
 * head of others? */
static bool drop_cap_goes_on(struct str text)
{
	struct str rest = drop_cap_rest(text);
	size_t capitals = 0, small = 0;

	for (size_t at = 0; at < rest.len;)
		capitals += uc_is_upper(char_at(rest, at, &at)) != 0;
	if (!rest.len || !capitals)
		return rest.len && char_is_alphabetic(char_last(rest));
	for (size_t at = rest.len; at < text.len;)
		small += uc_is_lower(char_at(text, at, &at)) != 0;
	return capitals == char_count_printed(rest) && small;
}

static bool drop_cap_is_long(const struct printed_line *line)
{
	return line->aside == ASIDE_NONE &&
	       char_count_printed(line->text) >= LINE_CHARS;
}

/* Does the line go on in the way that the text behind an ideograph does? */
static bool drop_cap_is_beside(const struct printed_line *line, bool han)
{
	if (!han)
		return line->aside == ASIDE_NONE &&
		       drop_cap_goes_on(line->text);
	return drop_cap_is_long(line) && line->indent_em == 0 &&
	       drop_cap_is_ideograph(char_first(line->text));
}

/* The line of its text whose first letter cap `i` is, where it stands behind it: the
 * first one of a block, without its head.  NPOS: none. */
static size_t drop_cap_line_before(const struct printed_lines *lines, size_t i,
                                   bool han)
{
	if (lines->items[i].blank || (han && lines->loose) ||
	    (han && (i + 1 == lines->count || lines->items[i + 1].blank ||
	             !drop_cap_is_long(&lines->items[i + 1]) ||
	             lines->items[i - 1].end == END_SENTENCE)))
		return NPOS;
	for (size_t k = 1; k <= LINES_BEHIND && k <= i; k++) {
		const struct printed_line *line = &lines->items[i - k];

		if (line->aside != ASIDE_NONE || line->cap)
			return NPOS;
		if (line->blank)
			return drop_cap_is_beside(line, han) &&
			                       (han || !uc_is_upper(char_first(
							       line->text)))
			               ? i - k
			               : NPOS;
	}
	return NPOS;
}

/* The line whose first letter drop cap `i` is, or NPOS. */
static size_t drop_cap_line(const struct printed_lines *lines, size_t i)
{
	bool han = drop_cap_is_ideograph(
		char_first(drop_cap_letter(lines->items[i].text)));
	size_t before = drop_cap_line_before(lines, i, han);
	const struct printed_line *next = &lines->items[i + 1];

	if (before != NPOS)
		return before;
	if (i + 1 == lines->count || !drop_cap_is_beside(next, han))
		return NPOS;
	if (han && (next->blank || !lines->items[i].blank))
		return NPOS;
	return i + 1;
}

/* Words that a word is compared with, and what was found. */
struct word_count {
	struct str head, tail; /* the word; it may be in two parts */
	size_t whole;          /* so many words are the same */
	size_t alike;          /* and so many begin with PREFIX_CHARS of it */
};

static unsigned drop_cap_small(struct str text, size_t at, size_t *next)
{
	return uc_tolower(char_at(text, at, next));
}

static void drop_cap_count_word(struct word_count *count, struct str word)
{
	size_t at = 0, same = 0;

	for (size_t i = 0; i < 2; i++) {
		struct str part = i ? count->tail : count->head;

		for (size_t k = 0; k < part.len && at < word.len; same++)
			if (drop_cap_small(part, k, &k) !=
			    drop_cap_small(word, at, &at)) {
				count->alike += same >= PREFIX_CHARS;
				return;
			}
	}
	count->alike += same >= PREFIX_CHARS;
	count->whole +=
		at == word.len && at == count->head.len + count->tail.len;
}

/* Counts the words of the page but that at the head of line `own`. */
static void drop_cap_count_words(struct word_count *count,
                                 const struct printed_lines *lines, size_t own)
{
	for (size_t i = 0; i < lines->count; i++) {
		struct str text = lines->items[i].text;

		for (size_t at = 0, next; at < text.len; at = next) {
			struct str rest = str_slice(text, at, text.len);
			struct str word = drop_cap_rest(rest);

			if (word.len && (i != own || at))
				drop_cap_count_word(count, word);
			char_at(text, at, &next);
			if (word.len)
				next = at + word.len;
		}
	}
}

/* Is the letter a word of its own before line `own`, which goes on with `rest`? */
static bool drop_cap_is_word(const struct printed_lines *lines, size_t own,
                             struct str letter, struct str rest)
{
	struct word_count apart = { .head = rest };
	struct word_count joined = { .head = letter, .tail = rest };

	drop_cap_count_words(&apart, lines, own);
	drop_cap_count_words(&joined, lines, own);
	if (apart.whole != joined.whole)
		return apart.whole > joined.whole;
	return apart.alike > joined.alike;
}

/* The same where the letter may be one, for the first CAPS_ASKED letters. */
static bool drop_cap_asks(const struct printed_lines *lines, size_t own,
                          struct str cap, struct str text, size_t *asked)
{
	struct str letter = drop_cap_letter(cap);

	return char_in(char_first(letter), WORD_LETTERS) &&
	       (*asked)++ < CAPS_ASKED &&
	       drop_cap_is_word(lines, own, letter, drop_cap_rest(text));
}

static void drop_cap_set(struct printed_lines *lines, size_t i, size_t of,
                         size_t *asked)
{
	struct printed_line *cap = &lines->items[i], *line = &lines->items[of];

	printed_lines_set_aside(lines, i, i + 1, ASIDE_CAP);
	line->cap = i + 1;
	cap->cap = of + 1;
	cap->is_word = drop_cap_asks(lines, of, cap->text, line->text, asked);
	if (of > i)
		line->blank = cap->blank;
}

/* A letter with a space behind it, which is none of the text: T hree hundred.  Letters
 * that are words are left alone. */
static void drop_cap_close_up(struct printed_line *line)
{
	struct str letter = drop_cap_letter(line->text), rest;
	size_t end = 0;

	if (!line->blank || !letter.len ||
	    !uc_is_upper(char_at(letter, 0, &end)) || end == letter.len ||
	    letter.ptr[end] != ' ' || char_in(char_first(letter), WORD_LETTERS))
		return;
	rest = str_trim(str_slice(letter, end, letter.len));
	if (drop_cap_goes_on(rest) && drop_cap_is_long(line))
		line->cap_bytes = line->text.len - letter.len + end;
}

void drop_caps_find(struct printed_lines *lines)
{
	size_t asked = 0;

	for (size_t i = 0; i < lines->count; i++) {
		struct printed_line *line = &lines->items[i];
		size_t of;

		if (line->aside != ASIDE_NONE)
			continue;
		if (!drop_cap_is_alone(line->text)) {
			if (lines->latin)
				drop_cap_close_up(line);
			continue;
		}
		of = drop_cap_line(lines, i);
		if (of != NPOS)
			drop_cap_set(lines, i, of, &asked);
	}
}
