/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/continuations.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/lines/cues.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define STEP_UNITS   256 /* are looked at in a step */
#define STEP_STORIES 64
#define GRAMS_A_LINE 256 /* compared, take as long as a line that is labelled */

#define ASIDE_GRAM_CHARS 2
#define WORD_GRAM_CHARS  3

/* The scores of an aside's owner. */
#define SCORE_ASIDE     8.0    /* times the share of its words that are there */
#define SCORE_APART     (-0.2) /* each unit that stands between */
#define SCORE_ELSEWHERE 1.5    /* more of its text stands on another page */

/* The scores of a home, as log odds. */
#define SCORE_DISTANCE     (-0.4) /* each story that stands between */
#define SCORE_WORDS        6.0    /* times the cosine of the 3-grams */
#define SCORE_QUOTE        1.5    /* the home's pull quote stands beside it */
#define SCORE_EQUAL_HEIGHT 1.0    /* and its columns are as high as that */
#define SCORE_LIST_SHARED  (-2.0) /* both name those who took part, the same */
#define SCORE_LIST_OTHERS  0.3    /* or other ones */
#define SCORE_LIST_MISSING 0.8    /* only the rest names them */

/* No list of names is longer: about a thousand ideographs. */
#define LIST_BYTES 3000

/* A story that stands so many units farther away than the nearest one cannot own
 * an aside, whatever they have in common. */
#define ASIDE_FARTHER ((SCORE_ASIDE + SCORE_ELSEWHERE) / -SCORE_APART + 1)

/* A home that stands so many stories farther away than the nearest one is not the
 * likeliest, and adds nothing to the sum of all that a double could hold: its
 * best score is e^40 times smaller than the worst of the nearest one. */
#define HOME_MOST                                                              \
 (SCORE_WORDS + 2 * (SCORE_QUOTE + SCORE_EQUAL_HEIGHT) + SCORE_LIST_MISSING)
#define HOME_FARTHER ((40 + HOME_MOST - SCORE_LIST_SHARED) / -SCORE_DISTANCE)

static struct ngrams *all_grams(const struct stories *stories, size_t chars)
{
	struct ngrams *grams = mem_alloc(stories->count * sizeof *grams);

	for (size_t i = 0; i < stories->count; i++)
		ngrams_init(&grams[i], buf_str(&stories->items[i].text), chars);
	return grams;
}

static void free_grams(struct ngrams *grams, size_t count)
{
	for (size_t i = 0; i < count; i++)
		ngrams_release(&grams[i]);
	free(grams);
}

static size_t continuations_first_unit(const struct story *story)
{
	return story->units.items[0];
}

static size_t continuations_last_unit(const struct story *story)
{
	return story->units.items[story->units.count - 1];
}

/* The units of a story, from the first to the last, its heads with them. */
static struct extent extent_of(const struct story *story)
{
	struct extent extent = { NPOS, 0 };

	if (story->units.count)
		extent = (struct extent){ continuations_first_unit(story),
			                  continuations_last_unit(story) };
	for (size_t i = 0; i < story->heads.count; i++) {
		size_t head = story->heads.items[i];

		extent.first = head < extent.first ? head : extent.first;
		extent.last = head > extent.last ? head : extent.last;
	}
	return extent;
}

/* How many units stand between a unit and a story; 0: it is inside. */
static size_t apart(const struct extent *extent, size_t unit)
{
	if (unit < extent->first)
		return extent->first - unit;
	return unit > extent->last ? unit - extent->last : 0;
}

static size_t least_apart(const struct continuations *continuations,
                          size_t unit)
{
	size_t least = NPOS;

	for (size_t i = 0; i < continuations->stories->count; i++) {
		size_t some = apart(&continuations->extents[i], unit);

		least = some < least ? some : least;
	}
	return least;
}

/* Has it a jump from another page, or to one? */
static bool has_jump(const struct stories *stories, const struct story *story,
                     bool from)
{
	for (size_t i = 0; i < story->jumps.count; i++)
		if (stories->units->items[story->jumps.items[i]].jump_from ==
		    from)
			return true;
	return false;
}

static double owner_score(struct continuations *continuations,
                          const struct ngrams *own, size_t p, size_t s)
{
	const struct story *story = &continuations->stories->items[s];
	double score =
		SCORE_APART * (double)apart(&continuations->extents[s], p);

	continuations->ngrams_compared +=
		own->count + continuations->grams[s].count;
	if (own->count)
		score += SCORE_ASIDE *
		         (double)ngrams_common(own, &continuations->grams[s]) /
		         (double)own->count;
	if (continuations->stories->units->items[p].kind == UNIT_QUOTE &&
	    has_jump(continuations->stories, story, false))
		score += SCORE_ELSEWHERE;
	return score;
}

