/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PAGE_PLACES_H
#define LOAD_INPUT_PAGE_PLACES_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The places that an input form knows of the page that is open: its size, the boxes of
 * its lines, its rules, boxes and pictures.  They are checked and given to the page when
 * it is over.
 */
struct page_places {
	float width_pt, height_pt; /* 0: not known */
	struct line_box *boxes;    /* owned; by line of the page, from 0 */
	size_t box_count, box_cap;
	struct page_mark *marks; /* owned */
	size_t mark_count, mark_cap;
};

void page_places_release(struct page_places *places);

/* Line `line` of the page (from 0) stands in `box`.  Lines that are skipped have none. */
void page_places_add_box(struct page_places *places, size_t line,
                         const struct line_box *box);
void page_places_add_mark(struct page_places *places,
                          const struct page_mark *mark);

/*
 * Gives the places to a page of the issue, in the issue's arena, and forgets them.  What
 * stands in part outside the page is cut at its edge; a box or mark that is not finite, is
 * empty or stands outside is left out (a line without a box has one of width 0).  A size
 * of type that is no positive number is that of the box across its line.  A page without a
 * size, or without any box, gets no boxes.
 */
void page_places_give(struct page_places *places, struct issue *issue,
                      struct page *page);

/* Cuts a box to a page of this size.  False, and all of it is 0: nothing of it is on the
 * page, or it is no box. */
bool page_places_cut_box(float width_pt, float height_pt, struct line_box *box);

#endif
