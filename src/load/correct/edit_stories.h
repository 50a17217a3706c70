/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_EDIT_STORIES_H
#define LOAD_CORRECT_EDIT_STORIES_H

#include "load/correct/story_owners.h"

#include <stddef.h>

/*
 * Edits of the stories of a page, one for each kind of correction that is about
 * articles.  Edits stand between edit_stories_start(), which initialises `owners`, and
 * edit_stories_end(), which releases it; nothing else may change the stories in
 * between.  There a story may have heads only, or nothing; at the end a story of heads
 * only becomes a teaser.
 */
void edit_stories_start(struct story_owners *owners, struct stories *stories);
void edit_stories_end(struct story_owners *owners);

/* Unit `unit` and all units behind it in its story become a new story; subheads at its
 * beginning become its headline.  Stories that continue the old one stay with it, unless
 * it has no text left.  A teaser is split in the same way.  Without effect on a unit that
 * no story has. */
void edit_stories_begin(struct story_owners *owners, size_t unit);

/*
 * Unit `unit` goes to the story of unit `other`.  A text unit takes along all units
 * behind it in its story, as a story that continues the other one; its heads become
 * subheads, unless the other story has no headline.  A head takes along the heads that
 * follow it; any other unit goes alone.  Without effect if one of the two is in no story, or
 * both are in the same article already.
 */
void edit_stories_attach(struct story_owners *owners, size_t unit,
                         size_t other);

/* All units of the article (or teaser) of `unit` become UNIT_FURNITURE of the page. */
void edit_stories_discard(struct story_owners *owners, size_t unit);

#endif
