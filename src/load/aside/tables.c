/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/tables.h"

#include "base/mem.h"
#include "load/lines/cues.h"
#include "load/lines/printed_line.h"
#include "load/lines/table_row.h"

#include <stdlib.h>

#define ROWS_LEAST       3 /* of a table */
#define ROWS_PLAIN_LEAST 4 /* of words of an alphabet that end in one number */
#define CELLS_SURE       4 /* two rows of so many cells are a table */
#define NUMBERS_SURE     2 /* so many numbers make a row */

/* How much a line looks like a row of a table. */
enum row_class {
	ROW_NONE,
	ROW_EVEN, /* beside a row of as many cells */
	ROW_NUMBER, /* it ends in a number, or begins with a time: beside others */
	ROW_SURE    /* by its numbers or tabs */
};

/* What is kept of the cells of a line. */
struct row_sign {
	enum row_class row_class;
	enum table_gap gap;
	size_t count, last_numbers;
	bool solid, has_short, has_leader;
};

/* Does one of two cells name a page, as in a list of what is inside? */
static bool tables_names_page(const struct table_row *row, struct str line)
{
	for (size_t i = 0; i < 2 && row->count == 2; i++) {
		struct str cell =
			str_slice(line, row->cells[i].start, row->cells[i].end);

		if (cue_matches(CUE_FOLIO, cell, NULL) ||
		    cue_matches(CUE_JUMP_TO, cell, NULL))
			return true;
	}
	return false;
}

static enum row_class tables_class(const struct table_row *row)
{
	bool wide = row->gap != TABLE_GAP_BLANK;

	if (!row->count)
		return ROW_NONE;
	if (row->gap == TABLE_GAP_TAB ||
	    (row->has_leader && row->last_numbers) ||
	    (row->count > 2 && ((row->numbers >= NUMBERS_SURE &&
	                         (row->numbers * 2 >= row->count ||
	                          row->last_numbers >= NUMBERS_SURE)) ||
	                        (row->last_numbers && (wide || row->solid)))))
		return ROW_SURE;
	if (row->last_numbers || row->has_time)
		return ROW_NUMBER;
	return row->count > 2 && (wide || row->solid) ? ROW_EVEN : ROW_NONE;
}

static struct row_sign tables_read(const struct printed_line *line)
{
	struct row_sign sign = { .row_class = ROW_NONE };
	struct table_row row;

	table_row_read(&row, line->text);
	sign = (struct row_sign){ .row_class = tables_class(&row),
		                  .gap = row.gap,
		                  .count = row.count,
		                  .last_numbers = row.last_numbers,
		                  .solid = row.solid,
		                  .has_short = row.has_short,
		                  .has_leader = row.has_leader };
	if (sign.row_class != ROW_NONE && tables_names_page(&row, line->text))
		sign.row_class = ROW_NONE;
	return sign;
}

/* May `sign` be the row behind `last`?  `blank`: a blank line stands between. */
static bool tables_goes_on(const struct row_sign *last,
                           const struct row_sign *sign, bool blank)
{
	if (sign->row_class == ROW_NONE)
		return false;
	if (blank &&
	    (last->row_class != ROW_SURE || sign->row_class != ROW_SURE))
		return false;
	return (last->row_class != ROW_EVEN && sign->row_class != ROW_EVEN) ||
	       last->count == sign->count;
}

/* Does a line head the cells of the row `row` below it?  Words of an alphabet do where they are
 * short and as many as the row has numbers. */
static bool tables_is_heading(const struct printed_line *line,
                              const struct row_sign *row)
{
	struct row_sign sign = tables_read(line);

	if (line->aside != ASIDE_NONE || !sign.count)
		return false;
	return sign.count == row->count || sign.gap == TABLE_GAP_WIDE ||
	       (sign.has_short && sign.count >= ROWS_LEAST &&
	        sign.count >= row->last_numbers);
}

/* Are these lines rows of a table?  `headed`: a heading stands above them. */
static bool tables_are_rows(const struct row_sign *signs, size_t count,
                            bool headed)
{
	size_t sure = 0, apart = 0;
	bool even = true;

	for (size_t i = 0; i < count; i++) {
		sure += signs[i].row_class == ROW_SURE;
		apart += signs[i].solid || signs[i].gap != TABLE_GAP_BLANK;
		even = even && signs[i].count == signs[0].count;
	}
	if (sure >= 2)
		return count + headed >= ROWS_LEAST ||
		       (even &&
		        (signs[0].count >= CELLS_SURE || signs[0].has_leader ||
		         signs[0].gap == TABLE_GAP_TAB));
	return count >= (apart == count ? ROWS_LEAST : ROWS_PLAIN_LEAST);
}

static void tables_set_aside(struct printed_lines *lines, size_t first,
                             size_t end)
{
	for (size_t i = first; i < end; i++)
		printed_lines_set_aside(lines, i, i + 1, ASIDE_ROW);
}

/* Is line `i`, which is no row, a heading between two rows of one form? */
static bool tables_is_between(const struct printed_lines *lines,
                              const struct row_sign *signs, size_t i)
{
	return i && i + 1 < lines->count &&
	       lines->items[i].aside == ASIDE_NONE &&
	       lines->items[i - 1].aside == ASIDE_ROW &&
	       lines->items[i + 1].aside == ASIDE_ROW &&
	       signs[i - 1].count == signs[i + 1].count &&
	       signs[i - 1].gap == signs[i + 1].gap && !lines->items[i].blank &&
	       !lines->items[i + 1].blank;
}

/* Reads the table that may begin at row `first`; returns the line behind it. */
static size_t tables_find_at(struct printed_lines *lines,
                             const struct row_sign *signs, size_t first)
{
	size_t end = first + 1;
	bool headed =
		first && !lines->items[first].blank &&
		tables_is_heading(&lines->items[first - 1], &signs[first]);

	while (end < lines->count &&
	       tables_goes_on(&signs[end - 1], &signs[end],
	                      lines->items[end].blank))
		end++;
	if (tables_are_rows(&signs[first], end - first, headed))
		tables_set_aside(lines, first - headed, end);
	return end;
}

void tables_find(struct printed_lines *lines)
{
	struct row_sign *signs = mem_alloc(lines->count * sizeof *signs);

	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].aside == ASIDE_NONE &&
		    table_row_may_be(lines->items[i].text))
			signs[i] = tables_read(&lines->items[i]);
	for (size_t i = 0; i < lines->count;)
		i = signs[i].row_class == ROW_NONE
		            ? i + 1
		            : tables_find_at(lines, signs, i);
	for (size_t i = 0; i < lines->count; i++)
		if (tables_is_between(lines, signs, i))
			tables_set_aside(lines, i, i + 1);
	free(signs);
}
