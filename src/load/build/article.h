/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_ARTICLE_H
#define LOAD_BUILD_ARTICLE_H

#include "issue/issue.h"

#include <stddef.h>

/* The last article of an issue, while its passages are added. */

/* Adds one of page `page` (index), to which all passages belong that are added
 * from now on. */
void article_begin(struct issue *issue, size_t page, enum kind kind);

/* It has all its passages: counts its characters, finds its headline, its byline
 * and its dateline.  Its headline was printed in the order `printed`; NULL: as the
 * lines of the issue are. */
struct article *article_end(struct issue *issue,
                            const struct head_order *printed);

#endif
