/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/stories.h"

#include "base/mem.h"
#include "load/segment/segment.h"

#include <assert.h>
#include <stdlib.h>

size_t stories_root(const struct stories *stories, size_t s)
{
	for (size_t i = 0; i < stories->count; i++) {
		if (stories->items[s].continues == NPOS)
			break;
		s = stories->items[s].continues;
	}
	return s;
}

bool story_has_jump(const struct stories *stories, const struct story *story,
                    bool from)
{
	for (size_t i = 0; i < story->jumps.count; i++)
		if (stories->units->items[story->jumps.items[i]].jump_from ==
		    from)
			return true;
	return false;
}

struct ngrams *stories_ngrams(const struct stories *stories, size_t gram_chars)
{
	struct ngrams *grams = mem_alloc(stories->count * sizeof *grams);

	for (size_t s = 0; s < stories->count; s++)
		ngrams_init(&grams[s], buf_str(&stories->items[s].text),
		            gram_chars);
	return grams;
}

void stories_free_ngrams(struct ngrams *grams, size_t count)
{
	for (size_t s = 0; s < count; s++)
		ngrams_release(&grams[s]);
	free(grams);
}

struct story *stories_add(struct stories *stories)
{
	struct story *story =
		ARRAY_ADD(stories->items, stories->count, stories->cap);

	*story = (struct story){ .continues = NPOS };
	buf_init(&story->text);
	return story;
}

static void stories_add_text_run(struct story *story, const struct units *units,
                                 const struct text_run *text_run)
{
	bool first = !story->units.count;

	for (size_t i = 0; i < text_run->units.count; i++)
		list_add(&story->units, text_run->units.items[i]);
	for (size_t i = 0; i < text_run->insets.count; i++)
		list_add(units->items[text_run->insets.items[i]].kind ==
		                         UNIT_HEAD
		                 ? &story->heads
		                 : &story->bylines,
		         text_run->insets.items[i]);
	if (first) {
		story->measure_em = text_run->measure_em;
		story->dateline = text_run->dateline || text_run->run_in;
		story->letter = text_run->letter;
		story->verse = text_run->verse;
	}
	buf_add(&story->text, buf_str(&text_run->text));
}

/* Units [start, end) of a gap are heads, bylines and jumps of a story. */
static void stories_give(struct stories *stories, struct story *story,
                         const struct list *gap, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++) {
		size_t p = gap->items[i];
		enum unit_kind kind = stories->units->items[p].kind;

		list_add(kind == UNIT_HEAD     ? &story->heads
		         : kind == UNIT_BYLINE ? &story->bylines
		                               : &story->jumps,
		         p);
	}
}

/* The units of a gap inside a story are its subheads. */
static void stories_add_subheads(struct stories *stories, struct story *story,
                                 const struct list *gap)
{
	for (size_t i = 0; i < gap->count; i++) {
		struct unit *unit = &stories->units->items[gap->items[i]];

		if (unit->kind == UNIT_HEAD)
			unit->kind = UNIT_SUBHEAD;
		list_add(&story->units, gap->items[i]);
	}
}

/* Units [start, end) of gap `gap` become teasers. */
static void stories_add_teasers(struct stories *stories,
                                const struct text_runs *text_runs, size_t gap,
                                size_t start, size_t end)
{
	const struct list *items = &text_runs->gaps[gap].units;
	struct teasers *teasers = &stories->teasers;
	struct teaser *open = NULL;
	bool bullets = gap_has_bullets(text_runs, gap, start, end);

	for (size_t i = start; i < end; i++) {
		if (!open ||
		    gap_begins_teaser(text_runs, gap, start, bullets, i)) {
			open = ARRAY_ADD(teasers->items, teasers->count,
			                 teasers->cap);
			*open = (struct teaser){ .jump = NPOS };
		}
		if (stories->units->items[items->items[i]].kind == UNIT_JUMP)
			open->jump = items->items[i];
		else
			list_add(&open->heads, items->items[i]);
	}
}

