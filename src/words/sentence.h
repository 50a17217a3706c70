/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef WORDS_SENTENCE_H
#define WORDS_SENTENCE_H

#include "base/str.h"
#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Sentences: the rules SB3 to SB998 of Unicode Text Segmentation (UAX #29), told from the
 * properties of libunistring, and for Chinese (GB/T 15834): …… ends a sentence unless a
 * comma or a small letter follows, and an opening quotation mark or bracket begins the next one,
 * as no space stands before it.  The text is a paragraph of valid UTF-8.
 */

/* Does a sentence begin at byte `at` <= text.len?  At 0 one does, and at the end one would.
 * O(marks and spaces before, characters up to the next letter behind). */
bool sentence_begins(struct str text, size_t at);

/* The sentence with byte `at` < text.len, with the space behind it. */
struct range sentence_at(struct str text, size_t at);

#endif
