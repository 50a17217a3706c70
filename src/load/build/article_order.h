/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_ARTICLE_ORDER_H
#define LOAD_BUILD_ARTICLE_ORDER_H

#include "load/segment/stories.h"

#include <stddef.h>

/* An article in the making: a story with what belongs to it, or a teaser. */
struct planned_article {
	size_t story;                /* or NPOS */
	const struct teaser *teaser; /* or NULL */
	size_t first_piece;          /* its place in the stream */
};

/* Lists the articles of a page in the order of the stream; `plans` has room
 * for one a story and one a teaser; homes[i] is stories_root(stories, i).  Returns how many there are. */
size_t article_order_list(struct planned_article *plans,
                          const struct stories *stories, const size_t *homes);

#endif
