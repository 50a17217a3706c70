/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PAGE_FURNITURE_H
#define LOAD_PLACE_PAGE_FURNITURE_H

#include "load/place/placing.h"

/* Marks the running heads and feet of a page as BLOCK_FURNITURE: what stands outside its
 * first and last long rule, at the very edge of the page, or near it and says by its
 * words that it is one.  O(blocks + rules). */
void page_furniture_find(struct placing *placing);

#endif