/* The story that an aside speaks of: the one with most of its words, among
 * equals the nearest. */
static size_t owner_of(struct continuations *continuations, size_t p)
{
	const struct unit *unit = &continuations->stories->units->items[p];
	size_t owner = NPOS, least = least_apart(continuations, p);
	struct ngrams own;
	double best = -1e9;

	ngrams_init(&own, buf_str(&unit->text), ASIDE_GRAM_CHARS);
	for (size_t i = 0; i < continuations->stories->count; i++) {
		double score;

		if ((double)(apart(&continuations->extents[i], p) - least) >
		    ASIDE_FARTHER)
			continue;
		score = owner_score(continuations, &own, p, i);
		if (score > best) {
			best = score;
			owner = i;
		}
	}
	ngrams_release(&own);
	return owner;
}

static void give_aside(struct continuations *continuations, size_t p)
{
	struct stories *stories = continuations->stories;
	enum unit_kind kind = stories->units->items[p].kind;
	size_t owner;

	if (kind != UNIT_QUOTE && kind != UNIT_CAPTION)
		return;
	owner = owner_of(continuations, p);
	if (owner != NPOS)
		list_add(kind == UNIT_QUOTE ? &stories->items[owner].quotes
		                            : &stories->items[owner].captions,
		         p);
}

/* The list of those who took part: from the start of a clause up to a word of
 * CUE_ATTENDING; empty if no such list has three names or more. */
static struct str name_list(struct str text)
{
	struct str verb;

	for (size_t v = 0; (verb = cue_word(CUE_ATTENDING, v)).len; v++) {
		size_t end = NPOS, at = 0, names = 1;

		while ((at = str_find(text, verb, at)) != NPOS)
			end = at++;
		if (end == NPOS)
			continue;
		for (at = end; at >= 3 && end - at < LIST_BYTES; at--) {
			struct str here = str_slice(text, at - 3, end);

			if (str_starts(here, STR("。")) ||
			    str_starts(here, STR("，")))
				break;
			names += str_starts(here, STR("、"));
		}
		if (names >= 3)
			return str_slice(text, at, end);
	}
	return (struct str){ 0 };
}

static double list_score(struct str mine, struct str theirs)
{
	size_t start = 0, end;

	if (!mine.len)
		return 0;
	if (!theirs.len)
		return SCORE_LIST_MISSING;
	while (start < mine.len) {
		struct str name;

		end = str_find(mine, STR("、"), start);
		name = str_slice(mine, start, end == NPOS ? mine.len : end);
		if (name.len && str_find(theirs, name, 0) != NPOS)
			return SCORE_LIST_SHARED;
		start = end == NPOS ? mine.len : end + strlen("、");
	}
	return SCORE_LIST_OTHERS;
}

static size_t continuations_lines_of(const struct stories *stories,
                                     const struct list *units)
{
	size_t lines = 0;

	for (size_t i = 0; i < units->count; i++)
		lines += stories->units->items[units->items[i]].lines.count;
	return lines;
}

/* Does the quote stand right before or behind the rest? */
static bool stands_beside(const struct story *rest, size_t quote)
{
	return quote + 1 == continuations_first_unit(rest) ||
	       quote == continuations_last_unit(rest) + 1;
}

static double quote_score(const struct stories *stories, size_t rest,
                          size_t home)
{
	const struct story *story = &stories->items[rest];
	const struct list *quotes = &stories->items[home].quotes;
	double score = 0;

	for (size_t i = 0; i < quotes->count; i++) {
		const struct unit *quote =
			&stories->units->items[quotes->items[i]];

		if (!stands_beside(story, quotes->items[i]))
			continue;
		score += SCORE_QUOTE;
		if (continuations_lines_of(stories, &story->units) %
		            quote->lines.count ==
		    0)
			score += SCORE_EQUAL_HEIGHT;
	}
	return score;
}

static bool is_rest(const struct stories *stories, const struct story *story)
{
	return !story->heads.count && !story->dateline && !story->letter &&
	       !has_jump(stories, story, true);
}

/* A letter is whole. */
static bool may_be_home(const struct story *story)
{
	return !story->letter && (story->heads.count || story->dateline);
}

/* Stories between the two, both of them counted. */
static size_t continuations_distance(size_t rest, size_t home)
{
	return home > rest ? home - rest : rest - home;
}

