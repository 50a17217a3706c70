/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/head_roles.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "load/place/block_text.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

#define NAME_CHARS   4  /* of the longest name that is a byline by its place */
#define BYLINE_CHARS 60 /* of the longest byline */
#define LEAD_CHARS   60 /* of the shortest first paragraph set as a head */

#define HEAD_BOLD_LINES 3 /* of the longest headline as large as text */

static bool head_is_large(const struct placed_head *head,
                          const struct placed_block *block)
{
	return block->em_pt > HEAD_LARGE * head->em_pt;
}

/* Where the largest type of the head begins. */
static float head_top(const struct placing *placing,
                      const struct placed_head *head)
{
	float top = INFINITY;

	for (size_t i = 0; i < head->block_count; i++) {
		const struct placed_block *block =
			&placing->blocks[head->blocks[i]];

		if (head_is_large(head, block))
			top = fminf(top, block->at.t0);
	}
	return top;
}

static size_t head_block_chars(const struct placing *placing,
                               const struct placed_block *block)
{
	size_t chars = 0;

	for (size_t i = 0; i < block->line_count; i++)
		chars += char_count_printed(
			buf_str(&placing->lines[block->lines[i]].text));
	return chars;
}

/* Is a block a byline: by its words, or a short name in small type under the head? */
static bool head_is_byline(const struct placing *placing,
                           const struct placed_head *head,
                           const struct placed_block *block, size_t chars)
{
	if (block->em_pt >= HEAD_BYLINE * placing->body_em ||
	    chars >= BYLINE_CHARS)
		return false;
	if (block_is_byline(placing, block))
		return true;
	return chars <= NAME_CHARS &&
	       block->em_pt < HEAD_NAME * placing->body_em &&
	       !head_is_large(head, block) &&
	       (head->across || block->at.t0 > head_top(placing, head));
}

/* Is a block of a head the first paragraph of the text, set with the head?  Two or three
 * lines in bold are the headline itself, if there is no larger type in it. */
static bool head_is_lead(const struct placing *placing,
                         const struct placed_head *head,
                         const struct placed_block *block, size_t chars)
{
	return block->em_pt < HEAD_SMALL * placing->body_em &&
	       chars > LEAD_CHARS &&
	       !(block->bold && head_is_large(head, block) &&
	         block->line_count <= HEAD_BOLD_LINES);
}

enum placed_role head_block_role(const struct placing *placing,
                                 const struct placed_article *article,
                                 size_t index)
{
	const struct placed_head *head = &placing->heads[article->head];
	const struct placed_block *block = &placing->blocks[index];
	size_t chars = head_block_chars(placing, block);

	if (block->is_head)
		return PLACED_HEAD;
	if (block_is_jump(placing, block))
		return PLACED_JUMP;
	if (article->column_count &&
	    head_is_byline(placing, head, block, chars))
		return PLACED_BYLINE;
	if (head_is_lead(placing, head, block, chars))
		return PLACED_TEXT;
	return PLACED_HEAD;
}

struct head_block {
	float first, second;
	size_t block;
};

static int head_by_place(const void *a, const void *b)
{
	const struct head_block *one = a, *two = b;

	if (one->first != two->first)
		return one->first < two->first ? -1 : 1;
	if (one->second != two->second)
		return one->second < two->second ? -1 : 1;
	return one->block < two->block ? -1 : one->block > two->block;
}

size_t *head_blocks_sorted(const struct placing *placing,
                           const struct placed_head *head)
{
	struct head_block *items = mem_alloc(head->block_count * sizeof *items);
	size_t *blocks = mem_alloc(head->block_count * sizeof *blocks);

	for (size_t i = 0; i < head->block_count; i++) {
		const struct placed_block *block =
			&placing->blocks[head->blocks[i]];
		struct head_block *item = &items[i];

		item->block = head->blocks[i];
		/* Lines across a page of vertical text stand under each other
		 * along s, and run against t. */
		item->first = head->across ? block->at.s0 : block->at.t0;
		item->second = head->across ? -block->at.t1 : block->at.s0;
	}
	qsort(items, head->block_count, sizeof *items, head_by_place);
	for (size_t i = 0; i < head->block_count; i++)
		blocks[i] = items[i].block;
	free(items);
	return blocks;
}
