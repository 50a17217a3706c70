/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_PRINTED_COLUMNS_H
#define LAYOUT_PRINTED_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

struct block_column;
struct page_line;

/*
 * How many columns a text had in print, by the columns that its blocks (issue.h) tell.  The
 * loader takes a blank line for the end of a column where it has no better reason, so
 * that of a page with blank lines between its paragraphs each paragraph is a column.  The columns
 * are believed when one of them begins within a paragraph, or when all but the last are of
 * one height, of four lines at least, and the last is half as high or more.
 */

struct printed_columns {
	const struct block_column *column; /* of the line added last */
	size_t printed_line;               /* of that line */
	size_t rows;                       /* of its column so far */
	size_t columns, all_rows;          /* of the columns before it */
	size_t most_rows, least_rows;      /* of one of them */
	bool begins_inside; /* a column begins within a paragraph */
};

/* Adds a line of the text, in printed order; all zeroes at first. */
void printed_columns_add(struct printed_columns *columns,
                         const struct block_column *column,
                         const struct page_line *line);

/* The number of columns: as many of the height of the highest one as hold all lines.  0: they
 * are not believed, or there is one only. */
size_t printed_columns_count(const struct printed_columns *columns);

/* The rows of the highest column. */
size_t printed_columns_rows(const struct printed_columns *columns);

#endif
