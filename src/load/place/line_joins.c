/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/line_joins.h"

#include "base/mem.h"
#include "load/place/blocks.h"
#include "load/place/char_kind.h"
#include "load/place/line_append.h"
#include "load/place/line_index.h"
#include "load/place/place_weights.h"
#include "load/place/rules.h"

#include <math.h>
#include <stdlib.h>

#define CAP_CHARS     2  /* of a drop cap: a letter, with an opening mark */
#define CAP_SIDE_MOST 16 /* lines that stand beside one */
#define PARTS_MOST    32 /* of a row that was cut */

/* ----------------------------------------------------------------- drop caps */

static bool may_be_cap(const struct placing *placing,
                       const struct placed_line *line)
{
	uint32_t last;

	if (!line->char_count || line->char_count > CAP_CHARS ||
	    line->em_pt < CAP_SIZE * placing->body_em ||
	    line->vertical != placing->vertical)
		return false;
	last = placing->chars->chars[line->chars[line->char_count - 1]].code;
	return char_is_han(last) || char_is_letter(last);
}

/* The lines of running text beside a cap, by t. */
static size_t lines_beside(const struct placing *placing,
                           struct line_index *index,
                           const struct placed_line *cap, size_t *beside)
{
	float em = placing->body_em;
	size_t count = 0, line;
	struct line_walk walk;

	line_walk_init(
		&walk, index,
		(struct line_window){
			cap->s1 + CAP_NEAR_EM * em, cap->s1 + CAP_FAR_EM * em,
			cap->t - cap->em_pt / 2 - CAP_OUT_TOP_EM * em,
			cap->t + cap->em_pt / 2 + CAP_OUT_FOOT_EM * em,
			em * (1 - CAP_LINE_SIZE), em * (1 + CAP_LINE_SIZE) });
	while (count < CAP_SIDE_MOST &&
	       (line = line_walk_next(&walk)) != NPOS) {
		float room = placing->lines[line].begin - cap->s1;
		size_t k = count;

		if (room <= CAP_NEAR_EM * em || room >= CAP_FAR_EM * em ||
		    !placing->lines[line].char_count)
			continue;
		for (; k &&
		       placing->lines[beside[k - 1]].t > placing->lines[line].t;
		     k--)
			beside[k] = beside[k - 1];
		beside[k] = line;
		count++;
	}
	return count;
}

/* The top of a cap.  A letter of an alphabet is less high than its em. */
static float cap_top(const struct placing *placing,
                     const struct placed_line *cap)
{
	uint32_t last =
		placing->chars->chars[cap->chars[cap->char_count - 1]].code;
	float top = cap->t - cap->em_pt / 2;

	return char_is_han(last) ? top : top + CAP_LETTER_TOP * cap->em_pt;
}

static void join_cap(struct placed_line *cap, struct placed_line *first)
{
	line_prepend(first, cap);
	first->s0 = cap->s0;
	first->begin = cap->begin;
	first->drop_cap = true;
}

void line_joins_caps(struct placing *placing)
{
	size_t beside[CAP_SIDE_MOST];
	struct line_index index;

	line_index_init(&index, placing, placing->vertical);
	for (size_t i = 0; i < placing->line_count; i++) {
		struct placed_line *cap = &placing->lines[i];
		size_t count;
		const struct placed_line *first;

		if (!may_be_cap(placing, cap))
			continue;
		count = lines_beside(placing, &index, cap, beside);
		first = count ? &placing->lines[beside[0]] : NULL;
		if (count >= (size_t)CAP_LINES &&
		    first->t - placing->body_em / 2 <=
		            cap_top(placing, cap) +
		                    CAP_TOP_EM * placing->body_em)
			join_cap(cap, &placing->lines[beside[0]]);
	}
	placing->work += index.steps;
	line_index_release(&index);
	blocks_drop_empty(placing);
}

/* ------------------------------------------------------------------- bullets */

static bool is_bullet(uint32_t code)
{
	static const uint16_t bullets[] = {
		0x25cf, 0x25a0, 0x25c6, 0x25b2, 0x25bc, 0x25a1, 0x25c7,
		0x25cb, 0x25ce, 0x2022, 0xb7,   0x25aa, 0x25ba, 0x25b6,
		0x2605, 0x2606, 0x203b, 0x2756, 0x25fc, 0x25fe, 0x2219,
	};

	for (size_t i = 0; i < ARRAY_LEN(bullets); i++)
		if (bullets[i] == code)
			return true;
	return false;
}

