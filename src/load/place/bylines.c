/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/bylines.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "load/lines/cues.h"
#include "load/lines/line_end.h"
#include "load/place/block_text.h"
#include "load/place/blocks.h"
#include "load/place/line_append.h"
#include "load/place/line_index.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------ rows */

static bool bylines_says(const struct placed_line *line)
{
	return line->char_count <= BYLINE_CHARS &&
	       cue_matches(CUE_BYLINE, buf_str(&line->text), NULL);
}

/* The next part of a byline behind its first, or NPOS. */
static size_t bylines_next_part(const struct placing *placing,
                                struct line_index *index, size_t first)
{
	const struct placed_line *line = &placing->lines[first];
	float em = line->em_pt, level = BYLINE_LEVEL_EM * em;
	size_t best = NPOS, i;
	struct line_walk walk;

	line_walk_init(
		&walk, index,
		(struct line_window){ line->s1, line->s1 + BYLINE_GAP_EM * em,
	                              line->t - level, line->t + level,
	                              em * CHAIN_SIZE, em / CHAIN_SIZE });
	while ((i = line_walk_next(&walk)) != NPOS) {
		const struct placed_line *part = &placing->lines[i];

		if (i == first || !part->char_count ||
		    part->char_count > BYLINE_PART_CHARS ||
		    part->face != line->face || part->s0 < line->s1)
			continue;
		if (best == NPOS || part->s0 < placing->lines[best].s0)
			best = i;
	}
	return best;
}

void bylines_join_rows(struct placing *placing)
{
	struct line_index index;

	line_index_init(&index, placing, placing->vertical);
	for (size_t i = 0; i < placing->line_count; i++) {
		struct placed_line *line = &placing->lines[i];
		size_t part;

		if (line->vertical != placing->vertical || line->latin ||
		    line->char_count > BYLINE_PART_CHARS || !bylines_says(line))
			continue;
		while ((part = bylines_next_part(placing, &index, i)) != NPOS) {
			struct placed_line *after = &placing->lines[part];

			line->s1 = after->s1;
			line->finish = after->finish;
			line_append(line, after, STR("　"));
		}
	}
	placing->work += index.steps;
	line_index_release(&index);
	blocks_drop_empty(placing);
}

/* ---------------------------------------------------------------- blocks */

/* Does a line that is a byline by its words stand otherwise than the next? */
static bool bylines_differs(const struct placed_block *block,
                            const struct placed_line *line,
                            const struct placed_line *next)
{
	float em = line->em_pt;

	return line->face != next->face || line->bold != next->bold ||
	       line->begin - block->left > BYLINE_SET_IN_EM * em ||
	       next->t - line->t > BYLINE_LEADING * block->pitch ||
	       (!line->latin &&
	        next->begin - line->begin > BYLINE_FLUSH_EM * em);
}

/* Is the first line of a block no line of the text under it: a byline by its words, or a
 * name? */
static bool bylines_stands_apart(const struct placing *placing,
                                 const struct placed_block *block)
{
	const struct placed_line *line = &placing->lines[block->lines[0]];
	const struct placed_line *next = &placing->lines[block->lines[1]];
	float em = line->em_pt, room = block->right - line->s1;
	struct str text = buf_str(&line->text);

	if (char_count_in(text, "，。；！？") ||
	    line_end_of(text, line->latin) != END_OPEN)
		return false;
	if (bylines_says(line))
		return room > BYLINE_ROOM_EM * em &&
		       bylines_differs(block, line, next);
	/* A text goes on in full lines, and its last line ends a sentence. */
	return line->char_count <= BYLINE_NAME_CHARS &&
	       room > BYLINE_APART_EM * em &&
	       (line->begin - block->left > BYLINE_SET_IN_EM * em ||
	        next->t - line->t > BYLINE_LEADING * block->pitch);
}

