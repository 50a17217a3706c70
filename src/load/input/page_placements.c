/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/page_placements.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void page_placements_release(struct page_placements *placements)
{
	for (size_t i = 0; i < placements->count; i++)
		placement_release(&placements->items[i].placement);
	free(placements->items);
	*placements = (struct page_placements){ 0 };
}

void page_placements_add(struct page_placements *placements, size_t page,
                         struct placement *placement)
{
	assert(!placements->count ||
	       placements->items[placements->count - 1].page < page);
	*ARRAY_ADD(placements->items, placements->count, placements->cap) =
		(struct page_placement){ page, *placement };
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

void page_placements_drop(struct page_placements *placements, size_t page)
{
	struct page_placement *found = placements_find(placements, page);
	size_t behind;

	if (!found)
		return;
	placement_release(&found->placement);
	behind = placements->count - (size_t)(found - placements->items) - 1;
	memmove(found, found + 1, behind * sizeof *found);
	placements->count--;
}
