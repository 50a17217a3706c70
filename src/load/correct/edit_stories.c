/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/edit_stories.h"

#include "base/mem.h"

#include <stdlib.h>

static bool is_empty(struct story *story)
{
	for (int i = 0; i < STORY_LISTS; i++)
		if (story_list(story, i)->count)
			return false;
	return true;
}

/* Subheads at the beginning of a new story are its headline. */
static void promote_subheads(struct story_owners *owners, size_t s)
{
	const struct units *units = owners->stories->units;
	struct story *story = &owners->stories->items[s];
	size_t count = 0;

	while (count < story->units.count &&
	       units->items[story->units.items[count]].kind == UNIT_SUBHEAD)
		units->items[story->units.items[count++]].kind = UNIT_HEAD;
	if (count)
		story_owners_move(owners, &story->units,
		                  (struct owner){ s, NPOS, LIST_HEADS },
		                  story->units.items[0],
		                  story->units.items[count - 1] + 1);
}

static void take_first_paragraph(const struct units *units, struct story *story)
{
	for (size_t i = 0; i < story->units.count; i++) {
		const struct unit *unit = &units->items[story->units.items[i]];

		if (unit->kind != UNIT_TEXT)
			continue;
		story->measure_em = unit->measure_em;
		story->dateline = unit->dateline;
		return;
	}
}

/* Moves the units of a story from `unit` on to a new story; returns its index. */
static size_t split_story(struct story_owners *owners, size_t s, size_t unit)
{
	struct stories *stories = owners->stories;
	size_t new = story_owners_add_story(owners);
	struct story *old = &stories->items[s], *story = &stories->items[new];

	for (int i = 0; i < STORY_LISTS; i++)
		story_owners_move(owners, story_list(old, i),
		                  (struct owner){ new, NPOS, i }, unit, NPOS);
	promote_subheads(owners, new);
	take_first_paragraph(stories->units, story);
	if (!old->units.count) {
		story->verse = old->verse;
		story->letter = old->letter;
		while (owners->links[s].first != NPOS)
			story_owners_link(owners, owners->links[s].first, new);
	}
	return new;
}

static void story_of_teaser(struct story_owners *owners, size_t teaser,
                            size_t unit)
{
	size_t new = story_owners_add_story(owners);
	struct teaser *from = &owners->stories->teasers.items[teaser];
	struct owner jumps = { new, NPOS, LIST_JUMPS };

	story_owners_move(owners, &from->heads,
	                  (struct owner){ new, NPOS, LIST_HEADS }, unit, NPOS);
	if (from->jump == NPOS || from->jump < unit)
		return;
	list_add(story_owners_list(owners, jumps), from->jump);
	owners->of_units[from->jump] = jumps;
	from->jump = NPOS;
}

void edit_stories_begin(struct story_owners *owners, size_t unit)
{
	struct owner owner = owners->of_units[unit];

	if (owner.story != NPOS)
		split_story(owners, owner.story, unit);
	else if (owner.teaser != NPOS)
		story_of_teaser(owners, owner.teaser, unit);
}

/* The heads of a story that comes to continue `whole` become subheads, or the headline
 * of `whole` if that has none. */
static void merge_heads(struct story_owners *owners, size_t part, size_t whole)
{
	struct units *units = owners->stories->units;
	struct list *heads = &owners->stories->items[part].heads;

	if (!owners->stories->items[whole].heads.count) {
		story_owners_move(owners, heads,
		                  (struct owner){ whole, NPOS, LIST_HEADS }, 0,
		                  NPOS);
		return;
	}
	for (size_t i = 0; i < heads->count; i++) {
		units->items[heads->items[i]].kind = UNIT_SUBHEAD;
		units->items[heads->items[i]].inside = NPOS;
	}
	story_owners_move(owners, heads,
	                  (struct owner){ part, NPOS, LIST_TEXT }, 0, NPOS);
}

/* Is the text of `part` to be set before that of `whole`, as it is printed?  Not if it
 * stands before the headline or the dateline of `whole`: then it was printed there for want
 * of room and is the end. */
static bool stands_before(const struct story *part, const struct story *whole)
{
	size_t first;

	if (!part->units.count || !whole->units.count || whole->dateline)
		return false;
	first = part->units.items[0];
	for (size_t i = 0; i < whole->heads.count; i++)
		if (whole->heads.items[i] > first &&
		    whole->heads.items[i] < whole->units.items[0])
			return false;
	return first < whole->units.items[0];
}

static void attach_story(struct story_owners *owners, size_t part, size_t whole)
{
	struct stories *stories = owners->stories;

	/* The other way round until now: `whole` continued `part`. */
	if (stories_root(stories, whole) == part)
		story_owners_link(owners, whole, NPOS);
	whole = stories_root(stories, whole);
	merge_heads(owners, part, whole);
	stories->items[part].precedes =
		stands_before(&stories->items[part], &stories->items[whole]);
	story_owners_link(owners, part, whole);
	stories->items[part].corrected = true;
}

/* The end of the units from `unit` on that have the same owner. */
static size_t run_end(const struct story_owners *owners, size_t unit)
{
	struct owner owner = owners->of_units[unit];

	while (unit < owners->stories->units->count &&
	       owners->of_units[unit].story == owner.story &&
	       owners->of_units[unit].teaser == owner.teaser &&
	       owners->of_units[unit].list == owner.list)
		unit++;
	return unit;
}

