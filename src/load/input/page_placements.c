/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/page_placements.h"

#include "base/mem.h"
#include "load/place/placement_follow.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void page_placements_release(struct page_placements *placements)
{
	for (size_t i = 0; i < placements->count; i++) {
		placement_release(&placements->items[i].placement);
		placed_from_free(placements->items[i].from);
	}
	free(placements->items);
	*placements = (struct page_placements){ 0 };
}

void placed_from_free(struct placed_from *from)
{
	if (from)
		page_chars_release(&from->chars);
	free(from);
}

void page_placements_add(struct page_placements *placements, size_t page,
                         struct placement *placement, struct placed_from *from)
{
	assert(!placements->count ||
	       placements->items[placements->count - 1].page < page);
	*ARRAY_ADD(placements->items, placements->count, placements->cap) =
		(struct page_placement){ page, *placement, from };
	placement_init(placement);
}

static struct page_placement *
placements_find(const struct page_placements *placements, size_t page)
{
	size_t at;

	ARRAY_FIND(at, placements->count, placements->items[at].page < page);
	return at < placements->count && placements->items[at].page == page
	               ? &placements->items[at]
	               : NULL;
}

const struct placement *
page_placements_find(const struct page_placements *placements, size_t page)
{
	const struct page_placement *found = placements_find(placements, page);

	return found ? &found->placement : NULL;
}

/* Places the page of `own` under bounds of its lines. */
static void placements_place(struct placement *placement,
                             const struct page_placement *own,
                             const struct place_bounds *bounds)
{
	struct page_chars chars;
	struct place_memory memory = own->from->memory;
	struct place_bounds placed = { 0 };

	place_bounds_follow(&placed, bounds, &own->placement);
	page_chars_copy(&chars, &own->from->chars);
	place_page(placement, &chars, &memory, &placed);
	placement_follow(placement, &own->placement);
	page_chars_release(&chars);
	place_bounds_release(&placed);
}

size_t page_placements_bind(struct page_placements *placements, size_t page,
                            const struct place_bounds *bounds)
{
	struct page_placement *own = placements_find(placements, page);
	struct placement placement;

	if (!own || !own->from || !place_bounds_broken(bounds, &own->placement))
		return 0;
	placements_place(&placement, own, bounds);
	placement_release(&own->placement);
	own->placement = placement;
	return own->from->chars.count;
}

void page_placements_drop(struct page_placements *placements, size_t page)
{
	struct page_placement *found = placements_find(placements, page);
	size_t behind;

	if (!found)
		return;
	placement_release(&found->placement);
	placed_from_free(found->from);
	behind = placements->count - (size_t)(found - placements->items) - 1;
	memmove(found, found + 1, behind * sizeof *found);
	placements->count--;
}
