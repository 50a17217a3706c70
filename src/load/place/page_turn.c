/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/page_turn.h"

#include "load/place/place_weights.h"

#include <math.h>

/* Where a line that runs down, or up, will run across: the box of the page turned by a
 * quarter against the clock, or with it. */
static struct page_box turned_box(struct page_box box, bool against,
                                  const struct page_chars *page)
{
	return against ? (struct page_box){ box.y0, page->width_pt - box.x1,
		                            box.y1, page->width_pt - box.x0 }
	               : (struct page_box){ page->height_pt - box.y1, box.x0,
		                            page->height_pt - box.y0, box.x1 };
}

/* Pixels turned in the same way. */
static const struct pixels *turned_pixels(struct page_chars *page,
                                          const struct pixels *pixels,
                                          bool against)
{
	struct pixels *copy;
	int cols, rows;

	if (!pixels)
		return NULL;
	cols = pixels->cols;
	rows = pixels->rows;
	copy = arena_alloc(&page->arena, sizeof *copy);
	*copy = (struct pixels){ rows, cols, NULL };
	copy->rgb = arena_alloc(&page->arena, (size_t)cols * (size_t)rows *
	                                              sizeof *copy->rgb);
	for (int y = 0; y < rows; y++)
		for (int x = 0; x < cols; x++) {
			int to_x = against ? y : rows - 1 - y;
			int to_y = against ? cols - 1 - x : x;

			copy->rgb[to_y * rows + to_x] =
				pixels->rgb[y * cols + x];
		}
	return copy;
}

static enum char_turn turned(enum char_turn turn, bool against)
{
	if (turn == TURN_NONE)
		return against ? TURN_UP : TURN_DOWN;
	return TURN_NONE;
}

static void turn_by_quarter(struct page_chars *page, bool against)
{
	float width_pt = page->width_pt;

	for (size_t i = 0; i < page->count; i++) {
		struct page_char *c = &page->chars[i];

		c->box = turned_box(c->box, against, page);
		c->turn = turned(c->turn, against);
		c->baseline_pt =
			c->turn == TURN_NONE
				? c->box.y1 - CHAR_DESCENT_EM * c->em_pt
				: c->box.y0;
	}
	for (size_t i = 0; i < page->shape_count; i++) {
		struct page_shape *shape = &page->shapes[i];

		shape->box = turned_box(shape->box, against, page);
		shape->pixels = turned_pixels(page, shape->pixels, against);
	}
	page->width_pt = page->height_pt;
	page->height_pt = width_pt;
}

bool page_turn(struct page_chars *page)
{
	double most = (double)TURN_LYING * (double)page->count;
	size_t down = 0, up = 0;

	for (size_t i = 0; i < page->count; i++) {
		down += page->chars[i].turn == TURN_DOWN;
		up += page->chars[i].turn == TURN_UP;
	}
	if ((double)down <= most && (double)up <= most)
		return false;
	turn_by_quarter(page, down > up);
	return true;
}
