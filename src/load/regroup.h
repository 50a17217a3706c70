/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_REGROUP_H
#define LOAD_REGROUP_H

#include "load/owners.h"

#include <stddef.h>

/* Pieces of a page change their story because a person said so. */

/* All of it stands between these two, and nothing else changes the stories: in between
 * they may be of heads alone, or of nothing. */
void regroup_start(struct owners *owners, struct stories *stories);
void regroup_end(struct owners *owners);

/* From `unit` on its story is another one.  What stands before it in the story
 * stays, and so does what is at home there. */
void regroup_begin(struct owners *owners, size_t unit);

/*
 * `unit` goes to the story of unit `other`.  A text takes all of its story
 * with it that stands behind it; heads of that are subheads from now on, unless
 * the other story has none.  A head takes the heads that follow it; anything
 * else goes alone.
 */
void regroup_attach(struct owners *owners, size_t unit, size_t other);

/* The whole article of `unit` is furniture of the page. */
void regroup_discard(struct owners *owners, size_t unit);

#endif
