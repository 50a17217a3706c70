/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_LIKENESS_H
#define LOAD_SEGMENT_LIKENESS_H

#include "load/segment/text_runs.h"

#include <stddef.h>

/*
 * How alike a headline and the texts around its gap are, and two texts that
 * follow each other, by the n-grams they share.  A story reaches back at most
 * STORY_RUNS_MAX text_runs, and each of its possible beginnings has its own figure:
 * the nth is that of the story of the n + 1 text_runs before the gap.
 */
#define STORY_RUNS_MAX 16

struct likeness {
	double next;                  /* with the text_run behind the gap */
	double story[STORY_RUNS_MAX]; /* with the story before the gap */
};

/* How much a headline of these n-grams says of the texts on both sides of gap
 * `gap`; 0 where there is no text.  Time: O(n-grams x STORY_RUNS_MAX). */
void likeness_of_head(struct likeness *likeness,
                      const struct text_runs *text_runs, size_t gap,
                      const struct ngrams *head);

/* What it is worth that the text_run behind gap `gap`, which is none of the ends of
 * the page, goes on with the story before it: rare words that both have. */
void likeness_of_texts(double gains[STORY_RUNS_MAX],
                       const struct text_runs *text_runs, size_t gap);

#endif
