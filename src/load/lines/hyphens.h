/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_HYPHENS_H
#define LOAD_LINES_HYPHENS_H

#include "base/str.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Hyphens at the ends of lines: of the word (well-known) or of the line break
 * (news-paper), which they are 96 times of 100 (of 8,103 divided words of five European
 * papers).  The page itself is the dictionary: its words of letters of alphabets, with
 * and without hyphens inside.  Two words with one hash, which is as good as
 * impossible, would be taken for one.
 */

/* The words of a page, a set, which is made when it is first asked. */
struct page_words {
	const struct printed_lines *lines; /* borrowed */
	/* Owned; a hash table of the hashes of the words in small letters; 0: a
	 * place that is free.  NULL: not made yet. */
	uint64_t *slots;
	size_t count, slot_count; /* slot_count is a power of two */
};

/* `lines` stay as they are until the words are released. */
void page_words_init(struct page_words *words,
                     const struct printed_lines *lines);
void page_words_release(struct page_words *words);

/* Is the hyphen that `before` ends in (text/hyphen.h) there because of the line break
 * only, so that it is left out when `after` is joined to it?  False where the page has
 * the word with the hyphen, where no letters stand before or behind it, and where a
 * capital follows small letters, unless the page has the word without the hyphen.  O(1)
 * but for the first time. */
bool hyphen_is_of_break(struct page_words *words, struct str before,
                        struct str after);

#endif
