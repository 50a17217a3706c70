/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/inset_quotes.h"

#include "base/mem.h"
#include "load/lines/ngrams.h"
#include "load/place/block_text.h"
#include "load/place/place_order.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

/* The n-grams of the running text of a page, by which words are found in it. */
struct text_grams {
	struct ngrams han, latin;
};

/* The running text, column by column, so that sentences go on from block to block. */
static void inset_quotes_text(const struct placing *placing, struct buf *text)
{
	struct place_key *keys = mem_alloc(placing->block_count * sizeof *keys);
	size_t count = 0;

	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];

		if (block->kind == BLOCK_TEXT)
			keys[count++] = (struct place_key){ block->at.s0,
				                            block->at.t0, i };
	}
	place_sort(keys, count);
	for (size_t i = 0; i < count; i++)
		block_text_add(placing, &placing->blocks[keys[i].index], text);
	free(keys);
}

static void text_grams_init(struct text_grams *grams,
                            const struct placing *placing)
{
	struct buf text;

	buf_init(&text);
	inset_quotes_text(placing, &text);
	ngrams_init(&grams->han, buf_str(&text), QUOTE_GRAM);
	ngrams_init(&grams->latin, buf_str(&text), QUOTE_GRAM_LATIN);
	buf_release(&text);
}

static void text_grams_release(struct text_grams *grams)
{
	ngrams_release(&grams->han);
	ngrams_release(&grams->latin);
}

/* Do the words of a block stand in the running text as well? */
static bool inset_quotes_repeats(const struct text_grams *grams,
                                 const struct placed_block *block,
                                 struct str text)
{
	const struct ngrams *all = block->latin ? &grams->latin : &grams->han;
	struct ngrams own;
	bool repeats;

	ngrams_init(&own, text, block->latin ? QUOTE_GRAM_LATIN : QUOTE_GRAM);
	repeats = own.count && (float)ngrams_common(&own, all) >
	                               QUOTE_REPEATED * (float)own.count;
	ngrams_release(&own);
	return repeats;
}

/* Is a rule as long as the block, or, as a column, longer and the block small type in its
 * middle? */
static bool inset_quotes_is_rule(const struct placing *placing,
                                 const struct placed_rule *rule,
                                 const struct placed_block *block)
{
	float em = placing->body_em, length = rule->to - rule->from;
	struct frame_box at = block->at;

	if (rule->from > at.s0 + QUOTE_RULE_SHORT_EM * em ||
	    rule->to < at.s1 - QUOTE_RULE_SHORT_EM * em)
		return false;
	return length < at.s1 - at.s0 + QUOTE_RULE_LONG_EM * em ||
	       (block->em_pt < QUOTE_SMALL * em &&
	        length < QUOTE_WIDE_EM * em &&
	        fabsf(rule->from + rule->to - at.s0 - at.s1) < em);
}

/* Is there such a rule in an area above or below a block? */
static bool inset_quotes_has_rule(const struct placing *placing,
                                  const struct page_index *index,
                                  const struct placed_block *block, float t0,
                                  float t1)
{
	struct frame_box at = block->at;
	struct box_query query =
		box_query_start(&index->rules_along_s,
	                        (struct frame_box){ at.s0, at.s1, t0, t1 });
	size_t i;

	while ((i = box_query_next(&query)) != NPOS)
		if (inset_quotes_is_rule(placing, &placing->rules_along_s[i],
		                         block))
			return true;
	return false;
}

/* Does a block stand between two rules of its own? */
static bool inset_quotes_has_rules(const struct placing *placing,
                                   const struct page_index *index,
                                   const struct placed_block *block)
{
	float room = QUOTE_RULE_EM * placing->body_em;
	struct frame_box at = block->at;

	return inset_quotes_has_rule(placing, index, block, at.t0 - room,
	                             at.t0) &&
	       inset_quotes_has_rule(placing, index, block, at.t1,
	                             at.t1 + room);
}

/* Do all lines of a text that are level with an inset end before it, or begin behind
 * it? */
static bool inset_quotes_leaves_room(const struct placing *placing,
                                     const struct placed_block *text,
                                     struct frame_box inset)
{
	float em = placing->body_em, half = QUOTE_LINE_EM * em;
	float slack = QUOTE_INTO_EM * em;
	size_t level = 0;

	for (size_t i = block_line_at(placing, text, inset.t0 - half);
	     i < text->line_count; i++) {
		const struct placed_line *line =
			&placing->lines[text->lines[i]];

		if (line->t >= inset.t1 + half)
			break;
		if (line->s1 > inset.s0 + slack &&
		    line->begin < inset.s1 - slack)
			return false;
		level++;
	}
	return level >= QUOTE_LEVEL_LINES;
}

