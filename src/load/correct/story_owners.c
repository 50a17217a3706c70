/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/story_owners.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

struct list *story_list(struct story *story, enum story_list which)
{
	struct list *const lists[STORY_LISTS] = {
		[LIST_TEXT] = &story->units,
		[LIST_HEADS] = &story->heads,
		[LIST_BYLINES] = &story->bylines,
		[LIST_JUMPS] = &story->jumps,
		[LIST_QUOTES] = &story->quotes,
		[LIST_CAPTIONS] = &story->captions,
	};

	return lists[which];
}

static void own_list(struct story_owners *owners, const struct list *list,
                     struct owner owner)
{
	for (size_t i = 0; i < list->count; i++)
		owners->of_units[list->items[i]] = owner;
}

struct list *story_owners_list(struct story_owners *owners, struct owner owner)
{
	if (owner.story == NPOS)
		return &owners->stories->teasers.items[owner.teaser].heads;
	return story_list(&owners->stories->items[owner.story], owner.list);
}

void list_sort_end(struct list *list, size_t sorted)
{
	for (size_t i = sorted; i < list->count; i++) {
		size_t unit = list->items[i], at = i;

		for (; at && list->items[at - 1] > unit; at--)
			list->items[at] = list->items[at - 1];
		list->items[at] = unit;
	}
}

void story_owners_move(struct story_owners *owners, struct list *from,
                       struct owner to, size_t first, size_t end)
{
	struct list *list = story_owners_list(owners, to);
	size_t kept = 0, before = list->count;

	assert(from != list);
	for (size_t i = 0; i < from->count; i++) {
		size_t unit = from->items[i];

		if (unit < first || unit >= end) {
			from->items[kept++] = unit;
			continue;
		}
		list_add(list, unit);
		owners->of_units[unit] = to;
	}
	from->count = kept;
	list_sort_end(list, before);
}

void story_owners_link(struct story_owners *owners, size_t s, size_t continued)
{
	struct continuation_links *own = &owners->links[s];
	size_t *old_continued = &owners->stories->items[s].continues;

	if (own->previous != NPOS)
		owners->links[own->previous].next = own->next;
	else if (*old_continued != NPOS)
		owners->links[*old_continued].first = own->next;
	if (own->next != NPOS)
		owners->links[own->next].previous = own->previous;
	own->previous = own->next = NPOS;
	*old_continued = continued;
	if (continued == NPOS)
		return;
	own->next = owners->links[continued].first;
	if (own->next != NPOS)
		owners->links[own->next].previous = s;
	owners->links[continued].first = s;
}

static void add_links(struct story_owners *owners)
{
	*ARRAY_ADD(owners->links, owners->link_count, owners->link_cap) =
		(struct continuation_links){ NPOS, NPOS, NPOS };
}

size_t story_owners_add_story(struct story_owners *owners)
{
	stories_add(owners->stories)->corrected = true;
	add_links(owners);
	return owners->stories->count - 1;
}

/* Sets the owners of all units; a unit that several stories list goes to the first. */
static void find_owners(struct story_owners *owners)
{
	struct stories *stories = owners->stories;

	owners->of_units =
		mem_alloc(stories->units->count * sizeof *owners->of_units);
	for (size_t i = 0; i < stories->units->count; i++)
		owners->of_units[i] = OWNER_NONE;
	for (size_t t = 0; t < stories->teasers.count; t++) {
		const struct teaser *teaser = &stories->teasers.items[t];
		struct owner owner = { NPOS, t, 0 };

		own_list(owners, &teaser->heads, owner);
		if (teaser->jump != NPOS)
			owners->of_units[teaser->jump] = owner;
	}
	for (size_t s = stories->count; s-- > 0;)
		for (int i = STORY_LISTS; i-- > 0;)
			own_list(owners, story_list(&stories->items[s], i),
			         (struct owner){ s, NPOS, i });
}

static void find_links(struct story_owners *owners)
{
	struct stories *stories = owners->stories;

	for (size_t s = 0; s < stories->count; s++)
		add_links(owners);
	for (size_t s = 0; s < stories->count; s++) {
		size_t continued = stories->items[s].continues;

		stories->items[s].continues = NPOS;
		story_owners_link(owners, s, continued);
	}
}

void story_owners_init(struct story_owners *owners, struct stories *stories)
{
	*owners = (struct story_owners){ .stories = stories };
	find_owners(owners);
	find_links(owners);
}

void story_owners_release(struct story_owners *owners)
{
	free(owners->of_units);
	free(owners->links);
	*owners = (struct story_owners){ 0 };
}
