/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_PAGE_BUILDER_H
#define LOAD_BUILD_PAGE_BUILDER_H

#include "issue/issue.h"
#include "load/segment/stories.h"

#include <stddef.h>

/* Adds the articles, passages and blocks of page `page` to the issue, from its
 * stories and teasers; pages are added in order.  Every printed line goes into
 * exactly one passage; furniture, and asides of a page without a story, are of
 * no article. */
void page_build(struct issue *issue, size_t page,
                const struct printed_lines *lines,
                const struct stories *stories);

#endif
