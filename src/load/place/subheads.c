/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/subheads.h"

#include "base/mem.h"
#include "load/lines/line_end.h"
#include "load/place/block_text.h"
#include "load/place/place_order.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

#define SUBHEADS_RAISED 256 /* on a page with more they stay what they are */

/* The text around a small head. */
struct subhead_place {
	float s0, s1;            /* the head itself; its marks may hang */
	bool large;              /* it is larger than the text */
	float width;             /* of the widest column that it stands in */
	struct frame_box around; /* of the columns */
	const struct placed_block *above, *below; /* next to it, or NULL */
};

static bool subheads_may_be(const struct placing *placing,
                            const struct placed_block *block)
{
	float size = block->em_pt / placing->body_em;

	return block->kind == BLOCK_DISPLAY &&
	       block->vertical == placing->vertical && size <= SUBHEAD_LARGE &&
	       block->line_count <= (size > SUBHEAD_PLAIN
	                                     ? SUBHEAD_LINES
	                                     : SUBHEAD_LINES_PLAIN) &&
	       !block_is_byline(placing, block) &&
	       !block_is_jump(placing, block);
}

/* Has a block of text the width of a column in which the head stands? */
static bool subheads_is_around(const struct placing *placing,
                               const struct subhead_place *place,
                               const struct placed_block *text)
{
	float em = placing->body_em, out = SUBHEAD_OUT_EM * em;

	return text->at.s0 - out <= place->s0 &&
	       place->s1 <= fmaxf(text->at.s1, text->right) + out &&
	       text->at.s1 - text->at.s0 < (place->large
	                                            ? SUBHEAD_COLUMN_EM
	                                            : SUBHEAD_COLUMN_PLAIN_EM) *
	                                           em;
}

/* Is it one line that is shorter than the head and stands in the same column? */
static bool subheads_is_short(const struct placing *placing,
                              const struct subhead_place *place,
                              const struct placed_block *text)
{
	float em = placing->body_em;

	return text->line_count == 1 &&
	       place->s0 - SUBHEAD_SHORT_EM * em <= text->at.s0 &&
	       text->at.s1 <= place->s1 + SUBHEAD_SHORT_EM * em &&
	       place->around.s0 - SUBHEAD_FLUSH_EM * em <= text->at.s0 &&
	       text->at.s1 <= place->around.s1 + SUBHEAD_FLUSH_EM * em;
}

/* Takes a block of the column as what is next above or below the head. */
static void subheads_take(const struct placing *placing,
                          struct subhead_place *place,
                          const struct placed_block *head,
                          const struct placed_block *text)
{
	float em = placing->body_em;
	float over = head->at.t0 - text->at.t1;
	float under = text->at.t0 - head->at.t1;

	if (over > -SUBHEAD_INTO_EM * em && over < SUBHEAD_ABOVE_EM * em &&
	    (!place->above || text->at.t1 > place->above->at.t1))
		place->above = text;
	if (under > -SUBHEAD_INTO_EM * em && under < SUBHEAD_BELOW_EM * em &&
	    (!place->below || text->at.t0 < place->below->at.t0))
		place->below = text;
}

static void subheads_add_column(struct subhead_place *place,
                                const struct placed_block *text)
{
	place->around = place->width > 0
	                        ? frame_box_around(place->around, text->at)
	                        : text->at;
	place->width = fmaxf(place->width, text->right - text->left);
}

/* Where a block of display type stands along its lines; no text is found yet. */
static struct subhead_place subheads_extent(const struct placing *placing,
                                            const struct placed_block *head)
{
	struct subhead_place place = {
		.s0 = head->at.s0,
		.s1 = head->at.s1,
		.large = head->em_pt > SUBHEAD_MEDIUM * placing->body_em,
	};

	if (head->line_count == 1) {
		const struct placed_line *line =
			&placing->lines[head->lines[0]];

		place.s0 = line->begin;
		place.s1 = line->finish;
	}
	return place;
}

