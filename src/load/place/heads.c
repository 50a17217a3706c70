/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/heads.h"

#include "base/mem.h"
#include "load/lines/line_end.h"
#include "load/place/block_text.h"
#include "load/place/place_order.h"
#include "load/place/place_weights.h"
#include "load/place/rule_roles.h"

#include <math.h>
#include <stdlib.h>

struct head_groups {
	const struct placing *placing;
	const struct page_index *index;
	size_t *parent; /* owned; by block: of a forest of disjoint sets */
	bool *jump;     /* owned; by block */
	struct rule_roles *roles; /* borrowed */
};

static bool heads_have(const struct placed_block *block)
{
	return block->kind == BLOCK_DISPLAY || block->kind == BLOCK_SMALL;
}

static size_t heads_root(struct head_groups *groups, size_t i)
{
	while (groups->parent[i] != i) {
		groups->parent[i] = groups->parent[groups->parent[i]];
		i = groups->parent[i];
	}
	return i;
}

/* Is a block a paragraph that introduces a text, and no headline of its own: several
 * lines, the last of which ends a sentence? */
static bool heads_is_lead(const struct placing *placing,
                          const struct placed_block *block)
{
	const struct placed_line *last =
		&placing->lines[block->lines[block->line_count - 1]];

	return block->line_count >= (size_t)HEADS_LEAD_LINES &&
	       line_end_of(buf_str(&last->text), last->latin) != END_OPEN;
}

/* The room that may be between two blocks under each other, in points: more over a
 * paragraph. */
static float heads_room(const struct placing *placing,
                        const struct placed_block *a,
                        const struct placed_block *b)
{
	const struct placed_block *lower = a->at.t0 > b->at.t0 ? a : b;
	float large = fmaxf(a->em_pt, b->em_pt);
	float small = fminf(a->em_pt, b->em_pt);
	float room =
		large > HEADS_SIZE * small
			? HEADS_UNDER_SMALL * small + HEADS_UNDER_LARGE * large
			: HEADS_UNDER_SAME * large;

	if (heads_is_lead(placing, lower))
		room = fmaxf(room, HEADS_LEAD_EM * lower->em_pt);
	return room;
}

/* Are two blocks so near that they are one head, if nothing parts them? */
static bool heads_are_near(const struct placing *placing,
                           const struct placed_block *a,
                           const struct placed_block *b)
{
	float large = fmaxf(a->em_pt, b->em_pt);
	float small = fminf(a->em_pt, b->em_pt);
	float over_s = frame_overlap_s(a->at, b->at);
	float over_t = frame_overlap_t(a->at, b->at);
	float width = fminf(a->at.s1 - a->at.s0, b->at.s1 - b->at.s0);
	float height = fminf(a->at.t1 - a->at.t0, b->at.t1 - b->at.t0);

	if (a->vertical != b->vertical)
		return over_s > -HEADS_MIXED_EM * large &&
		       over_t > -HEADS_MIXED_EM * large &&
		       (over_s > 0 || over_t > 0);
	if (a->vertical != placing->vertical)
		return over_t > HEADS_BESIDE * height &&
		       -over_s < HEADS_BESIDE_SMALL * small +
		                         HEADS_BESIDE_LARGE * large;
	return over_s > HEADS_UNDER * width &&
	       -over_t < heads_room(placing, a, b);
}

/* Is a rule between two blocks an ornament of both: shorter than the wider one, and set
 * in the middle of both or flush with both? */
static bool heads_rule_is_ornament(const struct placing *placing,
                                   const struct placed_rule *rule,
                                   const struct placed_block *a,
                                   const struct placed_block *b)
{
	float slack = HEADS_ORNAMENT_EM * placing->body_em;
	float wide = fmaxf(a->at.s1 - a->at.s0, b->at.s1 - b->at.s0);
	float middle = rule->from + rule->to;

	if (rule->to - rule->from > HEADS_ORNAMENT * wide)
		return false;
	if (fabsf(rule->from - a->at.s0) < slack &&
	    fabsf(rule->from - b->at.s0) < slack)
		return true;
	return fabsf(middle - a->at.s0 - a->at.s1) < 2 * slack &&
	       fabsf(middle - b->at.s0 - b->at.s1) < 2 * slack;
}

