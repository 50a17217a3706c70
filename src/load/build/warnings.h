/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_WARNINGS_H
#define LOAD_BUILD_WARNINGS_H

#include "load/label/labels.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

struct issue;

/* Diagnostics of odd places on a page, each with its line and column. */

/* A warning for each line that is at least 1 em wider than its column.  `labels` are
 * those of `flow`. */
void warn_of_lines(struct issue *issue, const struct flow *flow,
                   const struct labelled *labels);

/* A warning if page `page` (index) has characters that nobody can read: how many, and where
 * the first one stands.  O(bytes of the page). */
void warn_of_characters(struct issue *issue, size_t page);

/* A warning for each headline on page `page` (index) without a text and without a jump
 * to one. */
void warn_of_articles(struct issue *issue, size_t page);

/* A warning for each jump of page `page` (index) to a page that the issue does not
 * have; only a note in an issue of one page.  All pages are loaded. */
void warn_of_jumps(struct issue *issue, size_t page);

#endif
