/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/table_text.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "text/glyph.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define GAP_COLS       2 /* between two columns that are filled up */
#define AMBIGUOUS_COLS 1
#define COLS_PER_EM    2
#define WIDER_MOST     2  /* times the width of the widest row */
#define INDENT_MOST_EM 40 /* no row is set in farther */

/* The text of a row.  Tabs before it part cells in which nothing stands. */
static struct str table_text_of(const struct issue *issue,
                                const struct printed_line *printed)
{
	struct str raw = issue->lines[printed->line].text;
	size_t end = (size_t)(printed->text.ptr - raw.ptr) + printed->text.len;
	size_t tab = str_find(raw, STR("\t"), 0);
	size_t start = end - printed->text.len;

	return str_slice(raw, tab < start ? tab : start, end);
}

/* Parts a row as the table says.  The cells of a row that has none alone are one. */
static void table_text_part(const struct table_text *table,
                            struct table_row *row, struct str text)
{
	table_row_split(row, text, table->gap);
	if (!row->count) {
		row->cells[0] = (struct table_cell){ 0, text.len, CELL_TEXT };
		row->count = 1;
	}
	if (table->joined && row->count > table->joined) {
		size_t first = row->count - table->joined;

		row->cells[0].end = row->cells[first - 1].end;
		memmove(&row->cells[1], &row->cells[first],
		        table->joined * sizeof row->cells[0]);
		row->count = table->joined + 1;
	}
}

/* Which gap parts the cells, by the widest one of any row. */
static enum table_gap table_text_gap(const struct issue *issue,
                                     const struct printed_lines *lines,
                                     struct table_lines rows)
{
	enum table_gap gap = TABLE_GAP_BLANK;
	struct table_row row;

	for (size_t i = 0; i < rows.count && gap != TABLE_GAP_TAB; i++) {
		const struct printed_line *printed =
			&lines->items[rows.which[i]];

		table_row_read(&row, table_text_of(issue, printed));
		if (row.gap > gap)
			gap = row.gap;
	}
	return gap;
}

/* Can single blanks part the cells of each row?  Then sets table->joined. */
static bool table_text_is_even(struct table_text *table,
                               const struct printed_lines *lines,
                               struct table_lines rows)
{
	size_t least = SIZE_MAX, most = 0, numbers = SIZE_MAX;
	struct table_row row;

	for (size_t i = 0; i < rows.count; i++) {
		table_row_read(&row, lines->items[rows.which[i]].text);
		if (!row.count)
			return false;
		least = row.count < least ? row.count : least;
		most = row.count > most ? row.count : most;
		if (row.last_numbers && row.last_numbers < numbers)
			numbers = row.last_numbers;
	}
	if (least < most)
		table->joined = numbers;
	return least == most || numbers < least;
}

/* Measures the columns; false where rows would become so wide that their cells are not
 * those of columns. */
static bool table_text_measure_columns(struct table_text *table,
                                       const struct issue *issue,
                                       const struct printed_lines *lines,
                                       struct table_lines rows)
{
	int widest_cols = 0, filled_cols = 0;
	struct table_row row;

	for (size_t i = 0; i < rows.count; i++) {
		struct str text =
			table_text_of(issue, &lines->items[rows.which[i]]);

		table_text_part(table, &row, text);
		for (size_t c = 0; c < row.count; c++) {
			const struct table_cell *cell = &row.cells[c];
			int cols = text_cols_between(text, cell->start,
			                             cell->end, AMBIGUOUS_COLS);

			if (cols > table->column_cols[c])
				table->column_cols[c] = cols;
			if (c && cell->kind == CELL_NUMBER)
				table->column_is_right[c] = true;
		}
		widest_cols =
			larger(widest_cols, text_cols(text, AMBIGUOUS_COLS));
	}
	for (size_t c = 0; c < TABLE_CELLS_MAX; c++)
		filled_cols += table->column_cols[c];
	return filled_cols <= WIDER_MOST * widest_cols;
}

void table_text_measure(struct table_text *table, const struct issue *issue,
                        const struct printed_lines *lines,
                        struct table_lines rows)
{
	*table = (struct table_text){ .indent_em = INDENT_MOST_EM };
	table->gap = table_text_gap(issue, lines, rows);
	table->is_filled = table->gap == TABLE_GAP_TAB ||
	                   (table->gap == TABLE_GAP_BLANK &&
	                    table_text_is_even(table, lines, rows));
	for (size_t i = 0; i < rows.count; i++)
		table->indent_em = fmin(table->indent_em,
		                        lines->items[rows.which[i]].indent_em);
	table->is_filled =
		table->is_filled &&
		(table_text_measure_columns(table, issue, lines, rows) ||
	         table->gap == TABLE_GAP_TAB);
}

/* The text and spans of a row so far. */
struct row_writer {
	struct buf text;
	struct span *spans;
	size_t count, cap;
	uint32_t line;
	struct str row; /* what stands in the line */
	uint32_t base;  /* byte of the line where that begins */
	int owed_cols;  /* blanks before the next cell */
};

static void row_writer_add(struct row_writer *writer, size_t start, size_t end)
{
	struct span span = { .line = writer->line,
		             .at = writer->base + (uint32_t)start };

	for (; writer->owed_cols > 0; writer->owed_cols--)
		buf_add_byte(&writer->text, ' ');
	span.start = (uint32_t)writer->text.len;
	buf_add(&writer->text, str_slice(writer->row, start, end));
	span.end = (uint32_t)writer->text.len;
	*ARRAY_ADD(writer->spans, writer->count, writer->cap) = span;
}

/* Adds the cells of a row, filled up; nothing stands behind the last one.  A column in
 * which nothing stands takes no room. */
static void table_text_fill(const struct table_text *table,
                            struct row_writer *writer)
{
	struct table_row row;

	table_text_part(table, &row, writer->row);
	for (size_t c = 0; c < row.count; c++) {
		const struct table_cell *cell = &row.cells[c];
		bool right = table->column_is_right[c];
		int cols = text_cols_between(writer->row, cell->start,
		                             cell->end, AMBIGUOUS_COLS);
		int rest_cols = table->column_cols[c] - cols;

		if (!table->column_cols[c])
			continue;
		writer->owed_cols += right || !cols ? rest_cols : 0;
		if (cols) {
			row_writer_add(writer, cell->start, cell->end);
			writer->owed_cols = right ? 0 : rest_cols;
		}
		writer->owed_cols += GAP_COLS;
	}
}

void table_text_join(const struct table_text *table, struct issue *issue,
                     const struct printed_line *printed,
                     struct passage *passage)
{
	const struct line *raw = &issue->lines[printed->line];
	struct row_writer writer = { .line = (uint32_t)printed->line,
		                     .row = printed->text };

	if (table->is_filled)
		writer.row = table_text_of(issue, printed);
	writer.base = (uint32_t)(writer.row.ptr - raw->text.ptr);
	buf_init(&writer.text);
	if (table->is_filled) {
		table_text_fill(table, &writer);
	} else {
		double in_em = fmin(printed->indent_em - table->indent_em,
		                    INDENT_MOST_EM);

		writer.owed_cols = (int)lround(in_em * COLS_PER_EM);
		row_writer_add(&writer, 0, writer.row.len);
	}
	passage->text = issue_keep(issue, buf_str(&writer.text));
	passage->spans = arena_copy(&issue->arena, writer.spans,
	                            writer.count * sizeof *writer.spans);
	passage->span_count = writer.count;
	passage->page = raw->page;
	buf_release(&writer.text);
	free(writer.spans);
}
