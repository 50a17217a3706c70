/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_blocks.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/facsimile_insets.h"
#include "layout/facsimile_marks.h"
#include "layout/facsimile_masthead.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"
#include "text/upright.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* Type so much larger than running text is display type. */
#define DISPLAY_EM 1.3f

/* Two lines follow each other in a block where the distance between their middles is in
 * this range of the pitch, and the shorter one shares so much of its length. */
#define PITCH_LEAST .3f
#define PITCH_MOST  1.45f
#define SHARE_LEAST .5f

/* So many lines of a block tell where its next one may stand. */
#define RECENT_LINES 3

/* Where a page does not tell its pitch it is so many em. */
#define USUAL_PITCH_EM 1.25f

/* Two items on one printed line stand so far apart. */
#define ITEM_GAP 1

static float facsimile_median(float *numbers, size_t count, float otherwise)
{
	if (!count)
		return otherwise;
	qsort(numbers, count, sizeof *numbers, facsimile_compare);
	return numbers[count / 2];
}

/* The place along a line and from line to line, in the line's own direction. */
static struct facsimile_place place_along(const struct facsimile *plan,
                                          const struct line_box *box,
                                          bool vertical)
{
	float right = box->left_pt + box->width_pt;
	float bottom = box->top_pt + box->height_pt;

	if (vertical)
		return (struct facsimile_place){ box->top_pt, bottom,
			                         plan->page->width_pt - right,
			                         plan->page->width_pt -
			                                 box->left_pt };
	return (struct facsimile_place){ box->left_pt, right, box->top_pt,
		                         bottom };
}

/* The box of a printed line; one without a place stands behind the line before. */
static struct line_box line_box_of(const struct facsimile *plan, size_t line)
{
	const struct facsimile_line *before =
		plan->line_count ? &plan->lines[plan->line_count - 1] : NULL;
	struct line_box box = plan->page->boxes[line - plan->page->lines.start];

	if (box.width_pt > 0)
		return box;
	if (!before)
		return (struct line_box){ .width_pt = 1,
			                  .height_pt = 1,
			                  .em_pt = 1 };
	box = before->box;
	if (box.vertical)
		box.left_pt -= box.width_pt;
	else
		box.top_pt += box.height_pt;
	return box;
}

/* The length of the stretches of a printed line, with the gaps between them. */
static int facsimile_length(const struct facsimile *plan, struct range items,
                            bool vertical)
{
	struct page_lines *lines = plan->page_lines;
	int length = ITEM_GAP * (int)(items.end - items.start - 1);

	for (size_t i = items.start; i < items.end; i++) {
		const struct page_line *item = lines->by_line[i];
		const struct passage *passage =
			&lines->sheet->issue->passages[item->passage];

		length += vertical ? upright_rows(passage->text,
		                                  item->bytes.start,
		                                  item->bytes.end)
		                   : item->cols;
	}
	return length;
}

static void facsimile_add_lines(struct facsimile *plan)
{
	const struct page_lines *lines = plan->page_lines;

	for (size_t i = 0, end; i < lines->count; i = end) {
		size_t printed = lines->by_line[i]->printed_line;
		struct line_box box = line_box_of(plan, printed);

		for (end = i + 1; end < lines->count; end++)
			if (lines->by_line[end]->printed_line != printed)
				break;
		*ARRAY_ADD(plan->lines, plan->line_count,
		           plan->line_cap) = (struct facsimile_line){
			.items = { i, end },
			.box = box,
			.length = facsimile_length(
				plan, (struct range){ i, end }, box.vertical),
			.rows = 1,
		};
	}
}

