/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_EDIT_STORIES_H
#define LOAD_CORRECT_EDIT_STORIES_H

#include "load/correct/story_owners.h"

#include <stddef.h>

/* Pieces of a page change their story because a person said so. */

/* All of it stands between these two, and nothing else changes the stories: in between
 * they may be of heads alone, or of nothing. */
void edit_stories_start(struct story_owners *owners, struct stories *stories);
void edit_stories_end(struct story_owners *owners);

/* From `unit` on its story is another one.  What stands before it in the story
 * stays, and so does what is at home there. */
void edit_stories_begin(struct story_owners *owners, size_t unit);

/*
 * `unit` goes to the story of unit `other`.  A text takes all of its story
 * with it that stands behind it; heads of that are subheads from now on, unless
 * the other story has none.  A head takes the heads that follow it; anything
 * else goes alone.
 */
void edit_stories_attach(struct story_owners *owners, size_t unit,
                         size_t other);

/* The whole article of `unit` is furniture of the page. */
void edit_stories_discard(struct story_owners *owners, size_t unit);

#endif
