/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/printed_columns.h"

#include "layout/page_lines.h"

#define SAME_ROWS 1 /* columns that differ by so much are of one height */
#define HIGH_ROWS 4 /* lower ones may be of one height by chance */

/* The column of the line before has ended. */
static void printed_columns_end(struct printed_columns *columns)
{
	if (!columns->columns || columns->rows < columns->least_rows)
		columns->least_rows = columns->rows;
	if (columns->rows > columns->most_rows)
		columns->most_rows = columns->rows;
	columns->all_rows += columns->rows;
	columns->columns++;
	columns->rows = 0;
}

void printed_columns_add(struct printed_columns *columns,
                         const struct block_column *column,
                         const struct page_line *line)
{
	bool is_new_line =
		!columns->rows || columns->printed_line != line->printed_line;

	if (columns->rows && column != columns->column) {
		printed_columns_end(columns);
		columns->begins_inside |= !line->begins_passage;
	}
	columns->column = column;
	columns->printed_line = line->printed_line;
	columns->rows += is_new_line || !columns->rows;
}

size_t printed_columns_rows(const struct printed_columns *columns)
{
	return columns->rows > columns->most_rows ? columns->rows
	                                          : columns->most_rows;
}

size_t printed_columns_count(const struct printed_columns *columns)
{
	const size_t rows = printed_columns_rows(columns);
	bool is_even = rows >= HIGH_ROWS &&
	               columns->least_rows + SAME_ROWS >= rows &&
	               2 * columns->rows >= rows;

	if (!columns->columns || !(columns->begins_inside || is_even))
		return 0;
	return (columns->all_rows + columns->rows + rows / 2) / rows;
}