static struct subhead_place subheads_place(const struct placing *placing,
                                           const struct page_index *index,
                                           const struct placed_block *head)
{
	struct subhead_place place = subheads_extent(placing, head);
	struct frame_box area =
		frame_box_grown(head->at, SUBHEAD_SHORT_EM * placing->body_em,
	                        SUBHEAD_REACH_EM * placing->body_em);

	for (int pass = 0; pass < 2; pass++) {
		struct box_query query = box_query_start(&index->blocks, area);
		size_t i;

		while ((i = box_query_next(&query)) != NPOS) {
			const struct placed_block *text = &placing->blocks[i];
			bool around;

			if (text->kind != BLOCK_TEXT ||
			    text->inside != head->inside)
				continue;
			around = subheads_is_around(placing, &place, text);
			if (pass == 0 && around)
				subheads_add_column(&place, text);
			if (pass == 1 && place.width > 0 &&
			    (around ||
			     subheads_is_short(placing, &place, text)))
				subheads_take(placing, &place, head, text);
		}
	}
	return place;
}

/* The larger display type right above or below, of which it may be the deck or the
 * kicker, or NULL. */
static const struct placed_block *
subheads_head(const struct placing *placing, const struct page_index *index,
              const struct placed_block *block)
{
	float em = placing->body_em;
	struct box_query query = box_query_start(
		&index->blocks,
		frame_box_grown(block->at, 0, SUBHEAD_HEAD_EM * em));
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *head = &placing->blocks[i];
		float room = fmaxf(block->at.t0 - head->at.t1,
		                   head->at.t0 - block->at.t1);

		if (head != block && head->kind == BLOCK_DISPLAY &&
		    head->em_pt > SUBHEAD_HEAD_SIZE * block->em_pt &&
		    frame_overlap_s(head->at, block->at) >
		            SUBHEAD_HEAD_OVER * (block->at.s1 - block->at.s0) &&
		    room > -SUBHEAD_INTO_EM * em && room < SUBHEAD_HEAD_EM * em)
			return head;
	}
	return NULL;
}

/* Does the text of a column beside it, as wide as its own, begin at its height, under the
 * same headline `over` if there is one? */
static bool subheads_is_level(const struct placing *placing,
                              const struct page_index *index,
                              const struct placed_block *head,
                              const struct placed_block *over,
                              const struct placed_block *below)
{
	float em = placing->body_em, level = SUBHEAD_LEVEL_EM * em;
	struct box_query query = box_query_start(
		&index->blocks,
		(struct frame_box){ 0, placing->extent_s, head->at.t0 - level,
	                            head->at.t0 + level });
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *text = &placing->blocks[i];
		float wider =
			text->right - text->left - (below->right - below->left);

		if (text->kind == BLOCK_TEXT && text->line_count > 1 &&
		    fabsf(text->at.t0 - head->at.t0) < level &&
		    frame_overlap_s(text->at, head->at) < 0 &&
		    fabsf(wider) < SUBHEAD_WIDTH_EM * em &&
		    (!over ||
		     frame_overlap_s(text->at, over->at) >
		             SUBHEAD_HEAD_OVER * (text->at.s1 - text->at.s0)))
			return true;
	}
	return false;
}

static bool subheads_is_subhead(const struct placing *placing,
                                const struct page_index *index,
                                const struct placed_block *block)
{
	struct subhead_place place = subheads_place(placing, index, block);
	float em = placing->body_em, size = block->em_pt / em;
	bool fits = place.s1 - place.s0 <= place.width + SUBHEAD_WIDER_EM * em;
	const struct placed_block *over = subheads_head(placing, index, block);

	/* Flush right at the foot stands a name, or what leads to another page. */
	if (place.above && !place.below)
		return size <= SUBHEAD_MEDIUM && !over &&
		       (place.s0 - place.above->left < SUBHEAD_RIGHT_EM * em ||
		        place.above->right - place.s1 >
		                SUBHEAD_FLUSH_RIGHT *
		                        (place.s0 - place.above->left));
	if (place.above)
		return !over;
	if (!place.below || !fits || block->is_head)
		return false;
	if (size <= SUBHEAD_MEDIUM &&
	    subheads_is_level(placing, index, block, over, place.below))
		return true;
	return !over && size <= SUBHEAD_SMALL &&
	       place.below->line_count >= SUBHEAD_TOP_LINES;
}

/* ------------------------------------------------- headlines as small as subheads */

