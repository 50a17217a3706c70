/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/page_places.h"

#include "base/mem.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

void page_places_release(struct page_places *places)
{
	free(places->boxes);
	free(places->marks);
	*places = (struct page_places){ 0 };
}

void page_places_add_box(struct page_places *places, size_t line,
                         const struct line_box *box)
{
	while (places->box_count <= line)
		*ARRAY_ADD(places->boxes, places->box_count, places->box_cap) =
			(struct line_box){ 0 };
	places->boxes[line] = *box;
}

void page_places_add_mark(struct page_places *places,
                          const struct page_mark *mark)
{
	*ARRAY_ADD(places->marks, places->mark_count, places->mark_cap) = *mark;
}

/* Cuts the stretch of `length` from `start` to [0, limit].  False: nothing is left. */
static bool places_cut(float *start, float *length, float limit)
{
	float end = *start + *length;

	if (!isfinite(*start) || !isfinite(end))
		return false;
	*start = *start > 0 ? *start : 0;
	end = end < limit ? end : limit;
	*length = end - *start;
	return *length >= 0;
}

bool page_places_cut_box(float width_pt, float height_pt, struct line_box *box)
{
	float across;

	if (!places_cut(&box->left_pt, &box->width_pt, width_pt) ||
	    !places_cut(&box->top_pt, &box->height_pt, height_pt) ||
	    box->width_pt <= 0 || box->height_pt <= 0) {
		*box = (struct line_box){ 0 };
		return false;
	}
	across = box->vertical ? box->width_pt : box->height_pt;
	if (!isfinite(box->em_pt) || box->em_pt <= 0)
		box->em_pt = across;
	return true;
}

static void places_give_boxes(const struct page_places *places,
                              struct issue *issue, struct page *page)
{
	size_t lines = page->lines.end - page->lines.start, known = 0;
	struct line_box *boxes;

	assert(places->box_count <= lines);
	if (!places->box_count)
		return;
	boxes = arena_alloc(&issue->arena, lines * sizeof *boxes);
	for (size_t i = 0; i < lines; i++) {
		boxes[i] = i < places->box_count ? places->boxes[i]
		                                 : (struct line_box){ 0 };
		known += page_places_cut_box(places->width_pt,
		                             places->height_pt, &boxes[i]);
	}
	if (known)
		page->boxes = boxes;
}

/* A rule may have no width or no height. */
static bool places_cut_mark(const struct page_places *places,
                            struct page_mark *mark)
{
	return places_cut(&mark->left_pt, &mark->width_pt, places->width_pt) &&
	       places_cut(&mark->top_pt, &mark->height_pt, places->height_pt) &&
	       mark->width_pt + mark->height_pt > 0;
}

static void places_give_marks(const struct page_places *places,
                              struct issue *issue, struct page *page)
{
	struct page_mark *marks;

	if (!places->mark_count)
		return;
	marks = arena_alloc(&issue->arena, places->mark_count * sizeof *marks);
	for (size_t i = 0; i < places->mark_count; i++) {
		marks[page->mark_count] = places->marks[i];
		page->mark_count +=
			places_cut_mark(places, &marks[page->mark_count]);
	}
	page->marks = page->mark_count ? marks : NULL;
}

void page_places_give(struct page_places *places, struct issue *issue,
                      struct page *page)
{
	if (places->width_pt > 0 && places->height_pt > 0 &&
	    places->width_pt <= PAGE_PT_MOST &&
	    places->height_pt <= PAGE_PT_MOST) {
		page->width_pt = places->width_pt;
		page->height_pt = places->height_pt;
		places_give_boxes(places, issue, page);
		places_give_marks(places, issue, page);
	}
	places->width_pt = places->height_pt = 0;
	places->box_count = places->mark_count = 0;
}
