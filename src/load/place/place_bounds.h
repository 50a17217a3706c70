/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACE_BOUNDS_H
#define LOAD_PLACE_PLACE_BOUNDS_H

#include "load/place/placement.h"
#include "load/place/placing.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What must hold of some lines of a page that is placed, as a person said it.  The rest of
 * the page is placed as the stages find it best under these bounds.
 */

enum place_bound_kind {
	PLACE_BOUND_HEAD,    /* the line is of a headline or a subhead */
	PLACE_BOUND_NO_HEAD, /* the line is of neither */
	PLACE_BOUND_BEGINS,  /* an article begins with the line */
	/* The line and the line `other` are of one article.  If it is of another
	 * headline, that is a subhead in it, and takes the text under it along. */
	PLACE_BOUND_TOGETHER
};

struct place_bound {
	enum place_bound_kind kind;
	size_t line, other; /* indices */
};

struct place_bounds {
	struct place_bound *items; /* owned */
	size_t count, cap;
};

void place_bounds_add(struct place_bounds *bounds, enum place_bound_kind kind,
                      size_t line, size_t other);
void place_bounds_release(struct place_bounds *bounds);

/* How many bounds, of lines of the page, a placement does not obey. */
size_t place_bounds_broken(const struct place_bounds *bounds,
                           const struct placement *placement);

/* Adds to `placed` the bounds of `said`, which are of lines of the page, as bounds of the
 * lines of the placing that `placement` came from. */
void place_bounds_follow(struct place_bounds *placed,
                         const struct place_bounds *said,
                         const struct placement *placement);

/* Blocks whose kinds are known become what the bounds of placing->bounds say: lines that
 * are a headline, or none, are blocks of their own of such a kind; a block that something
 * begins with is `parted` from what stands above it.  Blocks of which this holds already
 * stay as they are. */
void place_bounds_set_blocks(struct placing *placing);

#endif
