/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_LIKENESS_H
#define LOAD_SEGMENT_LIKENESS_H

#include "load/segment/text_runs.h"

#include <stddef.h>

/*
 * Likeness of a headline with the texts on both sides of its gap, and of the texts on
 * both sides of a gap with each other, by the character n-grams they share.
 * Each n-gram is weighted by its inverse document frequency (K. Spärck Jones, A
 * statistical interpretation of term specificity, Journal of Documentation 28, 1972),
 * where the documents are the text runs of the page: see ngram_weight().
 *
 * A story consists of at most STORY_RUNS_MAX text runs.  Arrays of that size are indexed
 * by where the story before the gap begins: [n] is the figure of a story that
 * consists of the n + 1 text runs before the gap.
 */
#define STORY_RUNS_MAX 16

struct likeness {
	double next;                  /* with the text run behind the gap */
	double story[STORY_RUNS_MAX]; /* with the story before the gap */
};

/*
 * Sets the likeness of a headline at gap `gap`, whose n-grams are `head` (of
 * text_runs->head_gram_chars): a weighted sum of the share of its weight that is found
 * in a text and of the weight found, 0 where there is no text.  An n-gram found in
 * the lead of the text counts in full, one found elsewhere in it in part.
 * Time: O(n-grams x STORY_RUNS_MAX).
 */
void likeness_of_head(struct likeness *likeness,
                      const struct text_runs *text_runs, size_t gap,
                      const struct ngrams *head);

/* The likeness of such a headline with the story that begins with one text run. */
double likeness_with_run(const struct text_runs *text_runs, size_t run,
                         const struct ngrams *head);

/* Sets what is gained (a negative cost) if the text run behind gap `gap` continues the
 * story before it: their lexical cohesion, by rare n-grams that both have, above or
 * below that of any two texts.  0 < gap < text_runs->count.  Entries of stories that
 * would begin before the page are left alone. */
void likeness_of_texts(double gains[STORY_RUNS_MAX],
                       const struct text_runs *text_runs, size_t gap);

#endif
