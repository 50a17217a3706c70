/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/story_owners.h"

#include "base/mem.h"

#include <stdlib.h>

struct list *story_list(struct story *story, int which)
{
	struct list *const lists[LISTS] = {
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
		owners->of[list->items[i]] = owner;
}

struct list *story_owners_list(struct story_owners *owners, struct owner owner)
{
	if (owner.story == NPOS)
		return &owners->stories->teasers.items[owner.teaser].heads;
	return story_list(&owners->stories->items[owner.story], owner.list);
}

/* By insertion: it is in order itself, or nearly. */
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

	for (size_t i = 0; i < from->count; i++) {
		size_t unit = from->items[i];

		if (unit < first || unit >= end) {
			from->items[kept++] = unit;
			continue;
		}
		list_add(list, unit);
		owners->of[unit] = to;
	}
	from->count = kept;
	list_sort_end(list, before);
}

void story_owners_set_home(struct story_owners *owners, size_t s, size_t home)
{
	struct kinship *own = &owners->kin[s];
	size_t *old = &owners->stories->items[s].home;

	if (own->before != NPOS)
		owners->kin[own->before].behind = own->behind;
	else if (*old != NPOS)
		owners->kin[*old].first = own->behind;
	if (own->behind != NPOS)
		owners->kin[own->behind].before = own->before;
	own->before = own->behind = NPOS;
	*old = home;
	if (home == NPOS)
		return;
	own->behind = owners->kin[home].first;
	if (own->behind != NPOS)
		owners->kin[own->behind].before = s;
	owners->kin[home].first = s;
}

static void add_kin(struct story_owners *owners)
{
	*ARRAY_ADD(owners->kin, owners->kin_count, owners->kin_cap) =
		(struct kinship){ NPOS, NPOS, NPOS };
}

size_t story_owners_add_story(struct story_owners *owners)
{
	stories_add(owners->stories)->told = true;
	add_kin(owners);
	return owners->stories->count - 1;
}

/* Who has what, and what is at home where, as the page was read. */
static void find_owners(struct story_owners *owners)
{
	struct stories *stories = owners->stories;

	owners->of = mem_alloc(stories->units->count * sizeof *owners->of);
	for (size_t i = 0; i < stories->units->count; i++)
		owners->of[i] = OWNER_NONE;
	for (size_t t = 0; t < stories->teasers.count; t++) {
		const struct teaser *teaser = &stories->teasers.items[t];
		struct owner owner = { NPOS, t, 0 };

		own_list(owners, &teaser->heads, owner);
		if (teaser->jump != NPOS)
			owners->of[teaser->jump] = owner;
	}
	for (size_t s = stories->count; s-- > 0;)
		for (int i = LISTS; i-- > 0;)
			own_list(owners, story_list(&stories->items[s], i),
			         (struct owner){ s, NPOS, i });
}

static void story_owners_find_kin(struct story_owners *owners)
{
	struct stories *stories = owners->stories;

	for (size_t s = 0; s < stories->count; s++)
		add_kin(owners);
	for (size_t s = 0; s < stories->count; s++) {
		size_t home = stories->items[s].home;

		stories->items[s].home = NPOS;
		story_owners_set_home(owners, s, home);
	}
}

void story_owners_init(struct story_owners *owners, struct stories *stories)
{
	*owners = (struct story_owners){ .stories = stories };
	find_owners(owners);
	story_owners_find_kin(owners);
}

void story_owners_release(struct story_owners *owners)
{
	free(owners->of);
	free(owners->kin);
	*owners = (struct story_owners){ 0 };
}
