/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_BYLINES_H
#define LOAD_PLACE_BYLINES_H

#include "load/place/page_index.h"
#include "load/place/placing.h"

/*
 * Bylines set in the type of the text, between a headline and the columns under it: they
 * belong to the head, and no text goes on from them.
 */

/* Joins the parts of a byline that stand apart: 本报记者　张三.  A gutter may run under
 * the room between them.  Before there are blocks. */
void bylines_join_rows(struct placing *placing);

/* Makes a block of its own of the first line of a block that is a byline by its words, in
 * another face or set otherwise than the lines under it, or a name.  Block indices stay, new blocks
 * stand behind. */
void bylines_part_blocks(struct placing *placing);

/* Makes display type of the blocks of one short line right under a headline that are
 * bylines by their words, or no first lines of a text by their place.  Blocks have their
 * first kinds.  O(n log n). */
void bylines_find(struct placing *placing, const struct page_index *index);

#endif
