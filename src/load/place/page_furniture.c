/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/page_furniture.h"

#include "load/lines/furniture_words.h"
#include "load/place/place_weights.h"

#include <math.h>

/* Where a block stands from the top of the page to its foot. */
struct page_span {
	float y0, y1;
};

static struct page_span page_furniture_span(const struct placing *placing,
                                            const struct placed_block *block)
{
	if (placing->vertical)
		return (struct page_span){ block->at.s0, block->at.s1 };
	return (struct page_span){ block->at.t0, block->at.t1 };
}

static float page_furniture_height(const struct placing *placing)
{
	return placing->vertical ? placing->extent_s : placing->extent_t;
}

/* The first long rule across the head of the page below `y`, or, `at_foot`, the last
 * across its foot; where there is none, the edge of the page. */
static float page_furniture_rule(const struct placing *placing, bool at_foot,
                                 float y)
{
	const struct placed_rule *rules = placing->vertical
	                                          ? placing->rules_along_t
	                                          : placing->rules_along_s;
	size_t count = placing->vertical ? placing->along_t_count
	                                 : placing->along_s_count;
	float height = page_furniture_height(placing);
	float width = placing->vertical ? placing->extent_t : placing->extent_s;
	float best = at_foot ? height : 0;
	bool found = false;

	for (size_t i = 0; i < count; i++) {
		float at = rules[i].at;

		if (rules[i].to - rules[i].from <= FURNITURE_RULE * width ||
		    (at_foot ? at < FURNITURE_FOOT * height
		             : at > FURNITURE_HEAD * height || at <= y))
			continue;
		if (!found || (at_foot ? at > best : at < best))
			best = at;
		found = true;
	}
	return best;
}

/* Does display type like that of a block stand farther down the page, as of headlines
 * between rules? */
static bool page_furniture_has_twin(const struct placing *placing,
                                    const struct placed_block *block, float y)
{
	if (block->em_pt < FURNITURE_TWIN_SIZE * placing->body_em)
		return false;
	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *twin = &placing->blocks[i];

		if (page_furniture_span(placing, twin).y0 > y &&
		    twin->face == block->face &&
		    fabsf(twin->em_pt - block->em_pt) <
		            FURNITURE_TWIN_EM * block->em_pt)
			return true;
	}
	return false;
}

/* Is there a strip of lines between two long rules, with the date and the price of the
 * issue? */
static bool page_furniture_is_strip(const struct placing *placing, float y0,
                                    float y1)
{
	bool any = false;

	if (y1 - y0 > FURNITURE_STRIP_EM * placing->body_em)
		return false;
	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];
		struct page_span span = page_furniture_span(placing, block);
		float middle = (span.y0 + span.y1) / 2;

		if (middle <= y0 || middle >= y1)
			continue;
		if (block->line_count > FURNITURE_EDGE_LINES ||
		    block->em_pt > FURNITURE_STRIP_SIZE * placing->body_em ||
		    page_furniture_has_twin(placing, block, y1))
			return false;
		any = true;
	}
	return any;
}

/* The rule under what stands at the head of the page: the first, or the one under a strip
 * below it. */
static float page_furniture_head_rule(const struct placing *placing)
{
	float first = page_furniture_rule(placing, false, 0);
	float next = first > 0 ? page_furniture_rule(placing, false,
	                                             first + FURNITURE_SLACK_PT)
	                       : 0;

	return next > first && page_furniture_is_strip(placing, first, next)
	               ? next
	               : first;
}

/* Is there so little above the rule at `y` that it is furniture: few lines, and no
 * paragraph of running text? */
static bool page_furniture_is_head(const struct placing *placing, float y)
{
	size_t lines = 0;

	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];

		if (page_furniture_span(placing, block).y1 >=
		    y + FURNITURE_SLACK_PT)
			continue;
		lines += block->line_count;
		if (block->line_count > FURNITURE_BLOCK_LINES &&
		    block->em_pt > placing->body_em / FURNITURE_TEXT_SIZE &&
		    block->em_pt < placing->body_em * FURNITURE_TEXT_SIZE)
			return false;
	}
	return lines && lines <= FURNITURE_HEAD_LINES;
}

/* The same of what is below the rule at `y`. */
static bool page_furniture_is_foot(const struct placing *placing, float y)
{
	bool any = false;

	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];

		if (page_furniture_span(placing, block).y0 <=
		    y - FURNITURE_SLACK_PT)
			continue;
		if (block->line_count >= FURNITURE_BLOCK_LINES)
			return false;
		any = true;
	}
	return any;
}

/* Does a block of one line near an edge of the page say that it is furniture? */
static bool page_furniture_says(const struct placing *placing,
                                const struct placed_block *block, float first)
{
	struct page_span span = page_furniture_span(placing, block);
	float height = page_furniture_height(placing);
	bool at_foot = span.y1 > FURNITURE_LOW * height;
	struct str text = buf_str(&placing->lines[block->lines[0]].text);

	if (block->line_count > 1 ||
	    block->em_pt > FURNITURE_SIZE * placing->body_em)
		return false;
	if (!at_foot && (span.y0 >= first + FURNITURE_FIRST_EM * block->em_pt ||
	                 span.y1 >= FURNITURE_HIGH * height))
		return false;
	return furniture_is_at_edge(text, at_foot, true);
}

static bool page_furniture_at_edge(const struct placing *placing,
                                   const struct placed_block *block)
{
	struct page_span span = page_furniture_span(placing, block);
	float height = page_furniture_height(placing);

	return block->line_count <= FURNITURE_EDGE_LINES &&
	       block->em_pt <= FURNITURE_EDGE_SIZE * placing->body_em &&
	       (span.y1 < FURNITURE_TOP * height ||
	        span.y0 > FURNITURE_BOTTOM * height);
}

/* Is a block a label at the side of the page, of a section: a line of an alphabet that
 * runs up or down most of the page, or at its very edge? */
static bool page_furniture_is_side(const struct placing *placing,
                                   const struct placed_block *block)
{
	float width = placing->extent_s, height = placing->extent_t;
	struct frame_box at = block->at;

	if (placing->vertical || !block->vertical || !block->latin ||
	    block->line_count > 1)
		return false;
	return at.s1 < FURNITURE_SIDE * width ||
	       at.s0 > (1 - FURNITURE_SIDE) * width ||
	       (at.t1 - at.t0 > FURNITURE_SIDE_LONG * height &&
	        (at.s1 < FURNITURE_SIDE_WIDE * width ||
	         at.s0 > (1 - FURNITURE_SIDE_WIDE) * width));
}

void page_furniture_find(struct placing *placing)
{
	float head = page_furniture_head_rule(placing);
	float foot = page_furniture_rule(placing, true, 0);
	float first = page_furniture_height(placing);
	bool has_head = page_furniture_is_head(placing, head);
	bool has_foot = page_furniture_is_foot(placing, foot);

	for (size_t i = 0; i < placing->block_count; i++) {
		float y = page_furniture_span(placing, &placing->blocks[i]).y0;

		first = y < first ? y : first;
	}
	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];
		struct page_span span = page_furniture_span(placing, block);

		if ((has_head && span.y1 < head + FURNITURE_SLACK_PT) ||
		    (has_foot && span.y0 > foot - FURNITURE_SLACK_PT) ||
		    page_furniture_at_edge(placing, block) ||
		    page_furniture_is_side(placing, block) ||
		    page_furniture_says(placing, block, first))
			block->kind = BLOCK_FURNITURE;
	}
}
