/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/assign.h"

#include "base/mem.h"
#include "load/place/assign_moves.h"
#include "load/place/assignment.h"

#include <math.h>
#include <stdlib.h>

#define ROUNDS_MOST 12

/* Makes the best move of each article, again and again. */
static void assign_search(struct assignment *assignment)
{
	bool moved = true;

	for (size_t round = 0; moved && round < ROUNDS_MOST; round++) {
		moved = false;
		for (size_t a = 0; a < assignment->count; a++) {
			if (assignment_is_over(assignment))
				return;
			moved |= assign_move_best(assignment, a);
		}
	}
}

/* An article, and where it begins. */
struct assign_begun {
	struct frame_point at;
	size_t article;
};

static void assign_begin_at(struct frame_point *place,
                            const struct frame_box *at)
{
	place->t = fminf(place->t, at->t0);
	place->s = fminf(place->s, at->s0);
}

static struct frame_point assign_place(const struct placing *placing,
                                       const struct assigned *item)
{
	struct frame_point place = { INFINITY, INFINITY };

	if (item->head != NPOS)
		assign_begin_at(&place, &placing->heads[item->head].at);
	for (size_t i = 0; i < item->count; i++)
		assign_begin_at(&place, &placing->columns[item->columns[i]].at);
	return place;
}

static int assign_by_place(const void *a, const void *b)
{
	const struct assign_begun *one = a, *two = b;

	if (one->at.t != two->at.t)
		return one->at.t < two->at.t ? -1 : 1;
	if (one->at.s != two->at.s)
		return one->at.s < two->at.s ? -1 : 1;
	return one->article < two->article ? -1 : 1;
}

/* The articles in reading order; *count is how many.  The caller frees them. */
static struct assign_begun *assign_order(const struct assignment *assignment,
                                         size_t *count)
{
	struct assign_begun *begun =
		mem_alloc(assignment->count * sizeof *begun);

	*count = 0;
	for (size_t a = 0; a < assignment->count; a++) {
		const struct assigned *item = &assignment->items[a];

		if (item->head == NPOS && !item->count)
			continue;
		begun[(*count)++] = (struct assign_begun){
			assign_place(assignment->costs.placing, item), a
		};
	}
	if (*count)
		qsort(begun, *count, sizeof *begun, assign_by_place);
	return begun;
}

/* Sets the margin of an article to that of its least sure column. */
static void assign_find_margin(struct assignment *assignment, size_t a,
                               struct placed_article *article)
{
	article->margin = -1;
	article->unsure = NPOS;
	for (size_t i = 0; i < article->column_count; i++) {
		float margin = assign_move_margin(assignment, a, i);

		if (margin < 0 ||
		    (article->unsure != NPOS && margin >= article->margin))
			continue;
		article->margin = margin;
		article->unsure = i;
	}
}

size_t assign_articles(struct placing *placing)
{
	struct assignment assignment;
	struct assign_begun *begun;
	size_t count, steps;

	assignment_init(&assignment, placing);
	assignment_begin(&assignment);
	assignment_obey(&assignment);
	assign_search(&assignment);
	begun = assign_order(&assignment, &count);
	for (size_t i = 0; i < count; i++) {
		struct assigned *item = &assignment.items[begun[i].article];
		struct placed_article *article =
			ARRAY_ADD(placing->articles, placing->article_count,
		                  placing->article_cap);

		*article = (struct placed_article){
			.head = item->head,
			.columns = item->columns,
			.column_count = item->count,
		};
		assign_find_margin(&assignment, begun[i].article, article);
	}
	for (size_t i = 0; i < count; i++)
		assignment.items[begun[i].article].columns = NULL;
	steps = assignment.costs.steps;
	free(begun);
	assignment_release(&assignment);
	return steps;
}
