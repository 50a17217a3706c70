/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/hits.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"

#include <assert.h>
#include <stdlib.h>

void hits_init(struct hits *hits)
{
	*hits = (struct hits){ 0 };
}

void hits_release(struct hits *hits)
{
	free(hits->items);
	hits_init(hits);
}

void hits_add(struct hits *hits, struct hit hit)
{
	assert(hit.start < hit.end);
	*ARRAY_ADD(hits->items, hits->count, hits->cap) = hit;
}

size_t hits_from(const struct hits *hits, size_t passage, size_t at)
{
	const struct hit *items = hits->items;
	size_t i;

	ARRAY_FIND(i, hits->count,
	           items[i].passage < passage ||
	                   (items[i].passage == passage && items[i].end <= at));
	return i;
}

void hits_each_article(const struct hits *hits, const struct issue *issue,
                       void (*add)(void *to, size_t article), void *to)
{
	size_t last = NPOS;

	/* The passages of a part follow each other. */
	for (size_t i = 0; i < hits->count; i++) {
		size_t article =
			issue->passages[hits->items[i].passage].article;

		if (article != NPOS && article != last)
			add(to, parts_whole(issue, article));
		if (article != NPOS)
			last = article;
	}
}
