/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/box_tree.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Numbers that look like chance, and are the same on each machine. */
static float chance(unsigned *seed, float most)
{
	*seed = *seed * 1103515245u + 12345u;
	return (float)(*seed >> 16 & 0x7fff) / 0x8000 * most;
}

static struct frame_box *some_boxes(size_t count, float size)
{
	struct frame_box *boxes = mem_alloc(count * sizeof *boxes);
	unsigned seed = 1;

	for (size_t i = 0; i < count; i++) {
		float s = chance(&seed, 1000), t = chance(&seed, 1000);

		boxes[i] = (struct frame_box){ s, s + chance(&seed, size), t,
			                       t + chance(&seed, size) };
	}
	return boxes;
}

/* Each box that meets an area is found once, and no other. */
static void queries_find_what_is_there(void **state)
{
	static const size_t counts[] = { 0, 1, 2, 8, 9, 64, 65, 300 };
	size_t work = 0;

	(void)state;
	for (size_t c = 0; c < ARRAY_LEN(counts); c++) {
		struct frame_box *boxes = some_boxes(counts[c], 60);
		struct frame_box *areas = some_boxes(50, 400);
		struct box_tree tree;

		box_tree_init(&tree, boxes, counts[c], &work);
		for (size_t a = 0; a < 50; a++) {
			struct box_query query =
				box_query_start(&tree, areas[a]);
			size_t found = 0, wanted = 0, i, sum = 0;

			while ((i = box_query_next(&query)) != NPOS) {
				assert_true(
					frame_boxes_meet(boxes[i], areas[a]));
				found++;
				sum += i + 1;
			}
			for (i = 0; i < counts[c]; i++)
				if (frame_boxes_meet(boxes[i], areas[a])) {
					wanted++;
					sum -= i + 1;
				}
			assert_int_equal(found, wanted);
			assert_int_equal(sum, 0);
		}
		box_tree_release(&tree);
		free(boxes);
		free(areas);
	}
}

/* What a query looks at grows with what it finds, not with the page. */
static void queries_look_at_little(void **state)
{
	static const size_t counts[] = { 1000, 16000 };
	size_t looked[2];

	(void)state;
	for (size_t c = 0; c < 2; c++) {
		struct frame_box *boxes = some_boxes(counts[c], 1);
		struct box_tree tree;
		size_t work = 0;

		box_tree_init(&tree, boxes, counts[c], &work);
		for (size_t i = 0; i < 100; i++) {
			struct box_query query =
				box_query_start(&tree, boxes[i * 7]);

			while (box_query_next(&query) != NPOS)
				;
		}
		looked[c] = work;
		box_tree_release(&tree);
		free(boxes);
	}
	assert_true(looked[1] < 3 * looked[0]);
}

/* Thousands of boxes in one place do not make each query long. */
static void a_query_ends(void **state)
{
	struct frame_box *boxes = mem_alloc(5000 * sizeof *boxes);
	size_t work = 0, found = 0;
	struct box_query query;
	struct box_tree tree;

	(void)state;
	box_tree_init(&tree, boxes, 5000, &work);
	query = box_query_start(&tree, boxes[0]);
	while (box_query_next(&query) != NPOS)
		found++;
	assert_int_equal(found, BOX_QUERY_MOST);
	box_tree_release(&tree);
	free(boxes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(queries_find_what_is_there),
		cmocka_unit_test(queries_look_at_little),
		cmocka_unit_test(a_query_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
