/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/place_page.h"

#include "load/place/block_order.h"
#include "load/place/place.h"

#include <stdlib.h>

static void add_line(struct placement *placement,
                     const struct placed_line *line, bool begins)
{
	*ARRAY_ADD(placement->lines, placement->line_count,
	           placement->line_cap) = (struct placement_line){
		.text = { arena_copy_text(&placement->arena, line->text.ptr,
		                          line->text.len),
		          line->text.len },
		.box = { line->box.x0, line->box.y0,
		         line->box.x1 - line->box.x0,
		         line->box.y1 - line->box.y0, line->em_pt,
		         line->vertical, line->bold },
		.role = PLACED_TEXT,
		.begins = begins,
		.article = NPOS,
		.column = NPOS,
	};
}

/* All lines, block by block. */
static void add_lines(struct placement *placement,
                      const struct placing *placing)
{
	size_t *order = block_order(placing);

	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[order[i]];

		for (size_t k = 0; k < block->line_count; k++)
			add_line(placement, &placing->lines[block->lines[k]],
			         !k);
	}
	free(order);
}

void place_page(struct placement *placement, struct page_chars *chars)
{
	struct placing placing;

	placement_init(placement);
	placement->width_pt = chars->width_pt;
	placement->height_pt = chars->height_pt;
	placing_init(&placing, chars);
	place_lines_and_blocks(&placing);
	placement->vertical = placing.vertical;
	add_lines(placement, &placing);
	placing_release(&placing);
}
