/* Copyright (C) 2026 The baolan authors */
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

struct directions;

/* The characters of `page`, which is borrowed, are joined with their neighbours, at most
 * `most` of them in a step; false: all are.  directions_tell() once then: true for each
 * character in a line that runs down, as many as page->count, which the caller frees; adds
 * to *steps what was done.  directions_free() at any time; NULL is nothing. */
struct directions *directions_new(const struct page_chars *page);
bool directions_step(struct directions *directions, size_t most);
bool *directions_tell(struct directions *directions, size_t *steps);
void directions_free(struct directions *directions);

#endif
