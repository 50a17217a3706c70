/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ASSEMBLE_H
#define LOAD_ASSEMBLE_H

#include "issue/issue.h"
#include "load/stories.h"

#include <stddef.h>

/* Passages of pages, for after the articles: furniture, and asides of a page
 * without a story. */
struct rest {
	struct passage *items; /* owned */
	size_t count, cap;
};

/* Adds the articles, passages and blocks of page `page` to the issue, from its
 * stories and teasers, and its other passages to `rest`.  Every printed line
 * goes into exactly one passage. */
void assemble_page(struct issue *issue, size_t page,
                   const struct printed_lines *lines,
                   const struct stories *stories, struct rest *rest);

#endif