/* Is the block above a rule the kicker of much larger type under it: a few words right
 * above the rule? */
static bool heads_rule_has_kicker(const struct placed_rule *rule,
                                  const struct placed_block *a,
                                  const struct placed_block *b)
{
	const struct placed_block *upper = a->at.t0 < b->at.t0 ? a : b;
	const struct placed_block *lower = upper == a ? b : a;

	return upper->line_count == 1 &&
	       upper->char_count <= HEADS_KICKER_CHARS &&
	       lower->em_pt >= HEADS_KICKER_SIZE * upper->em_pt &&
	       rule->at - upper->at.t1 < HEADS_KICKER_EM * upper->em_pt;
}

/* Does a rule along s part two blocks? */
static bool heads_rule_parts(const struct head_groups *groups, size_t index,
                             const struct placed_block *a,
                             const struct placed_block *b)
{
	const struct placing *placing = groups->placing;
	const struct placed_rule *rule = &placing->rules_along_s[index];
	struct frame_box both = frame_box_around(a->at, b->at);
	float width = fminf(a->at.s1 - a->at.s0, b->at.s1 - b->at.s0);
	float slack = HEADS_SLACK_PT;

	if (!(a->at.t1 <= rule->at + slack && b->at.t0 >= rule->at - slack) &&
	    !(b->at.t1 <= rule->at + slack && a->at.t0 >= rule->at - slack))
		return false;
	return frame_overlap(rule->from, rule->to, both.s0, both.s1) >
	               HEADS_RULE * width &&
	       !heads_rule_is_ornament(placing, rule, a, b) &&
	       !heads_rule_has_kicker(rule, a, b) &&
	       !rule_roles_head(groups->roles, index);
}

/* The room between two blocks: where they overlap along s or t, the ends are
 * crossed. */
static struct frame_box heads_between(const struct placed_block *a,
                                      const struct placed_block *b)
{
	return (struct frame_box){ fmaxf(a->at.s0, b->at.s0),
		                   fminf(a->at.s1, b->at.s1),
		                   fminf(a->at.t1, b->at.t1),
		                   fmaxf(a->at.t0, b->at.t0) };
}

static bool heads_are_ruled_off(const struct head_groups *groups,
                                const struct placed_block *a,
                                const struct placed_block *b)
{
	const struct placing *placing = groups->placing;
	struct frame_box area = frame_box_around(a->at, b->at);
	struct box_query across =
		box_query_start(&groups->index->rules_along_s, area);
	struct box_query along =
		box_query_start(&groups->index->rules_along_t, area);
	struct frame_box between = heads_between(a, b);
	size_t i;

	while ((i = box_query_next(&across)) != NPOS)
		if (heads_rule_parts(groups, i, a, b))
			return true;
	while ((i = box_query_next(&along)) != NPOS) {
		const struct placed_rule *rule = &placing->rules_along_t[i];

		if (rule->at > between.s1 - HEADS_SLACK_PT &&
		    rule->at < between.s0 + HEADS_SLACK_PT &&
		    rule->from < between.t1 && rule->to > between.t0)
			return true;
	}
	return false;
}

/* Does a picture stand between two blocks, one under the other? */
static bool heads_have_picture(const struct head_groups *groups,
                               const struct placed_block *a,
                               const struct placed_block *b)
{
	const struct placing *placing = groups->placing;
	struct box_query query = box_query_start(
		&groups->index->pictures, frame_box_around(a->at, b->at));
	struct frame_box between = heads_between(a, b);
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		struct frame_box picture = placing->pictures[i];

		if (frame_overlap_s(picture, between) > 0 &&
		    picture.t0 > between.t0 - HEADS_SLACK_PT &&
		    picture.t1 < between.t1 + HEADS_SLACK_PT)
			return true;
	}
	return false;
}

/* Does a bound part the lower one of two blocks from the other? */
static bool heads_are_parted(const struct placed_block *a,
                             const struct placed_block *b)
{
	return a->at.t0 < b->at.t0 ? b->parted : a->parted;
}

