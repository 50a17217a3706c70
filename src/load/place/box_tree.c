/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/box_tree.h"

#include "base/mem.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

struct tree_leaf {
	struct frame_box box;
	size_t index;
};

static int box_tree_order(float a, float b)
{
	return a < b ? -1 : a > b;
}

static int box_tree_by_place(const struct tree_leaf *one,
                             const struct tree_leaf *two, bool by_t)
{
	const struct frame_box *a = &one->box, *b = &two->box;
	int s = box_tree_order(a->s0 + a->s1, b->s0 + b->s1);
	int t = box_tree_order(a->t0 + a->t1, b->t0 + b->t1);
	int sizes = box_tree_order(a->s0, b->s0);

	if (by_t ? t : s)
		return by_t ? t : s;
	if (by_t ? s : t)
		return by_t ? s : t;
	if (!sizes)
		sizes = box_tree_order(a->t0, b->t0);
	if (sizes)
		return sizes;
	return one->index < two->index ? -1 : one->index > two->index;
}

static int box_tree_by_s(const void *a, const void *b)
{
	return box_tree_by_place(a, b, false);
}

static int box_tree_by_t(const void *a, const void *b)
{
	return box_tree_by_place(a, b, true);
}

/* Sorts by s, cuts into slices, and sorts each slice by t: what stands together on the
 * page then stands together in the array. */
static void box_tree_tile(struct tree_leaf *leaves, size_t count)
{
	size_t groups = (count + BOX_TREE_FAN - 1) / BOX_TREE_FAN;
	size_t slice = (size_t)ceil(sqrt((double)groups)) * BOX_TREE_FAN;

	qsort(leaves, count, sizeof *leaves, box_tree_by_s);
	for (size_t at = 0; at < count; at += slice)
		qsort(&leaves[at], count - at < slice ? count - at : slice,
		      sizeof *leaves, box_tree_by_t);
}

static size_t box_tree_count(const struct box_tree *tree, size_t level)
{
	return tree->starts[level + 1] - tree->starts[level];
}

static struct frame_box box_tree_around(const struct frame_box *boxes,
                                        size_t count)
{
	struct frame_box all = boxes[0];

	for (size_t i = 1; i < count; i++)
		all = frame_box_around(all, boxes[i]);
	return all;
}

/* The level above the highest one: a node around each BOX_TREE_FAN of its nodes. */
static void box_tree_add_level(struct box_tree *tree)
{
	size_t below = tree->level_count - 1;
	size_t count = box_tree_count(tree, below);
	size_t start = tree->starts[tree->level_count];

	assert(tree->level_count < BOX_TREE_LEVELS);
	for (size_t at = 0; at < count; at += BOX_TREE_FAN)
		tree->nodes[start++] = box_tree_around(
			&tree->nodes[tree->starts[below] + at],
			count - at < BOX_TREE_FAN ? count - at : BOX_TREE_FAN);
	tree->starts[++tree->level_count] = start;
}

void box_tree_init(struct box_tree *tree, const struct frame_box *boxes,
                   size_t count, size_t *work)
{
	struct tree_leaf *leaves = mem_alloc(count * sizeof *leaves);

	*tree = (struct box_tree){ .work = work };
	/* 1/8 + 1/64 + …, and one a level for what is rounded up */
	tree->nodes = mem_alloc((count + count / 7 + BOX_TREE_LEVELS) *
	                        sizeof *tree->nodes);
	tree->items = mem_alloc(count * sizeof *tree->items);
	for (size_t i = 0; i < count; i++)
		leaves[i] = (struct tree_leaf){ boxes[i], i };
	box_tree_tile(leaves, count);
	for (size_t i = 0; i < count; i++) {
		tree->nodes[i] = leaves[i].box;
		tree->items[i] = leaves[i].index;
	}
	free(leaves);
	if (!count)
		return;
	tree->level_count = 1;
	tree->starts[1] = count;
	while (box_tree_count(tree, tree->level_count - 1) > 1)
		box_tree_add_level(tree);
}

void box_tree_release(struct box_tree *tree)
{
	free(tree->nodes);
	free(tree->items);
	*tree = (struct box_tree){ 0 };
}

struct box_query box_query_start(const struct box_tree *tree,
                                 struct frame_box area)
{
	return (struct box_query){
		.tree = tree,
		.area = area,
		.level = tree->level_count ? tree->level_count - 1 : 0,
		.left = BOX_QUERY_MOST,
	};
}

/* On to the next node that is not below this one. */
static void box_query_pass(struct box_query *query)
{
	const struct box_tree *tree = query->tree;

	query->at++;
	while (query->level < tree->level_count &&
	       (query->at % BOX_TREE_FAN == 0 ||
	        query->at >= box_tree_count(tree, query->level))) {
		query->at = (query->at + BOX_TREE_FAN - 1) / BOX_TREE_FAN;
		query->level++;
	}
}

size_t box_query_next(struct box_query *query)
{
	const struct box_tree *tree = query->tree;

	while (query->left && query->level < tree->level_count) {
		size_t node = tree->starts[query->level] + query->at;

		++*tree->work;
		if (!frame_boxes_meet(tree->nodes[node], query->area)) {
			box_query_pass(query);
		} else if (query->level) {
			query->level--;
			query->at *= BOX_TREE_FAN;
		} else {
			query->left--;
			box_query_pass(query);
			return tree->items[node];
		}
	}
	return NPOS;
}
