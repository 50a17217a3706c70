/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/pulled_words.h"

#include "text/hyphen.h"

#include <unictype.h>

#define WORD_LETTERS 5 /* shorter words are not divided */
#define KEPT_LETTERS 2 /* so many of them stand before the division */

static bool pulled_words_are_hyphens_left(const struct printed_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		struct str text = lines->items[i].text;

		if (lines->items[i].aside == ASIDE_NONE &&
		    hyphen_before(text, text.len))
			return true;
	}
	return false;
}

/* The last word of a text without the letters that stand before a division, and with the
 * mark behind it; empty: there is none. */
static struct str pulled_words_rest(struct str text)
{
	size_t start = text.len, letters = 0, mark;

	while (start && !char_is_space(char_last(str_slice(text, 0, start))))
		start = char_last_start(str_slice(text, 0, start));
	mark = start;
	for (size_t at = start; at < text.len;) {
		letters += char_is_alphabetic(char_at(text, at, &at));
		if (letters == KEPT_LETTERS && mark == start)
			mark = at;
	}
	return letters < WORD_LETTERS ? str_slice(text, 0, 0)
	                              : str_slice(text, mark, text.len);
}

void pulled_words_find(struct printed_lines *lines)
{
	struct printed_line *before = NULL;

	if (!lines->latin || pulled_words_are_hyphens_left(lines))
		return;
	for (size_t i = 0; i < lines->count; i++) {
		struct printed_line *line = &lines->items[i];

		if (line->aside != ASIDE_NONE)
			continue;
		if (before && !line->blank && before->end != END_SENTENCE &&
		    uc_is_lower(char_first(line->text))) {
			struct str rest = pulled_words_rest(before->text);

			before->pulled_em =
				line_width_of(rest, lines->metric).hi_em;
			line->before_em =
				before->pulled_em > 0 ? before->lo_em : 0;
		}
		before = line;
	}
}