/* The homes that count for a rest, as a range of continuations->homes. */
static struct range near_homes(const struct continuations *continuations,
                               size_t rest)
{
	struct range range = { 0 };
	size_t least = NPOS, most, at;

	ARRAY_FIND(at, continuations->home_count,
	           continuations->homes[at] < rest);
	range.start = range.end = at;
	if (at < continuations->home_count)
		least = continuations_distance(rest, continuations->homes[at]);
	if (at &&
	    continuations_distance(rest, continuations->homes[at - 1]) < least)
		least = continuations_distance(rest,
		                               continuations->homes[at - 1]);
	if (least == NPOS)
		return range;
	most = least + (size_t)HOME_FARTHER + 1;
	while (range.start &&
	       continuations_distance(
		       rest, continuations->homes[range.start - 1]) <= most)
		range.start--;
	while (range.end < continuations->home_count &&
	       continuations_distance(rest, continuations->homes[range.end]) <=
	               most)
		range.end++;
	return range;
}

static void find_home(struct continuations *continuations, size_t rest)
{
	const struct range near = near_homes(continuations, rest);
	struct story *story = &continuations->stories->items[rest];
	double best = -1e9, sum = 0;

	for (size_t n = near.start; n < near.end; n++) {
		size_t i = continuations->homes[n];
		double score =
			SCORE_DISTANCE *
				((double)continuations_distance(rest, i) - 1) +
			SCORE_WORDS * ngrams_cosine(&continuations->grams[rest],
		                                    &continuations->grams[i]) +
			quote_score(continuations->stories, rest, i) +
			list_score(continuations->lists[rest],
		                   continuations->lists[i]);

		continuations->ngrams_compared +=
			continuations->grams[rest].count +
			continuations->grams[i].count;
		sum += exp(score);
		if (score > best) {
			best = score;
			story->continues = i;
		}
	}
	if (story->continues != NPOS)
		story->continues_share = exp(best) / sum;
}

/* Each does a part of its work, and says whether there is more. */
static bool measure_stories(struct continuations *continuations)
{
	size_t count = continuations->stories->count;

	continuations->extents =
		mem_alloc(count * sizeof *continuations->extents);
	for (size_t i = 0; i < count; i++)
		continuations->extents[i] =
			extent_of(&continuations->stories->items[i]);
	continuations->grams =
		all_grams(continuations->stories, ASIDE_GRAM_CHARS);
	return false;
}

static bool give_asides(struct continuations *continuations)
{
	size_t end = continuations->next + STEP_UNITS;

	for (; continuations->next < end &&
	       continuations->next < continuations->stories->units->count;
	     continuations->next++)
		give_aside(continuations, continuations->next);
	return continuations->next < continuations->stories->units->count;
}

static bool read_words(struct continuations *continuations)
{
	size_t count = continuations->stories->count;

	free_grams(continuations->grams, count);
	continuations->grams =
		all_grams(continuations->stories, WORD_GRAM_CHARS);
	continuations->lists = mem_alloc(count * sizeof *continuations->lists);
	continuations->homes = mem_alloc(count * sizeof *continuations->homes);
	for (size_t i = 0; i < count; i++) {
		const struct story *story = &continuations->stories->items[i];

		continuations->lists[i] = name_list(buf_str(&story->text));
		if (may_be_home(story))
			continuations->homes[continuations->home_count++] = i;
	}
	continuations->next = 0;
	return false;
}

static bool continuations_find_homes(struct continuations *continuations)
{
	size_t end = continuations->next + STEP_STORIES;

	for (; continuations->next < end &&
	       continuations->next < continuations->stories->count;
	     continuations->next++)
		if (is_rest(continuations->stories,
		            &continuations->stories
		                     ->items[continuations->next]))
			find_home(continuations, continuations->next);
	return continuations->next < continuations->stories->count;
}

static bool (*const stages[])(struct continuations *) = {
	measure_stories, give_asides, read_words, continuations_find_homes
};

void continuations_init(struct continuations *continuations,
                        struct stories *stories)
{
	*continuations = (struct continuations){ .stories = stories };
}

bool continuations_step(struct continuations *continuations, size_t *work)
{
	size_t before = continuations->ngrams_compared;

	if (continuations->stage < ARRAY_LEN(stages) &&
	    !stages[continuations->stage](continuations))
		continuations->stage++;
	*work += 1 + (continuations->ngrams_compared - before) / GRAMS_A_LINE;
	return continuations->stage < ARRAY_LEN(stages);
}

void continuations_release(struct continuations *continuations)
{
	if (continuations->grams)
		free_grams(continuations->grams, continuations->stories->count);
	free(continuations->extents);
	free(continuations->lists);
	free(continuations->homes);
	*continuations = (struct continuations){ 0 };
}
