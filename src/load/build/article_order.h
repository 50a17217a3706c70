/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_ARTICLE_ORDER_H
#define LOAD_BUILD_ARTICLE_ORDER_H

#include "load/segment/stories.h"

#include <stddef.h>

/* What an article is built from: a story with those that continue it, or a teaser. */
struct article_source {
	size_t story;                /* index, or NPOS */
	const struct teaser *teaser; /* borrowed, or NULL */
	size_t first_unit;           /* the lowest index of its units */
};

/* Lists the articles of a page in the order of their first units in `sources`, which
 * has room for all stories and teasers, and returns how many there are.  roots[i] is
 * stories_root(stories, i).  A story without units and heads, all of which a
 * correction moved elsewhere, is no article.  O(n log n). */
size_t article_order_list(struct article_source *sources,
                          const struct stories *stories, const size_t *roots);

#endif
