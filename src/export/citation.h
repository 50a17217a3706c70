/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_CITATION_H
#define EXPORT_CITATION_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;

/*
 * Appends the citation of article `article` (index) by GB/T 7714-2015, 8.1,
 *
 *	岳小棠, 向阳. 图书室昨天开门[N]. 石桥日报, 2020-02-19(2).
 *
 * in the characters that were printed, not neutralised.  False, and nothing is
 * appended, where the headline or the name of the paper is unknown.  Authors, date
 * and page are left out where they are not certain: authors come from the byline
 * (issue/byline.h), the page, or the pages of an article over several, from the printed
 * labels.
 */
bool citation_add(struct buf *out, const struct issue *issue, size_t article);

/* Appends the authors in a printed byline with ", " between them; of more than three
 * the first three and "等" ("et al.").  False, and nothing is appended, when it is not
 * certain which words of the byline are names. */
bool citation_add_authors(struct buf *out, struct str byline);

#endif
