/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/place_bounds.h"

#include "base/mem.h"
#include "load/place/blocks.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void place_bounds_add(struct place_bounds *bounds, enum place_bound_kind kind,
                      size_t line, size_t other)
{
	*ARRAY_ADD(bounds->items, bounds->count, bounds->cap) =
		(struct place_bound){ kind, line, other };
}

void place_bounds_release(struct place_bounds *bounds)
{
	free(bounds->items);
	*bounds = (struct place_bounds){ 0 };
}

/* The index in the placement of a line of the page. */
static size_t bounds_line_at(const struct placement *placement, size_t line)
{
	size_t at = 0;

	while (at < placement->line_count && placement->lines[at].line != line)
		at++;
	assert(at < placement->line_count);
	return at;
}

static bool bounds_is_head(enum placed_role role)
{
	return role == PLACED_HEAD || role == PLACED_SUBHEAD;
}

static bool bounds_holds(const struct place_bound *bound,
                         const struct placement *placement)
{
	size_t at = bounds_line_at(placement, bound->line);
	const struct placement_line *line = &placement->lines[at];

	switch (bound->kind) {
	case PLACE_BOUND_HEAD:
		return bounds_is_head(line->role);
	case PLACE_BOUND_NO_HEAD:
		return !bounds_is_head(line->role);
	case PLACE_BOUND_BEGINS:
		return line->article != NPOS &&
		       placement->articles[line->article].lines.start == at;
	case PLACE_BOUND_TOGETHER:
		return line->article != NPOS &&
		       line->article ==
		               placement
		                       ->lines[bounds_line_at(placement,
		                                              bound->other)]
		                       .article;
	}
	return true;
}

size_t place_bounds_broken(const struct place_bounds *bounds,
                           const struct placement *placement)
{
	size_t broken = 0;

	for (size_t i = 0; i < bounds->count; i++)
		broken += !bounds_holds(&bounds->items[i], placement);
	return broken;
}

/* What is said of a line of a headline, that it is of another article, holds of the lines of
 * the headline behind it. */
static void bounds_follow_head(struct place_bounds *placed, size_t at,
                               size_t other, const struct placement *placement)
{
	const struct placement_line *line = &placement->lines[at];

	if (line->role != PLACED_HEAD || line->article == NPOS)
		return;
	for (at++; at < placement->articles[line->article].lines.end &&
	           placement->lines[at].role == PLACED_HEAD;
	     at++)
		place_bounds_add(placed, PLACE_BOUND_TOGETHER,
		                 placement->lines[at].source, other);
}

void place_bounds_follow(struct place_bounds *placed,
                         const struct place_bounds *said,
                         const struct placement *placement)
{
	for (size_t i = 0; i < said->count; i++) {
		const struct place_bound *bound = &said->items[i];
		size_t line = bounds_line_at(placement, bound->line);
		size_t other =
			bound->other == NPOS
				? NPOS
				: bounds_line_at(placement, bound->other);

		if (other != NPOS)
			other = placement->lines[other].source;
		place_bounds_add(placed, bound->kind,
		                 placement->lines[line].source, other);
		if (bound->kind == PLACE_BOUND_TOGETHER)
			bounds_follow_head(placed, line, other, placement);
	}
}

/* Cuts a block before its line `at`; gives the block behind the cut. */
static size_t bounds_cut_block(struct placing *placing, size_t index, size_t at)
{
	struct placed_block *block, *rest;

	if (!at || at == placing->blocks[index].line_count)
		return index;
	rest = ARRAY_ADD(placing->blocks, placing->block_count,
	                 placing->block_cap);
	block = &placing->blocks[index];
	*rest = *block;
	rest->line_count = block->line_count - at;
	rest->lines = mem_alloc(rest->line_count * sizeof *rest->lines);
	memcpy(rest->lines, block->lines + at,
	       rest->line_count * sizeof *rest->lines);
	block->line_count = at;
	for (size_t i = 0; i < rest->line_count; i++)
		placing->lines[rest->lines[i]].block = placing->block_count - 1;
	block_measure(placing, block);
	block_measure(placing, rest);
	return placing->block_count - 1;
}

/* The block of a line, which begins with the line after this. */
static size_t bounds_cut_before(struct placing *placing, size_t line)
{
	size_t index = placing->lines[line].block, at = 0;

	while (placing->blocks[index].lines[at] != line)
		at++;
	return bounds_cut_block(placing, index, at);
}

/* The line becomes a block of its own, of display type or of text. */
static void bounds_set_kind(struct placing *placing, size_t line,
                            enum block_kind kind)
{
	size_t index = bounds_cut_before(placing, line);

	bounds_cut_block(placing, index, 1);
	placing->blocks[index].kind = kind;
	placing->blocks[index].no_head = kind == BLOCK_TEXT;
	placing->blocks[index].is_head = kind == BLOCK_DISPLAY;
}

static bool bounds_is_display(enum block_kind kind)
{
	return kind == BLOCK_DISPLAY || kind == BLOCK_SMALL ||
	       kind == BLOCK_SUBHEAD;
}

static void bounds_set_block(struct placing *placing,
                             const struct place_bound *bound)
{
	enum block_kind kind =
		placing->blocks[placing->lines[bound->line].block].kind;

	if (bound->kind == PLACE_BOUND_HEAD && !bounds_is_display(kind))
		bounds_set_kind(placing, bound->line, BLOCK_DISPLAY);
	if (bound->kind == PLACE_BOUND_NO_HEAD && bounds_is_display(kind))
		bounds_set_kind(placing, bound->line, BLOCK_TEXT);
	if (bound->kind == PLACE_BOUND_TOGETHER &&
	    (kind == BLOCK_DISPLAY || kind == BLOCK_SMALL))
		placing->blocks[bounds_cut_before(placing, bound->line)].kind =
			BLOCK_SUBHEAD;
	if (bound->kind >= PLACE_BOUND_BEGINS) {
		size_t index = bounds_cut_before(placing, bound->line);

		placing->blocks[index].parted = true;
	}
}

/* Kinds come first: a block that is cut for its kind may be parted, too. */
void place_bounds_set_blocks(struct placing *placing)
{
	const struct place_bounds *bounds = placing->bounds;

	for (int parts = 0; bounds && parts < 2; parts++)
		for (size_t i = 0; i < bounds->count; i++)
			if ((bounds->items[i].kind >= PLACE_BOUND_BEGINS) ==
			    parts)
				bounds_set_block(placing, &bounds->items[i]);
}
