/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/pinyin.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_HAN   0x3400
#define LAST_HAN    0x9fff
#define HAN_COUNT   (LAST_HAN - FIRST_HAN + 1)
#define READINGS    3
#define HAN_BYTES   3   /* of an ideograph in UTF-8 */
#define CHARS_MAX   32  /* that a pattern stands for */
#define LETTERS_MAX 255 /* of a pattern, with its spaces */

static const struct {
	const char *syllable, *chars;
} syllables[] = {
#include "text/pinyin_table.inc"
};

struct reading {
	uint16_t syllables[READINGS]; /* 1-based; 0: no more */
};

struct pinyin {
	struct reading chars[HAN_COUNT];
	uint32_t initials[HAN_COUNT]; /* bit n: one begins with letter n */
};

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static uint32_t letter_bit(char c)
{
	return 1u << (small(c) - 'a');
}

static void add_syllable(struct pinyin *pinyin, size_t syllable)
{
	struct str chars = str_from(syllables[syllable].chars);

	for (size_t at = 0; at < chars.len;) {
		uint16_t *own;
		size_t i = 0;
		uint32_t c;

		at += utf8_next(chars, at, &c);
		if (c < FIRST_HAN || c > LAST_HAN)
			continue;
		own = pinyin->chars[c - FIRST_HAN].syllables;
		while (i < READINGS && own[i])
			i++;
		if (i == READINGS)
			continue;
		own[i] = (uint16_t)(syllable + 1);
		pinyin->initials[c - FIRST_HAN] |=
			letter_bit(syllables[syllable].syllable[0]);
	}
}

struct pinyin *pinyin_new(void)
{
	struct pinyin *pinyin = mem_alloc(sizeof *pinyin);

	for (size_t i = 0; i < ARRAY_LEN(syllables); i++)
		add_syllable(pinyin, i);
	return pinyin;
}

void pinyin_free(struct pinyin *pinyin)
{
	free(pinyin);
}

bool pinyin_add_readings(struct buf *out, const struct pinyin *pinyin,
                         uint32_t c)
{
	const uint16_t *own;
	size_t i = 0;

	if (c < FIRST_HAN || c > LAST_HAN)
		return false;
	own = pinyin->chars[c - FIRST_HAN].syllables;
	for (; i < READINGS && own[i]; i++) {
		buf_add_c(out, i ? "/" : "");
		for (const char *at = syllables[own[i] - 1].syllable; *at; at++)
			if (*at == 'v')
				buf_add_c(out, "ü");
			else
				buf_add_byte(out, *at);
	}
	return i > 0;
}

bool pinyin_can_be(struct str pattern)
{
	size_t letters = 0;

	for (size_t i = 0; i < pattern.len; i++) {
		char c = small(pattern.ptr[i]);

		if (c != ' ' && (c < 'a' || c > 'z'))
			return false;
		letters += c != ' ';
	}
	return letters >= 2;
}

/* How many letters of `syllable` the pattern goes on with. */
static size_t pinyin_common(struct str pattern, const char *syllable)
{
	size_t i = 0;

	while (i < pattern.len && syllable[i] &&
	       small(pattern.ptr[i]) == syllable[i])
		i++;
	return i;
}

static struct str pinyin_past_spaces(struct str pattern)
{
	while (pattern.len && pattern.ptr[0] == ' ')
		pattern = str_slice(pattern, 1, pattern.len);
	return pattern;
}

/* A search with memory for the pattern at one place of a text. */
struct walk {
	const struct pinyin *pinyin;
	struct str text;
	/* Bit n of item i: the last i letters of the pattern do not match behind n
	 * characters.  Without this memory the time would be exponential. */
	uint32_t dead[LETTERS_MAX + 1];
};
_Static_assert(CHARS_MAX <= 32, "a character of a pattern is a bit of `dead`");

static size_t pinyin_match_rest(struct walk *walk, struct str pattern,
                                size_t at, size_t chars);

/* Whether a character with the reading `syllable` may be written as its first `take`
 * letters where `left` letters of the pattern are left: all of the syllable, or its
 * initial (zh and z are the same), or at the end of the pattern any beginning. */
static bool may_take(const char *syllable, size_t take, size_t left)
{
	return !syllable[take] || take == 1 || take == left ||
	       (take == 2 && syllable[1] == 'h');
}

/* The character that ends before byte `next` reads as `syllable`. */
static size_t match_syllable(struct walk *walk, struct str pattern,
                             const char *syllable, size_t next, size_t chars)
{
	for (size_t take = pinyin_common(pattern, syllable); take > 0; take--) {
		size_t end;

		if (!may_take(syllable, take, pattern.len))
			continue;
		end = pinyin_match_rest(walk,
		                        str_slice(pattern, take, pattern.len),
		                        next, chars + 1);
		if (end != NPOS)
			return end;
	}
	return NPOS;
}

/* Which ideograph begins at byte `at`: an index into chars; NPOS: none.  Those of the
 * Basic Plane have three bytes, e3 to e9. */
static inline size_t han_at(struct str text, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text.ptr + at;
	unsigned c;

	if (at + HAN_BYTES > text.len || bytes[0] < 0xe3 || bytes[0] > 0xe9)
		return NPOS;
	c = (bytes[0] & 0xfu) << 12 | (bytes[1] & 0x3fu) << 6 |
	    (bytes[2] & 0x3fu);
	return c >= FIRST_HAN && c <= LAST_HAN ? c - FIRST_HAN : NPOS;
}

