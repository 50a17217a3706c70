/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/kin.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define QUOTE_GRAM_CHARS 4
#define QUOTE_SHARE      0.7
#define QUOTE_MOST_CHARS 300 /* no pull quote is longer */
#define WORD_GRAM_CHARS  3

/* The scores of a home, as log odds. */
#define SCORE_DISTANCE     (-0.4) /* each story that stands between */
#define SCORE_WORDS        6.0    /* times the cosine of the 3-grams */
#define SCORE_QUOTE        1.5    /* the home's pull quote stands beside it */
#define SCORE_EQUAL_HEIGHT 1.0    /* and its columns are as high as that */
#define SCORE_LIST_SHARED  (-2.0) /* both name those who took part, the same */
#define SCORE_LIST_OTHERS  0.3    /* or other ones */
#define SCORE_LIST_MISSING 0.8    /* only the rest names them */

static size_t text_bytes(const struct story *story)
{
	return story->text.len;
}

static void find_quote(struct stories *stories, const struct grams *grams,
                       size_t i)
{
	struct story *story = &stories->items[i];

	if (!grams[i].count || story->letter || story->dateline ||
	    text_bytes(story) > QUOTE_MOST_CHARS * 3)
		return;
	for (size_t j = 0; j < stories->count; j++) {
		size_t common;

		if (j == i ||
		    text_bytes(&stories->items[j]) <= text_bytes(story))
			continue;
		common = grams_common(&grams[i], &grams[j]);
		if ((double)common > QUOTE_SHARE * (double)grams[i].count)
			story->quote_of = j;
	}
}

static struct grams *all_grams(const struct stories *stories, size_t chars)
{
	struct grams *grams = mem_alloc(stories->count * sizeof *grams);

	for (size_t i = 0; i < stories->count; i++)
		grams_init(&grams[i], buf_str(&stories->items[i].text), chars);
	return grams;
}

static void free_grams(struct grams *grams, size_t count)
{
	for (size_t i = 0; i < count; i++)
		grams_release(&grams[i]);
	free(grams);
}

void kin_find_quotes(struct stories *stories)
{
	struct grams *grams = all_grams(stories, QUOTE_GRAM_CHARS);

	for (size_t i = 0; i < stories->count; i++)
		find_quote(stories, grams, i);
	free_grams(grams, stories->count);
}

/* The list of those who took part: from the sentence's start up to 参加, 出席 or
 * 陪同; empty when there is none of three names or more. */
static struct str name_list(struct str text)
{
	static const char *const verbs[] = { "参加", "出席", "陪同" };

	for (size_t v = 0; v < ARRAY_LEN(verbs); v++) {
		size_t end = NPOS, at = 0, names = 1;

		while ((at = str_find(text, str_from(verbs[v]), at)) != NPOS)
			end = at++;
		if (end == NPOS)
			continue;
		for (at = end; at >= 3; at--) {
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

static double list_score(struct str rest, struct str home)
{
	struct str mine = name_list(rest), theirs = name_list(home);
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

static size_t lines_of(const struct stories *stories, const struct story *story)
{
	size_t lines = 0;

	for (size_t i = 0; i < story->pieces.count; i++) {
		const struct piece *piece =
			&stories->pieces[story->pieces.items[i]];

		lines += piece->end - piece->first;
	}
	return lines;
}

static double quote_score(const struct stories *stories, size_t rest,
                          size_t home)
{
	double score = 0;

	for (size_t q = rest ? rest - 1 : 0;
	     q <= rest + 1 && q < stories->count; q++) {
		const struct story *quote = &stories->items[q];
		size_t high;

		if (q == rest || quote->quote_of != home)
			continue;
		high = lines_of(stories, quote);
		score += SCORE_QUOTE;
		if (lines_of(stories, &stories->items[rest]) % high == 0)
			score += SCORE_EQUAL_HEIGHT;
	}
	return score;
}

static double words_score(const struct grams *a, const struct grams *b)
{
	if (!a->count || !b->count)
		return 0;
	return SCORE_WORDS * (double)grams_common(a, b) /
	       sqrt((double)a->count * (double)b->count);
}

static bool is_rest(const struct story *story)
{
	return story->quote_of == NPOS && !story->heads.count &&
	       !story->dateline && !story->letter;
}

/* A letter is whole. */
static bool may_be_home(const struct story *story)
{
	return story->quote_of == NPOS && !story->letter &&
	       (story->heads.count || story->dateline);
}

static void find_home(struct stories *stories, const struct grams *grams,
                      size_t rest)
{
	struct story *story = &stories->items[rest];
	double best = -1e9, sum = 0;

	for (size_t i = 0; i < stories->count; i++) {
		const struct story *home = &stories->items[i];
		size_t apart = i > rest ? i - rest : rest - i;
		double score;

		if (i == rest || !may_be_home(home))
			continue;
		score = SCORE_DISTANCE * ((double)apart - 1) +
		        words_score(&grams[rest], &grams[i]) +
		        quote_score(stories, rest, i) +
		        list_score(buf_str(&story->text), buf_str(&home->text));
		sum += exp(score);
		if (score > best) {
			best = score;
			story->home = i;
		}
	}
	if (story->home != NPOS)
		story->home_share = exp(best) / sum;
}

void kin_find_homes(struct stories *stories)
{
	struct grams *grams = all_grams(stories, WORD_GRAM_CHARS);

	for (size_t i = 0; i < stories->count; i++)
		if (is_rest(&stories->items[i]))
			find_home(stories, grams, i);
	free_grams(grams, stories->count);
}
