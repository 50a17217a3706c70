/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_HYPHENS_H
#define LOAD_LINES_HYPHENS_H

#include "base/str.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The Latin words of a page, those with a hyphen inside too: how one tells,
 * without a dictionary, whether a hyphen at the end of a line is of the word or
 * of the break.
 */
struct page_words {
	uint64_t *
		items; /* owned; hashes of the words in small letters, ascending */
	size_t count, cap;
};

void page_words_init(struct page_words *words,
                     const struct printed_lines *lines);
void page_words_release(struct page_words *words);

/* Is the hyphen between `before` (which ends in it) and `after` one of the
 * break only?  True when the page has the joined word and not the
 * compound. */
bool hyphen_is_of_break(const struct page_words *words, struct str before,
                        struct str after);

#endif
