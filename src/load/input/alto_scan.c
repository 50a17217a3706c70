/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/alto_scan.h"

#include "base/mem.h"
#include "load/input/alto.h"
#include "load/input/page_places.h"

#include <stdlib.h>

/* The size of a page of the file (ordinal, from 1); 0: not known. */
static struct alto_page alto_scan_page(const struct alto *alto, size_t page)
{
	return page && page <= alto->places.page_count
	               ? alto->places.pages[page - 1]
	               : (struct alto_page){ 0 };
}

static void alto_scan_add(struct alto_scan *scan, const struct alto_line *line,
                          size_t block)
{
	struct scan_line *added = &scan->lines[scan->page.count++];

	*added = (struct scan_line){
		.text = line->text,
		.box = line->box,
		.begins_block = line->block != block,
		.in_margin = line->in_margin,
	};
	page_places_cut_box(scan->page.width_pt, scan->page.height_pt,
	                    &added->box);
}

void alto_scan_init(struct alto_scan *scan, const struct alto *alto,
                    struct range lines, const bool *is_used)
{
	size_t most = lines.end - lines.start + 1, block = NPOS;
	struct alto_page page = alto_scan_page(
		alto,
		lines.start < lines.end ? alto->lines[lines.start].page : 0);

	*scan = (struct alto_scan){
		.page = { .width_pt = page.width_pt,
		          .height_pt = page.height_pt },
		.lines = mem_alloc(most * sizeof *scan->lines),
		.from = mem_alloc(most * sizeof *scan->from),
	};
	scan->page.lines = scan->lines;
	for (size_t l = lines.start; l < lines.end; l++) {
		if (is_used && is_used[l])
			continue;
		scan->from[scan->page.count] = l;
		alto_scan_add(scan, &alto->lines[l], block);
		block = alto->lines[l].block;
	}
}

void alto_scan_release(struct alto_scan *scan)
{
	free(scan->lines);
	free(scan->from);
	*scan = (struct alto_scan){ 0 };
}
