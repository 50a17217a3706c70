/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include "base/str.h"

#include <stddef.h>

/* How a pattern is searched. */
enum query_mode {
	QUERY_AUTO,   /* folded; letters that are found nowhere, as pinyin */
	QUERY_EXACT,  /* byte for byte */
	QUERY_PINYIN, /* as pinyin */
};

/* A pattern has at most so many words; the last takes the rest of the pattern. */
#define QUERY_WORDS 8

/*
 * A pattern as a person typed it, parsed into words that must all be in an article.
 * A space parts two words if one of them has CJK characters or is in quotation marks;
 * words of scripts that set spaces between words are one phrase if they are not in
 * quotation marks.  A pattern with a word of a single character was copied from
 * spaced text and is one word.  A pattern that begins with ' is exact.
 */
struct query {
	enum query_mode mode;
	struct str words[QUERY_WORDS]; /* borrowed from the pattern */
	size_t count;                  /* 0: nothing to search for */
};

/* Parses `pattern`, which must outlive the result.  The mode of the result is
 * QUERY_EXACT if the pattern says so, else `mode`; modes other than QUERY_AUTO take
 * the whole pattern as one word. */
struct query query_of(struct str pattern, enum query_mode mode);

#endif
