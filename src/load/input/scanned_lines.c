/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/scanned_lines.h"

#include "issue/issue.h"
#include "load/input/line_sink.h"
#include "load/place/scan_page.h"

#include <stdlib.h>

bool scanned_lines_place(struct line_sink *sink, const struct scan_page *page,
                         scanned_line_add *add, void *context)
{
	struct placement placement;
	size_t *order;

	if (!scan_can_place(page))
		return false;
	scan_place(&placement, page, &order);
	for (size_t i = 0; i < placement.line_count; i++)
		add(context, order[i]);
	page_placements_add(&sink->placements, sink->issue->page_count - 1,
	                    &placement, NULL);
	placement_release(&placement);
	free(order);
	return true;
}