/* Makes the first line of block `index` a block. */
static void bylines_part(struct placing *placing, size_t index)
{
	struct placed_block *one = ARRAY_ADD(
		placing->blocks, placing->block_count, placing->block_cap);
	struct placed_block *block = &placing->blocks[index];

	*one = (struct placed_block){ .inside = NPOS, .picture = NPOS };
	one->lines = mem_alloc(sizeof *one->lines);
	one->lines[0] = block->lines[0];
	one->line_count = 1;
	memmove(block->lines, block->lines + 1,
	        --block->line_count * sizeof *block->lines);
	placing->lines[one->lines[0]].block = placing->block_count - 1;
	block_measure(placing, one);
	block_measure(placing, block);
}

void bylines_part_blocks(struct placing *placing)
{
	size_t count = placing->block_count;

	for (size_t i = 0; i < count; i++) {
		const struct placed_block *block = &placing->blocks[i];

		if (block->line_count > 1 &&
		    !placing->lines[block->lines[0]].heavy &&
		    bylines_stands_apart(placing, block))
			bylines_part(placing, i);
	}
}

/* ----------------------------------------------------------------- kinds */

/* Does a block stand in the middle under a headline, or flush right? */
static bool bylines_is_aligned(const struct placing *placing,
                               const struct placed_block *block,
                               const struct placed_block *head)
{
	float em = placing->body_em, near = BYLINE_ALIGNED_EM * em;
	float middle = block->at.s0 + block->at.s1 - head->at.s0 - head->at.s1;

	return (fabsf(middle) < 2 * near ||
	        fabsf(block->at.s1 - head->at.s1) < near) &&
	       block->at.s0 - head->at.s0 > BYLINE_SET_IN_EM * em;
}

/* Does a block begin where lines of the text under it do, flush or set in? */
static bool bylines_is_flush(const struct placing *placing,
                             const struct page_index *index,
                             const struct placed_block *block)
{
	float em = placing->body_em;
	struct box_query query = box_query_start(
		&index->blocks,
		frame_box_grown(block->at, 0, BYLINE_TEXT_EM * em));
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *text = &placing->blocks[i];
		float set_in = (block->at.s0 - text->left) / em;

		if (text != block && text->kind == BLOCK_TEXT &&
		    text->at.t0 > block->at.t0 &&
		    fabsf(set_in - fminf(2, fmaxf(0, roundf(set_in)))) <
		            BYLINE_SAME_EM)
			return true;
	}
	return false;
}

/* Is there a headline right above a block, to which it belongs as its byline? */
static bool bylines_has_head(const struct placing *placing,
                             const struct page_index *index,
                             const struct placed_block *block, bool says)
{
	float em = placing->body_em;
	struct box_query query = box_query_start(
		&index->blocks,
		frame_box_grown(block->at, 0, BYLINE_HEAD_EM * em));
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *head = &placing->blocks[i];
		float room = block->at.t0 - head->at.t1;

		if (head != block && head->kind == BLOCK_DISPLAY &&
		    head->vertical == placing->vertical &&
		    head->em_pt > BYLINE_HEAD_SIZE * em &&
		    room > -BYLINE_INTO_EM * em && room < BYLINE_HEAD_EM * em &&
		    (says || bylines_is_aligned(placing, block, head) ||
		     (block->char_count <= BYLINE_BARE_CHARS &&
		      !bylines_is_flush(placing, index, block))))
			return true;
	}
	return false;
}

void bylines_find(struct placing *placing, const struct page_index *index)
{
	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];
		const struct placed_line *line =
			&placing->lines[block->lines[0]];
		bool says;

		if (block->kind != BLOCK_TEXT || block->line_count > 1 ||
		    block->char_count > BYLINE_CHARS)
			continue;
		says = bylines_says(line);
		if (!says && (block->char_count > BYLINE_NAME_CHARS ||
		              line_end_of(buf_str(&line->text), line->latin) !=
		                      END_OPEN))
			continue;
		if (bylines_has_head(placing, index, block, says))
			block->kind = BLOCK_DISPLAY;
	}
}
