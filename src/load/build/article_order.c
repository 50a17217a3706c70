/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/article_order.h"

#include <stdlib.h>

static int article_order_by_place(const void *a, const void *b)
{
	const struct article_source *one = a, *two = b;

	return one->first_unit < two->first_unit
	               ? -1
	               : one->first_unit > two->first_unit;
}

/* A story whose units a correction moved to others is no article. */
static bool is_story(const struct story *story)
{
	return story->units.count || story->heads.count;
}

static size_t article_order_first_of(const struct list *list, size_t first)
{
	for (size_t i = 0; i < list->count; i++)
		first = list->items[i] < first ? list->items[i] : first;
	return first;
}

size_t article_order_list(struct article_source *sources,
                          const struct stories *stories, const size_t *roots)
{
	size_t count = 0;

	for (size_t i = 0; i < stories->count; i++) {
		const struct story *story = &stories->items[i];

		if (roots[i] == i && is_story(story))
			sources[count++] = (struct article_source){
				.story = i,
				.first_unit = article_order_first_of(
					&story->heads,
					article_order_first_of(&story->units,
				                               NPOS)),
			};
	}
	for (size_t i = 0; i < stories->teasers.count; i++) {
		const struct teaser *teaser = &stories->teasers.items[i];

		if (!teaser->heads.count && teaser->jump == NPOS)
			continue;
		sources[count++] = (struct article_source){
			.story = NPOS,
			.teaser = teaser,
			.first_unit = article_order_first_of(&teaser->heads,
			                                     teaser->jump),
		};
	}
	qsort(sources, count, sizeof *sources, article_order_by_place);
	return count;
}
