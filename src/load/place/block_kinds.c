/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/block_kinds.h"

#include "load/place/block_boxes.h"
#include "load/place/bylines.h"
#include "load/place/char_kind.h"
#include "load/place/inset_quotes.h"
#include "load/place/page_furniture.h"
#include "load/place/picture_captions.h"
#include "load/place/place_weights.h"

#include <math.h>

#define SPECK_CHARS   4 /* of a speck */
#define SPECK_LETTERS 2 /* among them */

/* Is a block as large as running text, or nearly and so long that it is text? */
static bool block_kinds_is_text(const struct placing *placing,
                                const struct placed_block *block)
{
	float em = placing->body_em, off = fabsf(block->em_pt - em);

	if (!block->bold && block->vertical == placing->vertical &&
	    block->line_count >= (size_t)KIND_LEAD_LINES && block->em_pt > em &&
	    off < KIND_LEAD_SIZE * em)
		return true;
	if (placing->lines[block->lines[0]].heavy)
		return false;
	if (off > KIND_TEXT_SIZE * em &&
	    (off > KIND_LONG_SIZE * em || block->line_count < KIND_LONG_LINES))
		return false;
	return block->line_count > 1 ||
	       block->at.s1 - block->at.s0 > KIND_SHORT_EM * em ||
	       block->face == placing->body_face;
}

/* Does text of the same measure stand right above a block, or right below? */
static bool block_kinds_has_text(const struct placing *placing,
                                 const struct page_index *index,
                                 const struct placed_block *block)
{
	float em = placing->body_em, reach = KIND_BOLD_REACH_EM * em;
	struct box_query query = box_query_start(
		&index->blocks, frame_box_grown(block->at, 0, reach));
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *text = &placing->blocks[i];

		if (text->kind == BLOCK_TEXT && text->line_count > 1 &&
		    fabsf(text->left - block->left) < KIND_BOLD_EDGE_EM * em &&
		    fabsf(text->right - block->right) < KIND_BOLD_EDGE_EM * em)
			return true;
	}
	return false;
}

/* Paragraphs in bold as large as the text around them are text. */
static void block_kinds_find_bold(struct placing *placing,
                                  const struct page_index *index)
{
	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];

		if (block->kind == BLOCK_DISPLAY && block->bold &&
		    block->vertical == placing->vertical &&
		    block->line_count >= (size_t)KIND_BOLD_LINES &&
		    fabsf(block->em_pt - placing->body_em) <=
		            KIND_TEXT_SIZE * placing->body_em &&
		    block_kinds_has_text(placing, index, block))
			block->kind = BLOCK_TEXT;
	}
}

/* Is a block a speck that a program took for text as it recognised a scan: marks without
 * a word, in a line of their own? */
static bool block_kinds_is_speck(const struct placing *placing,
                                 const struct placed_block *block)
{
	const struct placed_line *line = &placing->lines[block->lines[0]];
	size_t letters = 0;

	if (block->line_count > 1 || !line->char_count ||
	    line->char_count > SPECK_CHARS)
		return false;
	for (size_t i = 0; i < line->char_count; i++) {
		const struct page_char *c =
			&placing->chars->chars[line->chars[i]];

		/* A number may be that of the page. */
		if (!c->hidden || char_is_han(c->code) ||
		    (c->code >= '0' && c->code <= '9'))
			return false;
		letters += char_is_letter(c->code);
	}
	return letters <= SPECK_LETTERS;
}

/* What a block is by its type alone. */
static enum block_kind block_kinds_by_type(const struct placing *placing,
                                           const struct placed_block *block)
{
	if (block_kinds_is_speck(placing, block))
		return BLOCK_FURNITURE;
	if (block_kinds_is_text(placing, block))
		return BLOCK_TEXT;
	return block->vertical == placing->vertical &&
	                       block->em_pt < KIND_SMALL * placing->body_em &&
	                       !placing->lines[block->lines[0]].heavy
	               ? BLOCK_SMALL
	               : BLOCK_DISPLAY;
}

void block_kinds_find(struct placing *placing, const struct page_index *index)
{
	block_boxes_find(placing, index);
	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];

		block->kind = block_kinds_by_type(placing, block);
		block->picture = NPOS;
	}
	block_kinds_find_bold(placing, index);
	page_furniture_find(placing);
	bylines_find(placing, index);
	picture_captions_find(placing, index);
	inset_quotes_find(placing, index);
}
