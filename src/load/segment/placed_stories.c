/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/placed_stories.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

static struct list *story_list_of(struct story *story, enum unit_kind kind)
{
	switch (kind) {
	case UNIT_HEAD:
		return &story->heads;
	case UNIT_BYLINE:
		return &story->bylines;
	case UNIT_JUMP:
		return &story->jumps;
	case UNIT_QUOTE:
		return &story->quotes;
	case UNIT_CAPTION:
		return &story->captions;
	default:
		return &story->units;
	}
}

static void placed_stories_add(struct story *story, const struct unit *unit,
                               size_t index)
{
	bool first = !story->units.count && unit_is_text(unit);

	list_add(story_list_of(story, unit->kind), index);
	if (first) {
		story->measure_em = unit->measure_em;
		story->dateline = unit->dateline;
		story->letter = unit->kind == UNIT_SALUTATION;
	}
	if (unit->kind == UNIT_TEXT)
		buf_add(&story->text, buf_str(&unit->text));
}

/* Is a story a head and the jump line that closes it? */
static bool placed_stories_is_teaser(const struct story *story)
{
	return !story->units.count && !story->quotes.count &&
	       !story->captions.count && story->jumps.count == 1;
}

/* The last story, if there is one, is complete: it may be a teaser. */
static void placed_stories_end(struct stories *stories)
{
	struct teasers *teasers = &stories->teasers;
	struct story *story;
	struct teaser *teaser;

	if (!stories->count)
		return;
	story = &stories->items[stories->count - 1];
	if (!placed_stories_is_teaser(story))
		return;
	teaser = ARRAY_ADD(teasers->items, teasers->count, teasers->cap);
	*teaser = (struct teaser){ .heads = story->heads,
		                   .jump = story->jumps.items[0] };
	for (size_t i = 0; i < story->bylines.count; i++)
		list_add(&teaser->heads, story->bylines.items[i]);
	free(story->bylines.items);
	free(story->jumps.items);
	buf_release(&story->text);
	stories->count--;
}

void placed_stories_init(struct stories *stories,
                         const struct placed_units *placed)
{
	const struct units *units = placed->units;
	size_t article = NPOS;

	*stories = (struct stories){ .units = placed->units };
	for (size_t i = 0; i < units->count; i++) {
		if (placed->articles[i] == NPOS)
			continue;
		if (placed->articles[i] != article) {
			placed_stories_end(stories);
			stories_add(stories);
		}
		article = placed->articles[i];
		placed_stories_add(&stories->items[stories->count - 1],
		                   &units->items[i], i);
	}
	placed_stories_end(stories);
}
