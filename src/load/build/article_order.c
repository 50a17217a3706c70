/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/article_order.h"

#include <stdlib.h>

static int article_order_by_place(const void *a, const void *b)
{
	const struct planned_article *one = a, *two = b;

	return one->first_piece < two->first_piece
	               ? -1
	               : one->first_piece > two->first_piece;
}

/* One whose units went to others is none. */
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

size_t article_order_list(struct planned_article *plans,
                          const struct stories *stories, const size_t *homes)
{
	size_t count = 0;

	for (size_t i = 0; i < stories->count; i++) {
		const struct story *story = &stories->items[i];

		if (homes[i] == i && is_story(story))
			plans[count++] = (struct planned_article){
				.story = i,
				.first_piece = article_order_first_of(
					&story->heads,
					article_order_first_of(&story->units,
				                               NPOS)),
			};
	}
	for (size_t i = 0; i < stories->teasers.count; i++) {
		const struct teaser *teaser = &stories->teasers.items[i];

		if (!teaser->heads.count && teaser->jump == NPOS)
			continue;
		plans[count++] = (struct planned_article){
			.story = NPOS,
			.teaser = teaser,
			.first_piece = article_order_first_of(&teaser->heads,
			                                      teaser->jump),
		};
	}
	qsort(plans, count, sizeof *plans, article_order_by_place);
	return count;
}
