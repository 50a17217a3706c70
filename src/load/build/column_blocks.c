/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/column_blocks.h"

#define COLUMNS_MAX   9
#define COLUMN_ROWS   3  /* the fewest lines of a column */
#define ROWS_EXPECTED 50 /* the most lines of a printed column */

/* Does a column certainly end before line `i`: is there a blank line in mid sentence?  A
 * drop cap stands beside its text, however extractors part them. */
static bool is_column_break(const struct printed_lines *lines, size_t i)
{
	return lines->items[i].blank && lines->items[i].aside != ASIDE_CAP &&
	       lines->items[i - 1].aside != ASIDE_CAP &&
	       lines->items[i - 1].end != END_SENTENCE &&
	       !char_in(char_last(lines->items[i - 1].text), "：:") &&
	       !char_opens(char_first(lines->items[i].text));
}

static size_t count_breaks(const struct printed_lines *lines, size_t first,
                           size_t end)
{
	size_t breaks = 0;

	for (size_t i = first + 1; i < end; i++)
		breaks += is_column_break(lines, i);
	return breaks;
}

/* How many certain column ends `columns` equal columns explain; NPOS when the lines do not
 * divide evenly, or a column would end where no blank line is. */
static size_t explained(const struct printed_lines *lines, size_t first,
                        size_t end, size_t columns)
{
	size_t rows = (end - first) / columns, breaks = 0;

	if (rows * columns != end - first || rows < COLUMN_ROWS)
		return NPOS;
	for (size_t i = first + rows; i < end; i += rows) {
		if (!lines->items[i].blank)
			return NPOS;
		breaks += is_column_break(lines, i);
	}
	return breaks;
}

static size_t best_columns(const struct printed_lines *lines, size_t first,
                           size_t end)
{
	size_t breaks = count_breaks(lines, first, end), best = 1, most = 0;

	for (size_t columns = 2; columns <= COLUMNS_MAX; columns++) {
		size_t some = explained(lines, first, end, columns);

		if (some == NPOS || some < most || some + 1 < columns - 1)
			continue;
		if (some > most || some == columns - 1) {
			best = columns;
			most = some;
		}
	}
	return breaks && !most ? 0 : best;
}

static struct range lines_range(const struct printed_lines *lines, size_t first,
                                size_t end)
{
	return (struct range){ lines->items[first].line,
		               lines->items[end - 1].line + 1 };
}

/* Columns of unequal length: a cut at each certain column end. */
static void cut_at_breaks(struct block *block, struct range *columns,
                          const struct printed_lines *lines, size_t first,
                          size_t end)
{
	for (size_t i = first + 1; i <= end; i++) {
		if (i < end && !is_column_break(lines, i))
			continue;
		columns[block->column_count++] = lines_range(lines, first, i);
		first = i;
	}
}

static void cut_evenly(struct block *block, struct range *columns,
                       const struct printed_lines *lines, size_t first,
                       size_t end, size_t count)
{
	size_t rows = (end - first + count - 1) / count;

	for (; first < end; first += rows)
		columns[block->column_count++] = lines_range(
			lines, first, first + rows < end ? first + rows : end);
}

/* How many columns the lines stand in, where places tell that. */
static size_t count_placed(const struct printed_lines *lines, size_t first,
                           size_t end)
{
	size_t count = 1;

	for (size_t i = first + 1; i < end; i++)
		count += lines->items[i].column != lines->items[i - 1].column;
	return count;
}

static void cut_as_placed(struct block *block, struct issue *issue,
                          const struct printed_lines *lines, size_t first,
                          size_t end)
{
	struct range *columns =
		arena_alloc(&issue->arena,
	                    count_placed(lines, first, end) * sizeof *columns);

	block->columns = columns;
	block->column_count = 0;
	for (size_t i = first + 1; i <= end; i++) {
		if (i < end &&
		    lines->items[i].column == lines->items[i - 1].column)
			continue;
		columns[block->column_count++] = lines_range(lines, first, i);
		first = i;
	}
}

static void cut_by_arithmetic(struct block *block, struct issue *issue,
                              const struct printed_lines *lines, size_t first,
                              size_t end)
{
	bool set_in_columns = !block->is_table && (block->part == PART_BODY ||
	                                           block->part == PART_QUOTE);
	size_t count = set_in_columns ? best_columns(lines, first, end) : 1;
	size_t room = count ? count : count_breaks(lines, first, end) + 1;
	struct range *columns;

	/* No sign says where the columns ended, and one would be too long. */
	if (set_in_columns && count == 1 && end - first > ROWS_EXPECTED)
		room = count =
			(end - first + ROWS_EXPECTED - 1) / ROWS_EXPECTED;
	columns = arena_alloc(&issue->arena, room * sizeof *columns);
	block->columns = columns;
	block->column_count = 0;
	if (count)
		cut_evenly(block, columns, lines, first, end, count);
	else
		cut_at_breaks(block, columns, lines, first, end);
}

void column_blocks_find(struct block *block, struct issue *issue,
                        const struct printed_lines *lines, size_t first,
                        size_t end)
{
	if (lines->is_placed)
		cut_as_placed(block, issue, lines, first, end);
	else
		cut_by_arithmetic(block, issue, lines, first, end);
}
