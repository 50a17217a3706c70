/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/column_edges.h"

#include "load/place/block_text.h"
#include "load/place/place_weights.h"

#include <math.h>

float column_set_in_em(const struct placed_line *line, size_t indent_em)
{
	float by_mark = (line->s0 - line->left) / line->em_pt;
	float indent = indent_em ? (float)indent_em : 1;

	/* An opening mark with its white half. */
	if (line->latin ||
	    line->begin - line->s0 < EDGES_WHITE_EM * line->em_pt)
		return (line->begin - line->left) / line->em_pt;
	if (by_mark > EDGES_FAR_EM)
		return by_mark;
	return by_mark > (indent - MARK_WHITE_EM) / 2 ? indent : 0;
}

float column_room_em(const struct placed_line *line)
{
	return (line->right - line->s1) / line->em_pt;
}

/* A text and what stands in it. */
struct edges_inset {
	struct placing *placing;
	const struct placed_block *text;
	struct frame_box at;
};

static struct placed_line *edges_line(const struct edges_inset *inset, size_t i)
{
	return &inset->placing->lines[inset->text->lines[i]];
}

/* How far a line begins from a place, less what it may be set in: 0, 1 or 2 em. */
static float edges_off(const struct placed_line *line, float place, float em)
{
	float off = line->begin - place;

	return fminf(fabsf(off), fminf(fabsf(off - em), fabsf(off - 2 * em)));
}

/* The lines beside an inset, and some above and below it, for which it leaves room. */
struct edges_lines {
	size_t first, end; /* of the text */
	float place;       /* the edge of the lines beside it */
	float t0, t1;      /* the middles of the first and last of them */
	bool any;
};

/* The lines that begin behind an inset on the left, or end before one on the right. */
static struct edges_lines edges_beside(const struct edges_inset *inset,
                                       bool on_left)
{
	float em = inset->placing->body_em, slack = EDGES_INTO_EM * em;
	float reach = EDGES_NEAR_EM * em;
	struct edges_lines lines = { 0 };
	size_t i = block_line_at(inset->placing, inset->text,
	                         inset->at.t0 - reach);

	for (lines.first = i; i < inset->text->line_count; i++) {
		const struct placed_line *line = edges_line(inset, i);
		float place = on_left ? line->begin : line->s1;

		if (line->t >= inset->at.t1 + reach)
			break;
		if (on_left ? place < inset->at.s1 - slack
		            : place > inset->at.s0 + slack)
			continue;
		if (!lines.any ||
		    (on_left ? place < lines.place : place > lines.place))
			lines.place = place;
		lines.t0 = lines.any ? lines.t0 : line->t;
		lines.t1 = line->t;
		lines.any = true;
	}
	lines.end = i;
	return lines;
}

/* The same lines, with those above and below that may be of the narrower column. */
static struct edges_lines edges_widened(const struct edges_inset *inset,
                                        struct edges_lines lines)
{
	float more = EDGES_MORE_PITCHES * inset->text->pitch;

	lines.first =
		block_line_at(inset->placing, inset->text, lines.t0 - more);
	lines.end = block_line_at(inset->placing, inset->text, lines.t1 + more);
	return lines;
}

static void edges_inset_left(const struct edges_inset *inset)
{
	float em = inset->placing->body_em, slack = EDGES_INTO_EM * em;
	struct edges_lines lines = edges_beside(inset, true);

	if (!lines.any)
		return;
	for (size_t i = lines.first; i < lines.end; i++) {
		struct placed_line *line = edges_line(inset, i);

		if (line->begin >= inset->at.s1 - slack)
			line->left = fmaxf(line->left, lines.place);
	}
	lines = edges_widened(inset, lines);
	for (size_t i = lines.first; i < lines.end; i++) {
		struct placed_line *line = edges_line(inset, i);

		if (line->left < lines.place - em &&
		    edges_off(line, lines.place, em) < EDGES_SAME_EM * em &&
		    line->begin - inset->text->left > EDGES_SET_IN_EM * em)
			line->left = lines.place;
	}
}

static void edges_inset_right(const struct edges_inset *inset)
{
	float em = inset->placing->body_em, slack = EDGES_INTO_EM * em;
	struct edges_lines lines = edges_beside(inset, false);
	float right =
		fmaxf(lines.place, fminf(inset->at.s0 - EDGES_ROOM_EM * em,
	                                 inset->text->right));

	if (!lines.any)
		return;
	for (size_t i = lines.first; i < lines.end; i++) {
		struct placed_line *line = edges_line(inset, i);

		if (line->s1 <= inset->at.s0 + slack)
			line->right = fminf(line->right, right);
	}
	lines = edges_widened(inset, lines);
	for (size_t i = lines.first; i < lines.end; i++) {
		struct placed_line *line = edges_line(inset, i);

		if (line->right > lines.place + em &&
		    fabsf(line->s1 - lines.place) < EDGES_SAME_RIGHT_EM * em)
			line->right = lines.place;
	}
}

/* What stands at `at`, level with the text and over a part of its width, makes its
 * column narrower. */
static void edges_add_inset(struct placing *placing,
                            const struct placed_block *text,
                            struct frame_box at)
{
	struct edges_inset inset = { placing, text, at };
	float em = placing->body_em;

	if ((at.s0 <= text->at.s0 + em && at.s1 >= text->at.s1 - em) ||
	    frame_overlap(at.s0, at.s1, text->left, text->right) <
	            EDGES_OVER_EM * em)
		return;
	if (at.s0 + at.s1 < text->left + text->right)
		edges_inset_left(&inset);
	else
		edges_inset_right(&inset);
}

