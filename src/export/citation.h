/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_CITATION_H
#define EXPORT_CITATION_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * Appends an article of a newspaper as GB/T 7714-2015 cites it,
 *
 *	岳小棠, 向阳. 图书室昨天开门[N]. 石桥日报, 2020-02-19(2).
 *
 * as it was printed, not neutralised.  Headline and paper must be known: false,
 * and nothing appended, without one of them.  Authors, date and page stand in it
 * where they are known for certain: authors as a byline names them, a page by its
 * printed label.
 */
bool citation_add(struct buf *out, const struct issue *issue, size_t article);

/* Appends the authors that a printed byline names, ", " between them, the first
 * three and "等" ("et al.") for more; false, and nothing, when it is not certain
 * which of its words are names. */
bool citation_add_authors(struct buf *out, struct str byline);

#endif
