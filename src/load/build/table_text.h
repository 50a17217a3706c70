/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_BUILD_TABLE_TEXT_H
#define LOAD_BUILD_TABLE_TEXT_H

#include "load/lines/printed_line.h"
#include "load/lines/table_row.h"

#include <stdbool.h>
#include <stddef.h>

struct issue;
struct passage;

/*
 * The text of the rows of a table.  A row is one printed line, and its cells stand under
 * those of the row above:
 *
 *  - Where a row of the table has tabs, they part the cells.  Where all gaps are single
 *    blanks, these do, if each row has as many; or the last blanks do, if as many numbers
 *    stand at the end of each row.  Joining spaces then fill each cell up to the widest
 *    one of its column; numbers are flush right.
 *  - Else all gaps stay as they are, and joining spaces indent the row as it was indented
 *    against the others.
 */

/* How the rows of a table are set. */
struct table_text {
	bool is_filled;     /* cells are filled up */
	enum table_gap gap; /* what parts them then */
	size_t joined;      /* so many last cells stand alone, and all before
	                     * them are one; 0: each stands alone */
	int column_cols[TABLE_CELLS_MAX]; /* the widest cell of each column */
	bool column_is_right[TABLE_CELLS_MAX];
	double indent_em; /* of the rows farthest to the left */
};

/* Rows of one table: indices of printed lines, at least one. */
struct table_lines {
	const size_t *which;
	size_t count;
};

/* Measures the rows.  O(bytes). */
void table_text_measure(struct table_text *table, const struct issue *issue,
                        const struct printed_lines *lines,
                        struct table_lines rows);

/* Sets text, spans and page of `passage` to a printed line that is one of those rows, in
 * the issue's arena. */
void table_text_join(const struct table_text *table, struct issue *issue,
                     const struct printed_line *printed,
                     struct passage *passage);

#endif
