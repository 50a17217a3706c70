/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/tone_marks.h"

#include "base/utf8.h"

#include <string.h>
#include <uninorm.h>

#define U_DIAERESIS 0xfc

/* The letters of a syllable, ü as one of them; no syllable is longer. */
#define LETTERS_MOST 8

struct syllable {
	uint32_t letters[LETTERS_MOST];
	size_t count;
	size_t bytes; /* of the text, with the number */
	int tone;     /* 1 to 5 */
};

/* Combining marks of the tones; the fifth has none. */
static const uint32_t marks[] = { 0, 0x304, 0x301, 0x30c, 0x300, 0 };

static bool tone_marks_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The letters that begin at byte `at`, and the number behind them; false: there are none
 * such. */
static bool syllable_read(struct syllable *syllable, struct str text, size_t at)
{
	const size_t start = at;

	*syllable = (struct syllable){ 0 };
	while (at < text.len && syllable->count < LETTERS_MOST) {
		uint32_t c;
		size_t len = utf8_next(text, at, &c);

		if (c == ':' && syllable->count &&
		    (syllable->letters[syllable->count - 1] | 0x20) == 'u')
			syllable->letters[syllable->count - 1] +=
				U_DIAERESIS - 'u';
		else if (c < 0x80 && tone_marks_is_letter((char)c))
			syllable->letters[syllable->count++] = c;
		else
			break;
		at += len;
	}
	if (!syllable->count || at >= text.len || text.ptr[at] < '1' ||
	    text.ptr[at] > '5')
		return false;
	syllable->tone = text.ptr[at] - '0';
	syllable->bytes = at + 1 - start;
	return true;
}

static uint32_t tone_marks_small(uint32_t letter)
{
	return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A')
	       : letter == U_DIAERESIS - 0x20 ? U_DIAERESIS
	                                      : letter;
}

/* The letter that has the mark: an index; m and ng have it on their first letter. */
static size_t syllable_marked(const struct syllable *syllable)
{
	size_t last = NPOS;

	for (size_t i = 0; i < syllable->count; i++) {
		uint32_t letter = tone_marks_small(syllable->letters[i]);

		if (letter == 'a' || letter == 'e' ||
		    (letter == 'o' && i + 1 < syllable->count &&
		     syllable->letters[i + 1] == 'u'))
			return i;
		if (letter == 'i' || letter == 'o' || letter == 'u' ||
		    letter == U_DIAERESIS)
			last = i;
	}
	return last == NPOS ? 0 : last;
}

static void syllable_add(struct buf *out, const struct syllable *syllable)
{
	const size_t marked = syllable_marked(syllable);
	const uint32_t mark = marks[syllable->tone];

	for (size_t i = 0; i < syllable->count; i++) {
		uint32_t letter = syllable->letters[i];
		uint32_t whole =
			i == marked && mark ? uc_composition(letter, mark) : 0;

		buf_add_uc(out, whole ? whole : letter);
		if (i == marked && mark && !whole)
			buf_add_uc(out, mark);
	}
}

static bool syllable_begins_open(const struct syllable *syllable)
{
	uint32_t first = tone_marks_small(syllable->letters[0]);

	return first == 'a' || first == 'e' || first == 'o';
}

void tone_marks_add(struct buf *out, struct str pinyin, bool joined)
{
	struct syllable syllable;
	bool follows = false; /* a syllable stands right before */

	for (size_t at = 0; at < pinyin.len;) {
		if (syllable_read(&syllable, pinyin, at)) {
			if (joined && follows &&
			    syllable_begins_open(&syllable))
				buf_add_byte(out, '\'');
			syllable_add(out, &syllable);
			at += syllable.bytes;
			follows = true;
		} else if (joined && follows && pinyin.ptr[at] == ' ') {
			at++;
		} else {
			size_t end = utf8_after(pinyin, at);

			/* A word with letters that are no syllable is whole. */
			while (end < pinyin.len &&
			       tone_marks_is_letter(pinyin.ptr[end - 1]) &&
			       tone_marks_is_letter(pinyin.ptr[end]))
				end++;
			buf_add(out, str_slice(pinyin, at, end));
			at = end;
			follows = false;
		}
	}
}

void tone_marks_add_gloss(struct buf *out, struct str gloss)
{
	size_t at = 0;

	while (at < gloss.len) {
		size_t open = str_find(gloss, STR("["), at);
		size_t close =
			open == NPOS ? NPOS : str_find(gloss, STR("]"), open);

		if (close == NPOS)
			break;
		buf_add(out, str_slice(gloss, at, open + 1));
		tone_marks_add(out, str_slice(gloss, open + 1, close), false);
		buf_add_byte(out, ']');
		at = close + 1;
	}
	buf_add(out, str_slice(gloss, at, gloss.len));
}
