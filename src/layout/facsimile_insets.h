/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_INSETS_H
#define LAYOUT_FACSIMILE_INSETS_H

#include "layout/facsimile_plan.h"

/*
 * What stands in a column beside its lines: a picture or a pull quote around which text
 * runs.  Lines beside it and lines above and below are different blocks, so that each has
 * its place.
 */

struct facsimile_insets {
	const struct facsimile *plan; /* borrowed */
	size_t *order;  /* owned; the lines in buckets from head to foot */
	size_t *bucket; /* owned; where each bucket begins, and one more */
	size_t bucket_count;
	float bucket_pt; /* height */
};

/* Needs the lines of the plan with their places, its pitch, and its pictures.
 * O(lines). */
void facsimile_insets_init(struct facsimile_insets *insets,
                           const struct facsimile *plan);
void facsimile_insets_release(struct facsimile_insets *insets);

/* Of line `line` (index) and the one before it, which is the last of a block at `block`:
 * does something stand in their column beside one, and not beside the other? */
bool facsimile_insets_part(const struct facsimile_insets *insets, size_t line,
                           const struct facsimile_place *block);

#endif
