/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/letter_style.h"

#include "load/lines/char_class.h"

#include <stddef.h>
#include <unictype.h>

#define CAPITALS_LEAST 4  /* fewer capitals are an abbreviation */
#define CAPITALS_TIMES 10 /* so many for a small letter among them */
#define SPACED_LEAST   4  /* letters that are spaced out */
#define SPACED_SHARE   5  /* all words but one in so many are one letter */

static bool letter_style_is_capitals(struct str text)
{
	size_t capitals = 0, small = 0;

	for (size_t at = 0; at < text.len;) {
		unsigned c = char_at(text, at, &at);

		if (char_is_cjk(c) && !char_is_shared_mark(c))
			return false;
		if (!char_is_alphabetic(c))
			continue;
		capitals += uc_is_upper(c);
		small += uc_is_lower(c);
	}
	return capitals >= CAPITALS_LEAST && small * CAPITALS_TIMES <= capitals;
}

static bool letter_style_is_spaced(struct str text)
{
	size_t words = 0, single = 0, chars = 0;

	for (size_t at = 0; at < text.len;) {
		if (char_is_space(char_at(text, at, &at))) {
			words += chars > 0;
			single += chars == 1;
			chars = 0;
		} else {
			chars++;
		}
	}
	words += chars > 0;
	single += chars == 1;
	return single >= SPACED_LEAST &&
	       (words - single) * SPACED_SHARE <= words;
}

enum letter_style letter_style_of(struct str text)
{
	if (letter_style_is_spaced(text))
		return LETTER_STYLE_SPACED;
	return letter_style_is_capitals(text) ? LETTER_STYLE_CAPITALS
	                                      : LETTER_STYLE_PLAIN;
}
