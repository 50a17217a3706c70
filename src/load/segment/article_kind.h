/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_ARTICLE_KIND_H
#define LOAD_SEGMENT_ARTICLE_KIND_H

#include "issue/issue.h"
#include "load/segment/stories.h"

/* What kind of article a story is, by its form and the words of its headline
 * and byline (either may be empty). */
enum kind article_kind_of(const struct story *story, const struct units *units,
                          struct str headlines, struct str bylines);

#endif
