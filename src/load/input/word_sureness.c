/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/word_sureness.h"

#include <assert.h>
#include <stdlib.h>

void word_sureness_release(struct word_sureness *sureness)
{
	free(sureness->lines);
	free(sureness->words);
	*sureness = (struct word_sureness){ 0 };
}

/* Lines up to `count` of which nothing was said. */
static void word_sureness_fill(struct word_sureness *sureness, size_t count)
{
	while (sureness->line_count < count)
		*ARRAY_ADD(sureness->lines, sureness->line_count,
		           sureness->line_cap) = SURENESS_UNKNOWN;
}

void word_sureness_add_line(struct word_sureness *sureness, size_t line,
                            uint8_t percent)
{
	assert(line >= sureness->line_count);
	word_sureness_fill(sureness, line);
	*ARRAY_ADD(sureness->lines, sureness->line_count, sureness->line_cap) =
		percent;
}

void word_sureness_add_word(struct word_sureness *sureness,
                            struct unsure_word word)
{
	assert(word.start < word.end);
	*ARRAY_ADD(sureness->words, sureness->word_count, sureness->word_cap) =
		word;
}

void word_sureness_give(struct word_sureness *sureness, struct issue *issue,
                        struct page *page)
{
	size_t lines = page->lines.end - page->lines.start;

	if (sureness->line_count) {
		word_sureness_fill(sureness, lines);
		assert(sureness->line_count == lines);
		page->sureness =
			arena_copy(&issue->arena, sureness->lines, lines);
		page->unsure = arena_copy(&issue->arena, sureness->words,
		                          sureness->word_count *
		                                  sizeof *sureness->words);
		page->unsure_count = sureness->word_count;
	}
	word_sureness_release(sureness);
}
