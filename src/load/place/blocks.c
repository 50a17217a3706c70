/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/blocks.h"

#include "base/mem.h"
#include "load/place/chain.h"
#include "load/place/frame.h"
#include "load/place/line_index.h"
#include "load/place/place_weights.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static int compare_floats(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

/* The median of numbers, which are sorted by it; of an even count the upper one. */
static float median(float *numbers, size_t count)
{
	qsort(numbers, count, sizeof *numbers, compare_floats);
	return numbers[count / 2];
}

/* The place near which most of the places are, which are sorted; of equally good ones the
 * first (sign 1) or the last (sign -1). */
static float usual_place(const float *places, size_t count, float near,
                         float sign)
{
	size_t low = 0, high = 0, best_count = 0;
	float best = places[0];

	for (size_t i = 0; i < count; i++) {
		while (places[i] - places[low] >= near)
			low++;
		while (high < count && places[high] - places[i] < near)
			high++;
		if (high - low > best_count ||
		    (high - low == best_count && sign < 0)) {
			best = places[i];
			best_count = high - low;
		}
	}
	return best;
}

/* --------------------------------------------------------------------- edges */

/* The left edge: where most lines begin, or those that hang out, if there are enough. */
static float left_edge(const float *begins, size_t count, float em_pt)
{
	float near = BLOCK_SAME_EM * em_pt;
	float usual = usual_place(begins, count, near, 1);
	size_t hanging = 0, least = count / (size_t)BLOCK_HANG_LINES;

	while (hanging < count && begins[hanging] < begins[0] + near)
		hanging++;
	if (usual - begins[0] > BLOCK_HANG_EM * em_pt &&
	    hanging >= (least ? least : 1))
		return begins[0];
	return usual;
}

static float right_edge(const float *ends, size_t count, float em_pt)
{
	if (count < (size_t)BLOCK_LINES)
		return ends[count - 1];
	return usual_place(ends, count, BLOCK_SAME_EM * em_pt, -1);
}

static void measure_edges(const struct placing *placing,
                          struct placed_block *block)
{
	size_t count = block->line_count;
	float *begins = mem_alloc(count * sizeof *begins);
	float *ends = mem_alloc(count * sizeof *ends);

	for (size_t i = 0; i < count; i++) {
		begins[i] = placing->lines[block->lines[i]].begin;
		ends[i] = placing->lines[block->lines[i]].s1;
	}
	qsort(begins, count, sizeof *begins, compare_floats);
	qsort(ends, count, sizeof *ends, compare_floats);
	block->s0 = begins[0];
	block->s1 = ends[count - 1];
	block->left = left_edge(begins, count, block->em_pt);
	block->right = right_edge(ends, count, block->em_pt);
	free(begins);
	free(ends);
}

/* ---------------------------------------------------------------------- type */

/* A number that characters have, with how many of them. */
struct vote {
	uint32_t number;
	size_t chars;
};

