/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/page_index.h"

#include "base/mem.h"

#include <stdlib.h>

/* Room for the boxes of a kind of matter, of which a page has `count`. */
static struct frame_box *page_index_room(size_t count)
{
	return mem_alloc(count * sizeof(struct frame_box));
}

static void page_index_add(struct box_tree *tree, struct frame_box *boxes,
                           size_t count, struct placing *placing)
{
	box_tree_init(tree, boxes, count, &placing->work);
	free(boxes);
}

static void page_index_blocks(struct page_index *index, struct placing *placing)
{
	struct frame_box *boxes = page_index_room(placing->block_count);

	for (size_t i = 0; i < placing->block_count; i++)
		boxes[i] = placing->blocks[i].at;
	page_index_add(&index->blocks, boxes, placing->block_count, placing);
}

static void page_index_rules(struct page_index *index, struct placing *placing)
{
	struct frame_box *along_s = page_index_room(placing->along_s_count);
	struct frame_box *along_t = page_index_room(placing->along_t_count);

	for (size_t i = 0; i < placing->along_s_count; i++) {
		const struct placed_rule *rule = &placing->rules_along_s[i];

		along_s[i] = (struct frame_box){ rule->from, rule->to, rule->at,
			                         rule->at };
	}
	for (size_t i = 0; i < placing->along_t_count; i++) {
		const struct placed_rule *rule = &placing->rules_along_t[i];

		along_t[i] = (struct frame_box){ rule->at, rule->at, rule->from,
			                         rule->to };
	}
	page_index_add(&index->rules_along_s, along_s, placing->along_s_count,
	               placing);
	page_index_add(&index->rules_along_t, along_t, placing->along_t_count,
	               placing);
}

void page_index_init(struct page_index *index, struct placing *placing)
{
	struct frame_box *boxes = page_index_room(placing->box_count);

	for (size_t i = 0; i < placing->box_count; i++)
		boxes[i] = placing->boxes[i].at;
	page_index_add(&index->boxes, boxes, placing->box_count, placing);
	box_tree_init(&index->pictures, placing->pictures,
	              placing->picture_count, &placing->work);
	page_index_blocks(index, placing);
	page_index_rules(index, placing);
}

void page_index_release(struct page_index *index)
{
	box_tree_release(&index->blocks);
	box_tree_release(&index->boxes);
	box_tree_release(&index->pictures);
	box_tree_release(&index->rules_along_s);
	box_tree_release(&index->rules_along_t);
}
