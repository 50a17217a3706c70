/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_PAGE_BUILDER_H
#define LOAD_BUILD_PAGE_BUILDER_H

#include "issue/issue.h"
#include "load/segment/stories.h"

#include <stddef.h>

/*
 * Adds the articles, passages and blocks of page `page` (index) to the issue, from its
 * stories and teasers.  Pages are built in order.  An article has the headlines,
 * bylines, quotes and text of its story, then the texts of the stories that continue
 * it, then captions and jumps.  Every printed line goes into exactly one passage;
 * furniture, and quotes and captions on a page without a story, are in no article.
 */
void page_build(struct issue *issue, size_t page,
                const struct printed_lines *lines,
                const struct stories *stories);

#endif
