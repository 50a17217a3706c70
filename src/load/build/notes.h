/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_NOTES_H
#define LOAD_BUILD_NOTES_H

#include "issue/issue.h"
#include "load/segment/units.h"

#include <stddef.h>

/* Notes say at an article what of it is a guess; each is a diagnostic, too. */

/* Adds a note to article `index`: the sentence `what` (copied), the probability that the
 * guess is right, from 0 to 1, and the lines (indices, not empty) it is about. */
void notes_add(struct issue *issue, size_t index, const char *what,
               double confidence, struct range lines);

/* Adds a note for each doubt of the units of page `page` (index) that is large enough
 * to be told (label/doubt.h).  The page has its articles. */
void notes_find(struct issue *issue, size_t page, const struct units *units);

#endif
