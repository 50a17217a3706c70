/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/head_cost.h"

#include "load/place/place_weights.h"

#include <math.h>

/* A column and a head, and the page. */
struct head_pair {
	const struct placing *placing;
	const struct separators *separators;
	const struct placed_column *column;
	const struct placed_head *head;
	float em, middle; /* of the column, along s */
	float foot;       /* of the head over the column: head_foot_over() */
	bool at_side;     /* head_is_at_side() */
	bool is_above;    /* the head is what stands right above the column */
};

static float head_clamp(float x, float least, float most)
{
	return fmaxf(least, fminf(most, x));
}

/* The head runs across the lines of the page: its text stands beside it. */
static float head_cost_across(const struct head_pair *pair)
{
	const struct frame_box *at = &pair->column->at, *of = &pair->head->at;
	float em = pair->em, cost = 0;
	float beside = frame_overlap(of->t0, of->t1, at->t0, at->t1);
	float apart = fmaxf(0, fmaxf(of->s0 - at->s1, at->s0 - of->s1));
	float level =
		fmaxf(at->t0 + em, fminf(at->t1 - em, (of->t0 + of->t1) / 2));
	struct frame_point from = { pair->middle, level };
	struct frame_point to = { (of->s0 + of->s1) / 2,
		                  head_clamp(level, of->t0, of->t1) };

	if (pair->placing->vertical && at->s1 < of->s0 + em)
		cost += HEAD_ACROSS_UNDER;
	if (beside <=
	    HEAD_BESIDE_SHARE * fminf(of->t1 - of->t0, at->t1 - at->t0))
		cost += HEAD_ACROSS_APART +
		        HEAD_ACROSS_APART_PER_EM * fabsf(beside) / em;
	cost += HEAD_ACROSS_FAR_PER_EM * apart / em;
	return cost + HEAD_SEPARATOR * (float)separators_between(
					       pair->separators, from, to);
}

/* Rules along t between the column and its head, level with the head. */
static size_t head_separators_aside(const struct head_pair *pair)
{
	const struct frame_box *of = &pair->head->at;
	float near = head_clamp(pair->middle, of->s0, of->s1);
	size_t count = 0;

	for (size_t i = 0; i < pair->placing->along_t_count; i++) {
		const struct placed_rule *rule =
			&pair->placing->rules_along_t[i];

		count += rule->at > fminf(near, pair->middle) &&
		         rule->at < fmaxf(near, pair->middle) &&
		         rule->from < of->t1 - HEAD_SEPARATOR_EM * pair->em &&
		         rule->to > of->t0;
	}
	return count;
}

bool head_is_at_side(const struct placing *placing, size_t column, size_t head)
{
	const struct frame_box *at = &placing->columns[column].at;
	const struct frame_box *of = &placing->heads[head].at;
	float em = placing->body_em;

	return !placing->heads[head].across &&
	       fabsf(at->t0 - of->t0) < HEAD_SIDE_EM * em &&
	       at->s0 > of->s1 - HEAD_SIDE_INTO_EM * em;
}

/* The foot of the blocks of a head that stand over the column: a deck in one column only
 * leaves the others right under the headline.  The foot of the head, if none does. */
static float head_foot_over(const struct placing *placing,
                            const struct placed_head *head,
                            const struct frame_box *at)
{
	float foot = -INFINITY;

	for (size_t i = 0; i < head->block_count; i++) {
		const struct placed_block *block =
			&placing->blocks[head->blocks[i]];

		if (frame_overlap_s(block->at, *at) > placing->body_em)
			foot = fmaxf(foot, block->at.t1);
	}
	return foot > -INFINITY ? foot : head->at.t1;
}

static float head_cost_under(const struct head_pair *pair, float *far)
{
	const struct frame_box *at = &pair->column->at, *of = &pair->head->at;
	float em = pair->em, cost = 0;
	float aside =
		fmaxf(0, fmaxf(of->s0 - pair->middle, pair->middle - of->s1));

	if (at->t1 < of->t0 + em)
		cost += HEAD_ABOVE;
	else if (pair->at_side)
		cost += HEAD_SIDE;
	else if (at->t0 < pair->foot - HEAD_INTO_EM * em)
		cost += (at->s1 < of->s0 ? HEAD_BEFORE : HEAD_BESIDE) +
		        HEAD_BESIDE_PER_EM * (pair->foot - at->t0) / em;
	if (at->t0 > pair->foot) {
		struct frame_point from = { pair->middle,
			                    at->t0 + HEAD_FROM_EM * em };
		struct frame_point to = { pair->middle, pair->foot };

		cost += (pair->is_above ? HEAD_RULE_OWN : HEAD_RULE) *
		        fminf(2, (float)separators_between(pair->separators,
		                                           from, to));
	}
	if (aside > 0)
		cost += HEAD_SEPARATOR * (float)head_separators_aside(pair);
	*far = HEAD_FAR_PER_EM * aside / em;
	return cost + HEAD_GAP_PER_EM * fmaxf(0, at->t0 - pair->foot) / em;
}

/* Other heads stand between them. */
static float head_cost_shadow(const struct head_pair *pair)
{
	const struct frame_box *at = &pair->column->at;
	float width = at->s1 - at->s0, cost = 0;

	for (size_t i = 0; i < pair->placing->head_count; i++) {
		const struct placed_head *other = &pair->placing->heads[i];
		float shared = frame_overlap(other->at.s0, other->at.s1, at->s0,
		                             at->s1);

		if (other == pair->head || other->across ||
		    other->inside != pair->column->inside)
			continue;
		if (shared >
		            HEAD_SHADOW_SHARE *
		                    fminf(width, other->at.s1 - other->at.s0) &&
		    other->at.t0 > pair->foot - pair->em &&
		    other->at.t1 < at->t0 + pair->em)
			cost += HEAD_SHADOW *
			        fminf(1, shared / width + HEAD_SHADOW_MORE);
	}
	return cost;
}

struct head_cost head_cost(const struct separators *separators,
                           const struct column_above *above, size_t column,
                           size_t head, size_t *steps)
{
	const struct placing *placing = separators->placing;
	struct head_pair pair = {
		.placing = placing,
		.separators = separators,
		.column = &placing->columns[column],
		.head = &placing->heads[head],
		.em = placing->body_em,
		.at_side = head_is_at_side(placing, column, head),
		.is_above = above[column].kind == ABOVE_IS_HEAD &&
		            above[column].index == head,
	};
	struct head_cost cost = { 0 };

	pair.middle = (pair.column->at.s0 + pair.column->at.s1) / 2;
	pair.foot = head_foot_over(placing, pair.head, &pair.column->at);
	if (pair.column->inside != pair.head->inside)
		cost.place += HEAD_BOX;
	if (pair.head->across)
		cost.place += head_cost_across(&pair);
	else
		cost.place += head_cost_under(&pair, &cost.far) +
		              head_cost_shadow(&pair);
	*steps += placing->head_count + separators->count +
	          2 * placing->along_t_count;
	return cost;
}
