/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include "base/str.h"

#include <stddef.h>

/* How a pattern is meant. */
enum query_mode {
	QUERY_AUTO, /* folded; letters that are found nowhere are pinyin */
	QUERY_EXACT,
	QUERY_PINYIN,
};

#define QUERY_WORDS 8 /* at most; the last takes the rest */

/*
 * What a person typed, taken apart: words that must all be in an article.  A space
 * parts two words when one of them is of CJK characters or in quotation marks;
 * words of scripts that set spaces between words are a phrase without them.  ' before all of it: exactly this.
 */
struct query {
	enum query_mode mode;
	struct str words[QUERY_WORDS]; /* borrowed from the pattern */
	size_t count;                  /* 0: nothing to search for */
};

struct query query_of(struct str pattern, enum query_mode mode);

#endif