/* The nearest line that begins behind a bullet, or NPOS. */
static size_t line_behind(const struct placing *placing,
                          struct line_index *index, size_t bullet)
{
	const struct placed_line *mark = &placing->lines[bullet];
	size_t best = NPOS, at;
	struct line_walk walk;
	float em = placing->body_em;
	float reach = BULLET_SIZE * em;

	line_walk_init(&walk, index,
	               (struct line_window){ mark->s0 - em,
	                                     mark->s1 + BULLET_FAR_EM * reach,
	                                     mark->t - reach, mark->t + reach,
	                                     em / BULLET_SIZE, reach });
	while ((at = line_walk_next(&walk)) != NPOS) {
		const struct placed_line *line = &placing->lines[at];
		float room = (line->s0 - mark->s1) / line->em_pt;

		if (at != bullet && line->char_count &&
		    line->block != mark->block &&
		    fabsf(line->t - mark->t) < BULLET_LEVEL_EM * line->em_pt &&
		    room > BULLET_NEAR_EM && room < BULLET_FAR_EM &&
		    (best == NPOS || line->s0 < placing->lines[best].s0))
			best = at;
	}
	return best;
}

static void join_bullets_of(struct placing *placing, bool vertical)
{
	struct line_index index;

	line_index_init(&index, placing, vertical);
	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];
		struct placed_line *mark;
		size_t line;

		if (block->vertical != vertical || block->line_count != 1)
			continue;
		mark = &placing->lines[block->lines[0]];
		if (mark->char_count != 1 ||
		    !is_bullet(placing->chars->chars[mark->chars[0]].code))
			continue;
		line = line_behind(placing, &index, block->lines[0]);
		if (line == NPOS)
			continue;
		line_prepend(&placing->lines[line], mark);
		block->line_count = 0;
	}
	placing->work += index.steps;
	line_index_release(&index);
}

void line_joins_bullets(struct placing *placing)
{
	join_bullets_of(placing, false);
	join_bullets_of(placing, true);
}

/* ------------------------------------------------------------ rows that were cut */

struct mending {
	struct placing *placing;
	struct line_index *index;
	struct placed_block *block;
	bool heavy;
	size_t row[PARTS_MOST]; /* parts, by s */
	size_t count;
};

/* A line by itself that may be a part of the row of `line`. */
static bool may_be_part(const struct mending *mending,
                        const struct placed_line *line,
                        const struct placed_line *part)
{
	const struct placing *placing = mending->placing;
	const struct placed_block *block = mending->block;
	const struct placed_block *own = &placing->blocks[part->block];
	float em = placing->body_em;
	float off = fabsf(own->em_pt - block->em_pt);

	return part->char_count &&
	       own->line_count <=
	               (mending->heavy ? 1 : (size_t)MEND_PART_LINES) &&
	       own->line_count < block->line_count && own != block &&
	       part->heavy == mending->heavy &&
	       off < (mending->heavy ? MEND_SIZE_DISPLAY_EM : MEND_SIZE_EM) *
	                       em &&
	       (!mending->heavy || own->face == block->face) &&
	       fabsf(part->t - line->t) < MEND_LEVEL_EM * em &&
	       part->s0 > block->left - MEND_OUT_EM * em &&
	       part->s1 < block->right + MEND_OUT_EM * em;
}

/* Adds a part to the row, by s. */
static void row_add(struct mending *mending, size_t line)
{
	const struct placed_line *lines = mending->placing->lines;
	size_t at = mending->count;

	if (at == PARTS_MOST)
		return;
	for (; at && lines[mending->row[at - 1]].s0 > lines[line].s0; at--)
		mending->row[at] = mending->row[at - 1];
	mending->row[at] = line;
	mending->count++;
}

static void find_parts(struct mending *mending, size_t line)
{
	const struct placing *placing = mending->placing;
	const struct placed_line *whole = &placing->lines[line];
	float level = MEND_LEVEL_EM * placing->body_em;
	struct line_walk walk;
	size_t part;

	mending->count = 0;
	row_add(mending, line);
	line_walk_init(&walk, mending->index,
	               (struct line_window){
			       mending->block->left, mending->block->right,
			       whole->t - level, whole->t + level,
			       mending->block->em_pt * CHAIN_SIZE,
			       mending->block->em_pt / CHAIN_SIZE });
	while ((part = line_walk_next(&walk)) != NPOS)
		if (part != line &&
		    may_be_part(mending, whole, &placing->lines[part]))
			row_add(mending, part);
}

