/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/columns.h"

#include "base/mem.h"
#include "load/place/block_text.h"
#include "load/place/column_edges.h"
#include "load/place/column_gap.h"
#include "load/place/place_order.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

/* Which block follows which in its column; NPOS: none. */
struct column_links {
	size_t *next, *before; /* owned; by block */
};

static bool columns_has(const struct placed_block *block)
{
	return block->kind == BLOCK_TEXT || block->kind == BLOCK_SUBHEAD;
}

/* Do two blocks of text under each other have an edge in common?  Few lines may be set
 * in, as names at the end of a text are. */
static bool columns_have_edge(const struct placing *placing,
                              const struct placed_block *upper,
                              const struct placed_block *lower)
{
	float em = placing->body_em;
	float off0 = fabsf(upper->at.s0 - lower->at.s0);
	float off1 = fabsf(upper->at.s1 - lower->at.s1);
	float set_in = lower->at.s0 - upper->at.s0;
	float upper_width = upper->at.s1 - upper->at.s0;
	float lower_width = lower->at.s1 - lower->at.s0;
	float narrow = fminf(upper_width, lower_width);
	bool few = lower->line_count < COLUMN_FEW_LINES;

	if (off0 > COLUMN_SET_IN_EM * em &&
	    off1 > (few && set_in > 0 ? COLUMN_RIGHT_FEW_EM : COLUMN_RIGHT_EM) *
	                    em)
		return false;
	return fmaxf(upper_width, lower_width) <= COLUMN_WIDER * narrow ||
	       upper->line_count < 2 || lower->line_count < 2 ||
	       off0 <= COLUMN_FLUSH_EM * em ||
	       off1 <= (few && set_in > COLUMN_NAMES_EM * em
	                        ? COLUMN_RIGHT_FEW_EM
	                        : COLUMN_FLUSH_RIGHT_EM) *
	                       em;
}

static bool columns_may_follow(const struct placing *placing,
                               const struct placed_block *upper,
                               const struct placed_block *lower)
{
	float em = placing->body_em;
	float narrow =
		fminf(upper->at.s1 - upper->at.s0, lower->at.s1 - lower->at.s0);

	if (lower == upper || !columns_has(lower) ||
	    lower->at.t0 < upper->at.t1 - COLUMN_INTO_EM * em ||
	    lower->inside != upper->inside ||
	    lower->vertical != upper->vertical ||
	    frame_overlap_s(upper->at, lower->at) < COLUMN_OVERLAP * narrow)
		return false;
	if (upper->kind != BLOCK_TEXT || lower->kind != BLOCK_TEXT ||
	    upper->no_head || lower->no_head)
		return true;
	return fabsf(upper->em_pt - lower->em_pt) <= COLUMN_SIZE_EM * em &&
	       columns_have_edge(placing, upper, lower);
}

/* Of the blocks that may follow one in its column the nearest, or NPOS.  A few em under
 * it are looked at first, then more and more of the page. */
static size_t columns_below(const struct placing *placing,
                            const struct page_index *index,
                            const struct placed_block *upper)
{
	struct frame_box area = upper->at;
	size_t best = NPOS, i;

	area.t0 = upper->at.t1 - COLUMN_INTO_EM * placing->body_em;
	for (float reach = COLUMN_REACH_EM * placing->body_em;
	     best == NPOS && area.t1 < placing->extent_t;
	     reach *= COLUMN_REACH_MORE) {
		struct box_query query;

		area.t1 = upper->at.t1 + reach;
		query = box_query_start(&index->blocks, area);
		while ((i = box_query_next(&query)) != NPOS) {
			const struct placed_block *lower = &placing->blocks[i];

			if (columns_may_follow(placing, upper, lower) &&
			    (best == NPOS ||
			     lower->at.t0 < placing->blocks[best].at.t0))
				best = i;
		}
	}
	return best;
}

/* The blocks that columns have, by their tops; caller frees. */
static struct place_key *columns_in_order(const struct placing *placing,
                                          size_t *count)
{
	struct place_key *keys = mem_alloc(placing->block_count * sizeof *keys);

	*count = 0;
	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];

		if (columns_has(block))
			keys[(*count)++] =
				(struct place_key){ block->at.t0, block->at.s0,
				                    i };
	}
	place_sort(keys, *count);
	return keys;
}

static void columns_link(const struct placing *placing,
                         const struct page_index *index,
                         const struct place_key *keys, size_t count,
                         struct column_links *links)
{
	size_t bytes = placing->block_count * sizeof(size_t);
	struct rule_roles roles;

	*links = (struct column_links){ mem_alloc(bytes), mem_alloc(bytes) };
	for (size_t i = 0; i < placing->block_count; i++)
		links->next[i] = links->before[i] = NPOS;
	rule_roles_init(&roles, placing);
	for (size_t i = 0; i < count; i++) {
		size_t upper = keys[i].index;
		size_t lower =
			columns_below(placing, index, &placing->blocks[upper]);

		if (lower == NPOS || links->before[lower] != NPOS ||
		    placing->blocks[lower].parted ||
		    !column_gap_joins(placing, index, &roles,
		                      &placing->blocks[upper],
		                      &placing->blocks[lower]))
			continue;
		links->next[upper] = lower;
		links->before[lower] = upper;
	}
	rule_roles_release(&roles);
}

/* The block of text of a column that has most lines; its first block if it has no
 * text. */
static struct placed_block *columns_main(struct placing *placing,
                                         const struct placed_column *column)
{
	struct placed_block *main = NULL;

	for (size_t i = 0; i < column->block_count; i++) {
		struct placed_block *block =
			&placing->blocks[column->blocks[i]];

		if (block->kind == BLOCK_TEXT &&
		    (!main || block->line_count > main->line_count))
			main = block;
	}
	return main ? main : &placing->blocks[column->blocks[0]];
}

