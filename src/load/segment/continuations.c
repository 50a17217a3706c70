/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/continuations.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "load/lines/cues.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define STEP_STORIES 64  /* looked at in a step */
#define GRAMS_A_LINE 256 /* compared, take as long as a line that is labelled */
#define GRAM_CHARS   3

/* The scores of a candidate, as log odds. */
#define SCORE_STAYS        0.6    /* it continues none */
#define SCORE_DISTANCE     (-0.4) /* each story that stands between */
#define SCORE_WORDS        6.0    /* times the cosine of the n-grams */
#define SCORE_AROUND_BOX   2.0    /* only text of other widths stands between */
#define SCORE_QUOTE        1.5 /* its pull quote stands beside the fragment */
#define SCORE_EQUAL_HEIGHT 1.0 /* whose columns are as high as that quote */
#define SCORE_LIST_SHARED  (-2.0) /* both list a name of those who took part */
#define SCORE_LIST_OTHERS  0.3    /* both list names, but no common one */
#define SCORE_LIST_MISSING 0.8    /* only the fragment lists names */

#define BOX_STORIES 4 /* no more stand in boxes between two parts of a text */

#define NAME_LIST_BYTES 3000 /* of the longest one: a thousand ideographs */
#define NAME_LIST_NAMES 3    /* of the shortest one */
#define CHAR_BYTES      3    /* of an ideograph or its punctuation */

/* A candidate that stands so many stories farther away than the nearest one is not
 * the best one, and adds less to the sum of all than a double can hold: its highest
 * score is e^40 times smaller than the lowest one of the nearest. */
#define SCORE_MOST                                                             \
 (SCORE_WORDS + SCORE_AROUND_BOX + 2 * (SCORE_QUOTE + SCORE_EQUAL_HEIGHT) +    \
  SCORE_LIST_MISSING)
#define FARTHER_MAX ((40 + SCORE_MOST - SCORE_LIST_SHARED) / -SCORE_DISTANCE)

static size_t last_unit(const struct story *story)
{
	return story->units.items[story->units.count - 1];
}

/* The start of the list of names that ends at `end`: behind the last full stop or comma,
 * or NAME_LIST_BYTES away.  Adds to *names how many names it has but the first. */
static size_t name_list_start(struct str text, size_t end, size_t *names)
{
	size_t at = end;

	for (; at >= CHAR_BYTES && end - at < NAME_LIST_BYTES; at--) {
		struct str here = str_slice(text, at - CHAR_BYTES, end);

		if (str_starts(here, STR("。")) || str_starts(here, STR("，")))
			return at;
		*names += str_starts(here, STR("、"));
	}
	if (at < CHAR_BYTES)
		return 0;
	while (at < end && utf8_continues(text.ptr[at]))
		at++;
	return at;
}

/* The list of those who took part: up to a word of CUE_ATTENDING; empty if there is
 * none of NAME_LIST_NAMES names. */
static struct str name_list(struct str text)
{
	struct str verb;

	for (size_t v = 0; (verb = cue_word(CUE_ATTENDING, v)).len; v++) {
		size_t end = NPOS, at = 0, names = 1;

		while ((at = str_find(text, verb, at)) != NPOS)
			end = at++;
		if (end == NPOS)
			continue;
		at = name_list_start(text, end, &names);
		if (names >= NAME_LIST_NAMES)
			return str_slice(text, at, end);
	}
	return (struct str){ 0 };
}

static double list_score(struct str fragment, struct str candidate)
{
	size_t start = 0, end;

	if (!fragment.len)
		return 0;
	if (!candidate.len)
		return SCORE_LIST_MISSING;
	while (start < fragment.len) {
		struct str name;

		end = str_find(fragment, STR("、"), start);
		name = str_slice(fragment, start,
		                 end == NPOS ? fragment.len : end);
		if (name.len && str_find(candidate, name, 0) != NPOS)
			return SCORE_LIST_SHARED;
		start = end == NPOS ? fragment.len : end + strlen("、");
	}
	return SCORE_LIST_OTHERS;
}

static size_t lines_of_units(const struct stories *stories,
                             const struct list *units)
{
	size_t lines = 0;

	for (size_t i = 0; i < units->count; i++)
		lines += stories->units->items[units->items[i]].lines.count;
	return lines;
}

/* Does the quote stand right before or right behind the fragment? */
static bool stands_beside(const struct story *fragment, size_t quote)
{
	return quote + 1 == fragment->units.items[0] ||
	       quote == last_unit(fragment) + 1;
}

static double quote_score(const struct stories *stories, size_t fragment,
                          size_t candidate)
{
	const struct story *story = &stories->items[fragment];
	const struct list *quotes = &stories->items[candidate].quotes;
	double score = 0;

	for (size_t i = 0; i < quotes->count; i++) {
		const struct unit *quote =
			&stories->units->items[quotes->items[i]];

		if (!stands_beside(story, quotes->items[i]))
			continue;
		score += SCORE_QUOTE;
		if (lines_of_units(stories, &story->units) %
		            quote->lines.count ==
		    0)
			score += SCORE_EQUAL_HEIGHT;
	}
	return score;
}

