/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_TABLE_ROW_H
#define LOAD_LINES_TABLE_ROW_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A printed line as a row of cells.  Cells are parted by tabs; where a line has none, by
 * wide gaps (two blanks or more, or an ideographic space); where it has none of those
 * either, by single blanks.
 */

#define TABLE_CELLS_MAX 64 /* a line of more cells is no row */

enum table_gap {
	TABLE_GAP_BLANK,
	TABLE_GAP_WIDE,
	TABLE_GAP_TAB
};

enum cell_kind {
	CELL_TEXT,
	CELL_NUMBER, /* 5.67, +0.12, 22:30, 30分钟, 3℃～15℃, 2-1 */
	CELL_EMPTY   /* marks alone: _ - … | */
};

struct table_cell {
	size_t start, end; /* bytes of the line; equal where nothing stands */
	enum cell_kind kind;
};

struct table_row {
	enum table_gap gap; /* what parts the cells */
	struct table_cell cells[TABLE_CELLS_MAX];
	size_t count;        /* of cells; 0: the line is no row */
	size_t numbers;      /* how many cells are no text */
	size_t last_numbers; /* how many of them stand behind all text */
	bool solid;          /* each text has ideographs or kana: no blank parts
	                    its words */
	bool has_time;       /* it begins with a time of the day */
	bool has_leader;     /* dots lead from a text to what is behind it */
	bool has_short;      /* each text has five characters or fewer */
};

/* Reads a trimmed line, in time linear in its length.  The count is 0 for a line of one
 * cell, of more than TABLE_CELLS_MAX, of spaced single characters (通　知), and one without
 * tabs whose cells have the marks of running text. */
void table_row_read(struct table_row *row, struct str line);

/* May a line be a row, and not only the heading of one?  Most lines may not, and this is told
 * faster than by reading them: they have no gap, or single blanks and no number. */
bool table_row_may_be(struct str line);

/* Parts a trimmed line at this kind of gap, whatever stands in it.  Behind a tab a cell may
 * be empty.  A count of 0: there are more than TABLE_CELLS_MAX cells. */
void table_row_split(struct table_row *row, struct str line,
                     enum table_gap gap);

#endif