/* Makes the edges of a block wider, if they are narrower. */
static void columns_widen(struct placing *placing,
                          const struct page_index *index,
                          struct placed_block *block, float left, float right)
{
	if (left < block->left || right > block->right)
		column_edges_set(placing, index, block,
		                 fminf(block->left, left),
		                 fmaxf(block->right, right));
}

/* Short blocks say little of their edges: they have those of the longest block of the
 * column. */
static void columns_align(struct placing *placing,
                          const struct page_index *index,
                          const struct placed_column *column,
                          const struct placed_block *main)
{
	for (size_t i = 0; i < column->block_count; i++) {
		struct placed_block *block =
			&placing->blocks[column->blocks[i]];
		float same = COLUMN_LEFT_EM * block->em_pt;

		if (block == main || block->kind != BLOCK_TEXT ||
		    block->line_count >= COLUMN_FEW_LINES)
			continue;
		columns_widen(placing, index, block,
		              main->left <= block->left + same ? main->left
		                                               : block->left,
		              main->right);
	}
}

/* May a block of text have the edges that a column of few lines shows too little of? */
static bool columns_is_like(const struct placing *placing,
                            const struct placed_block *main,
                            const struct placed_block *like)
{
	float em = placing->body_em;

	return like != main && like->kind == BLOCK_TEXT &&
	       like->vertical == main->vertical &&
	       like->line_count >= COLUMN_FEW_LINES &&
	       like->inside == main->inside &&
	       fabsf(like->em_pt - main->em_pt) < COLUMN_LIKE_SIZE * em &&
	       like->left - COLUMN_LEFT_EM * em <= main->at.s0 &&
	       main->at.s0 <= like->left + COLUMN_SET_IN_EM * em &&
	       main->at.s1 <= like->right + COLUMN_LIKE_RIGHT_EM * em;
}

/* The nearest such block above or below, or NULL. */
static const struct placed_block *columns_like(const struct placing *placing,
                                               const struct page_index *index,
                                               const struct placed_block *main)
{
	float em = placing->body_em, least = COLUMN_LIKE_EM * em;
	struct box_query query = box_query_start(
		&index->blocks, frame_box_grown(main->at, em, least));
	const struct placed_block *best = NULL;
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *like = &placing->blocks[i];
		float room = fmaxf(0, -frame_overlap_t(like->at, main->at));

		if (columns_is_like(placing, main, like) && room < least) {
			least = room;
			best = like;
		}
	}
	return best;
}

/* A column of one or two lines has the edges of what stands above or below. */
static void columns_align_short(struct placing *placing,
                                const struct page_index *index,
                                struct placed_column *column,
                                const struct placed_block *main)
{
	const struct placed_block *like = columns_like(placing, index, main);

	if (!like)
		return;
	for (size_t i = 0; i < column->block_count; i++)
		columns_widen(placing, index,
		              &placing->blocks[column->blocks[i]], like->left,
		              like->right);
	column->left = fminf(column->left, like->left);
	column->right = fmaxf(column->right, like->right);
}

/* Adds a block, which has `lines` text lines with those before it. */
static void columns_add_block(struct placing *placing,
                              struct placed_column *column, size_t index)
{
	const struct placed_block *block = &placing->blocks[index];

	column->at = column->block_count
	                     ? frame_box_around(column->at, block->at)
	                     : block->at;
	column->blocks[column->block_count++] = index;
	block_text_add(placing, block, &column->text);
}

/* What the blocks of text of a column, or all if it has none, say of its edges. */
static size_t columns_measure(const struct placing *placing,
                              struct placed_column *column,
                              const struct placed_block *main)
{
	size_t lines = 0, texts = 0;

	column->left = main->left;
	column->right = main->right;
	for (size_t i = 0; i < column->block_count; i++) {
		const struct placed_block *block =
			&placing->blocks[column->blocks[i]];

		if (block->kind != main->kind)
			continue;
		column->left = fminf(column->left, block->left);
		column->right = fmaxf(column->right, block->right);
		lines += block->line_count;
		texts++;
	}
	column->at.s1 =
		fmaxf(texts < 2 ? column->at.s1 : column->right, column->right);
	return lines;
}

static void columns_add(struct placing *placing, const struct page_index *index,
                        const struct column_links *links, size_t first)
{
	struct placed_column *column = ARRAY_ADD(
		placing->columns, placing->column_count, placing->column_cap);
	const struct placed_block *main;
	size_t count = 0, lines;

	for (size_t i = first; i != NPOS; i = links->next[i])
		count++;
	*column = (struct placed_column){
		.blocks = mem_alloc(count * sizeof *column->blocks),
	};
	buf_init(&column->text);
	for (size_t i = first; i != NPOS; i = links->next[i])
		columns_add_block(placing, column, i);
	main = columns_main(placing, column);
	column->em_pt = main->em_pt;
	column->rgb = main->rgb;
	column->latin = main->latin;
	column->inside = main->inside;
	lines = columns_measure(placing, column, main);
	columns_align(placing, index, column, main);
	if (lines < COLUMN_SHORT_LINES)
		columns_align_short(placing, index, column, main);
}

void columns_find(struct placing *placing, const struct page_index *index)
{
	struct column_links links;
	size_t count;
	struct place_key *keys = columns_in_order(placing, &count);

	columns_link(placing, index, keys, count, &links);
	for (size_t i = 0; i < count; i++)
		if (links.before[keys[i].index] == NPOS)
			columns_add(placing, index, &links, keys[i].index);
	free(links.next);
	free(links.before);
	free(keys);
}
