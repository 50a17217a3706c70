/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_BOX_TREE_H
#define LOAD_PLACE_BOX_TREE_H

#include "load/place/placing.h"

#include <stddef.h>

/*
 * Boxes of a page found by place: an R-tree, packed by Sort-Tile-Recursive
 * (Leutenegger, Lopez and Edgington, 1997).  Building it takes O(n log n), a query
 * O(log n) and what it finds.
 */

#define BOX_TREE_FAN    8  /* children of a node */
#define BOX_TREE_LEVELS 22 /* 8^21 boxes */

struct box_tree {
	struct frame_box *nodes; /* owned; the leaves, then each level above */
	size_t *items;           /* owned; which box each leaf is */
	size_t starts[BOX_TREE_LEVELS + 1]; /* of the levels, in nodes */
	size_t level_count;
	size_t *work; /* borrowed; queries add how many nodes they look at */
};

/* `boxes` is not kept; `work` must outlive the tree. */
void box_tree_init(struct box_tree *tree, const struct frame_box *boxes,
                   size_t count, size_t *work);
void box_tree_release(struct box_tree *tree);

/* A query ends after so many boxes, so that a page on which thousands of boxes stand
 * in one place takes a time that is not their square. */
#define BOX_QUERY_MOST 256

/* The boxes that share a point with an area, its edges included.  Their order is that
 * of the tree, which depends on the boxes alone. */
struct box_query {
	const struct box_tree *tree;
	struct frame_box area;
	size_t level, at; /* the next node */
	size_t left;      /* so many boxes may still be found */
};

/* The tree is borrowed. */
struct box_query box_query_start(const struct box_tree *tree,
                                 struct frame_box area);

/* The index of the next box, or NPOS. */
size_t box_query_next(struct box_query *query);

#endif
