/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/place_page.h"

#include "load/place/assign.h"
#include "load/place/attach.h"
#include "load/place/block_kinds.h"
#include "load/place/column_edges.h"
#include "load/place/columns.h"
#include "load/place/heads.h"
#include "load/place/page_index.h"
#include "load/place/place.h"
#include "load/place/placement_fill.h"
#include "load/place/subheads.h"

/* Finds what the blocks of a page are, and its columns and heads. */
static void place_columns_and_heads(struct placing *placing,
                                    struct indent_counts *indents)
{
	struct page_index index;

	page_index_init(&index, placing);
	block_kinds_find(placing, &index);
	subheads_find(placing, &index);
	column_edges_find(placing, &index);
	indent_count(indents, placing);
	placing->indent_em = indent_usual_em(indents);
	columns_find(placing, &index);
	heads_find(placing, &index);
	page_index_release(&index);
}

void place_page(struct placement *placement, struct page_chars *chars,
                struct indent_counts *indents)
{
	struct placing placing;

	placement_init(placement);
	placing_init(&placing, chars);
	place_lines_and_blocks(&placing);
	place_columns_and_heads(&placing, indents);
	placing.work += assign_articles(&placing);
	attach_rest(&placing);
	placement_fill(placement, &placing);
	placing_release(&placing);
}