/* Does running text run around a block? */
static bool inset_quotes_is_inset(const struct placing *placing,
                                  const struct page_index *index,
                                  const struct placed_block *block)
{
	float em = placing->body_em;
	struct frame_box at = block->at;
	struct box_query query = box_query_start(&index->blocks, at);
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *text = &placing->blocks[i];

		if (text->kind == BLOCK_TEXT &&
		    text->line_count >= QUOTE_AROUND_LINES &&
		    text->inside == block->inside &&
		    frame_overlap(at.s0, at.s1, text->left, text->right) >
		            QUOTE_AROUND_EM * em &&
		    frame_overlap_t(at, text->at) >
		            QUOTE_AROUND * (at.t1 - at.t0) &&
		    text->at.t0 < at.t0 - QUOTE_ABOVE_EM * em &&
		    inset_quotes_leaves_room(placing, text, at))
			return true;
	}
	return false;
}

static bool inset_quotes_may_be(const struct placing *placing,
                                const struct placed_block *block)
{
	float size = block->em_pt / placing->body_em;

	return block->kind == BLOCK_DISPLAY &&
	       block->vertical == placing->vertical &&
	       block->char_count >= QUOTE_CHARS &&
	       size <= (block->line_count < QUOTE_LARGE_LINES
	                        ? QUOTE_LARGE
	                        : QUOTE_LARGE_SAID) &&
	       (size >= QUOTE_SMALL || block->bold);
}

/* Is there larger display type right above, of which it is the deck? */
static bool inset_quotes_is_deck(const struct placing *placing,
                                 const struct page_index *index,
                                 const struct placed_block *block)
{
	float em = placing->body_em;
	struct box_query query = box_query_start(
		&index->blocks,
		frame_box_grown(block->at, 0, QUOTE_HEAD_EM * em));
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *head = &placing->blocks[i];

		if (head->kind == BLOCK_DISPLAY &&
		    head->inside == block->inside &&
		    head->em_pt > QUOTE_HEAD_SIZE * block->em_pt &&
		    head->at.t1 < block->at.t0 + em &&
		    head->at.t0 < block->at.t0 &&
		    frame_overlap_s(head->at, block->at) >
		            QUOTE_HEAD_OVER * (block->at.s1 - block->at.s0))
			return true;
	}
	return false;
}

/* Does running text end right above a block? */
static bool inset_quotes_has_text(const struct placing *placing,
                                  const struct page_index *index,
                                  const struct placed_block *block)
{
	float reach = QUOTE_TEXT_EM * placing->body_em;
	struct box_query query = box_query_start(
		&index->blocks,
		(struct frame_box){ block->at.s0, block->at.s1,
	                            block->at.t0 - reach, block->at.t0 });
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *text = &placing->blocks[i];

		if (text->kind == BLOCK_TEXT && text->at.t0 < block->at.t0 &&
		    frame_overlap_s(text->at, block->at) >
		            QUOTE_HEAD_OVER * fminf(block->at.s1 - block->at.s0,
		                                    text->at.s1 - text->at.s0))
			return true;
	}
	return false;
}

/* Does running text begin right under a block, flush with it? */
static bool inset_quotes_heads_text(const struct placing *placing,
                                    const struct page_index *index,
                                    const struct placed_block *block)
{
	float em = placing->body_em;
	struct box_query query = box_query_start(
		&index->blocks,
		(struct frame_box){ block->at.s0, block->at.s1, block->at.t1,
	                            block->at.t1 + QUOTE_HEAD_EM * em });
	size_t i;

	while ((i = box_query_next(&query)) != NPOS) {
		const struct placed_block *text = &placing->blocks[i];

		if (text->kind == BLOCK_TEXT && text->line_count > 1 &&
		    text->at.t0 > block->at.t0 &&
		    fabsf(text->at.s0 - block->at.s0) < em)
			return true;
	}
	return false;
}

static bool inset_quotes_is_quote(const struct placing *placing,
                                  const struct page_index *index,
                                  const struct text_grams *grams,
                                  const struct placed_block *block)
{
	bool large = block->em_pt > QUOTE_LARGE * placing->body_em;
	bool rules = !large && inset_quotes_has_rules(placing, index, block);
	bool repeats;
	struct buf text;

	if (rules && block->char_count > QUOTE_RULES_CHARS &&
	    block->at.s1 - block->at.s0 < QUOTE_WIDE_EM * placing->body_em)
		return true;
	if (!large && inset_quotes_is_inset(placing, index, block))
		return true;
	/* One line of words that the text has as well is its headline. */
	if (!rules && block->line_count < 2 &&
	    (block->em_pt <= QUOTE_LINE_LARGE * placing->body_em ||
	     inset_quotes_heads_text(placing, index, block)))
		return false;
	if (!rules && (inset_quotes_is_deck(placing, index, block) ||
	               (block->em_pt > QUOTE_TOP_LARGE * placing->body_em &&
	                !inset_quotes_has_text(placing, index, block))))
		return false;
	buf_init(&text);
	block_text_add(placing, block, &text);
	repeats = inset_quotes_repeats(grams, block, buf_str(&text));
	buf_release(&text);
	return repeats;
}

void inset_quotes_find(struct placing *placing, const struct page_index *index)
{
	struct text_grams grams;

	text_grams_init(&grams, placing);
	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];

		if (inset_quotes_may_be(placing, block) &&
		    inset_quotes_is_quote(placing, index, &grams, block))
			block->kind = BLOCK_QUOTE;
	}
	text_grams_release(&grams);
}
