/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_WORD_SURENESS_H
#define LOAD_INPUT_WORD_SURENESS_H

#include "issue/issue.h"

#include <stddef.h>
#include <stdint.h>

/*
 * How sure an input says to be of the words of the page that is open.  Nothing is kept of
 * a page that says nothing.
 */
struct word_sureness {
	uint8_t *lines; /* owned; of each line of the page, from 0 */
	size_t line_count, line_cap;
	struct unsure_word *words; /* owned; by line and byte */
	size_t word_count, word_cap;
};

void word_sureness_release(struct word_sureness *sureness);

/* The least sure word of line `line` of the page (from 0, not before one added before) is
 * `percent` sure. */
void word_sureness_add_line(struct word_sureness *sureness, size_t line,
                            uint8_t percent);

/* A word of that line, behind those added before. */
void word_sureness_add_word(struct word_sureness *sureness,
                            struct unsure_word word);

/* Gives it to a page of the issue, in the issue's arena, and forgets it. */
void word_sureness_give(struct word_sureness *sureness, struct issue *issue,
                        struct page *page);

#endif
