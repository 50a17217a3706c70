/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_INSET_QUOTES_H
#define LOAD_PLACE_INSET_QUOTES_H

#include "load/place/page_index.h"

/* Marks as BLOCK_QUOTE, of the blocks of display type, the pull quotes: their words
 * stand in the running text as well, or text runs around them, or they stand between two
 * rules of their own.  O(n log n), n the characters of the page. */
void inset_quotes_find(struct placing *placing, const struct page_index *index);

#endif
