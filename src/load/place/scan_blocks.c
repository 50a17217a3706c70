/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/scan_blocks.h"

#include "load/lines/line_end.h"
#include "load/place/place_weights.h"
#include "load/place/scan_measure.h"

/* Does a block begin with line `line` > 0? */
static bool scan_block_begins(const struct scan_page *page,
                              const struct scan_measures *measures, size_t line)
{
	const struct scan_measure *measure = &measures->items[line];
	float height = page->lines[line].box.height_pt;
	float before = page->lines[line - 1].box.height_pt;
	bool has_ended =
		line_end_of(page->lines[line - 1].text, true) == END_SENTENCE;

	if (measure->begins_column || measure->gap > SCAN_BLOCK_GAP ||
	    height > SCAN_BLOCK_TYPE * before)
		return true;
	if (before > SCAN_BLOCK_TYPE * height)
		return measure->gap > SCAN_GAP_USUAL;
	return scan_is_centred(measure) != scan_is_centred(measure - 1) &&
	       (has_ended || measure->gap > SCAN_BLOCK_CENTRED_GAP);
}

void scan_blocks_find(struct scan_line *lines, struct scan_page *page)
{
	struct scan_measures measures;

	page->blocks_are_found = true;
	if (!page->count)
		return;
	scan_measures_init(&measures, page);
	for (size_t i = 0; i < page->count; i++)
		lines[i].begins_block =
			!i || scan_block_begins(page, &measures, i);
	scan_measures_release(&measures);
}
