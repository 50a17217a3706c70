/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_ARTICLE_H
#define LOAD_BUILD_ARTICLE_H

#include "issue/issue.h"

#include <stddef.h>

/* An article of the issue from its first passage to its last.  The passages are added to
 * the issue between the two calls. */

/* Adds an article of page `page` (index) to the issue.  All passages that are added from
 * now on belong to it. */
void article_begin(struct issue *issue, size_t page, enum kind kind);

/* Ends the last article of the issue: sets its passages, headline, byline, dateline and
 * number of characters.  `printed` is the order in which the passages of its headline
 * were printed; NULL: the order of their lines; an order that does not name each of
 * them once counts as the order of the passages.  The pointer returned is valid
 * until the next article begins. */
struct article *article_end(struct issue *issue,
                            const struct head_order *printed);

/* Article `article` goes on from article `earlier`, as parts_join() has it.  Where the text
 * of the earlier one ends within a sentence, its last paragraph goes on, too. */
void article_join(struct issue *issue, size_t article, size_t earlier);

#endif
