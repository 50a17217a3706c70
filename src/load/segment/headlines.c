/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/headlines.h"

#include "base/mem.h"
#include "load/lines/cues.h"
#include "load/segment/head_seams.h"

#include <stdlib.h>

/* Shares of the wider of two lines. */
#define SAME_SHARE   0.9  /* lines of one head have at least that */
#define KICKER_SHARE 0.85 /* a kicker has at most that of the head */

#define LARGE_SHARE                                                            \
 0.93 /* of the largest type of a headline, that its head has */

/* Is head line `b` part of the head of line `a`, the one before it? */
static bool same_head(const struct units *units, size_t a, size_t b)
{
	const struct unit *one = &units->items[a], *two = &units->items[b];
	double narrow = one->width_em, wide = two->width_em;

	if (narrow > wide) {
		narrow = two->width_em;
		wide = one->width_em;
	}
	/* A head that runs downwards is one by itself. */
	if (one->lines.count > 1 || two->lines.count > 1)
		return false;
	if (one->lines.items[one->lines.count - 1] + 1 != two->lines.items[0] ||
	    two->indented)
		return false;
	return narrow >= SAME_SHARE * wide ||
	       cue_matches(CUE_JOINED, buf_str(&two->text), NULL) ||
	       head_seam_in_word(units, buf_str(&one->text),
	                         buf_str(&two->text));
}

/* By sizes of type: the largest are the head, and what stands before them is its
 * kicker. */
static void headlines_set_roles_by_size(struct headlines *headlines)
{
	enum role other = ROLE_KICKER;
	double largest_pt = 0;

	for (size_t i = 0; i < headlines->count; i++)
		if (headlines->items[i].em_pt > largest_pt)
			largest_pt = headlines->items[i].em_pt;
	for (size_t i = 0; i < headlines->count; i++) {
		bool large =
			headlines->items[i].em_pt >= LARGE_SHARE * largest_pt;

		headlines->items[i].role = large ? ROLE_HEAD : other;
		if (large)
			other = ROLE_DECK;
	}
}

static void headlines_set_roles(struct headlines *headlines, bool upwards)
{
	struct headline *items = headlines->items;
	size_t count = headlines->count, head = 0;

	if (count > 1 && items[0].width_em <= KICKER_SHARE * items[1].width_em)
		head = 1;
	if (count == 2 && upwards &&
	    items[1].width_em <= KICKER_SHARE * items[0].width_em)
		items[1].role = ROLE_KICKER;
	else
		for (size_t i = head + 1; i < count; i++)
			items[i].role = ROLE_DECK;
	items[head].role = ROLE_HEAD;
	if (head)
		items[0].role = ROLE_KICKER;
}

void headlines_init(struct headlines *headlines, const struct units *units,
                    const struct list *heads, bool upwards)
{
	headlines->items = mem_alloc(heads->count * sizeof *headlines->items);
	headlines->count = 0;
	for (size_t i = 0; i < heads->count; i++) {
		const struct unit *unit = &units->items[heads->items[i]];
		struct headline *line;

		if (!i || unit->em_pt > 0 ||
		    !same_head(units, heads->items[i - 1], heads->items[i]))
			headlines->count++;
		line = &headlines->items[headlines->count - 1];
		for (size_t l = 0; l < unit->lines.count; l++)
			list_add(&line->lines, unit->lines.items[l]);
		line->width_em += unit->width_em;
		line->em_pt = unit->em_pt;
	}
	if (headlines->count && headlines->items[0].em_pt > 0)
		headlines_set_roles_by_size(headlines);
	else if (headlines->count)
		headlines_set_roles(headlines, upwards);
}

void headlines_release(struct headlines *headlines)
{
	for (size_t i = 0; i < headlines->count; i++)
		free(headlines->items[i].lines.items);
	free(headlines->items);
	*headlines = (struct headlines){ 0 };
}
