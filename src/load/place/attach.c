/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/attach.h"

#include "base/mem.h"
#include "load/lines/ngrams.h"
#include "load/place/block_text.h"
#include "load/place/nearest_article.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define QUOTE_GRAM_CHARS 4

static struct placed_article *attach_article(const struct placing *placing,
                                             size_t article)
{
	return &placing->articles[article];
}

static void attach_add(size_t **items, size_t *count, size_t item)
{
	size_t cap = *count;

	*items = mem_grow(*items, &cap, *count + 1, sizeof **items);
	(*items)[(*count)++] = item;
}

static bool attach_has_text(const struct placing *placing, size_t article)
{
	return attach_article(placing, article)->column_count > 0;
}

static bool attach_is_there(const struct placing *placing, size_t article)
{
	return attach_article(placing, article)->head != NPOS ||
	       attach_has_text(placing, article);
}

/* A head without text, or NULL. */
static const struct placed_head *attach_bare_head(const struct placing *placing,
                                                  size_t article)
{
	const struct placed_article *of = attach_article(placing, article);

	return of->head != NPOS && !of->column_count ? &placing->heads[of->head]
	                                             : NULL;
}

static bool attach_is_jump(const struct placing *placing, size_t article)
{
	const struct placed_head *head = attach_bare_head(placing, article);

	for (size_t i = 0; head && i < head->block_count; i++)
		if (!block_is_jump(placing, &placing->blocks[head->blocks[i]]))
			return false;
	return head;
}

/* All that is there, but no jump lines. */
static bool attach_may_jump(const struct placing *placing, size_t article)
{
	return attach_is_there(placing, article) &&
	       !attach_is_jump(placing, article);
}

/* The blocks of the head of `from` become loose blocks of `to`; the article is no more.
 * What was loose there goes along. */
static void attach_move_head(struct placing *placing, size_t from, size_t to)
{
	struct placed_article *article = attach_article(placing, from);
	const struct placed_head *head = &placing->heads[article->head];
	struct placed_article *other = attach_article(placing, to);

	for (size_t i = 0; i < head->block_count; i++)
		attach_add(&other->loose, &other->loose_count, head->blocks[i]);
	for (size_t i = 0; i < article->loose_count; i++)
		attach_add(&other->loose, &other->loose_count,
		           article->loose[i]);
	article->head = NPOS;
	article->loose_count = 0;
}

/* The teaser right above a jump line: the lowest of the heads without text there. */
static size_t attach_teaser_above(const struct placing *placing, size_t jump)
{
	const struct placed_head *line = attach_bare_head(placing, jump);
	float em = placing->body_em, foot = -INFINITY;
	size_t best = NPOS;

	for (size_t i = 0; i < placing->article_count; i++) {
		const struct placed_head *head = attach_bare_head(placing, i);

		if (!head || i == jump || attach_is_jump(placing, i) ||
		    head->inside != line->inside ||
		    head->at.t0 >= line->at.t0 ||
		    line->at.t0 - head->at.t1 >= ATTACH_JUMP_EM * em ||
		    frame_overlap(line->at.s0, line->at.s1, head->at.s0,
		                  head->at.s1) <= -ATTACH_JUMP_ASIDE_EM * em ||
		    head->at.t1 <= foot)
			continue;
		foot = head->at.t1;
		best = i;
	}
	return best;
}

static void attach_jump_lines(struct nearest *nearest, struct placing *placing)
{
	for (size_t i = 0; i < placing->article_count; i++) {
		const struct placed_head *head;
		struct seeker seeker;
		size_t to = NPOS;

		if (!attach_is_jump(placing, i))
			continue;
		head = attach_bare_head(placing, i);
		seeker = (struct seeker){ head->at, head->inside };
		if (nearest->steps <= nearest->most)
			to = attach_teaser_above(placing, i);
		nearest->steps += placing->article_count;
		if (to == NPOS)
			to = nearest_article(nearest, &seeker, attach_may_jump);
		if (to != NPOS)
			attach_move_head(placing, i, to);
	}
}

/* Is the article nothing but small type in no box? */
static bool attach_is_small(const struct placing *placing, size_t article)
{
	const struct placed_head *head = attach_bare_head(placing, article);

	if (!head || head->inside != NPOS ||
	    head->em_pt > ATTACH_SMALL * placing->body_em)
		return false;
	for (size_t i = 0; i < head->block_count; i++)
		if (placing->blocks[head->blocks[i]].line_count >
		    ATTACH_SMALL_LINES)
			return false;
	return true;
}

static void attach_small_type(struct nearest *nearest, struct placing *placing)
{
	for (size_t i = 0; i < placing->article_count; i++) {
		const struct placed_block *first;
		struct seeker seeker;
		size_t to;

		if (!attach_is_small(placing, i))
			continue;
		first = &placing->blocks[attach_bare_head(placing, i)
		                                 ->blocks[0]];
		seeker = (struct seeker){ first->at, first->inside };
		to = nearest_article(nearest, &seeker, attach_has_text);
		if (to != NPOS)
			attach_move_head(placing, i, to);
	}
}

/* What is known of a box while its adverts are joined. */
struct box_heads {
	size_t first; /* article of a head without text there, or NPOS */
	bool parted;  /* text or jump lines stand there: no advert */
};

static bool attach_has_jump(const struct placing *placing, size_t article)
{
	const struct placed_article *of = attach_article(placing, article);
	const struct placed_head *head = &placing->heads[of->head];

	for (size_t i = 0; i < head->block_count; i++)
		if (block_is_jump(placing, &placing->blocks[head->blocks[i]]))
			return true;
	for (size_t i = 0; i < of->loose_count; i++)
		if (block_is_jump(placing, &placing->blocks[of->loose[i]]))
			return true;
	return false;
}