/* Does display type stand anywhere over a block? */
static bool subheads_has_over(const struct placing *placing,
                              const struct page_index *index,
                              const struct placed_block *block)
{
	float width = block->right - block->left;
	struct box_query query = box_query_start(
		&index->blocks, (struct frame_box){ block->left, block->right,
	                                            0, block->at.t0 });
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *over = &placing->blocks[i];

		if (over != block && over->at.t1 < block->at.t1 &&
		    (over->kind == BLOCK_DISPLAY ||
		     (over->kind == BLOCK_SMALL &&
		      block->at.t0 - over->at.t1 <
		              SUBHEAD_ABOVE_EM * placing->body_em)) &&
		    frame_overlap(over->at.s0, over->at.s1, block->left,
		                  block->right) >
		            SUBHEAD_HEAD_OVER *
		                    fminf(width, over->at.s1 - over->at.s0))
			return true;
	}
	return false;
}

/* Does the text above a subhead end in mid sentence, in a full line of its column? */
static bool subheads_goes_on(const struct placing *placing,
                             const struct subhead_place *place)
{
	const struct placed_block *text = place->above;
	const struct placed_line *last =
		&placing->lines[text->lines[text->line_count - 1]];
	float em = last->em_pt;

	return line_end_of(buf_str(&last->text), last->latin) == END_OPEN &&
	       place->around.s1 - last->s1 < SUBHEAD_ROOM_EM * em &&
	       last->s0 - place->around.s0 < SUBHEAD_RIGHT_EM * em;
}

/* Is `lower` a subhead in the type and the column of `top`, behind a text that is over? */
static bool subheads_is_next(const struct placing *placing,
                             const struct page_index *index,
                             const struct placed_block *top,
                             const struct placed_block *lower)
{
	float em = placing->body_em;
	struct subhead_place place;

	if (lower->kind != BLOCK_SUBHEAD || lower->face != top->face ||
	    lower->inside != top->inside || lower->at.t0 <= top->at.t0 ||
	    fabsf(lower->em_pt - top->em_pt) > SUBHEAD_SAME * top->em_pt ||
	    fabsf(lower->at.s0 - top->at.s0) > SUBHEAD_OUT_EM * em)
		return false;
	place = subheads_place(placing, index, lower);
	return place.above && place.below &&
	       lower->at.t0 - place.above->at.t1 >
	               SUBHEAD_NEARER * (place.below->at.t0 - lower->at.t1) &&
	       !subheads_goes_on(placing, &place);
}

/* The subheads of a column that begins with one, with no display type over it, are
 * headlines if each but the first stands behind a text that is over, and nearer to the
 * text under it. */
static void subheads_raise(struct placing *placing,
                           const struct page_index *index,
                           const struct place_key *keys, size_t count,
                           size_t top)
{
	struct placed_block *first = &placing->blocks[keys[top].index];
	bool any = false;

	if (first->kind != BLOCK_SUBHEAD || count > SUBHEADS_RAISED ||
	    subheads_place(placing, index, first).above ||
	    subheads_has_over(placing, index, first))
		return;
	for (size_t i = 0; i < count; i++) {
		struct placed_block *lower = &placing->blocks[keys[i].index];

		if (!subheads_is_next(placing, index, first, lower))
			continue;
		lower->kind = BLOCK_DISPLAY;
		any = true;
	}
	if (any)
		first->kind = BLOCK_DISPLAY;
}

void subheads_find(struct placing *placing, const struct page_index *index)
{
	struct place_key *keys = mem_alloc(placing->block_count * sizeof *keys);
	size_t count = 0;

	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];

		/* Larger ones first: what is a subhead is no headline of
		 * another. */
		if (subheads_may_be(placing, block))
			keys[count++] = (struct place_key){ -block->em_pt,
				                            block->at.t0, i };
	}
	place_sort(keys, count);
	for (size_t i = 0; i < count; i++) {
		struct placed_block *block = &placing->blocks[keys[i].index];

		if (subheads_is_subhead(placing, index, block))
			block->kind = BLOCK_SUBHEAD;
	}
	for (size_t i = 0; i < count; i++)
		subheads_raise(placing, index, keys, count, i);
	free(keys);
}
