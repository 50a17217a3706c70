/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/drafts.h"

#include <stdlib.h>

static int by_place(const void *a, const void *b)
{
	const struct draft *one = a, *two = b;

	return one->first_piece < two->first_piece
	               ? -1
	               : one->first_piece > two->first_piece;
}

size_t drafts_list(struct draft *drafts, const struct stories *stories,
                   const size_t *home, const struct teasers *teasers)
{
	size_t count = 0;

	for (size_t i = 0; i < stories->count; i++) {
		const struct story *story = &stories->items[i];
		struct draft draft = { .story = i };

		if (home[i] != i)
			continue;
		draft.first_piece = story->pieces.items[0];
		if (story->heads.count &&
		    story->heads.items[0] < draft.first_piece)
			draft.first_piece = story->heads.items[0];
		drafts[count++] = draft;
	}
	for (size_t i = 0; i < teasers->count; i++) {
		const struct teaser *teaser = &teasers->items[i];

		drafts[count++] = (struct draft){
			.story = NPOS,
			.teaser = teaser,
			.first_piece = teaser->heads.count
			                       ? teaser->heads.items[0]
			                       : teaser->jump,
		};
	}
	qsort(drafts, count, sizeof *drafts, by_place);
	return count;
}

void drafts_find_homes(const struct stories *stories, size_t *homes)
{
	for (size_t i = 0; i < stories->count; i++) {
		size_t home = i;

		for (size_t steps = 0; steps < stories->count; steps++) {
			const struct story *story = &stories->items[home];
			size_t next = story->quote_of != NPOS ? story->quote_of
			                                      : story->home;

			if (next == NPOS)
				break;
			home = next;
		}
		homes[i] = home;
	}
}
