/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/place_page.h"

#include "base/mem.h"
#include "load/place/assign.h"
#include "load/place/attach.h"
#include "load/place/block_kinds.h"
#include "load/place/column_edges.h"
#include "load/place/columns.h"
#include "load/place/heads.h"
#include "load/place/page_index.h"
#include "load/place/place.h"
#include "load/place/placement_fill.h"
#include "load/place/scan_chars.h"
#include "load/place/subheads.h"

#include <assert.h>
#include <stdlib.h>

#define FILL_LINES 2000 /* of a placement, in a step */

struct page_placer {
	struct page_chars *chars;    /* borrowed */
	struct place_memory *memory; /* borrowed */
	size_t stage;                /* the next one */
	struct placing placing;
	struct block_placer blocks;
	struct page_index index;
	struct placement_filler filler;
	struct placement placement;
	bool is_scan; /* the placement is complete, from the order of the file */
};

struct page_placer *page_placer_new(struct page_chars *chars,
                                    struct place_memory *memory)
{
	struct page_placer *placer = mem_alloc(sizeof *placer);

	*placer = (struct page_placer){ .chars = chars, .memory = memory };
	placing_init(&placer->placing, chars);
	placement_init(&placer->placement);
	block_placer_init(&placer->blocks, &placer->placing);
	return placer;
}

void page_placer_free(struct page_placer *placer)
{
	if (!placer)
		return;
	placement_filler_release(&placer->filler);
	page_index_release(&placer->index);
	block_placer_release(&placer->blocks);
	placing_release(&placer->placing);
	placement_release(&placer->placement);
	free(placer);
}

/* The stages.  Each gives true where it has more to do. */

static bool stage_scan(struct page_placer *placer)
{
	placer->is_scan = scan_chars_place(&placer->placement, placer->chars);
	return false;
}

static bool stage_blocks(struct page_placer *placer)
{
	return block_placer_step(&placer->blocks);
}

static bool stage_kinds(struct page_placer *placer)
{
	block_placer_release(&placer->blocks);
	page_index_init(&placer->index, &placer->placing);
	block_kinds_find(&placer->placing, &placer->index);
	running_lines_find(&placer->memory->running, &placer->placing);
	if (!placer->placing.bounds)
		return false;
	page_index_release(&placer->index);
	place_bounds_set_blocks(&placer->placing);
	page_index_init(&placer->index, &placer->placing);
	return false;
}

static bool stage_edges(struct page_placer *placer)
{
	subheads_find(&placer->placing, &placer->index);
	column_edges_find(&placer->placing, &placer->index);
	indent_count(&placer->memory->indents, &placer->placing);
	placer->placing.indent_em = indent_usual_em(&placer->memory->indents);
	return false;
}

static bool stage_columns(struct page_placer *placer)
{
	columns_find(&placer->placing, &placer->index);
	return false;
}

static bool stage_heads(struct page_placer *placer)
{
	heads_find(&placer->placing, &placer->index);
	page_index_release(&placer->index);
	placer->index = (struct page_index){ 0 };
	return false;
}

static bool stage_articles(struct page_placer *placer)
{
	placer->placing.work += assign_articles(&placer->placing);
	return false;
}

static bool stage_rest(struct page_placer *placer)
{
	attach_rest(&placer->placing);
	return false;
}

static bool stage_begin_filling(struct page_placer *placer)
{
	placement_filler_init(&placer->filler, &placer->placement,
	                      &placer->placing);
	return false;
}

static bool stage_fill(struct page_placer *placer)
{
	return placement_filler_step(&placer->filler, FILL_LINES);
}

bool page_placer_step(struct page_placer *placer, size_t *work)
{
	static bool (*const stages[])(struct page_placer * placer) = {
		stage_scan,          stage_blocks, stage_kinds,    stage_edges,
		stage_columns,       stage_heads,  stage_articles, stage_rest,
		stage_begin_filling, stage_fill,
	};

	assert(placer->stage < ARRAY_LEN(stages));
	*work += placer->chars->count + placer->chars->shape_count + 1;
	if (!stages[placer->stage](placer))
		placer->stage++;
	return !placer->is_scan && placer->stage < ARRAY_LEN(stages);
}

void page_placer_take(struct page_placer *placer, struct placement *placement)
{
	*placement = placer->placement;
	placement_init(&placer->placement);
}

void place_page(struct placement *placement, struct page_chars *chars,
                struct place_memory *memory,
                const struct place_bounds *bounds)
{
	struct page_placer *placer = page_placer_new(chars, memory);
	size_t work = 0;

	placer->placing.bounds = bounds;
	while (page_placer_step(placer, &work))
		continue;
	page_placer_take(placer, placement);
	page_placer_free(placer);
}
