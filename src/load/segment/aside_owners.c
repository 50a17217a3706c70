/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/aside_owners.h"

#include "base/mem.h"

#include <float.h>
#include <stdlib.h>

#define STEP_UNITS   256 /* looked at in a step */
#define GRAMS_A_LINE 256 /* compared, take as long as a line that is labelled */
#define GRAM_CHARS   2

#define SCORE_WORDS     8.0    /* times the share of its n-grams found */
#define SCORE_APART     (-0.2) /* each unit that stands between */
#define SCORE_ELSEWHERE 1.5    /* a quote of a story that goes on elsewhere */

/* A story that stands so many units farther away than the nearest one cannot own
 * the aside: even all n-grams of it do not make up for the distance. */
#define FARTHER_MAX ((SCORE_WORDS + SCORE_ELSEWHERE) / -SCORE_APART + 1)

static struct unit_extent extent_of(const struct story *story)
{
	struct unit_extent extent = { NPOS, 0 };

	if (story->units.count)
		extent = (struct unit_extent){
			story->units.items[0],
			story->units.items[story->units.count - 1]
		};
	for (size_t i = 0; i < story->heads.count; i++) {
		size_t head = story->heads.items[i];

		extent.first = head < extent.first ? head : extent.first;
		extent.last = head > extent.last ? head : extent.last;
	}
	return extent;
}

/* How many units stand between a unit and a story; 0: the unit is inside. */
static size_t units_apart(const struct unit_extent *extent, size_t unit)
{
	if (unit < extent->first)
		return extent->first - unit;
	return unit > extent->last ? unit - extent->last : 0;
}

static size_t least_apart(const struct aside_owners *owners, size_t unit)
{
	size_t least = NPOS;

	for (size_t s = 0; s < owners->stories->count; s++) {
		size_t apart = units_apart(&owners->extents[s], unit);

		least = apart < least ? apart : least;
	}
	return least;
}

static double owner_score(struct aside_owners *owners,
                          const struct ngrams *grams, size_t unit, size_t s)
{
	const struct stories *stories = owners->stories;
	double score =
		SCORE_APART * (double)units_apart(&owners->extents[s], unit);

	owners->ngrams_compared += grams->count + owners->grams[s].count;
	if (grams->count)
		score += SCORE_WORDS *
		         (double)ngrams_common(grams, &owners->grams[s]) /
		         (double)grams->count;
	if (stories->units->items[unit].kind == UNIT_QUOTE &&
	    story_has_jump(stories, &stories->items[s], false))
		score += SCORE_ELSEWHERE;
	return score;
}

/* The story with the highest score, or NPOS. */
static size_t owner_of(struct aside_owners *owners, size_t unit)
{
	const struct unit *aside = &owners->stories->units->items[unit];
	size_t owner = NPOS, least = least_apart(owners, unit);
	struct ngrams grams;
	double best = -DBL_MAX;

	ngrams_init(&grams, buf_str(&aside->text), GRAM_CHARS);
	for (size_t s = 0; s < owners->stories->count; s++) {
		size_t apart = units_apart(&owners->extents[s], unit);
		double score;

		if ((double)(apart - least) > FARTHER_MAX)
			continue;
		score = owner_score(owners, &grams, unit, s);
		if (score > best) {
			best = score;
			owner = s;
		}
	}
	ngrams_release(&grams);
	return owner;
}

static void give_aside(struct aside_owners *owners, size_t unit)
{
	struct stories *stories = owners->stories;
	enum unit_kind kind = stories->units->items[unit].kind;
	size_t owner;

	if (kind != UNIT_QUOTE && kind != UNIT_CAPTION)
		return;
	owner = owner_of(owners, unit);
	if (owner != NPOS)
		list_add(kind == UNIT_QUOTE ? &stories->items[owner].quotes
		                            : &stories->items[owner].captions,
		         unit);
}

static void aside_owners_measure(struct aside_owners *owners)
{
	size_t count = owners->stories->count;

	owners->extents = mem_alloc(count * sizeof *owners->extents);
	for (size_t s = 0; s < count; s++)
		owners->extents[s] = extent_of(&owners->stories->items[s]);
	owners->grams = stories_ngrams(owners->stories, GRAM_CHARS);
}

void aside_owners_init(struct aside_owners *owners, struct stories *stories)
{
	*owners = (struct aside_owners){ .stories = stories };
}

bool aside_owners_step(struct aside_owners *owners, size_t *work)
{
	size_t before = owners->ngrams_compared;
	size_t count = owners->stories->units->count;
	size_t end = owners->next + STEP_UNITS;

	if (owners->next >= count)
		return false;
	if (!owners->grams)
		aside_owners_measure(owners);
	for (; owners->next < end && owners->next < count; owners->next++)
		give_aside(owners, owners->next);
	*work += 1 + (owners->ngrams_compared - before) / GRAMS_A_LINE;
	return owners->next < count;
}

void aside_owners_release(struct aside_owners *owners)
{
	if (owners->grams)
		stories_free_ngrams(owners->grams, owners->stories->count);
	free(owners->extents);
	*owners = (struct aside_owners){ 0 };
}