/* The direction, the size of running text and the frame of the page. */
static void facsimile_measure(struct facsimile *plan)
{
	float *sizes = mem_alloc((plan->line_count + 1) * sizeof *sizes);
	size_t upright = 0;

	for (size_t i = 0; i < plan->line_count; i++) {
		upright += plan->lines[i].box.vertical;
		sizes[i] = plan->lines[i].box.em_pt;
	}
	plan->vertical = upright * 2 > plan->line_count;
	plan->body_em_pt = facsimile_median(sizes, plan->line_count, 1);
	free(sizes);
	for (size_t i = 0; i < plan->line_count; i++)
		plan->lines[i].at =
			place_along(plan, &plan->lines[i].box, plan->vertical);
}

/* How far the last of lines [first, last] is above line `b`, where all run in one direction
 * and share enough of its length; < 0: it is not above.  Several lines: a line that is set in
 * may begin where the one before, of one word, has ended. */
static float line_distance(const struct facsimile *plan,
                           const struct facsimile_line *first,
                           const struct facsimile_line *last,
                           const struct facsimile_line *b)
{
	struct facsimile_place one =
		place_along(plan, &last->box, last->box.vertical);
	struct facsimile_place two =
		place_along(plan, &b->box, b->box.vertical);
	float left = one.s0, right = one.s1, length;

	if (last->box.vertical != b->box.vertical)
		return -1;
	for (const struct facsimile_line *line = first; line < last; line++) {
		struct facsimile_place at =
			place_along(plan, &line->box, line->box.vertical);

		left = fminf(left, at.s0);
		right = fmaxf(right, at.s1);
	}
	length = fminf(right - left, two.s1 - two.s0);
	if (facsimile_overlap(left, right, two.s0, two.s1) <
	    SHARE_LEAST * length)
		return -1;
	return (two.t0 + two.t1 - one.t0 - one.t1) / 2;
}

/* The usual distance of two lines of running text. */
static void facsimile_find_pitch(struct facsimile *plan)
{
	float *pitches = mem_alloc((plan->line_count + 1) * sizeof *pitches);
	size_t count = 0;

	for (size_t i = 1; i < plan->line_count; i++) {
		float pitch =
			line_distance(plan, &plan->lines[i - 1],
		                      &plan->lines[i - 1], &plan->lines[i]);

		if (pitch > plan->body_em_pt * .6f &&
		    pitch < plan->body_em_pt * 3 &&
		    plan->lines[i].box.em_pt < plan->body_em_pt * DISPLAY_EM)
			pitches[count++] = pitch;
	}
	plan->pitch_pt = facsimile_median(pitches, count,
	                                  plan->body_em_pt * USUAL_PITCH_EM);
	free(pitches);
}

static const struct passage *line_passage(const struct facsimile *plan,
                                          const struct facsimile_line *line)
{
	const struct page_lines *lines = plan->page_lines;
	size_t passage = lines->by_line[line->items.start]->passage;

	return &lines->sheet->issue->passages[passage];
}

/* Does a byline stand right below a line of its headline? */
static bool byline_is_below_head(const struct facsimile *plan,
                                 const struct facsimile_line *byline)
{
	const size_t article = line_passage(plan, byline)->article;

	for (size_t l = 0; l < plan->line_count; l++) {
		const struct facsimile_line *line = &plan->lines[l];
		const struct passage *passage = line_passage(plan, line);
		float distance = line_distance(plan, line, line, byline);

		if (passage->article == article &&
		    role_is_headline(passage->role) && distance > 0 &&
		    distance < PITCH_MOST * 1.2f * line->box.em_pt)
			return true;
	}
	return false;
}

/* Is the line of a headline, or the byline below one? */
static bool line_is_display(const struct facsimile *plan,
                            const struct facsimile_line *line)
{
	const enum role role = line_passage(plan, line)->role;

	return line->box.em_pt > plan->body_em_pt * DISPLAY_EM ||
	       role_is_headline(role) ||
	       (role == ROLE_BYLINE && byline_is_below_head(plan, line));
}

/* The first of the few lines before line `l` that are of block `block`. */
static const struct facsimile_line *
block_recent(const struct facsimile *plan, const struct facsimile_block *block,
             size_t l)
{
	size_t first = l > RECENT_LINES ? l - RECENT_LINES : 0;

	return &plan->lines[first > block->lines.start ? first
	                                               : block->lines.start];
}