static void attach_find_boxes(struct box_heads *boxes,
                              const struct placing *placing)
{
	for (size_t i = 0; i < placing->box_count; i++)
		boxes[i].first = NPOS;
	for (size_t i = 0; i < placing->article_count; i++) {
		const struct placed_article *article =
			attach_article(placing, i);
		size_t inside =
			article->column_count
				? placing->columns[article->columns[0]].inside
			: article->head != NPOS
				? placing->heads[article->head].inside
				: NPOS;

		if (inside == NPOS)
			continue;
		if (article->column_count || attach_has_jump(placing, i))
			boxes[inside].parted = true;
		else if (boxes[inside].first == NPOS)
			boxes[inside].first = i;
	}
}

static void attach_adverts(struct placing *placing)
{
	struct box_heads *boxes = mem_alloc(placing->box_count * sizeof *boxes);

	attach_find_boxes(boxes, placing);
	for (size_t i = 0; i < placing->article_count; i++) {
		const struct placed_head *head = attach_bare_head(placing, i);

		if (head && head->inside != NPOS &&
		    !boxes[head->inside].parted &&
		    boxes[head->inside].first != i)
			attach_move_head(placing, i, boxes[head->inside].first);
	}
	free(boxes);
}

/* The place of a block, with that of the picture it belongs to. */
static struct seeker attach_seeker(const struct placing *placing,
                                   const struct placed_block *block)
{
	struct seeker seeker = { block->at, block->inside };

	if (block->picture != NPOS) {
		const struct frame_box *at = &placing->pictures[block->picture];

		seeker.at.s0 = fminf(seeker.at.s0, at->s0);
		seeker.at.s1 = fmaxf(seeker.at.s1, at->s1);
		seeker.at.t0 = fminf(seeker.at.t0, at->t0);
		seeker.at.t1 = fmaxf(seeker.at.t1, at->t1);
	}
	return seeker;
}

/* The n-grams of the text of each article; the caller frees them. */
static struct ngrams *attach_article_grams(const struct placing *placing)
{
	struct ngrams *grams =
		mem_alloc(placing->article_count * sizeof *grams);
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; i < placing->article_count; i++) {
		const struct placed_article *article =
			attach_article(placing, i);

		buf_clear(&text);
		for (size_t c = 0; c < article->column_count; c++)
			buf_add(&text,
			        buf_str(&placing->columns[article->columns[c]]
			                         .text));
		ngrams_init(&grams[i], buf_str(&text), QUOTE_GRAM_CHARS);
	}
	buf_release(&text);
	return grams;
}

/* The article that has most of the words of a quote, or NPOS. */
static size_t attach_quoted(struct nearest *nearest,
                            const struct ngrams *articles, size_t quote)
{
	const struct placing *placing = nearest->placing;
	struct ngrams grams;
	struct buf text;
	double most = ATTACH_QUOTED;
	size_t best = NPOS;

	buf_init(&text);
	block_text_add(placing, &placing->blocks[quote], &text);
	ngrams_init(&grams, buf_str(&text), QUOTE_GRAM_CHARS);
	for (size_t i = 0; i < placing->article_count && grams.count; i++) {
		double share;

		if (nearest->steps > nearest->most)
			break;
		nearest->steps += articles[i].count + 1;
		share = (double)ngrams_common(&grams, &articles[i]) /
		        (double)grams.count;
		if (share > most) {
			most = share;
			best = i;
		}
	}
	ngrams_release(&grams);
	buf_release(&text);
	return best;
}

static void attach_insets(struct nearest *nearest, struct placing *placing)
{
	struct ngrams *grams = attach_article_grams(placing);

	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];
		struct seeker seeker;
		struct placed_article *article;
		size_t to = NPOS;

		if (block->kind != BLOCK_QUOTE && block->kind != BLOCK_CAPTION)
			continue;
		seeker = attach_seeker(placing, block);
		if (block->kind == BLOCK_QUOTE)
			to = attach_quoted(nearest, grams, i);
		if (to == NPOS && block->kind == BLOCK_QUOTE)
			to = nearest_article(nearest, &seeker, attach_has_text);
		if (to == NPOS)
			to = nearest_article(nearest, &seeker, attach_is_there);
		if (to == NPOS)
			continue;
		article = attach_article(placing, to);
		if (block->kind == BLOCK_QUOTE)
			attach_add(&article->quotes, &article->quote_count, i);
		else
			attach_add(&article->captions, &article->caption_count,
			           i);
	}
	for (size_t i = 0; i < placing->article_count; i++)
		ngrams_release(&grams[i]);
	free(grams);
}

/* Drops the articles that have become parts of others. */
static void attach_drop_empty(struct placing *placing)
{
	size_t count = 0;

	for (size_t i = 0; i < placing->article_count; i++) {
		if (attach_is_there(placing, i)) {
			placing->articles[count++] = placing->articles[i];
			continue;
		}
		free(placing->articles[i].columns);
		free(placing->articles[i].loose);
	}
	placing->article_count = count;
}

void attach_rest(struct placing *placing)
{
	struct nearest nearest;

	nearest_init(&nearest, placing, ATTACH_STEPS);
	attach_jump_lines(&nearest, placing);
	attach_small_type(&nearest, placing);
	attach_adverts(placing);
	attach_drop_empty(placing);
	attach_insets(&nearest, placing);
	nearest_release(&nearest);
}
