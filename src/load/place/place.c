/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/place.h"

#include "base/mem.h"
#include "load/place/blocks.h"
#include "load/place/body_type.h"
#include "load/place/bylines.h"
#include "load/place/char_grid.h"
#include "load/place/clean.h"
#include "load/place/directions.h"
#include "load/place/frame.h"
#include "load/place/gutters.h"
#include "load/place/line_joins.h"
#include "load/place/lines.h"
#include "load/place/row_edges.h"
#include "load/place/rows.h"
#include "load/place/shapes.h"

#include <stdlib.h>

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

static void add_lines(struct placing *placing, const struct frame_char *chars,
                      bool vertical, const struct page_rules *rules)
{
	size_t count = placing->chars->count;
	struct frame_rules frame_rules;
	struct char_grid grid;
	struct rows rows;

	frame_rules_init(&frame_rules, rules, vertical,
	                 placing->chars->width_pt);
	rows_grid(&grid, chars, count, vertical);
	rows_init(&rows, chars, count, vertical, &grid);
	gutters_cut(&rows, chars, &grid, &frame_rules);
	row_edges_cut(&rows, chars, &grid, &placing->work);
	lines_add(placing, chars, &rows);
	placing->work += grid.steps;
	rows_release(&rows);
	char_grid_release(&grid);
	frame_rules_release(&frame_rules);
}

void place_lines_and_blocks(struct placing *placing)
{
	struct page_chars *page = placing->chars;
	struct frame_char *chars;
	struct page_rules rules;
	bool *down;

	page_clean(page);
	down = directions_find(page, &placing->work);
	set_frame(placing, down);
	chars = frame_chars(page, down);
	frame_seat_marks(chars, page->count, &placing->work);
	page_rules_init(&rules, page);
	shapes_place(placing, &rules);
	page_rules_add_frames(&rules, page);
	add_lines(placing, chars, false, &rules);
	add_lines(placing, chars, true, &rules);
	body_type_find(placing);
	line_joins_caps(placing);
	bylines_join_rows(placing);
	blocks_add(placing, false, &rules);
	blocks_add(placing, true, &rules);
	line_joins_bullets(placing);
	line_joins_rows(placing);
	blocks_drop_empty(placing);
	bylines_part_blocks(placing);
	page_rules_release(&rules);
	free(chars);
	free(down);
}
