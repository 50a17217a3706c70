/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CORRECT_APPLY_H
#define LOAD_CORRECT_APPLY_H

#include "load/correct/corrections.h"
#include "load/segment/stories.h"

/* Where the corrections of an issue (correction.h, found in it) change how page `page`
 * (index) is read. */

/* What was said of lines, before they are labelled.  A line of which something
 * was said stands aside no more. */
void apply_lines(struct printed_lines *lines,
                 const struct corrections *corrections, size_t page);

/*
 * What was said of articles, in the order in which it was said, once the
 * stories have their asides and homes.  Afterwards a story may have heads and
 * no text, or nothing at all; then it is no article.
 */
void apply_stories(struct stories *stories,
                   const struct corrections *corrections, size_t page);

#endif
