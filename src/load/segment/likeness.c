/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/likeness.h"

#include <math.h>
#include <stdbool.h>

/* The weights. */
#define W(name, value) static const double name = value
#include "load/segment/likeness_table.inc"
#undef W

#define COHESION_GRAMS 100 /* the cohesion of shorter texts is not known */
/* With so many n-grams, divided by the texts of the page, it is half sure. */
#define COHESION_UNSURE_GRAMS 400

/* How many text runs before the gap a story may consist of. */
static size_t story_runs(size_t gap)
{
	return gap < STORY_RUNS_MAX ? gap : STORY_RUNS_MAX;
}

/* The likeness of a head of weight `all`, of which `found` is in the text. */
static double likeness_of_weights(double found, double all)
{
	if (all == 0)
		return 0;
	return LIKENESS_SHARE * found / all +
	       LIKENESS_WEIGHT * fmin(found, LIKENESS_WEIGHT_MOST);
}

/* Adds the weight of an n-gram of the head to each story before the gap that has it: in
 * full where it is in the lead of the story's first run. */
static void add_weight_before(double found[STORY_RUNS_MAX],
                              const struct text_runs *text_runs, size_t gap,
                              uint32_t gram, double weight)
{
	bool in_text = false;

	for (size_t back = 0; back < story_runs(gap); back++) {
		const struct text_run *text_run =
			&text_runs->items[gap - 1 - back];

		in_text = in_text || ngrams_have(&text_run->all, gram);
		if (ngrams_have(&text_run->lead, gram))
			found[back] += weight;
		else if (in_text)
			found[back] += LIKENESS_TEXT * weight;
	}
}

static double weight_after(const struct text_runs *text_runs, size_t gap,
                           uint32_t gram, double weight)
{
	const struct text_run *text_run = &text_runs->items[gap];

	if (ngrams_have(&text_run->lead, gram))
		return weight;
	return ngrams_have(&text_run->all, gram) ? LIKENESS_TEXT * weight : 0;
}

void likeness_of_head(struct likeness *likeness,
                      const struct text_runs *text_runs, size_t gap,
                      const struct ngrams *head)
{
	double found[STORY_RUNS_MAX] = { 0 }, found_next = 0, all = 0;

	for (size_t i = 0; i < head->count; i++) {
		uint32_t gram = head->items[i];
		double weight = ngram_weight(&text_runs->lead_counts, gram);

		all += weight;
		add_weight_before(found, text_runs, gap, gram, weight);
		if (gap < text_runs->count)
			found_next +=
				weight_after(text_runs, gap, gram, weight);
	}
	likeness->next = likeness_of_weights(found_next, all);
	for (size_t back = 0; back < STORY_RUNS_MAX; back++)
		likeness->story[back] = likeness_of_weights(found[back], all);
}

double likeness_with_run(const struct text_runs *text_runs, size_t run,
                         const struct ngrams *head)
{
	double found = 0, all = 0;

	for (size_t i = 0; i < head->count; i++) {
		double weight =
			ngram_weight(&text_runs->lead_counts, head->items[i]);

		all += weight;
		found += weight_after(text_runs, run, head->items[i], weight);
	}
	return likeness_of_weights(found, all);
}

/* How much the similarity of two texts says, from 0 to 1.  In an alphabet each word has many
 * n-grams, and one that two short texts share by chance makes them alike; few texts
 * do not tell whether it is rare. */
static double cohesion_sureness(const struct text_runs *text_runs,
                                const struct ngrams *a, const struct ngrams *b)
{
	double grams = (double)(a->count < b->count ? a->count : b->count);

	if (!text_runs->units->lines->latin)
		return 1;
	return grams /
	       (grams + COHESION_UNSURE_GRAMS / (double)text_runs->count);
}

void likeness_of_texts(double gains[STORY_RUNS_MAX],
                       const struct text_runs *text_runs, size_t gap)
{
	const struct ngrams *after = &text_runs->items[gap].rare;
	double most = CONTINUE_COHESION_LEAST;

	for (size_t back = 0; back < story_runs(gap); back++) {
		const struct ngrams *before =
			&text_runs->items[gap - 1 - back].rare;
		double usual =
			CONTINUE_COHESION_USUAL *
			sqrt((double)before->count * (double)after->count);

		if (after->count < COHESION_GRAMS)
			most = 0;
		else if (before->count < COHESION_GRAMS)
			most = fmax(most, 0);
		else
			most = fmax(
				most,
				cohesion_sureness(text_runs, before, after) *
					CONTINUE_COHESION *
					(ngrams_similarity(
						 before, after,
						 &text_runs->rare_counts) -
			                 usual));
		gains[back] = fmin(most, CONTINUE_COHESION_MOST);
	}
}