static int list_for(enum unit_kind kind)
{
	switch (kind) {
	case UNIT_HEAD:
		return LIST_HEADS;
	case UNIT_BYLINE:
		return LIST_BYLINES;
	case UNIT_JUMP:
		return LIST_JUMPS;
	case UNIT_QUOTE:
		return LIST_QUOTES;
	case UNIT_CAPTION:
		return LIST_CAPTIONS;
	default:
		return LIST_TEXT;
	}
}

/* Moves a unit that is no text, a head with the heads that follow it. */
static void attach_units(struct story_owners *owners, size_t unit, size_t to)
{
	struct stories *stories = owners->stories;
	struct owner from = owners->of_units[unit];
	const struct unit *units = stories->units->items;
	size_t end = units[unit].kind == UNIT_HEAD ? run_end(owners, unit)
	                                           : unit + 1;

	to = stories_root(stories, to);
	if (from.teaser != NPOS &&
	    stories->teasers.items[from.teaser].jump == unit) {
		struct owner jumps = { to, NPOS, LIST_JUMPS };
		struct list *list = story_owners_list(owners, jumps);

		list_add(list, unit);
		list_sort_end(list, list->count - 1);
		owners->of_units[unit] = jumps;
		stories->teasers.items[from.teaser].jump = NPOS;
		return;
	}
	for (size_t p = unit; p < end; p++)
		story_owners_move(
			owners, story_owners_list(owners, from),
			(struct owner){ to, NPOS, list_for(units[p].kind) }, p,
			p + 1);
}

void edit_stories_attach(struct story_owners *owners, size_t unit, size_t other)
{
	struct stories *stories = owners->stories;
	struct owner from = owners->of_units[unit];
	struct owner to = owners->of_units[other];

	if ((from.story == NPOS && from.teaser == NPOS) ||
	    (to.story == NPOS && to.teaser == NPOS))
		return;
	if (to.story == NPOS) {
		story_of_teaser(owners, to.teaser, 0);
		to = owners->of_units[other];
		from = owners->of_units[unit];
	}
	if (from.story != NPOS && from.list == LIST_TEXT) {
		size_t part = split_story(owners, from.story, unit);

		to = owners->of_units[other];
		if (stories_root(stories, to.story) != part || to.story != part)
			attach_story(owners, part, to.story);
	} else if (from.story == NPOS ||
	           stories_root(stories, from.story) !=
	                   stories_root(stories, to.story)) {
		attach_units(owners, unit, to.story);
	}
}

static void discard(struct story_owners *owners, struct list *list)
{
	struct units *units = owners->stories->units;

	for (size_t i = 0; i < list->count; i++) {
		units->items[list->items[i]].kind = UNIT_FURNITURE;
		units->items[list->items[i]].inside = NPOS;
		owners->of_units[list->items[i]] = OWNER_NONE;
	}
	list->count = 0;
}

/* The next story of those that continue `top`, directly or through others, in depth-first
 * order behind story `s`; NPOS behind the last. */
static size_t next_continuation(const struct story_owners *owners, size_t top,
                                size_t s)
{
	if (owners->links[s].first != NPOS)
		return owners->links[s].first;
	while (s != top && owners->links[s].next == NPOS)
		s = owners->stories->items[s].continues;
	return s == top ? NPOS : owners->links[s].next;
}

void edit_stories_discard(struct story_owners *owners, size_t unit)
{
	struct stories *stories = owners->stories;
	struct owner owner = owners->of_units[unit];
	size_t top;

	if (owner.teaser != NPOS) {
		struct teaser *teaser = &stories->teasers.items[owner.teaser];

		if (teaser->jump != NPOS)
			list_add(&teaser->heads, teaser->jump);
		teaser->jump = NPOS;
		discard(owners, &teaser->heads);
	}
	if (owner.story == NPOS)
		return;
	top = stories_root(stories, owner.story);
	for (size_t s = top; s != NPOS; s = next_continuation(owners, top, s))
		for (int i = 0; i < STORY_LISTS; i++)
			discard(owners, story_list(&stories->items[s], i));
}

/* A story of heads only becomes a teaser, unless another story continues it. */
static void edit_stories_finish(struct story_owners *owners, size_t s)
{
	struct story *story = &owners->stories->items[s];
	struct teasers *teasers = &owners->stories->teasers;
	struct teaser *teaser;

	if (is_empty(story))
		story_owners_link(owners, s, NPOS);
	if (story->units.count || is_empty(story) ||
	    owners->links[s].first != NPOS)
		return;
	teaser = ARRAY_ADD(teasers->items, teasers->count, teasers->cap);
	*teaser = (struct teaser){ .jump = NPOS };
	if (story->jumps.count)
		teaser->jump = story->jumps.items[--story->jumps.count];
	for (int i = 0; i < STORY_LISTS; i++)
		story_owners_move(owners, story_list(story, i),
		                  (struct owner){ NPOS, teasers->count - 1, 0 },
		                  0, NPOS);
	story_owners_link(owners, s, NPOS);
}

void edit_stories_start(struct story_owners *owners, struct stories *stories)
{
	struct units *units = stories->units;

	story_owners_init(owners, stories);
	if (stories->count)
		return;
	for (size_t i = 0; i < units->count; i++)
		if (units->items[i].kind == UNIT_QUOTE ||
		    units->items[i].kind == UNIT_CAPTION)
			units->items[i].kind = UNIT_FURNITURE;
}

void edit_stories_end(struct story_owners *owners)
{
	for (size_t s = 0; s < owners->stories->count; s++)
		edit_stories_finish(owners, s);
	story_owners_release(owners);
}