/* Is there a rule between two parts, or a picture that they are not printed on? */
static bool is_parted(const struct placing *placing,
                      const struct placed_line *a, const struct placed_line *b)
{
	if (rules_between(placing->rules_along_t, placing->along_t_count,
	                  a->s1 - MEND_RULE_PT, b->s0 + MEND_RULE_PT, a->t,
	                  a->t, 0))
		return true;
	for (size_t i = 0; i < placing->picture_count; i++) {
		const struct frame_box *picture = &placing->pictures[i];

		if (picture->t0 < a->t && a->t < picture->t1 &&
		    picture->s0 > a->s0 && picture->s1 < b->s1 &&
		    frame_overlap(a->s1, b->s0, picture->s0, picture->s1) > 0)
			return true;
	}
	return false;
}

/* The parts fill their column, or stand near, and nothing is between them. */
static bool parts_are_row(const struct mending *mending)
{
	const struct placing *placing = mending->placing;
	const struct placed_line *lines = placing->lines;
	const struct placed_line *first = &lines[mending->row[0]];
	const struct placed_line *last =
		&lines[mending->row[mending->count - 1]];
	float em = placing->body_em;
	bool full = first->s0 < mending->block->left + MEND_FULL_EM * em &&
	            fabsf(last->s1 - mending->block->right) < MEND_OUT_EM * em;
	float most = full && !mending->heavy ? MEND_GAP_FULL_EM : MEND_GAP_EM;

	for (size_t i = 1; i < mending->count; i++) {
		const struct placed_line *a = &lines[mending->row[i - 1]];
		const struct placed_line *b = &lines[mending->row[i]];

		if (b->begin - a->finish > most * em ||
		    b->s0 - a->s1 < -MEND_OVERLAP_EM * em ||
		    is_parted(placing, a, b))
			return false;
	}
	return true;
}

/* Takes a line from its block. */
static void take_line(struct placing *placing, size_t line)
{
	struct placed_block *block =
		&placing->blocks[placing->lines[line].block];
	size_t kept = 0;

	for (size_t i = 0; i < block->line_count; i++)
		if (block->lines[i] != line)
			block->lines[kept++] = block->lines[i];
	block->line_count = kept;
	if (kept)
		block_measure(placing, block);
}

/* The parts become one line, at the place of `line`, which keeps its height. */
static void join_row(struct mending *mending, size_t line)
{
	struct placed_line *lines = mending->placing->lines;
	struct placed_line *first = &lines[mending->row[0]];
	struct placed_line *whole = &lines[line];
	struct str between = whole->latin ? STR(" ") : STR("");
	struct placed_line last = lines[mending->row[mending->count - 1]];

	for (size_t i = 0; i < mending->count; i++)
		if (mending->row[i] != line)
			take_line(mending->placing, mending->row[i]);
	for (size_t i = 1; i < mending->count; i++)
		line_append(first, &lines[mending->row[i]], between);
	if (first != whole) {
		whole->s0 = first->s0;
		whole->begin = first->begin;
		line_prepend(whole, first);
	}
	whole->s1 = last.s1;
	whole->finish = last.finish;
}

static void mend_block(struct mending *mending)
{
	struct placed_block *block = mending->block;
	bool mended = false;

	mending->heavy = mending->placing->lines[block->lines[0]].heavy;
	if (block->line_count < (mending->heavy ? 2 : (size_t)MEND_LINES))
		return;
	for (size_t i = 0; i < block->line_count; i++) {
		find_parts(mending, block->lines[i]);
		if (mending->count < 2 || !parts_are_row(mending))
			continue;
		join_row(mending, block->lines[i]);
		mended = true;
	}
	if (mended)
		block_measure(mending->placing, block);
}

struct block_size {
	size_t lines, block;
};

static int compare_sizes(const void *a, const void *b)
{
	const struct block_size *x = a, *y = b;

	if (x->lines != y->lines)
		return x->lines < y->lines ? 1 : -1;
	return (x->block > y->block) - (x->block < y->block);
}

void line_joins_rows(struct placing *placing)
{
	struct block_size *order =
		mem_alloc(placing->block_count * sizeof *order);
	struct line_index index;
	struct mending mending = { .placing = placing, .index = &index };
	size_t count = 0;

	line_index_init(&index, placing, placing->vertical);
	for (size_t i = 0; i < placing->block_count; i++)
		if (placing->blocks[i].vertical == placing->vertical &&
		    placing->blocks[i].line_count > 1)
			order[count++] = (struct block_size){
				placing->blocks[i].line_count, i
			};
	qsort(order, count, sizeof *order, compare_sizes);
	for (size_t i = 0; i < count; i++) {
		mending.block = &placing->blocks[order[i].block];
		mend_block(&mending);
	}
	placing->work += index.steps;
	line_index_release(&index);
	free(order);
}
