/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ASSIGN_BOUNDS_H
#define LOAD_PLACE_ASSIGN_BOUNDS_H

#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/* The bounds of a page (place_bounds.h) as bounds of its columns. */

/* An article begins with the column; or, where `head` or `other` is set, the column is in
 * the article of that head or other column. */
struct assign_bound {
	size_t column, head, other;
};

struct assign_bounds {
	struct assign_bound *items; /* owned */
	size_t count, cap;
};

/* The page has columns and heads.  What is said of lines in neither is no bound here. */
void assign_bounds_init(struct assign_bounds *bounds,
                        const struct placing *placing);
void assign_bounds_release(struct assign_bounds *bounds);

static inline bool assign_bound_begins(const struct assign_bound *bound)
{
	return bound->head == NPOS && bound->other == NPOS;
}

/* How many bounds an article breaks, of a head or none and columns in reading order. */
size_t assign_bounds_broken(const struct assign_bounds *bounds, size_t head,
                            const size_t *columns, size_t count);

#endif