static bool is_fragment(const struct stories *stories,
                        const struct story *story)
{
	return !story->heads.count && !story->dateline && !story->letter &&
	       !story_has_jump(stories, story, true);
}

/* A letter is complete. */
static bool is_candidate(const struct story *story)
{
	return !story->letter && (story->heads.count || story->dateline);
}

/* Stories from one to the other; 1: they are neighbours. */
static size_t story_distance(size_t fragment, size_t candidate)
{
	return candidate > fragment ? candidate - fragment
	                            : fragment - candidate;
}

/* The candidates that count for a fragment, as a range of their list. */
static struct range near_candidates(const struct continuations *continuations,
                                    size_t fragment)
{
	const size_t *candidates = continuations->candidates;
	size_t count = continuations->candidate_count;
	size_t least = NPOS, most, at;
	struct range range;

	ARRAY_FIND(at, count, candidates[at] < fragment);
	range = (struct range){ at, at };
	if (at < count)
		least = story_distance(fragment, candidates[at]);
	if (at && story_distance(fragment, candidates[at - 1]) < least)
		least = story_distance(fragment, candidates[at - 1]);
	if (least == NPOS)
		return range;
	most = least + (size_t)FARTHER_MAX + 1;
	while (range.start &&
	       story_distance(fragment, candidates[range.start - 1]) <= most)
		range.start--;
	while (range.end < count &&
	       story_distance(fragment, candidates[range.end]) <= most)
		range.end++;
	return range;
}

/* Does the fragment go on behind a box in the column width of the candidate? */
static bool goes_around_box(const struct stories *stories, size_t fragment,
                            size_t candidate)
{
	double measure_em = stories->items[fragment].measure_em;

	if (candidate + 1 >= fragment || fragment - candidate > BOX_STORIES ||
	    stories->items[candidate].measure_em != measure_em)
		return false;
	for (size_t s = candidate + 1; s < fragment; s++)
		if (stories->items[s].measure_em == measure_em)
			return false;
	return true;
}

static double candidate_score(struct continuations *continuations,
                              size_t fragment, size_t candidate)
{
	const struct ngrams *grams = continuations->grams;

	continuations->ngrams_compared +=
		grams[fragment].count + grams[candidate].count;
	return SCORE_DISTANCE *
	               ((double)story_distance(fragment, candidate) - 1) +
	       SCORE_WORDS *
	               ngrams_cosine(&grams[fragment], &grams[candidate]) +
	       (goes_around_box(continuations->stories, fragment, candidate)
	                ? SCORE_AROUND_BOX
	                : 0) +
	       quote_score(continuations->stories, fragment, candidate) +
	       list_score(continuations->name_lists[fragment],
	                  continuations->name_lists[candidate]);
}

static void find_continued(struct continuations *continuations, size_t fragment)
{
	const struct range near = near_candidates(continuations, fragment);
	struct story *story = &continuations->stories->items[fragment];
	double best = SCORE_STAYS, sum = exp(best);

	for (size_t i = near.start; i < near.end; i++) {
		size_t candidate = continuations->candidates[i];
		double score =
			candidate_score(continuations, fragment, candidate);

		sum += exp(score);
		if (score > best) {
			best = score;
			story->continues = candidate;
		}
	}
	if (story->continues != NPOS)
		story->continues_share = exp(best) / sum;
}

static void read_stories(struct continuations *continuations)
{
	const struct stories *stories = continuations->stories;
	size_t count = stories->count;

	continuations->grams = stories_ngrams(stories, GRAM_CHARS);
	continuations->name_lists =
		mem_alloc(count * sizeof *continuations->name_lists);
	continuations->candidates =
		mem_alloc(count * sizeof *continuations->candidates);
	for (size_t s = 0; s < count; s++) {
		const struct story *story = &stories->items[s];

		continuations->name_lists[s] = name_list(buf_str(&story->text));
		if (is_candidate(story))
			continuations
				->candidates[continuations->candidate_count++] =
				s;
	}
}

void continuations_init(struct continuations *continuations,
                        struct stories *stories)
{
	*continuations = (struct continuations){ .stories = stories };
}

bool continuations_step(struct continuations *continuations, size_t *work)
{
	const struct stories *stories = continuations->stories;
	size_t before = continuations->ngrams_compared;
	size_t end = continuations->next + STEP_STORIES;

	if (continuations->next >= stories->count)
		return false;
	if (!continuations->grams)
		read_stories(continuations);
	for (;
	     continuations->next < end && continuations->next < stories->count;
	     continuations->next++)
		if (is_fragment(stories, &stories->items[continuations->next]))
			find_continued(continuations, continuations->next);
	*work += 1 + (continuations->ngrams_compared - before) / GRAMS_A_LINE;
	return continuations->next < stories->count;
}

void continuations_release(struct continuations *continuations)
{
	if (continuations->grams)
		stories_free_ngrams(continuations->grams,
		                    continuations->stories->count);
	free(continuations->name_lists);
	free(continuations->candidates);
	*continuations = (struct continuations){ 0 };
}
