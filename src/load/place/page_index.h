/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_PAGE_INDEX_H
#define LOAD_PLACE_PAGE_INDEX_H

#include "load/place/box_tree.h"
#include "load/place/placing.h"

/*
 * What stands where on a page: its blocks, rules, boxes and pictures in trees, for the
 * stages behind the blocks.  The indices that queries give are those of the arrays of
 * the page.
 */
struct page_index {
	struct box_tree blocks, boxes, pictures, rules_along_s, rules_along_t;
};

/* The blocks have their places; `placing` must outlive the index.  O(n log n). */
void page_index_init(struct page_index *index, struct placing *placing);
void page_index_release(struct page_index *index);

#endif
