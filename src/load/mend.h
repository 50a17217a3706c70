/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_MEND_H
#define LOAD_MEND_H

#include "load/repair.h"
#include "load/segment/stories.h"

/* Where the repairs of an issue (repair.h, found in it) change how page `page`
 * (index) is read. */

/* What was said of lines, before they are labelled.  A line of which something
 * was said stands aside no more. */
void mend_lines(struct printed_lines *lines, const struct repairs *repairs,
                size_t page);

/*
 * What was said of articles, in the order in which it was said, once the
 * stories have their asides and homes.  Afterwards a story may have heads and
 * no text, or nothing at all; then it is no article.
 */
void mend_stories(struct stories *stories, const struct repairs *repairs,
                  size_t page);

#endif
