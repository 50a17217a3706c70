/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_MAP_ROWS_H
#define UI_VIEW_MAP_ROWS_H

#include <stddef.h>

struct sheet;

/*
 * The rows of a sheet on a map that is lower.  They are scaled, but each box of the sheet gets a
 * row of the map for itself: what is below it is moved down, and up again where the map ends.  Where
 * more boxes stand below each other than the map has rows, some share one.
 */
struct map_rows {
	int *edges; /* owned; rows of the sheet at which a box begins or ends, sorted */
	int *at; /* owned; the row of the map for each */
	size_t count;
};

/* For a map of `rows` rows.  O(boxes x log of that).  Release with map_rows_release(). */
void map_rows_init(struct map_rows *map, const struct sheet *sheet, int rows);
void map_rows_release(struct map_rows *map);

/* The row of the map for `row`, at which a box begins or ends. */
int map_rows_at(const struct map_rows *map, int row);

#endif
