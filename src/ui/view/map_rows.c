/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/map_rows.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/sheet.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

/* For qsort(). */
static int map_rows_compare(const void *a, const void *b)
{
	const int *left = a, *right = b;

	return *left < *right ? -1 : *left > *right;
}

static size_t map_rows_edge(const struct map_rows *map, int row)
{
	size_t at;

	ARRAY_FIND(at, map->count, map->edges[at] < row);
	assert(at < map->count && map->edges[at] == row);
	return at;
}

/* Collects the edges of all boxes, each once. */
static void map_rows_find_edges(struct map_rows *map, const struct sheet *sheet)
{
	size_t kept = 0;

	map->edges = mem_alloc(2 * sheet->box_count * sizeof *map->edges);
	for (size_t i = 0; i < sheet->box_count; i++) {
		map->edges[map->count++] = sheet->boxes[i].row;
		map->edges[map->count++] =
			sheet->boxes[i].row + sheet->boxes[i].rows;
	}
	if (map->count)
		qsort(map->edges, map->count, sizeof *map->edges,
		      map_rows_compare);
	for (size_t i = 0; i < map->count; i++)
		if (!kept || map->edges[i] > map->edges[kept - 1])
			map->edges[kept++] = map->edges[i];
	map->count = kept;
}

/* For each edge the nearest one to which a box leads that begins (`down`) or ends there; NPOS:
 * none does. */
static size_t *map_rows_boxes(const struct map_rows *map,
                              const struct sheet *sheet, bool down)
{
	size_t *ends = mem_alloc(map->count * sizeof *ends);

	for (size_t i = 0; i < map->count; i++)
		ends[i] = NPOS;
	for (size_t i = 0; i < sheet->box_count; i++) {
		const struct box *box = &sheet->boxes[i];
		size_t first = map_rows_edge(map, box->row);
		size_t last = map_rows_edge(map, box->row + box->rows);
		size_t *end = &ends[down ? first : last];
		size_t to = down ? last : first;

		if (first < last &&
		    (*end == NPOS || (down ? to < *end : to > *end)))
			*end = to;
	}
	return ends;
}

void map_rows_init(struct map_rows *map, const struct sheet *sheet, int rows)
{
	size_t *above, *below;

	*map = (struct map_rows){ 0 };
	map_rows_find_edges(map, sheet);
	map->at = mem_alloc(map->count * sizeof *map->at);
	above = map_rows_boxes(map, sheet, false);
	below = map_rows_boxes(map, sheet, true);
	for (size_t i = 0; i < map->count; i++) {
		map->at[i] = (int)((long)map->edges[i] * rows /
		                   larger(1, sheet->rows));
		if (i)
			map->at[i] = larger(map->at[i], map->at[i - 1]);
		if (above[i] != NPOS)
			map->at[i] = larger(map->at[i], map->at[above[i]] + 1);
	}
	for (size_t i = map->count; i-- > 0;) {
		int most = i + 1 < map->count ? map->at[i + 1] : rows;

		if (below[i] != NPOS)
			most = smaller(most, map->at[below[i]] - 1);
		map->at[i] = larger(0, smaller(map->at[i], most));
	}
	free(above);
	free(below);
}

void map_rows_release(struct map_rows *map)
{
	free(map->edges);
	free(map->at);
	*map = (struct map_rows){ 0 };
}

int map_rows_at(const struct map_rows *map, int row)
{
	return map->at[map_rows_edge(map, row)];
}
