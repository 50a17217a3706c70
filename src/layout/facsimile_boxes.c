/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_boxes.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "layout/facsimile_blocks.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"

#include <limits.h>
#include <math.h>

/* Blocks are found as for a page in a large window; none is broken. */
#define WINDOW 1000

static struct facsimile_place place_around(const struct facsimile_place *one,
                                           const struct facsimile_place *other)
{
	return (struct facsimile_place){
		fminf(one->s0, other->s0),
		fmaxf(one->s1, other->s1),
		fminf(one->t0, other->t0),
		fmaxf(one->t1, other->t1),
	};
}

/* Is the middle of a block of another article, or of furniture, in the place? */
static bool place_has_others(const struct facsimile *plan,
                             const struct facsimile_place *place,
                             size_t article)
{
	for (size_t b = 0; b < plan->text_blocks; b++) {
		const struct facsimile_block *block = &plan->blocks[b];
		float s = (block->at.s0 + block->at.s1) / 2;
		float t = (block->at.t0 + block->at.t1) / 2;

		if (block->article != article && s > place->s0 &&
		    s < place->s1 && t > place->t0 && t < place->t1)
			return true;
	}
	return false;
}

static void boxes_add(struct sheet *sheet, const struct facsimile *plan,
                      const struct facsimile_place *place, size_t article)
{
	struct box box = { article, (int)place->t0, (int)place->s0,
		           (int)ceilf(place->t1 - place->t0),
		           (int)ceilf(place->s1 - place->s0) };

	if (plan->vertical)
		box = (struct box){ article, (int)place->s0,
			            (int)(plan->page->width_pt - place->t1),
			            (int)ceilf(place->s1 - place->s0),
			            (int)ceilf(place->t1 - place->t0) };
	*ARRAY_ADD(sheet->boxes, sheet->box_count, sheet->box_cap) = box;
}

/* Blocks of an article follow each other; they share a box while nothing else is in
 * it. */
static void boxes_find(struct sheet *sheet, const struct facsimile *plan)
{
	for (size_t b = 0; b < plan->text_blocks;) {
		size_t article = plan->blocks[b].article;
		struct facsimile_place place = plan->blocks[b].at;

		for (b++; b < plan->text_blocks &&
		          plan->blocks[b].article == article;
		     b++) {
			struct facsimile_place both =
				place_around(&place, &plan->blocks[b].at);

			if (place_has_others(plan, &both, article))
				break;
			place = both;
		}
		if (article != NPOS)
			boxes_add(sheet, plan, &place, article);
	}
}

bool facsimile_boxes(struct sheet *sheet, const struct issue *issue,
                     size_t page)
{
	const struct page *of = &issue->pages[page];
	struct page_lines lines;
	struct facsimile plan;
	bool is_found;

	if (!of->boxes || of->width_pt > (float)INT_MAX / 2 ||
	    of->height_pt > (float)INT_MAX / 2)
		return false;
	sheet_init(sheet, issue, 1);
	page_lines_init(&lines, sheet, page);
	is_found = facsimile_init(&plan, &lines, of, WINDOW, WINDOW);
	if (is_found) {
		boxes_find(sheet, &plan);
		sheet->rows = (int)ceilf(of->height_pt);
		sheet->cols = (int)ceilf(of->width_pt);
	} else {
		sheet_release(sheet);
	}
	facsimile_release(&plan);
	page_lines_release(&lines);
	return is_found;
}
