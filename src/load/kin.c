/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/kin.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ASIDE_GRAM_CHARS 2
#define WORD_GRAM_CHARS  3

/* The scores of an aside's owner. */
#define SCORE_ASIDE     8.0    /* times the share of its words that are there */
#define SCORE_APART     (-0.2) /* each piece that stands between */
#define SCORE_ELSEWHERE 1.5    /* more of its text stands on another page */

/* The scores of a home, as log odds. */
#define SCORE_DISTANCE     (-0.4) /* each story that stands between */
#define SCORE_WORDS        6.0    /* times the cosine of the 3-grams */
#define SCORE_QUOTE        1.5    /* the home's pull quote stands beside it */
#define SCORE_EQUAL_HEIGHT 1.0    /* and its columns are as high as that */
#define SCORE_LIST_SHARED  (-2.0) /* both name those who took part, the same */
#define SCORE_LIST_OTHERS  0.3    /* or other ones */
#define SCORE_LIST_MISSING 0.8    /* only the rest names them */

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

static size_t first_piece(const struct story *story)
{
	return story->pieces.items[0];
}

static size_t last_piece(const struct story *story)
{
	return story->pieces.items[story->pieces.count - 1];
}

/* How many pieces stand between a piece and a story; 0: it is inside. */
static size_t apart(const struct story *story, size_t piece)
{
	size_t first = first_piece(story), last = last_piece(story);

	for (size_t i = 0; i < story->heads.count; i++) {
		size_t head = story->heads.items[i];

		first = head < first ? head : first;
		last = head > last ? head : last;
	}
	if (piece < first)
		return first - piece;
	return piece > last ? piece - last : 0;
}

/* Has it a jump from another page, or to one? */
static bool has_jump(const struct stories *stories, const struct story *story,
                     bool from)
{
	for (size_t i = 0; i < story->jumps.count; i++)
		if (stories->pieces->items[story->jumps.items[i]].jump_from ==
		    from)
			return true;
	return false;
}

/* The story that an aside speaks of: the one with most of its words, among
 * equals the nearest. */
static size_t owner_of(const struct stories *stories, const struct grams *grams,
                       size_t p)
{
	const struct piece *piece = &stories->pieces->items[p];
	struct grams own;
	double best = -1e9;
	size_t owner = NPOS;

	grams_init(&own, buf_str(&piece->text), ASIDE_GRAM_CHARS);
	for (size_t i = 0; i < stories->count; i++) {
		const struct story *story = &stories->items[i];
		double score = SCORE_APART * (double)apart(story, p);

		/* Too far away, whatever it says. */
		if (score + SCORE_ASIDE + fmax(SCORE_ELSEWHERE, 0) <= best)
			continue;
		if (own.count)
			score += SCORE_ASIDE *
			         (double)grams_common(&own, &grams[i]) /
			         (double)own.count;
		if (piece->kind == PIECE_QUOTE &&
		    has_jump(stories, story, false))
			score += SCORE_ELSEWHERE;
		if (score > best) {
			best = score;
			owner = i;
		}
	}
	grams_release(&own);
	return owner;
}

void kin_give_asides(struct stories *stories)
{
	struct grams *grams = all_grams(stories, ASIDE_GRAM_CHARS);

	for (size_t p = 0; p < stories->pieces->count; p++) {
		enum piece_kind kind = stories->pieces->items[p].kind;
		size_t owner;

		if (kind != PIECE_QUOTE && kind != PIECE_CAPTION)
			continue;
		owner = owner_of(stories, grams, p);
		if (owner == NPOS)
			continue;
		list_add(kind == PIECE_QUOTE ? &stories->items[owner].quotes
		                             : &stories->items[owner].captions,
		         p);
	}
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

static size_t lines_of(const struct stories *stories, const struct list *pieces)
{
	size_t lines = 0;

	for (size_t i = 0; i < pieces->count; i++)
		lines += stories->pieces->items[pieces->items[i]].lines.count;
	return lines;
}

/* Does the quote stand right before or behind the rest? */
static bool stands_beside(const struct story *rest, size_t quote)
{
	return quote + 1 == first_piece(rest) || quote == last_piece(rest) + 1;
}

static double quote_score(const struct stories *stories, size_t rest,
                          size_t home)
{
	const struct story *story = &stories->items[rest];
	const struct list *quotes = &stories->items[home].quotes;
	double score = 0;

	for (size_t i = 0; i < quotes->count; i++) {
		const struct piece *quote =
			&stories->pieces->items[quotes->items[i]];

		if (!stands_beside(story, quotes->items[i]))
			continue;
		score += SCORE_QUOTE;
		if (lines_of(stories, &story->pieces) % quote->lines.count == 0)
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

static void find_home(struct stories *stories, const struct grams *grams,
                      size_t rest)
{
	struct story *story = &stories->items[rest];
	double best = -1e9, sum = 0;

	for (size_t i = 0; i < stories->count; i++) {
		const struct story *home = &stories->items[i];
		size_t between = i > rest ? i - rest : rest - i;
		double score;

		if (i == rest || !may_be_home(home))
			continue;
		score = SCORE_DISTANCE * ((double)between - 1) +
		        SCORE_WORDS * grams_cosine(&grams[rest], &grams[i]) +
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
		if (is_rest(stories, &stories->items[i]))
			find_home(stories, grams, i);
	free_grams(grams, stories->count);
}