static int compare_votes(const void *a, const void *b)
{
	const struct vote *x = a, *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

static uint32_t most_voted(struct vote *votes, size_t count)
{
	uint32_t best = votes[0].number;
	size_t most = 0, chars = 0;

	qsort(votes, count, sizeof *votes, compare_votes);
	for (size_t i = 0; i < count; i++) {
		if (i && votes[i].number != votes[i - 1].number)
			chars = 0;
		chars += votes[i].chars;
		if (chars > most) {
			most = chars;
			best = votes[i].number;
		}
	}
	return best;
}

static void measure_faces(const struct placing *placing,
                          struct placed_block *block)
{
	struct vote *faces = mem_alloc(block->line_count * sizeof *faces);
	struct vote *colours = mem_alloc(block->line_count * sizeof *colours);

	for (size_t i = 0; i < block->line_count; i++) {
		const struct placed_line *line =
			&placing->lines[block->lines[i]];

		faces[i] = (struct vote){ line->face, line->char_count };
		colours[i] = (struct vote){ line->rgb, line->char_count };
	}
	block->face = most_voted(faces, block->line_count);
	block->rgb = most_voted(colours, block->line_count);
	free(faces);
	free(colours);
}

static void measure_type(const struct placing *placing,
                         struct placed_block *block)
{
	size_t count = block->line_count, bold = 0, latin = 0;
	float *sizes = mem_alloc(count * sizeof *sizes);

	block->char_count = 0;
	for (size_t i = 0; i < count; i++) {
		const struct placed_line *line =
			&placing->lines[block->lines[i]];

		sizes[i] = line->em_pt;
		block->char_count += line->char_count;
		bold += line->bold ? line->char_count : 0;
		latin += line->latin ? line->char_count : 0;
	}
	block->em_pt = median(sizes, count);
	block->bold = bold * 2 > block->char_count;
	block->latin = latin * 2 > block->char_count;
	free(sizes);
	measure_faces(placing, block);
}

static float measure_pitch(const struct placing *placing,
                           const struct placed_block *block)
{
	size_t count = block->line_count - 1;
	float *steps, pitch;

	if (!count)
		return BLOCK_PITCH_EM * block->em_pt;
	steps = mem_alloc(count * sizeof *steps);
	for (size_t i = 0; i < count; i++)
		steps[i] = placing->lines[block->lines[i + 1]].t -
		           placing->lines[block->lines[i]].t;
	pitch = median(steps, count);
	free(steps);
	return pitch;
}

void block_measure(struct placing *placing, struct placed_block *block)
{
	const struct placed_line *first, *last;
	float width = placing->chars->width_pt;

	assert(block->line_count);
	first = &placing->lines[block->lines[0]];
	last = &placing->lines[block->lines[block->line_count - 1]];
	block->vertical = first->vertical;
	measure_type(placing, block);
	measure_edges(placing, block);
	block->t0 = first->t - block->em_pt / 2;
	block->t1 = last->t + block->em_pt / 2;
	block->pitch = measure_pitch(placing, block);
	block->at = frame_of_box(
		placing->vertical, width,
		frame_to_box(block->vertical, width,
	                     (struct frame_box){ block->s0, block->s1,
	                                         block->t0, block->t1 }));
}

/* -------------------------------------------------------------------- blocks */

static void add_block(struct placing *placing, const size_t *lines,
                      size_t count)
{
	struct placed_block *block = ARRAY_ADD(
		placing->blocks, placing->block_count, placing->block_cap);

	*block = (struct placed_block){
		.lines = mem_alloc(count * sizeof *lines),
		.line_count = count,
		.inside = NPOS,
		.picture = NPOS,
	};
	memcpy(block->lines, lines, count * sizeof *lines);
	for (size_t i = 0; i < count; i++)
		placing->lines[lines[i]].block = placing->block_count - 1;
	block_measure(placing, block);
}

/* Parts a block where its pitch jumps: between the lines of two articles. */
static void part_block(struct placing *placing)
{
	struct placed_block whole = placing->blocks[placing->block_count - 1];
	float most = fmaxf(BLOCK_JUMP * whole.pitch,
	                   whole.pitch + BLOCK_JUMP_EM * whole.em_pt);
	size_t start = 0;

	placing->block_count--;
	for (size_t i = 1; i <= whole.line_count; i++) {
		if (i < whole.line_count &&
		    placing->lines[whole.lines[i]].t -
		                    placing->lines[whole.lines[i - 1]].t <=
		            most)
			continue;
		add_block(placing, whole.lines + start, i - start);
		start = i;
	}
	free(whole.lines);
}

static void add_chains(struct placing *placing, bool vertical,
                       const size_t *above, const size_t *below)
{
	size_t *lines = mem_alloc(placing->line_count * sizeof *lines);

	for (size_t i = 0; i < placing->line_count; i++) {
		size_t count = 0;

		if (placing->lines[i].vertical != vertical || above[i] != NPOS)
			continue;
		for (size_t at = i; at != NPOS; at = below[at])
			lines[count++] = at;
		add_block(placing, lines, count);
		if (vertical && count >= (size_t)BLOCK_LINES)
			part_block(placing);
	}
	free(lines);
}

void blocks_add(struct placing *placing, bool vertical,
                const struct page_rules *rules)
{
	size_t *above = mem_alloc(placing->line_count * sizeof *above);
	size_t *below = mem_alloc(placing->line_count * sizeof *below);
	struct frame_rules frame_rules;
	struct line_index index;

	for (size_t i = 0; i < placing->line_count; i++)
		above[i] = below[i] = NPOS;
	line_index_init(&index, placing, vertical);
	frame_rules_init(&frame_rules, rules, vertical,
	                 placing->chars->width_pt);
	lines_chain(&index, &frame_rules, above, below);
	add_chains(placing, vertical, above, below);
	placing->work += index.steps;
	frame_rules_release(&frame_rules);
	line_index_release(&index);
	free(above);
	free(below);
}

/* ------------------------------------------------------------------ clearing */

static void drop_lines(struct placing *placing)
{
	size_t *place = mem_alloc(placing->line_count * sizeof *place);
	size_t kept = 0;

	for (size_t i = 0; i < placing->line_count; i++) {
		struct placed_line line = placing->lines[i];

		if (!line.char_count) {
			free(line.chars);
			buf_release(&line.text);
			continue;
		}
		place[i] = kept;
		placing->lines[kept++] = line;
	}
	placing->line_count = kept;
	for (size_t i = 0; i < placing->block_count; i++)
		for (size_t k = 0; k < placing->blocks[i].line_count; k++)
			placing->blocks[i].lines[k] =
				place[placing->blocks[i].lines[k]];
	free(place);
}

void blocks_drop_empty(struct placing *placing)
{
	size_t kept = 0;

	drop_lines(placing);
	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block block = placing->blocks[i];

		if (!block.line_count) {
			free(block.lines);
			continue;
		}
		for (size_t k = 0; k < block.line_count; k++)
			placing->lines[block.lines[k]].block = kept;
		placing->blocks[kept++] = block;
	}
	placing->block_count = kept;
}