static bool edges_is_inset(const struct placed_block *block)
{
	return block->kind == BLOCK_QUOTE || block->kind == BLOCK_CAPTION ||
	       block->kind == BLOCK_DISPLAY;
}

static void edges_add_insets(struct placing *placing,
                             const struct page_index *index,
                             const struct placed_block *text)
{
	struct frame_box area = frame_box_grown(text->at, 0, placing->body_em);
	struct box_query blocks, pictures, boxes;
	size_t i;

	area.s0 = fminf(area.s0, text->left);
	area.s1 = fmaxf(area.s1, text->right);
	blocks = box_query_start(&index->blocks, area);
	pictures = box_query_start(&index->pictures, area);
	boxes = box_query_start(&index->boxes, area);
	while ((i = box_query_next(&blocks)) != NPOS)
		if (edges_is_inset(&placing->blocks[i]))
			edges_add_inset(placing, text, placing->blocks[i].at);
	while ((i = box_query_next(&pictures)) != NPOS)
		edges_add_inset(placing, text, placing->pictures[i]);
	while ((i = box_query_next(&boxes)) != NPOS)
		edges_add_inset(placing, text, placing->boxes[i].at);
}

/* The foot of the drop cap of a line, in the direction from line to line. */
static float edges_cap_foot(const struct placing *placing,
                            const struct placed_line *line)
{
	const struct page_chars *page = placing->chars;
	const struct page_char *cap = &page->chars[line->chars[0]];

	/* A quotation mark may stand before it. */
	for (size_t i = 0; i < line->char_count && i < EDGES_CAP_CHARS; i++)
		if (page->chars[line->chars[i]].em_pt > cap->em_pt)
			cap = &page->chars[line->chars[i]];
	return line->vertical ? page->width_pt - cap->box.x0 : cap->box.y1;
}

/* Lines beside a drop cap are flush wherever they begin. */
static void edges_add_cap(struct placing *placing,
                          const struct placed_block *text, size_t at)
{
	struct placed_line *first = &placing->lines[text->lines[at]];
	float foot = edges_cap_foot(placing, first) +
	             EDGES_CAP_EM * placing->body_em;

	for (size_t i = at + 1; i < text->line_count; i++) {
		struct placed_line *line = &placing->lines[text->lines[i]];

		if (line->t >= foot)
			break;
		if (line->begin > first->s0 + EDGES_CAP_EM * line->em_pt)
			line->left = line->begin;
	}
}

/* Lines [start, end) of a text have an edge of their own, far from that of the text: it
 * is their edge, and that of lines at both ends that are set in from it. */
static void edges_add_run(struct placing *placing,
                          const struct placed_block *text, size_t start,
                          size_t end)
{
	float em = placing->body_em;
	float place = placing->lines[text->lines[start]].begin;
	size_t first = start > EDGES_RUN_MORE ? start - EDGES_RUN_MORE : 0;

	for (size_t i = start; i < end; i++)
		place = fminf(place, placing->lines[text->lines[i]].begin);
	for (size_t i = first; i < end + EDGES_RUN_MORE && i < text->line_count;
	     i++) {
		struct placed_line *line = &placing->lines[text->lines[i]];
		bool outside = i < start || i >= end;

		if (!outside ||
		    (line->begin - text->left > EDGES_SET_IN_EM * em &&
		     fabsf(line->begin - place - 2 * em) < EDGES_SAME_EM * em))
			line->left = place;
	}
}

static void edges_add_runs(struct placing *placing,
                           const struct placed_block *text)
{
	float em = placing->body_em;
	size_t start = 0, end;

	for (; start < text->line_count; start = end) {
		float begin = placing->lines[text->lines[start]].begin;

		for (end = start + 1; end < text->line_count; end++)
			if (fabsf(placing->lines[text->lines[end]].begin -
			          begin) >= EDGES_RUN_EM * em)
				break;
		if (end - start >= EDGES_RUN_LINES &&
		    begin - text->left > EDGES_SET_IN_EM * em)
			edges_add_run(placing, text, start, end);
	}
}

/* The right edge of a block: where most of its lines end, but of text that is set ragged
 * where the longest does. */
static float edges_right(const struct placing *placing,
                         const struct placed_block *block)
{
	float most = block->right;
	size_t over = 0;

	for (size_t i = 0; block->latin && i < block->line_count; i++) {
		const struct placed_line *line =
			&placing->lines[block->lines[i]];

		over += line->s1 >
		        block->right + EDGES_OVER_RIGHT_EM * line->em_pt;
		most = fmaxf(most, line->s1);
	}
	return (float)over > EDGES_RAGGED * (float)block->line_count
	               ? most
	               : block->right;
}

void column_edges_set(struct placing *placing, const struct page_index *index,
                      struct placed_block *block, float left, float right)
{
	block->left = left;
	block->right = right;
	for (size_t l = 0; l < block->line_count; l++) {
		struct placed_line *line = &placing->lines[block->lines[l]];

		line->left = left;
		line->right = right;
	}
	if (block->kind != BLOCK_TEXT)
		return;
	edges_add_insets(placing, index, block);
	for (size_t l = 0; l < block->line_count; l++)
		if (placing->lines[block->lines[l]].drop_cap)
			edges_add_cap(placing, block, l);
	edges_add_runs(placing, block);
}

void column_edges_find(struct placing *placing, const struct page_index *index)
{
	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];

		column_edges_set(placing, index, block, block->left,
		                 edges_right(placing, block));
	}
}
