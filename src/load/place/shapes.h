/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_SHAPES_H
#define LOAD_PLACE_SHAPES_H

#include "load/place/page_chars.h"
#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What the strokes and fills of a page are: thin ones are rules, others boxes, as are
 * four rules that meet.  Rules are sorted as rules.h says.
 */
struct page_rules {
	/* Owned.  Down the page: `at` is x, from and to are y; across it: the
	 * other way round. */
	struct placed_rule *down, *across;
	size_t down_count, down_cap, across_count, across_cap;
};

void page_rules_init(struct page_rules *rules, const struct page_chars *page);
void page_rules_release(struct page_rules *rules);

/* Adds the four sides of each frame that is drawn as one shape: no line goes on over
 * them. */
void page_rules_add_frames(struct page_rules *rules,
                           const struct page_chars *page);

/* The rules of a page in the frame of a direction. */
struct frame_rules {
	struct placed_rule *along_s, *along_t; /* owned */
	size_t along_s_count, along_t_count;
};

void frame_rules_init(struct frame_rules *out, const struct page_rules *rules,
                      bool vertical, float page_width_pt);
void frame_rules_release(struct frame_rules *rules);

/* Sets rules, boxes and pictures of a page whose direction is known. */
void shapes_place(struct placing *placing, const struct page_rules *rules);

#endif
