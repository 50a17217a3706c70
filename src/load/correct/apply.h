/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_APPLY_H
#define LOAD_CORRECT_APPLY_H

#include "load/correct/corrections.h"
#include "load/place/place_bounds.h"
#include "load/segment/stories.h"

/*
 * Corrections bound the estimate of a page: what a person said of a line or an article
 * holds, and all else is estimated under that condition.  The corrections have been
 * found in the issue (corrections_find()); `page` is the index of the page.
 */

/* What the corrections of a page that is placed say of its lines, as bounds for placing it;
 * `lines` are those of the page. */
void apply_bounds(struct place_bounds *bounds,
                  const struct corrections *corrections, size_t page,
                  struct range lines);

/* May a correction be about page `page`?  By where it was said; its lines may have been
 * found or not. */
bool apply_may_bound(const struct corrections *corrections, size_t page);

/* Sets the user_label of the lines of a page of which corrections say what they are,
 * before the lines are labelled.  Such a line is not set aside any more. */
void apply_lines(struct printed_lines *lines,
                 const struct corrections *corrections, size_t page);

/*
 * Applies the corrections that are about articles to the stories of a page, in the order
 * in which they were made, after aside_owners and continuations are complete.
 * Afterwards a story may have heads and no text, or nothing at all; then it is no
 * article.
 */
void apply_stories(struct stories *stories,
                   const struct corrections *corrections, size_t page);

#endif
