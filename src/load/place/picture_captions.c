/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/picture_captions.h"

#include "load/lines/char_class.h"
#include "load/lines/cues.h"
#include "load/lines/line_end.h"
#include "load/place/block_text.h"
#include "load/place/place_weights.h"

/* Do the words of a block say that they belong to a picture? */
static bool picture_captions_says(const struct placing *placing,
                                  const struct placed_block *block)
{
	struct buf buf;
	struct str text;
	bool says;

	buf_init(&buf);
	block_text_add(placing, block, &buf);
	text = buf_str(&buf);
	says = cue_matches(CUE_CAPTION, text, NULL);
	while (text.len && char_in(char_last(text), "。."))
		text.len = char_last_start(text);
	says = says || cue_matches(CUE_PICTURED, text, NULL);
	buf_release(&buf);
	return says;
}

/* Is there a block under a picture, as wide as it at most? */
static bool picture_captions_is_under(struct frame_box block,
                                      struct frame_box picture, float em)
{
	return frame_overlap(block.s0, block.s1, picture.s0 - em,
	                     picture.s1 + em) >
	               CAPTION_UNDER * (block.s1 - block.s0) &&
	       block.t0 - picture.t1 > -CAPTION_INTO_EM * em &&
	       block.t0 - picture.t1 < CAPTION_ROOM_EM * em;
}

/* Is it beside a picture, not taller than it? */
static bool picture_captions_is_beside(struct frame_box block,
                                       struct frame_box picture, float em)
{
	float behind = block.s0 - picture.s1, before = picture.s0 - block.s1;

	return frame_overlap(block.t0, block.t1, picture.t0 - em,
	                     picture.t1 + em) >
	               CAPTION_BESIDE * (block.t1 - block.t0) &&
	       ((behind > -CAPTION_INTO_EM * em &&
	         behind < CAPTION_ROOM_EM * em) ||
	        (before > -CAPTION_INTO_EM * em &&
	         before < CAPTION_ROOM_EM * em));
}

/* Is a block printed on a picture?  Running text may stand on one as well: such a picture
 * is the ground of the page. */
static bool picture_captions_is_on(const struct placing *placing,
                                   const struct placed_block *block,
                                   struct frame_box picture)
{
	return block->kind != BLOCK_TEXT &&
	       frame_box_inside(block->at, picture,
	                        CAPTION_ON_EM * placing->body_em);
}

/* The nearest picture that a block stands on or under, or, if `beside`, beside; or NPOS. */
static size_t picture_captions_picture(const struct placing *placing,
                                       const struct page_index *index,
                                       const struct placed_block *block,
                                       bool beside)
{
	float em = placing->body_em, reach = CAPTION_ROOM_EM * em;
	float least = reach * 2;
	struct box_query query = box_query_start(
		&index->pictures, frame_box_grown(block->at, reach, reach));
	size_t best = NPOS, i;

	while ((i = box_query_next(&query)) != NPOS) {
		struct frame_box picture = placing->pictures[i];
		float room = -frame_overlap_t(block->at, picture) -
		             (frame_overlap_s(block->at, picture) < 0
		                      ? frame_overlap_s(block->at, picture)
		                      : 0);

		if (!picture_captions_is_under(block->at, picture, em) &&
		    !picture_captions_is_on(placing, block, picture) &&
		    !(beside &&
		      picture_captions_is_beside(block->at, picture, em)))
			continue;
		if (best == NPOS || room < least) {
			best = i;
			least = room;
		}
	}
	return best;
}

/* Is there text so near under a block that it is a line of it? */
static bool picture_captions_goes_on(const struct placing *placing,
                                     const struct page_index *index,
                                     const struct placed_block *block)
{
	float em = placing->body_em;
	struct frame_box area = { block->at.s0, block->at.s1, block->at.t1,
		                  block->at.t1 + CAPTION_APART_EM * em };
	struct box_query query = box_query_start(&index->blocks, area);
	size_t i;

	while ((i = box_query_next(&query)) != NPOS)
		if (&placing->blocks[i] != block &&
		    placing->blocks[i].kind == BLOCK_TEXT)
			return true;
	return false;
}

/* Is a block in the type of the text one line by itself right under a picture, which no
 * text that runs around it would have left there? */
static bool picture_captions_is_line(const struct placing *placing,
                                     const struct page_index *index,
                                     const struct placed_block *block,
                                     size_t picture)
{
	const struct placed_line *line = &placing->lines[block->lines[0]];
	struct frame_box at = placing->pictures[picture];
	float em = placing->body_em;

	return block->line_count == 1 &&
	       block->at.t0 - at.t1 < CAPTION_LINE_EM * em &&
	       at.s1 - block->at.s1 > CAPTION_SHORT_EM * em &&
	       line_end_of(buf_str(&line->text), line->latin) == END_OPEN &&
	       !picture_captions_goes_on(placing, index, block);
}

static void picture_captions_try(struct placing *placing,
                                 const struct page_index *index,
                                 struct placed_block *block)
{
	bool small = block->em_pt < CAPTION_SMALL * placing->body_em;
	bool differs = small || block->face != placing->body_face;
	bool text = block->kind == BLOCK_TEXT, says;
	size_t picture;

	if (block->kind == BLOCK_FURNITURE ||
	    block->em_pt > CAPTION_LARGE * placing->body_em ||
	    block->line_count > CAPTION_LINES_SAID)
		return;
	says = differs && picture_captions_says(placing, block);
	if (!says && block->line_count > CAPTION_LINES)
		return;
	/* In vertical text the foot of a picture is its side. */
	picture = picture_captions_picture(placing, index, block,
	                                   says || placing->vertical);
	if (picture == NPOS
	            ? !says || text
	            : !differs && !picture_captions_is_line(placing, index,
	                                                    block, picture))
		return;
	if (differs && text && !small && !says &&
	    block->line_count > CAPTION_LINES_TEXT)
		return;
	/* Bold type right over a text is its headline. */
	if (picture != NPOS && block->bold && !small && !says &&
	    picture_captions_goes_on(placing, index, block))
		return;
	block->kind = BLOCK_CAPTION;
	block->picture = picture;
}

void picture_captions_find(struct placing *placing,
                           const struct page_index *index)
{
	for (size_t i = 0; i < placing->block_count; i++)
		picture_captions_try(placing, index, &placing->blocks[i]);
}