/* Joins a block with those of its size or smaller ones that are of one head with it. */
static void heads_join(struct head_groups *groups, size_t index)
{
	const struct placing *placing = groups->placing;
	const struct placed_block *block = &placing->blocks[index];
	float reach = HEADS_REACH_EM * block->em_pt;
	struct box_query query =
		box_query_start(&groups->index->blocks,
	                        frame_box_grown(block->at, reach, reach));
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *other = &placing->blocks[i];

		if (i == index || !heads_have(other) || groups->jump[i] ||
		    other->em_pt > block->em_pt ||
		    other->inside != block->inside ||
		    heads_are_parted(block, other) ||
		    !heads_are_near(placing, block, other) ||
		    heads_root(groups, i) == heads_root(groups, index) ||
		    heads_are_ruled_off(groups, block, other) ||
		    heads_have_picture(groups, block, other))
			continue;
		groups->parent[heads_root(groups, i)] =
			heads_root(groups, index);
	}
}

static void head_groups_init(struct head_groups *groups,
                             const struct placing *placing,
                             const struct page_index *index,
                             struct rule_roles *roles)
{
	*groups = (struct head_groups){
		.placing = placing,
		.index = index,
		.roles = roles,
		.parent = mem_alloc(placing->block_count *
		                    sizeof(*groups->parent)),
		.jump = mem_alloc(placing->block_count * sizeof(*groups->jump)),
	};
	for (size_t i = 0; i < placing->block_count; i++) {
		groups->parent[i] = i;
		groups->jump[i] = heads_have(&placing->blocks[i]) &&
		                  block_is_jump(placing, &placing->blocks[i]);
	}
	for (size_t i = 0; i < placing->block_count; i++)
		if (heads_have(&placing->blocks[i]) && !groups->jump[i])
			heads_join(groups, i);
}

static void head_groups_release(struct head_groups *groups)
{
	free(groups->parent);
	free(groups->jump);
}

static void heads_add_block(struct placing *placing, struct placed_head *head,
                            size_t index, size_t *cap)
{
	const struct placed_block *block = &placing->blocks[index];

	head->at = head->block_count ? frame_box_around(head->at, block->at)
	                             : block->at;
	head->em_pt = fmaxf(head->em_pt, block->em_pt);
	head->inside = block->inside;
	*ARRAY_ADD(head->blocks, head->block_count, *cap) = index;
	block_text_add(placing, block, &head->text);
}

/* Do the largest lines of a head run across the main direction? */
static bool heads_run_across(const struct placing *placing,
                             const struct placed_head *head)
{
	for (size_t i = 0; i < head->block_count; i++) {
		const struct placed_block *block =
			&placing->blocks[head->blocks[i]];

		if (block->em_pt >= HEADS_LARGEST * head->em_pt &&
		    block->vertical == placing->vertical)
			return false;
	}
	return true;
}

/* Makes a head of each group, in the order of the blocks. */
static void heads_collect(struct placing *placing, struct head_groups *groups,
                          const struct place_key *keys, size_t count)
{
	size_t *heads = mem_alloc(placing->block_count * sizeof *heads);
	size_t *caps = mem_alloc(placing->block_count * sizeof *caps);

	for (size_t i = 0; i < placing->block_count; i++)
		heads[i] = NPOS;
	for (size_t i = 0; i < count; i++) {
		size_t root = heads_root(groups, keys[i].index);

		if (heads[root] == NPOS) {
			heads[root] = placing->head_count;
			*ARRAY_ADD(placing->heads, placing->head_count,
			           placing->head_cap) =
				(struct placed_head){ 0 };
			buf_init(&placing->heads[heads[root]].text);
		}
		heads_add_block(placing, &placing->heads[heads[root]],
		                keys[i].index, &caps[root]);
	}
	for (size_t i = 0; i < placing->head_count; i++)
		placing->heads[i].across =
			heads_run_across(placing, &placing->heads[i]);
	free(heads);
	free(caps);
}

void heads_find(struct placing *placing, const struct page_index *index)
{
	struct place_key *keys = mem_alloc(placing->block_count * sizeof *keys);
	struct head_groups groups;
	struct rule_roles roles;
	size_t count = 0;

	rule_roles_init(&roles, placing);
	head_groups_init(&groups, placing, index, &roles);
	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];

		if (heads_have(block))
			keys[count++] = (struct place_key){ block->at.t0,
				                            block->at.s0, i };
	}
	place_sort(keys, count);
	heads_collect(placing, &groups, keys, count);
	free(keys);
	head_groups_release(&groups);
	rule_roles_release(&roles);
}
