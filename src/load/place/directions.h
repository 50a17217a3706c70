/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_DIRECTIONS_H
#define LOAD_PLACE_DIRECTIONS_H

#include "load/place/page_chars.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Which characters stand in lines that run down the page.
 *
 * A character votes for the direction in which its nearest neighbour of its size stands:
 * in a line they are nearer than from line to line.  Letters vote for lines that run
 * across, if at all, turned characters for the direction they are turned to.  Votes are added up over
 * groups of neighbours (union-find), so a block of text has one direction.
 */

/* True for each character in a line that runs down; as many as page->count, which the
 * caller frees.  Adds to *steps what was done. */
bool *directions_find(const struct page_chars *page, size_t *steps);

#endif
