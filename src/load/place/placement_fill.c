/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/placement_fill.h"

#include "load/place/article_text.h"
#include "load/place/block_text.h"
#include "load/place/head_roles.h"
#include "load/place/place_order.h"
#include "load/place/placement_lines.h"

#include <assert.h>
#include <stdlib.h>

#define BYLINE_CHARS 30 /* of the longest byline without words of one */

static const struct placed_article *
fill_article(const struct placement_writer *writer)
{
	return &writer->placing->articles[writer->article];
}

/* Adds the blocks of the article's head that have this role. */
static void fill_head(struct placement_writer *writer, enum placed_role role)
{
	const struct placed_article *article = fill_article(writer);
	const struct placed_head *head;
	size_t *blocks;

	if (article->head == NPOS)
		return;
	head = &writer->placing->heads[article->head];
	blocks = head_blocks_sorted(writer->placing, head);
	for (size_t i = 0; i < head->block_count; i++)
		if (head_block_role(writer->placing, article, blocks[i]) ==
		    role)
			placement_add_block(writer, blocks[i], role);
	free(blocks);
}

/* What a loose block is: beside text a byline, or text that is set apart; without text one
 * more head line. */
static enum placed_role fill_loose_role(const struct placement_writer *writer,
                                        size_t index)
{
	const struct placed_block *block = &writer->placing->blocks[index];

	if (block->is_head)
		return PLACED_HEAD;
	if (block_is_jump(writer->placing, block))
		return PLACED_JUMP;
	if (!fill_article(writer)->column_count)
		return PLACED_HEAD;
	return block->char_count <= BYLINE_CHARS ||
	                       block_is_byline(writer->placing, block)
	               ? PLACED_BYLINE
	               : PLACED_TEXT;
}

/* Adds these blocks of the article as they stand on the page, those that have this role
 * where they are loose. */
static void fill_blocks(struct placement_writer *writer, const size_t *blocks,
                        size_t count, enum placed_role role, bool loose)
{
	struct place_key *keys = mem_alloc(count * sizeof *keys);

	for (size_t i = 0; i < count; i++) {
		const struct placed_block *block =
			&writer->placing->blocks[blocks[i]];

		keys[i] = (struct place_key){ block->at.t0, block->at.s0,
			                      blocks[i] };
	}
	place_sort(keys, count);
	for (size_t i = 0; i < count; i++)
		if (!loose || fill_loose_role(writer, keys[i].index) == role)
			placement_add_block(writer, keys[i].index, role);
	free(keys);
}

static void fill_loose(struct placement_writer *writer, enum placed_role role)
{
	const struct placed_article *article = fill_article(writer);

	fill_blocks(writer, article->loose, article->loose_count, role, true);
}

/* Adds the lines of the text that are head lines, or all others. */
static void fill_text(struct placement_writer *writer,
                      const struct text_line *lines, size_t count, bool heads)
{
	for (size_t i = 0; i < count; i++)
		if ((lines[i].role == PLACED_HEAD) == heads)
			placement_add_line(writer, lines[i].line, lines[i].role,
			                   lines[i].begins, lines[i].column);
}

/* The first line of column `column` among the lines from `start` on, or NPOS. */
static size_t fill_column_line(const struct placement *placement, size_t start,
                               size_t column)
{
	for (size_t i = start; i < placement->line_count; i++)
		if (placement->lines[i].column == column)
			return i;
	return NPOS;
}

static void fill_article_lines(struct placement_writer *writer, size_t index)
{
	const struct placed_article *article =
		&writer->placing->articles[index];
	struct placement *placement = writer->placement;
	size_t start = placement->line_count, count;
	struct text_line *lines = article_text(writer->placing, index, &count);

	writer->article = index;
	fill_head(writer, PLACED_HEAD);
	fill_text(writer, lines, count, true);
	fill_loose(writer, PLACED_HEAD);
	fill_head(writer, PLACED_BYLINE);
	fill_head(writer, PLACED_TEXT);
	fill_text(writer, lines, count, false);
	fill_loose(writer, PLACED_TEXT);
	fill_loose(writer, PLACED_BYLINE);
	fill_blocks(writer, article->quotes, article->quote_count, PLACED_QUOTE,
	            false);
	fill_blocks(writer, article->captions, article->caption_count,
	            PLACED_CAPTION, false);
	fill_head(writer, PLACED_JUMP);
	fill_loose(writer, PLACED_JUMP);
	free(lines);
	*ARRAY_ADD(placement->articles, placement->article_count,
	           placement->article_cap) = (struct placement_article){
		.lines = { start, placement->line_count },
		.margin = article->margin,
		.unsure = article->unsure == NPOS
		                  ? NPOS
		                  : fill_column_line(placement, start,
		                                     article->unsure),
	};
}

