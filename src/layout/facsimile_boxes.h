/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_FACSIMILE_BOXES_H
#define LAYOUT_FACSIMILE_BOXES_H

#include <stdbool.h>
#include <stddef.h>

struct issue;
struct sheet;

/*
 * Gives the rectangles of the articles of page `page` (index) as they were printed, for a
 * map: `sheet` has boxes and nothing else, and its rows and columns are points.  An article
 * has several boxes where one around all of it would hold text of others; the one where it
 * begins comes first.  O(blocks^2).
 *
 * False, and `sheet` is not initialised: the page has no places, or far too many blocks
 * for a page.  Else the caller releases it.
 */
bool facsimile_boxes(struct sheet *sheet, const struct issue *issue,
                     size_t page);

#endif
