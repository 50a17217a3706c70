/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PLACEMENT_FILL_H
#define LOAD_PLACE_PLACEMENT_FILL_H

#include "load/place/placement.h"
#include "load/place/placing.h"

/*
 * Fills an empty placement from a page whose articles are complete.  Lines stand in this
 * order: furniture of the upper half of the page, the articles, the other furniture.  An
 * article has its heads, bylines, text column by column, pull quotes, captions, and jump
 * lines.  Each line of the page is in the placement once; what no article has is
 * furniture.  The marks are the rules, boxes and pictures.
 */
void placement_fill(struct placement *placement, const struct placing *placing);

#endif
