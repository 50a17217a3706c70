/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ROWS_H
#define LOAD_PLACE_ROWS_H

#include "load/place/char_grid.h"
#include "load/place/frame.h"

#include <stddef.h>

/*
 * Rows: characters that stand beside each other, over all columns of the page.  Each
 * character is linked to the next of its row, if both choose each other.
 */

/* Characters `start` to `end` of rows.chars. */
struct row {
	size_t start, end;
};

struct rows {
	size_t *chars; /* owned; indices of characters, row by row */
	size_t char_count;
	struct row *items; /* owned */
	size_t count, cap;
};

/*
 * Rows of the characters that run in one direction, which stand in `grid` by the middles
 * of their ink (rows_grid()).  Each of them is in exactly one row.
 */
void rows_init(struct rows *rows, const struct frame_char *chars, size_t count,
               bool vertical, struct char_grid *grid);
void rows_release(struct rows *rows);

/* The grid of those characters. */
void rows_grid(struct char_grid *grid, const struct frame_char *chars,
               size_t count, bool vertical);

#endif
