/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PICTURE_CAPTIONS_H
#define LOAD_PLACE_PICTURE_CAPTIONS_H

#include "load/place/page_index.h"

/* Marks as BLOCK_CAPTION, of the blocks that have their first kinds, those that are the
 * words of a picture: small type or another face under it or beside it, or words that
 * say so.  `picture` of a block is set where the picture is known.  O(n log n). */
void picture_captions_find(struct placing *placing,
                           const struct page_index *index);

#endif
