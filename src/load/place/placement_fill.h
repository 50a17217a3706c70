/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACEMENT_FILL_H
#define LOAD_PLACE_PLACEMENT_FILL_H

#include "load/place/placement.h"
#include "load/place/placement_lines.h"
#include "load/place/placing.h"

/*
 * Fills an empty placement from a page whose articles are complete.  Lines stand in this
 * order: furniture of the upper half of the page, the articles, the other furniture.  An
 * article has its heads, bylines, text column by column, pull quotes, captions, and jump
 * lines.  Each line of the page is in the placement once; what no article has is
 * furniture.  The marks are the rules, boxes and pictures.
 */
struct placement_filler {
	struct placement_writer writer;
	size_t next_article;
};

/* Begins; the placement and the page are borrowed until placement_filler_release(). */
void placement_filler_init(struct placement_filler *filler,
                           struct placement *placement,
                           const struct placing *placing);

/* Adds articles until `most` lines more are there; false: the placement is full. */
bool placement_filler_step(struct placement_filler *filler, size_t most);

/* Nothing for a filler that is zero. */
void placement_filler_release(struct placement_filler *filler);

#endif