/* Does line `l` follow the lines before it in block `block`? */
static bool line_follows(const struct facsimile *plan,
                         const struct facsimile_block *block, size_t l)
{
	const struct facsimile_line *line = &plan->lines[l], *before = line - 1;
	const struct facsimile_line *first = block_recent(plan, block, l);
	float pitch = fmaxf(before->box.em_pt, line->box.em_pt) * 1.2f;
	float distance = line_distance(plan, first, before, line);

	if (line_passage(plan, before)->article !=
	            line_passage(plan, line)->article ||
	    line_is_display(plan, before) != line_is_display(plan, line))
		return false;
	pitch = fmaxf(pitch, plan->pitch_pt);
	return distance > PITCH_LEAST * line->box.em_pt &&
	       distance < PITCH_MOST * pitch &&
	       !facsimile_is_parted(plan, &before->at, &line->at);
}

static void block_add_line(struct facsimile *plan, size_t l)
{
	const struct facsimile_line *line = &plan->lines[l];
	struct facsimile_block *block = &plan->blocks[plan->block_count - 1];

	block->lines.end = l + 1;
	block->at.s0 = fminf(block->at.s0, line->at.s0);
	block->at.s1 = fmaxf(block->at.s1, line->at.s1);
	block->at.t0 = fminf(block->at.t0, line->at.t0);
	block->at.t1 = fmaxf(block->at.t1, line->at.t1);
}

static void facsimile_add_blocks(struct facsimile *plan)
{
	struct facsimile_insets insets;

	facsimile_insets_init(&insets, plan);
	for (size_t l = 0;
	     l < plan->line_count && plan->block_count <= FACSIMILE_BLOCKS_MOST;
	     l++) {
		const struct facsimile_line *line = &plan->lines[l];

		if (!l ||
		    !line_follows(plan, &plan->blocks[plan->block_count - 1],
		                  l) ||
		    facsimile_insets_part(
			    &insets, l,
			    &plan->blocks[plan->block_count - 1].at))
			*ARRAY_ADD(plan->blocks, plan->block_count,
			           plan->block_cap) = (struct facsimile_block){
				.kind = line_is_display(plan, line)
				                ? FACSIMILE_DISPLAY
				                : FACSIMILE_TEXT,
				.article = line_passage(plan, line)->article,
				.lines = { l, l },
				.turned = line->box.vertical != plan->vertical,
				.at = line->at,
				.order_t = (line->at.t0 + line->at.t1) / 2,
				.box = NPOS,
			};
		block_add_line(plan, l);
	}
	plan->text_blocks = plan->block_count;
	facsimile_insets_release(&insets);
}

/* A block of the other direction is level with what stands at its beginning. */
static void facsimile_order_turned(struct facsimile *plan)
{
	for (size_t b = 0; b < plan->text_blocks; b++) {
		struct facsimile_block *block = &plan->blocks[b];

		if (block->turned)
			block->order_t = block->at.t0 + plan->pitch_pt / 2;
	}
}

bool facsimile_init(struct facsimile *plan, struct page_lines *page_lines,
                    const struct page *page, int window_rows, int window_cols)
{
	assert(page->boxes && page->width_pt > 0 && page->height_pt > 0);
	*plan = (struct facsimile){ .page_lines = page_lines,
		                    .page = page,
		                    .window_rows = window_rows,
		                    .window_cols = window_cols,
		                    .body_t0 = -INFINITY };
	facsimile_add_lines(plan);
	facsimile_measure(plan);
	facsimile_take_masthead(plan);
	facsimile_find_pitch(plan);
	facsimile_find_marks(plan);
	facsimile_add_blocks(plan);
	if (plan->text_blocks > FACSIMILE_BLOCKS_MOST)
		return false;
	facsimile_order_turned(plan);
	facsimile_add_marks(plan);
	return true;
}
