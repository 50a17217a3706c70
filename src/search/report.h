/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_REPORT_H
#define SEARCH_REPORT_H

#include "base/str.h"
#include "search/hits.h"

#include <stddef.h>

struct issue;

/* Hits as a person or a program reads them. */

/* The sentence around a hit: bytes of the hit's passage, at most `limit`
 * characters before the hit and as many behind it. */
struct hit hit_context(const struct issue *issue, const struct hit *hit,
                       size_t limit);

/* Appends a line for each hit, as `baolan --search` prints it: article TAB page TAB
 * first-last source line TAB the sentence around the hit; neutralised. */
void hits_add_lines(struct buf *out, const struct hits *hits,
                    const struct issue *issue);

/* Appends one JSON object with the pattern and all hits; baolan(1) describes its
 * members. */
void hits_add_json(struct buf *out, const struct hits *hits,
                   const struct issue *issue, struct str pattern);

#endif
