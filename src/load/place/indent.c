/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/indent.h"

#include "load/lines/line_end.h"
#include "load/place/column_edges.h"
#include "load/place/place_weights.h"

static void indent_count_block(struct indent_counts *counts,
                               const struct placing *placing,
                               const struct placed_block *block)
{
	for (size_t i = 1; i < block->line_count; i++) {
		const struct placed_line *before =
			&placing->lines[block->lines[i - 1]];
		const struct placed_line *line =
			&placing->lines[block->lines[i]];
		float set_in = (line->begin - line->left) / line->em_pt;

		if (column_room_em(before) <= INDENT_SHORT_EM ||
		    set_in <= INDENT_LEAST_EM || set_in >= INDENT_MOST_EM ||
		    line_end_of(buf_str(&before->text), before->latin) !=
		            END_SENTENCE)
			continue;
		counts->lines[set_in < INDENT_ONE_EM   ? 0
		              : set_in < INDENT_TWO_EM ? 1
		                                       : 2]++;
	}
}

void indent_count(struct indent_counts *counts, const struct placing *placing)
{
	for (size_t i = 0; i < placing->block_count; i++)
		if (placing->blocks[i].kind == BLOCK_TEXT &&
		    placing->blocks[i].line_count >= INDENT_LINES)
			indent_count_block(counts, placing,
			                   &placing->blocks[i]);
}

size_t indent_usual_em(const struct indent_counts *counts)
{
	size_t best = INDENT_LARGEST;

	for (size_t i = INDENT_LARGEST; i-- > 0;)
		if (counts->lines[i] > counts->lines[best])
			best = i;
	return best;
}
