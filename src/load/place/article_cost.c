/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/article_cost.h"

#include "load/place/article_form_cost.h"
#include "load/place/cost_memo.h"
#include "load/place/head_cost.h"
#include "load/place/place_weights.h"
#include "load/place/reading_order.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

void article_costs_init(struct article_costs *costs,
                        const struct placing *placing)
{
	*costs = (struct article_costs){
		.placing = placing,
		.ends = column_ends(placing),
		.above = columns_above_find(placing),
		.articles = cost_memo_new(),
		.heads = cost_memo_new(),
	};
	separators_init(&costs->separators, placing);
	head_words_init(&costs->words, placing);
	assign_bounds_init(&costs->bounds, placing);
}

void article_costs_release(struct article_costs *costs)
{
	assign_bounds_release(&costs->bounds);
	head_words_release(&costs->words);
	cost_memo_free(costs->articles);
	cost_memo_free(costs->heads);
	separators_release(&costs->separators);
	free(costs->above);
	free(costs->ends);
	*costs = (struct article_costs){ 0 };
}

static struct head_cost costs_at_head(struct article_costs *costs,
                                      size_t column, size_t head)
{
	uint64_t key = cost_memo_key(2 * column) ^ cost_memo_key(2 * head + 1);
	struct head_cost cost;
	bool found;
	float *known = cost_memo_at(costs->heads, key, &found);

	costs->steps++;
	if (found)
		return (struct head_cost){ known[0], known[1] };
	cost = head_cost(&costs->separators, costs->above, column, head,
	                 &costs->steps);
	known[0] = cost.place;
	known[1] = cost.far;
	return cost;
}

float article_cost_at_head(struct article_costs *costs, size_t column,
                           size_t head)
{
	struct head_cost cost = costs_at_head(costs, column, head);

	return cost.place + cost.far;
}

/* Does a column of the article stand right beside this one, level with it? */
static bool costs_is_level(const struct article_form *form, size_t column)
{
	const struct frame_box *at = &form->placing->columns[column].at;
	float em = form->placing->body_em;

	for (size_t i = 0; i < form->count; i++) {
		const struct frame_box *of =
			&form->placing->columns[form->columns[i]].at;

		if (form->columns[i] != column &&
		    fabsf(of->t0 - at->t0) < HEAD_LEVEL_EM * em &&
		    -frame_overlap(of->s0, of->s1, at->s0, at->s1) <
		            HEAD_LEVEL_NEAR_EM * em)
			return true;
	}
	return false;
}

/* Is the column in the box of the head, or both in none? */
static bool costs_in_box(const struct article_form *form, size_t column)
{
	const struct placing *placing = form->placing;

	return placing->columns[column].inside ==
	       placing->heads[form->head].inside;
}

/* Does the column stand right over its head, and not over the text beside it? */
static bool costs_is_over_head(const struct article_form *form, size_t column)
{
	const struct placed_head *head = &form->placing->heads[form->head];
	const struct frame_box *at = &form->placing->columns[column].at;
	float em = form->placing->body_em;

	return !head->across && at->t1 < head->at.t0 + em &&
	       frame_overlap_s(*at, head->at) > em;
}

/* What all columns cost at the head.  One that plainly goes on from the one before may
 * stand where it will, but not in another box, nor over the head. */
static float costs_columns(struct article_costs *costs,
                           const struct article_form *form)
{
	float sum = 0;

	for (size_t i = 0; i < form->count; i++) {
		size_t column = form->columns[i];
		struct head_cost at = costs_at_head(costs, column, form->head);
		float cost = at.place;

		if (at.far > 0)
			cost += at.far * (costs_is_level(form, column)
			                          ? HEAD_FAR_LEVEL
			                          : 1);
		if (i && costs_in_box(form, column) &&
		    !costs_is_over_head(form, column) &&
		    column_ends_go_on(costs->placing, costs->ends,
		                      form->columns[i - 1], column))
			cost = fminf(cost * HEAD_CONTINUED,
			             costs->ends[column].small
			                     ? HEAD_CONTINUED_SMALL
			                     : HEAD_CONTINUED_MOST);
		sum += cost;
	}
	return sum;
}

/* The share of the head's bigrams that the text has, each weighted by how rare it is on
 * the page. */
static float costs_likeness(struct article_costs *costs,
                            const struct article_form *form)
{
	double share = head_words_share(&costs->words, form->head,
	                                form->columns, form->count);

	costs->steps +=
		head_words_count(&costs->words, form->head) * form->count;
	return ARTICLE_LIKENESS * (float)share;
}

static float costs_headless(const struct article_costs *costs, size_t first)
{
	const struct column_end *end = &costs->ends[first];
	float cost = end->subhead && !end->level ? ARTICLE_SUBHEAD
	                                         : ARTICLE_HEADLESS;

	if (!end->set_in && (costs->placing->indent_em || end->small))
		cost += ARTICLE_HEADLESS_FLUSH;
	return cost;
}

static float costs_textless(const struct placing *placing, size_t head)
{
	if (head == NPOS)
		return 0;
	return placing->heads[head].em_pt < ARTICLE_SMALL * placing->body_em
	               ? ARTICLE_TEXTLESS_SMALL
	               : ARTICLE_TEXTLESS;
}

static float costs_compute(struct article_costs *costs,
                           const struct article_form *form, float flow)
{
	float cost = flow + article_form_cost(form);

	cost += column_ends_last(costs->ends, form->columns[form->count - 1]);
	costs->steps +=
		form->count * form->count * (1 + costs->placing->along_t_count);
	if (form->head == NPOS)
		return cost + costs_headless(costs, form->columns[0]);
	return cost + costs_columns(costs, form) + costs_likeness(costs, form);
}

float article_cost(struct article_costs *costs, size_t head, size_t *columns,
                   size_t count)
{
	struct article_form form = { costs->placing, costs->ends, costs->above,
		                     head,           columns,     count };
	uint64_t key = cost_memo_key(2 * head + 1);
	float *known, flow, cost;
	bool found;

	assert(head == NPOS || head < costs->placing->head_count);
	costs->steps += count + 1;
	if (!count)
		return costs_textless(costs->placing, head);
	for (size_t i = 0; i < count; i++) {
		assert(columns[i] < costs->placing->column_count);
		key ^= cost_memo_key(2 * columns[i]);
	}
	known = cost_memo_at(costs->articles, key, &found);
	if (found)
		return known[0];
	flow = reading_order_sort(costs->placing, costs->ends, columns, count);
	cost = costs_compute(costs, &form, flow);
	cost += ASSIGN_BROKEN * (float)assign_bounds_broken(
					&costs->bounds, head, columns, count);
	known[0] = cost;
	return cost;
}
