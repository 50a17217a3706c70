/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/place.h"

#include "base/mem.h"
#include "load/place/blocks.h"
#include "load/place/body_type.h"
#include "load/place/bylines.h"
#include "load/place/clean.h"
#include "load/place/gutters.h"
#include "load/place/line_joins.h"
#include "load/place/lines.h"
#include "load/place/row_edges.h"
#include "load/place/underlines.h"

#include <assert.h>
#include <stdlib.h>

/* So many characters are joined with their neighbours in a step. */
#define DIRECTIONS_CHARS 65536

/* Sets the frame of the page: that of most of its characters. */
static void set_frame(struct placing *placing, const bool *down)
{
	const struct page_chars *page = placing->chars;
	size_t down_count = 0;

	for (size_t i = 0; i < page->count; i++)
		down_count += down[i];
	placing->vertical = down_count > page->count - down_count;
	placing->extent_s =
		placing->vertical ? page->height_pt : page->width_pt;
	placing->extent_t =
		placing->vertical ? page->width_pt : page->height_pt;
}

void block_placer_init(struct block_placer *placer, struct placing *placing)
{
	*placer = (struct block_placer){ .placing = placing };
}

void block_placer_release(struct block_placer *placer)
{
	rows_release(&placer->rows);
	char_grid_release(&placer->grid);
	frame_rules_release(&placer->frame_rules);
	page_rules_release(&placer->rules);
	directions_free(placer->directions);
	free(placer->chars);
	free(placer->down);
	*placer = (struct block_placer){ 0 };
}

/* The stages.  Each gives true where it has more to do. */

static bool stage_clean(struct block_placer *placer)
{
	page_clean(placer->placing->chars);
	placer->directions = directions_new(placer->placing->chars);
	return false;
}

static bool stage_directions(struct block_placer *placer)
{
	return directions_step(placer->directions, DIRECTIONS_CHARS);
}

static bool stage_frame(struct block_placer *placer)
{
	struct placing *placing = placer->placing;

	placer->down = directions_tell(placer->directions, &placing->work);
	directions_free(placer->directions);
	placer->directions = NULL;
	set_frame(placing, placer->down);
	placer->chars = frame_chars(placing->chars, placer->down);
	return false;
}

static bool stage_shapes(struct block_placer *placer)
{
	struct page_chars *page = placer->placing->chars;

	frame_seat_marks(placer->chars, page->count, &placer->placing->work);
	page_rules_init(&placer->rules, page);
	shapes_place(placer->placing, &placer->rules);
	page_rules_add_frames(&placer->rules, page);
	return false;
}

/* The rows of the direction whose turn it is. */
static bool stage_rows(struct block_placer *placer)
{
	const struct page_chars *page = placer->placing->chars;

	frame_rules_init(&placer->frame_rules, &placer->rules, placer->vertical,
	                 page->width_pt);
	rows_grid(&placer->grid, placer->chars, page->count, placer->vertical);
	rows_init(&placer->rows, placer->chars, page->count, placer->vertical,
	          &placer->grid);
	return false;
}

static bool stage_gutters(struct block_placer *placer)
{
	gutters_cut(&placer->rows, placer->chars, &placer->grid,
	            &placer->frame_rules);
	return false;
}

static bool stage_edges(struct block_placer *placer)
{
	row_edges_cut(&placer->rows, placer->chars, &placer->grid,
	              &placer->placing->work);
	return false;
}

/* The rows become lines, and the other direction has its turn. */
static bool stage_lines(struct block_placer *placer)
{
	lines_add(placer->placing, placer->chars, &placer->rows);
	placer->placing->work += placer->grid.steps;
	rows_release(&placer->rows);
	char_grid_release(&placer->grid);
	frame_rules_release(&placer->frame_rules);
	placer->vertical = !placer->vertical;
	return false;
}

static bool stage_type(struct block_placer *placer)
{
	body_type_find(placer->placing);
	underlines_drop(placer->placing, &placer->rules);
	line_joins_caps(placer->placing);
	bylines_join_rows(placer->placing);
	return false;
}

/* The blocks of the direction whose turn it is. */
static bool stage_blocks(struct block_placer *placer)
{
	blocks_add(placer->placing, placer->vertical, &placer->rules);
	placer->vertical = !placer->vertical;
	return false;
}

static bool stage_joins(struct block_placer *placer)
{
	line_joins_bullets(placer->placing);
	line_joins_rows(placer->placing);
	blocks_drop_empty(placer->placing);
	bylines_part_blocks(placer->placing);
	return false;
}

bool block_placer_step(struct block_placer *placer)
{
	static bool (*const stages[])(struct block_placer * placer) = {
		stage_clean, stage_directions, stage_frame,  stage_shapes,
		stage_rows,  stage_gutters,    stage_edges,  stage_lines,
		stage_rows,  stage_gutters,    stage_edges,  stage_lines,
		stage_type,  stage_blocks,     stage_blocks, stage_joins,
	};

	assert(placer->stage < ARRAY_LEN(stages));
	if (!stages[placer->stage](placer))
		placer->stage++;
	return placer->stage < ARRAY_LEN(stages);
}

void place_lines_and_blocks(struct placing *placing)
{
	struct block_placer placer;

	block_placer_init(&placer, placing);
	while (block_placer_step(&placer))
		continue;
	block_placer_release(&placer);
}