/* The middle of a block down the page. */
static float fill_height(const struct placing *placing,
                         const struct placed_block *block)
{
	return placing->vertical ? (block->at.s0 + block->at.s1) / 2
	                         : (block->at.t0 + block->at.t1) / 2;
}

/* Adds blocks that are not yet there, from the top: those of the upper half of the page,
 * or all. */
static void fill_furniture(struct placement_writer *writer, bool upper)
{
	const struct placing *placing = writer->placing;
	float middle = placing->chars->height_pt / 2;
	struct place_key *keys = mem_alloc(placing->block_count * sizeof *keys);
	size_t count = 0;

	writer->article = NPOS;
	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];
		float height = fill_height(placing, block);

		if (writer->written[i] ||
		    (upper &&
		     (block->kind != BLOCK_FURNITURE || height > middle)))
			continue;
		keys[count++] = (struct place_key){
			height,
			placing->vertical ? -block->at.t0 : block->at.s0, i
		};
	}
	place_sort(keys, count);
	for (size_t i = 0; i < count; i++)
		placement_add_block(writer, keys[i].index, PLACED_FURNITURE);
	free(keys);
}

static void fill_mark(struct placement *placement, enum mark_kind kind,
                      const struct frame_box *at)
{
	struct page_mark mark = { kind, at->s0, at->t0, at->s1 - at->s0,
		                  at->t1 - at->t0 };

	if (placement->vertical)
		mark = (struct page_mark){ kind, placement->width_pt - at->t1,
			                   at->s0, at->t1 - at->t0,
			                   at->s1 - at->s0 };
	*ARRAY_ADD(placement->marks, placement->mark_count,
	           placement->mark_cap) = mark;
}

static void fill_marks(struct placement *placement,
                       const struct placing *placing)
{
	for (size_t i = 0; i < placing->along_s_count; i++) {
		const struct placed_rule *rule = &placing->rules_along_s[i];

		fill_mark(placement, MARK_RULE,
		          &(struct frame_box){ rule->from, rule->to, rule->at,
		                               rule->at });
	}
	for (size_t i = 0; i < placing->along_t_count; i++) {
		const struct placed_rule *rule = &placing->rules_along_t[i];

		fill_mark(placement, MARK_RULE,
		          &(struct frame_box){ rule->at, rule->at, rule->from,
		                               rule->to });
	}
	for (size_t i = 0; i < placing->box_count; i++)
		fill_mark(placement, MARK_BOX, &placing->boxes[i].at);
	for (size_t i = 0; i < placing->picture_count; i++)
		fill_mark(placement, MARK_PICTURE, &placing->pictures[i]);
}

void placement_filler_init(struct placement_filler *filler,
                           struct placement *placement,
                           const struct placing *placing)
{
	assert(!placement->line_count && !placement->article_count);
	placement->width_pt = placing->chars->width_pt;
	placement->height_pt = placing->chars->height_pt;
	placement->vertical = placing->vertical;
	filler->next_article = 0;
	placement_writer_init(&filler->writer, placing, placement);
	fill_furniture(&filler->writer, true);
}

bool placement_filler_step(struct placement_filler *filler, size_t most)
{
	struct placement_writer *writer = &filler->writer;
	const struct placing *placing = writer->placing;
	size_t end = writer->placement->line_count + most;

	while (filler->next_article < placing->article_count) {
		if (writer->placement->line_count >= end)
			return true;
		fill_article_lines(writer, filler->next_article++);
	}
	fill_furniture(writer, false);
	fill_marks(writer->placement, placing);
	return false;
}

void placement_filler_release(struct placement_filler *filler)
{
	placement_writer_release(&filler->writer);
	*filler = (struct placement_filler){ 0 };
}