/* The letters that it begins with; none: there is none. */
static inline uint32_t initials_at(const struct pinyin *pinyin, struct str text,
                                   size_t at)
{
	size_t han = han_at(text, at);

	return han == NPOS ? 0 : pinyin->initials[han];
}

static size_t match_char(struct walk *walk, struct str pattern, size_t at,
                         size_t chars)
{
	const struct reading *reading;
	size_t han = han_at(walk->text, at), end = NPOS;

	if (han == NPOS ||
	    !(walk->pinyin->initials[han] & letter_bit(pattern.ptr[0])))
		return NPOS;
	reading = &walk->pinyin->chars[han];
	for (size_t i = 0; i < READINGS && reading->syllables[i] && end == NPOS;
	     i++)
		end = match_syllable(
			walk, pattern,
			syllables[reading->syllables[i] - 1].syllable,
			at + HAN_BYTES, chars);
	return end;
}

static size_t pinyin_match_rest(struct walk *walk, struct str pattern,
                                size_t at, size_t chars)
{
	size_t end;

	pattern = pinyin_past_spaces(pattern);
	if (!pattern.len)
		return chars >= 2 ? at : NPOS;
	if (at >= walk->text.len || chars >= CHARS_MAX ||
	    walk->dead[pattern.len] >> chars & 1)
		return NPOS;
	end = match_char(walk, pattern, at, chars);
	if (end == NPOS)
		walk->dead[pattern.len] |= (uint32_t)1 << chars;
	return end;
}

/* The end of the characters from byte `at` on that read so, two at least. */
static size_t match(const struct pinyin *pinyin, struct str letters,
                    struct str text, size_t at)
{
	struct walk walk;

	walk.pinyin = pinyin;
	walk.text = text;
	memset(walk.dead, 0, (letters.len + 1) * sizeof *walk.dead);
	return pinyin_match_rest(&walk, letters, at, 0);
}

/* How many letters a character may stand for: bit n, n of them. */
static unsigned takes(struct str letters)
{
	unsigned bits = 0;

	for (size_t i = 0; i < ARRAY_LEN(syllables); i++)
		for (size_t take =
		             pinyin_common(letters, syllables[i].syllable);
		     take > 0; take--)
			if (may_take(syllables[i].syllable, take, letters.len))
				bits |= 1u << take;
	return bits;
}

/* least[i]: the fewest characters that stand for the first i letters, or NPOS. */
static void count_least(struct spelling *spelling,
                        size_t least[LETTERS_MAX + 1])
{
	const struct str letters = spelling->letters;

	for (size_t i = 0; i <= letters.len; i++)
		least[i] = i ? NPOS : 0;
	for (size_t i = 0; i < letters.len; i++) {
		struct str rest =
			pinyin_past_spaces(str_slice(letters, i, letters.len));
		size_t from = letters.len - rest.len;
		unsigned bits;

		if (least[i] == NPOS)
			continue;
		bits = takes(rest);
		spelling->any |= letter_bit(rest.ptr[0]);
		for (size_t take = 1; bits >> take; take++)
			if (bits >> take & 1 &&
			    least[from + take] > least[i] + 1)
				least[from + take] = least[i] + 1;
	}
}

struct spelling spelling_of(struct str pattern)
{
	struct spelling spelling = { .letters = pinyin_past_spaces(pattern) };
	struct str *letters = &spelling.letters;
	size_t least[LETTERS_MAX + 1];

	while (letters->len && letters->ptr[letters->len - 1] == ' ')
		letters->len--;
	if (!letters->len || letters->len > LETTERS_MAX)
		return spelling;
	count_least(&spelling, least);
	spelling.first = letter_bit(letters->ptr[0]);
	if (least[letters->len] <= CHARS_MAX)
		spelling.chars =
			least[letters->len] > 2 ? least[letters->len] : 2;
	return spelling;
}

/* The first place among the characters from byte `at` to the one at `last` and with
 * it. */
static size_t find_near(const struct pinyin *pinyin,
                        const struct spelling *spelling, struct str text,
                        size_t at, size_t last, size_t *end)
{
	size_t before = HAN_BYTES * (spelling->chars - 1);

	if (last - at > before)
		at = last - before;
	else
		at += (last - at) % HAN_BYTES;
	for (; at <= last; at += HAN_BYTES) {
		if (!(initials_at(pinyin, text, at) & spelling->first) ||
		    !(initials_at(pinyin, text, at + HAN_BYTES) &
		      spelling->any))
			continue;
		*end = match(pinyin, spelling->letters, text, at);
		if (*end != NPOS)
			return at;
	}
	return NPOS;
}

/* The pattern stands for `chars` characters at least, so a match covers every chars-th
 * character; where that one has none of the pattern's initials, no match covers it and
 * all characters before it are skipped (as in Boyer and Moore's search). */
size_t pinyin_find(const struct pinyin *pinyin, const struct spelling *spelling,
                   struct str text, size_t at, size_t *end)
{
	size_t probe = at;

	if (!spelling->chars)
		return NPOS;
	for (probe += HAN_BYTES * (spelling->chars - 1); probe < text.len;
	     probe += HAN_BYTES * spelling->chars) {
		size_t found;

		while (utf8_continues(text.ptr[probe]) && probe > at)
			probe--;
		if (!(initials_at(pinyin, text, probe) & spelling->any))
			continue;
		found = find_near(pinyin, spelling, text, at, probe, end);
		if (found != NPOS)
			return found;
	}
	return NPOS;
}
