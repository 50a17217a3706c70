/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/block_boxes.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

/* What stands in a box, and in no smaller one. */
struct box_content {
	struct frame_box around;
	float em_pt; /* the largest type */
	size_t count;
	bool display; /* all of it is display type, or not printed in black */
};

/* The smallest box around an area, among those from `least` on; or NPOS. */
static size_t block_boxes_around(const struct placing *placing,
                                 const struct page_index *index,
                                 struct frame_box area, size_t least)
{
	struct box_query query = box_query_start(&index->boxes, area);
	size_t best = NPOS, box;

	while ((box = box_query_next(&query)) != NPOS)
		if (box >= least && box < best &&
		    frame_box_inside(area, placing->boxes[box].at,
		                     KIND_BOX_SLACK_PT))
			best = box;
	return best;
}

static void box_content_add(struct box_content *content,
                            const struct box_content *more)
{
	if (!content->count) {
		*content = *more;
		return;
	}
	content->around = frame_box_around(content->around, more->around);
	content->em_pt =
		more->em_pt > content->em_pt ? more->em_pt : content->em_pt;
	content->count += more->count;
	content->display = content->display && more->display;
}

static struct box_content *block_boxes_contents(const struct placing *placing)
{
	struct box_content *contents =
		mem_alloc(placing->box_count * sizeof *contents);

	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];
		struct box_content one = {
			.around = block->at,
			.em_pt = block->em_pt,
			.count = 1,
			.display = placing->lines[block->lines[0]].heavy ||
			           (block->rgb & KIND_COLOUR_BITS),
		};

		if (block->inside != NPOS)
			box_content_add(&contents[block->inside], &one);
	}
	return contents;
}

/* Is a filled area a bar behind a headline, and not the ground of a text? */
static bool block_boxes_is_bar(const struct placed_box *box,
                               const struct box_content *content)
{
	float room = box->at.t1 - box->at.t0 -
	             (content->around.t1 - content->around.t0);

	if (!box->filled || !content->count || !content->display)
		return false;
	return room < (content->count <= KIND_BAR_BLOCKS ? KIND_BAR_ROOM_EM
	                                                 : KIND_BAR_TIGHT_EM) *
	                      content->em_pt;
}

static float block_boxes_area(struct frame_box at)
{
	return (at.s1 - at.s0) * (at.t1 - at.t0);
}

/* The box right below a bar, as wide as it, whose title bar it is; or NPOS. */
static size_t block_boxes_titled(const struct placing *placing,
                                 const struct page_index *index, size_t bar)
{
	struct frame_box at = placing->boxes[bar].at;
	struct frame_box foot = { at.s0, at.s1, at.t1 - KIND_BAR_APART_PT,
		                  at.t1 + KIND_BAR_APART_PT };
	struct box_query query = box_query_start(&index->boxes, foot);
	size_t box;

	while ((box = box_query_next(&query)) != NPOS) {
		struct frame_box of = placing->boxes[box].at;

		if (box != bar && fabsf(of.t0 - at.t1) < KIND_BAR_APART_PT &&
		    fabsf(of.s0 - at.s0) < KIND_BAR_APART_PT &&
		    fabsf(of.s1 - at.s1) < KIND_BAR_APART_PT)
			return box;
	}
	return NPOS;
}

/* Where the blocks of a box stand: those of bars in the box around them, or in the one
 * that they are the title of; those of a box that nearly fills another, in that one. */
static size_t block_boxes_outer(const struct placing *placing,
                                const struct page_index *index,
                                const struct box_content *contents, size_t box)
{
	struct frame_box at = placing->boxes[box].at;
	bool bar = block_boxes_is_bar(&placing->boxes[box], &contents[box]);
	size_t around = block_boxes_around(placing, index, at, box + 1);

	if (placing->boxes[box].filled && contents[box].count &&
	    contents[box].display) {
		size_t titled = block_boxes_titled(placing, index, box);

		if (titled != NPOS && titled > box)
			return titled;
	}
	if (bar ||
	    (around != NPOS &&
	     block_boxes_area(at) >
	             KIND_PANEL * block_boxes_area(placing->boxes[around].at)))
		return around;
	return box;
}

/* Gives what stands in bars and panels to other boxes: outer[b] is where the blocks of box
 * b stand. */
static void block_boxes_open_bars(const struct placing *placing,
                                  const struct page_index *index,
                                  struct box_content *contents, size_t *outer)
{
	for (size_t box = 0; box < placing->box_count; box++) {
		outer[box] = block_boxes_outer(placing, index, contents, box);
		if (outer[box] != NPOS && outer[box] != box)
			box_content_add(&contents[outer[box]], &contents[box]);
	}
}

void block_boxes_find(struct placing *placing, const struct page_index *index)
{
	size_t *outer = mem_alloc(placing->box_count * sizeof *outer);
	struct box_content *contents;

	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];

		struct frame_box area = block->at;

		/* Marks may hang out at the ends of lines. */
		area.s1 = fmaxf(area.s0,
		                area.s1 - KIND_BOX_HANG_EM * block->em_pt);
		block->inside = block_boxes_around(placing, index, area, 0);
	}
	contents = block_boxes_contents(placing);
	block_boxes_open_bars(placing, index, contents, outer);
	/* An outer box is larger, so its own outer box is known first. */
	for (size_t box = placing->box_count; box-- > 0;)
		if (outer[box] != NPOS && outer[box] != box)
			outer[box] = outer[outer[box]];
	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];

		if (block->inside != NPOS)
			block->inside = outer[block->inside];
	}
	free(contents);
	free(outer);
}