static void stories_build(struct stories *stories,
                          const struct text_runs *text_runs,
                          const struct gap_decision *decisions)
{
	struct story *story = NULL;

	assert(decisions[0].use == GAP_USE_BOUNDARY);
	assert(decisions[text_runs->count].use == GAP_USE_BOUNDARY);
	for (size_t gap = 0; gap <= text_runs->count; gap++) {
		const struct list *items = &text_runs->gaps[gap].units;
		const struct gap_decision *decision = &decisions[gap];

		if (decision->use == GAP_USE_BOUNDARY) {
			if (story) {
				story->heads_after = !story->heads.count;
				stories_give(stories, story, items, 0,
				             decision->before_end);
			}
			stories_add_teasers(stories, text_runs, gap,
			                    decision->before_end,
			                    decision->after_start);
			if (gap == text_runs->count)
				break;
			story = stories_add(stories);
			stories_give(stories, story, items,
			             decision->after_start, items->count);
		} else if (decision->use == GAP_USE_HEAD) {
			stories_give(stories, story, items, 0, items->count);
		} else {
			stories_add_subheads(stories, story, items);
		}
		stories_add_text_run(story, stories->units,
		                     &text_runs->items[gap]);
	}
}

static size_t stories_first_line(const struct unit *unit)
{
	return unit->lines.items[0];
}

/* Whether a story begins at the gap may be doubtful: the doubt is noted at the unit
 * where it begins, or would begin. */
static void stories_doubt_boundary(struct units *units,
                                   const struct text_runs *text_runs,
                                   size_t gap,
                                   const struct gap_decision *decision)
{
	const struct list *items = &text_runs->gaps[gap].units;
	const struct text_run *text_run = &text_runs->items[gap];
	size_t p = text_run->units.items[0];

	if (decision->use != GAP_USE_BOUNDARY && items->count)
		p = items->items[0];
	else if (decision->use == GAP_USE_BOUNDARY &&
	         decision->after_start < items->count)
		p = items->items[decision->after_start];
	unit_doubt(&units->items[p],
	           (struct doubt){ decision->use == GAP_USE_BOUNDARY
	                                   ? DOUBT_JOINED
	                                   : DOUBT_PARTED,
	                           decision->boundary_margin },
	           stories_first_line(&units->items[p]));
}

/* Which story the heads of the gap belong to may be doubtful: the doubt is noted at
 * the first of them. */
static void stories_doubt_split(struct units *units, const struct list *items,
                                const struct gap_decision *decision)
{
	for (size_t i = 0; i < items->count; i++) {
		struct unit *unit = &units->items[items->items[i]];

		if (unit->kind != UNIT_HEAD)
			continue;
		unit_doubt(
			unit,
			(struct doubt){ DOUBT_OWNER, decision->split_margin },
			stories_first_line(unit));
		return;
	}
}

static void stories_take_doubts(struct units *units,
                                const struct text_runs *text_runs,
                                const struct gap_decision *decisions)
{
	for (size_t gap = 0; gap <= text_runs->count; gap++) {
		if (gap && gap < text_runs->count)
			stories_doubt_boundary(units, text_runs, gap,
			                       &decisions[gap]);
		stories_doubt_split(units, &text_runs->gaps[gap].units,
		                    &decisions[gap]);
	}
}

void stories_init(struct stories *stories, struct units *units,
                  const struct text_runs *text_runs,
                  const struct gap_decision *decisions)
{
	*stories = (struct stories){ .units = units };
	stories_take_doubts(units, text_runs, decisions);
	stories_build(stories, text_runs, decisions);
}

void stories_release(struct stories *stories)
{
	for (size_t i = 0; i < stories->count; i++) {
		struct story *story = &stories->items[i];

		free(story->units.items);
		free(story->heads.items);
		free(story->bylines.items);
		free(story->jumps.items);
		free(story->quotes.items);
		free(story->captions.items);
		buf_release(&story->text);
	}
	for (size_t i = 0; i < stories->teasers.count; i++)
		free(stories->teasers.items[i].heads.items);
	free(stories->items);
	free(stories->teasers.items);
	*stories = (struct stories){ 0 };
}
