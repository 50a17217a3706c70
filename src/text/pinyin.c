/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/pinyin.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define FIRST_HAN    0x3400
#define LAST_HAN     0x9fff
#define HAN_COUNT    (LAST_HAN - FIRST_HAN + 1)
#define READINGS     3
#define SYLLABLE_MAX 6   /* letters */
#define CHARS_MAX    32  /* no pattern stands for more */
#define LETTERS_MAX  255 /* nor has more, with its spaces */

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
		ucs4_t c;

		at += (size_t)u8_mbtouc(&c, (const uint8_t *)chars.ptr + at,
		                        chars.len - at);
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
static size_t common(struct str pattern, const char *syllable)
{
	size_t i = 0;

	while (i < pattern.len && syllable[i] &&
	       small(pattern.ptr[i]) == syllable[i])
		i++;
	return i;
}

static struct str past_spaces(struct str pattern)
{
	while (pattern.len && pattern.ptr[0] == ' ')
		pattern = str_slice(pattern, 1, pattern.len);
	return pattern;
}

/* A walk over the characters of a text beside the letters of a pattern. */
struct walk {
	const struct pinyin *pinyin;
	struct str text;
	/* Bit n of item i: the last i letters were tried behind n characters, in
	 * vain.  Without it a text of one character would be read in all ways. */
	uint32_t dead[LETTERS_MAX + 1];
};

static size_t match_rest(struct walk *walk, struct str pattern, size_t at,
                         size_t chars);

/* The character that ends before byte `next` reads as `syllable`. */
static size_t match_syllable(struct walk *walk, struct str pattern,
                             const char *syllable, size_t next, size_t chars)
{
	size_t len = strlen(syllable), same = common(pattern, syllable);
	size_t initial = syllable[1] == 'h' ? 2 : 1;

	/* The whole of it, or at the end of the pattern a part; else its
	 * initial, zh and z alike. */
	for (size_t take = same; take > 0; take--) {
		size_t end;

		if (take != len && take != initial && take != 1 &&
		    take != pattern.len)
			continue;
		end = match_rest(walk, str_slice(pattern, take, pattern.len),
		                 next, chars + 1);
		if (end != NPOS)
			return end;
	}
	return NPOS;
}

static size_t match_char(struct walk *walk, struct str pattern, size_t at,
                         size_t chars)
{
	const struct reading *reading;
	size_t next, end = NPOS;
	ucs4_t c;

	next = at + (size_t)u8_mbtouc(&c, (const uint8_t *)walk->text.ptr + at,
	                              walk->text.len - at);
	if (c < FIRST_HAN || c > LAST_HAN)
		return NPOS;
	reading = &walk->pinyin->chars[c - FIRST_HAN];
	for (size_t i = 0; i < READINGS && reading->syllables[i] && end == NPOS;
	     i++)
		end = match_syllable(
			walk, pattern,
			syllables[reading->syllables[i] - 1].syllable, next,
			chars);
	return end;
}

static size_t match_rest(struct walk *walk, struct str pattern, size_t at,
                         size_t chars)
{
	size_t end;

	pattern = past_spaces(pattern);
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

size_t pinyin_match(const struct pinyin *pinyin, struct str pattern,
                    struct str text, size_t at)
{
	struct walk walk;

	while (pattern.len && pattern.ptr[pattern.len - 1] == ' ')
		pattern.len--;
	if (pattern.len > LETTERS_MAX)
		return NPOS;
	walk.pinyin = pinyin;
	walk.text = text;
	memset(walk.dead, 0, (pattern.len + 1) * sizeof *walk.dead);
	return match_rest(&walk, pattern, at, 0);
}

/* The letters that the second character of a pattern can begin with: the first is
 * read by one letter at least, by all before a space at most. */
static uint32_t second_initials(struct str pattern)
{
	uint32_t letters = 0;
	bool parted = false;

	for (size_t i = 1; i < pattern.len && i <= SYLLABLE_MAX && !parted;
	     i++) {
		struct str rest =
			past_spaces(str_slice(pattern, i, pattern.len));

		parted = pattern.ptr[i] == ' ';
		if (rest.len)
			letters |= letter_bit(rest.ptr[0]);
	}
	return letters;
}

/* The letters that the ideograph at `bytes` begins with; none: it is no ideograph.
 * Those of the Basic Plane have three bytes, e3 to e9. */
static uint32_t initials_at(const struct pinyin *pinyin,
                            const unsigned char *bytes)
{
	unsigned c = (bytes[0] & 0xfu) << 12 | (bytes[1] & 0x3fu) << 6 |
	             (bytes[2] & 0x3fu);

	return c >= FIRST_HAN && c <= LAST_HAN ? pinyin->initials[c - FIRST_HAN]
	                                       : 0;
}

size_t pinyin_find(const struct pinyin *pinyin, struct str pattern,
                   struct str text, size_t at, size_t *end)
{
	const unsigned char *bytes = (const unsigned char *)text.ptr;
	uint32_t first, second;

	pattern = past_spaces(pattern);
	first = letter_bit(pattern.ptr[0]);
	second = second_initials(pattern);
	/* Two characters at least. */
	while (at + 6 <= text.len) {
		if (bytes[at] < 0xe3 || bytes[at] > 0xe9) {
			at++;
			continue;
		}
		if (initials_at(pinyin, bytes + at) & first &&
		    initials_at(pinyin, bytes + at + 3) & second) {
			*end = pinyin_match(pinyin, pattern, text, at);
			if (*end != NPOS)
				return at;
		}
		at += 3;
	}
	return NPOS;
}
