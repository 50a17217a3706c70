/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/column_gap.h"

#include "base/mem.h"
#include "load/place/place_order.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

/* The room between two blocks of a column, and what fills it. */
struct column_gap {
	const struct placing *placing;
	const struct page_index *index;
	struct rule_roles *roles; /* borrowed */
	const struct placed_block *upper, *lower;
	struct frame_box at;     /* what both have of s, and the room of t */
	struct place_key *fills; /* owned; from `first` to `second` */
	size_t count, cap;
	bool parted; /* text or display type stands in it */
};

static void column_gap_fill(struct column_gap *gap, struct frame_box at)
{
	*ARRAY_ADD(gap->fills, gap->count, gap->cap) =
		(struct place_key){ at.t0, at.t1, 0 };
}

/* Does `at` stand in the room, but for `slack_em`, over this part of its width? */
static bool column_gap_has(const struct column_gap *gap, struct frame_box at,
                           float slack_em, float width)
{
	float slack = slack_em * gap->placing->body_em;

	return at.t0 > gap->at.t0 - slack && at.t1 < gap->at.t1 + slack &&
	       frame_overlap_s(at, gap->at) > GAP_OVER * width;
}

static void column_gap_add_block(struct column_gap *gap,
                                 const struct placed_block *block)
{
	float width =
		fminf(block->at.s1 - block->at.s0, gap->at.s1 - gap->at.s0);

	if (block == gap->upper || block == gap->lower ||
	    !column_gap_has(gap, block->at, GAP_BLOCK_EM, width))
		return;
	if (block->kind == BLOCK_QUOTE || block->kind == BLOCK_CAPTION ||
	    (block->inside != NPOS && block->inside != gap->upper->inside))
		column_gap_fill(gap, block->at);
	else if (block->kind != BLOCK_FURNITURE)
		gap->parted = true;
}

/* Notes what stands in the room. */
static void column_gap_look(struct column_gap *gap)
{
	const struct placing *placing = gap->placing;
	struct frame_box area =
		frame_box_grown(gap->at, 0, GAP_INSET_EM * placing->body_em);
	float width = gap->at.s1 - gap->at.s0;
	struct box_query blocks = box_query_start(&gap->index->blocks, area);
	struct box_query pictures =
		box_query_start(&gap->index->pictures, area);
	struct box_query boxes = box_query_start(&gap->index->boxes, area);
	size_t i;

	while ((i = box_query_next(&blocks)) != NPOS)
		column_gap_add_block(gap, &placing->blocks[i]);
	while ((i = box_query_next(&pictures)) != NPOS)
		if (column_gap_has(gap, placing->pictures[i], GAP_INSET_EM,
		                   width))
			column_gap_fill(gap, placing->pictures[i]);
	while ((i = box_query_next(&boxes)) != NPOS)
		if (i != gap->upper->inside &&
		    column_gap_has(gap, placing->boxes[i].at, GAP_INSET_EM,
		                   width))
			column_gap_fill(gap, placing->boxes[i].at);
}

/* Is a rule the edge of what fills the room, or inside of it? */
static bool column_gap_is_edge(const struct column_gap *gap,
                               const struct placed_rule *rule)
{
	float near = GAP_EDGE_EM * gap->placing->body_em;

	for (size_t i = 0; i < gap->count; i++)
		if (rule->at > gap->fills[i].first - near &&
		    rule->at < gap->fills[i].second + near)
			return true;
	return false;
}

/* Does a rule stand in the room that is not one of a pull quote, a box or a picture? */
static bool column_gap_has_rule(const struct column_gap *gap)
{
	const struct placing *placing = gap->placing;
	struct box_query query = box_query_start(
		&gap->index->rules_along_s,
		frame_box_grown(gap->at, 0, GAP_RULE_EM * placing->body_em));
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_rule *rule = &placing->rules_along_s[i];

		if (frame_overlap(rule->from, rule->to, gap->at.s0,
		                  gap->at.s1) >
		            GAP_RULE * (gap->at.s1 - gap->at.s0) &&
		    !column_gap_is_edge(gap, rule) &&
		    !rule_roles_quote(gap->roles, i))
			return true;
	}
	return false;
}

/* The largest part of the room that nothing fills. */
static float column_gap_free(struct column_gap *gap)
{
	float at = gap->at.t0, most = 0;

	place_sort(gap->fills, gap->count);
	for (size_t i = 0; i < gap->count; i++) {
		most = fmaxf(most, gap->fills[i].first - at);
		at = fmaxf(at, gap->fills[i].second);
	}
	return fmaxf(most, gap->at.t1 - at);
}

static bool column_gap_is_closed(struct column_gap *gap)
{
	float em = gap->placing->body_em, room = gap->at.t1 - gap->at.t0;
	const struct placed_block *upper = gap->upper;

	if (gap->parted || column_gap_free(gap) > GAP_FREE_EM * em)
		return false;
	if (gap->count)
		return !column_gap_has_rule(gap);
	/* Of lines that run down, articles stand side by side in one column. */
	if (upper->vertical && upper->kind == BLOCK_TEXT &&
	    gap->lower->kind == BLOCK_TEXT &&
	    room > upper->pitch - upper->em_pt + GAP_DOWN_EM * em)
		return false;
	return room <= GAP_ROOM_EM * em && !column_gap_has_rule(gap);
}

bool column_gap_joins(const struct placing *placing,
                      const struct page_index *index, struct rule_roles *roles,
                      const struct placed_block *upper,
                      const struct placed_block *lower)
{
	struct column_gap gap = {
		.placing = placing,
		.index = index,
		.roles = roles,
		.upper = upper,
		.lower = lower,
		.at = { fmaxf(upper->at.s0, lower->at.s0),
		        fminf(upper->at.s1, lower->at.s1), upper->at.t1,
		        lower->at.t0 },
	};
	bool joins;

	column_gap_look(&gap);
	joins = column_gap_is_closed(&gap);
	free(gap.fills);
	return joins;
}
