/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/column_ends.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "load/lines/cues.h"
#include "load/lines/line_end.h"
#include "load/place/column_edges.h"
#include "load/place/place_weights.h"
#include "load/place/run_in_jump.h"

#include <math.h>
#include <unictype.h>

#define LEVEL_COLUMNS  256 /* that are looked at for a subhead level with one */
#define GREETING_CHARS 24  /* of the longest line that greets */

static const struct placed_block *ends_block(const struct placing *placing,
                                             size_t column, size_t i)
{
	return &placing->blocks[placing->columns[column].blocks[i]];
}

/* The first or the last line of running text of a column, or of all lines where it has
 * subheads only. */
static const struct placed_line *ends_line(const struct placing *placing,
                                           size_t column, bool last)
{
	size_t count = placing->columns[column].block_count;
	const struct placed_block *found = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct placed_block *block =
			ends_block(placing, column, last ? count - 1 - i : i);

		if (!found || block->kind == BLOCK_TEXT)
			found = block;
		if (block->kind == BLOCK_TEXT)
			break;
	}
	return &placing->lines[found->lines[last ? found->line_count - 1 : 0]];
}

static bool ends_greets(const struct placed_line *line)
{
	struct str text = buf_str(&line->text);

	return char_count_printed(text) < GREETING_CHARS &&
	       (line_end_of(text, line->latin) == END_COLON ||
	        cue_matches(CUE_SALUTE, text, NULL));
}

static bool ends_begin_small(const struct placed_line *line)
{
	struct str text = buf_str(&line->text);

	return text.len && !line->drop_cap && uc_is_lower(char_first(text));
}

/* Is the subhead that a column begins with level with one inside another column? */
static bool ends_is_level(const struct placing *placing, size_t column)
{
	const struct placed_block *first = ends_block(placing, column, 0);
	float em = placing->body_em;

	for (size_t i = 0; i < placing->column_count && i < LEVEL_COLUMNS; i++)
		for (size_t b = 1; b < placing->columns[i].block_count; b++) {
			const struct placed_block *block =
				ends_block(placing, i, b);

			if (i != column && block->kind == BLOCK_SUBHEAD &&
			    fabsf(block->at.t0 - first->at.t0) <
			            FLOW_LEVEL_EM * em &&
			    fabsf(block->em_pt - first->em_pt) <
			            FLOW_LEVEL_EM * em)
				return true;
		}
	return false;
}

static struct column_end ends_of(const struct placing *placing, size_t column)
{
	size_t count = placing->columns[column].block_count;
	const struct placed_line *first = ends_line(placing, column, false);
	const struct placed_line *last = ends_line(placing, column, true);
	enum line_end end = line_end_of(buf_str(&last->text), last->latin);
	float least = placing->indent_em
	                      ? FLOW_SET_IN * (float)placing->indent_em
	                      : FLOW_SET_IN_PLAIN_EM;
	struct column_end own = {
		.set_in = column_set_in_em(first, placing->indent_em) > least,
		.small = ends_begin_small(first),
		.greets = ends_greets(first),
		.open = end != END_SENTENCE,
		.colon = end == END_COLON,
		.short_line = column_room_em(last) > FLOW_SHORT_EM,
		.jumps = run_in_jump_at(buf_str(&last->text)) != NPOS,
	};

	if (own.small)
		own.set_in = false;
	if (ends_block(placing, column, 0)->kind == BLOCK_SUBHEAD) {
		own.set_in = own.subhead = true;
		own.level = ends_is_level(placing, column);
		own.small = false;
	}
	if (ends_block(placing, column, count - 1)->kind == BLOCK_SUBHEAD) {
		own.subhead_last = own.short_line = true;
		own.open = false;
	}
	return own;
}

struct column_end *column_ends(const struct placing *placing)
{
	struct column_end *ends =
		mem_alloc(placing->column_count * sizeof *ends);

	for (size_t i = 0; i < placing->column_count; i++)
		ends[i] = ends_of(placing, i);
	return ends;
}

/* To a column that begins in mid sentence. */
static float ends_flow_small(const struct column_end *a)
{
	if (!a->open)
		return FLOW_ENDED_SMALL;
	return a->short_line ? FLOW_PLAIN_RAGGED : 0;
}

/* On a page whose paragraphs begin flush. */
static float ends_flow_plain(const struct column_end *a, bool latin)
{
	if (!a->open)
		return FLOW_PLAIN_ENDED;
	if (!a->short_line)
		return 0;
	return latin ? FLOW_PLAIN_RAGGED : FLOW_PLAIN_SHORT;
}

float column_ends_flow(const struct placing *placing,
                       const struct column_end *ends, size_t a, size_t b)
{
	const struct column_end *one = &ends[a], *two = &ends[b];
	bool latin = placing->columns[a].latin;

	if (one->subhead_last)
		return two->set_in || !placing->indent_em ? 0
		                                          : FLOW_SUBHEAD_FLUSH;
	if (two->small)
		return ends_flow_small(one);
	if (!placing->indent_em)
		return ends_flow_plain(one, latin);
	if (two->set_in && one->open)
		return one->colon ? FLOW_COLON_SET_IN : FLOW_OPEN_SET_IN;
	if (two->set_in)
		return one->short_line ? 0 : FLOW_ENDED_SET_IN;
	if (one->open)
		return one->short_line && !latin ? FLOW_OPEN_SHORT : 0;
	return one->short_line ? FLOW_SHORT_FLUSH : FLOW_ENDED_FLUSH;
}

float column_ends_last(const struct column_end *ends, size_t a)
{
	const struct column_end *end = &ends[a];

	if (!end->open || end->jumps)
		return 0;
	return end->short_line ? FLOW_LAST_SHORT : FLOW_LAST_OPEN;
}

bool column_ends_go_on(const struct placing *placing,
                       const struct column_end *ends, size_t a, size_t b)
{
	if (ends[b].small)
		return ends[a].open;
	return placing->indent_em && ends[a].open && !ends[a].short_line &&
	       !ends[b].set_in;
}
