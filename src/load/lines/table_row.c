/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/table_row.h"

#include "load/lines/char_class.h"

#include <string.h>

#define IDEOGRAPHIC_SPACE "\u3000"
#define SENTENCE_MARKS    "，。；！？"
#define BROKEN_OFF        "，。；！？、,;?!" /* a text that goes on, or a sentence */
#define PARTING           ",;" /* in a file of values, these part the cells */
#define SHORT_CHARS       5
#define ROW_BYTES_MAX     4096 /* longer lines are paragraphs without line ends */

/* Sets *gap to the widest gap of a line; false where it has none, is too long for a row, or
 * has a control character: that is shown, and must not be lost between cells.  Asked of all
 * lines: one pass over the bytes. */
static bool table_row_find_gap(struct str line, enum table_gap *gap)
{
	bool found = false;

	*gap = TABLE_GAP_BLANK;
	for (size_t at = 0; at < line.len && line.len <= ROW_BYTES_MAX; at++) {
		char c = line.ptr[at];

		if (c != ' ' && c != IDEOGRAPHIC_SPACE[0]) {
			if ((unsigned char)c >= ' ')
				continue;
			if (c != '\t')
				return false;
			found = true;
			*gap = TABLE_GAP_TAB;
			continue;
		}
		if (c == ' ')
			found = true;
		if (*gap < TABLE_GAP_WIDE &&
		    ((c == ' ' && at + 1 < line.len &&
		      line.ptr[at + 1] == ' ') ||
		     str_starts(str_slice(line, at, line.len),
		                STR(IDEOGRAPHIC_SPACE)))) {
			found = true;
			*gap = TABLE_GAP_WIDE;
		}
	}
	return found;
}

/* The bytes of the gap of this kind at byte `at`; 0: there is none. */
static size_t table_row_gap_bytes(struct str line, size_t at,
                                  enum table_gap gap)
{
	size_t end = at, bytes;
	bool wide = false;

	if (gap == TABLE_GAP_TAB)
		return line.ptr[at] == '\t';
	while (end < line.len && (bytes = str_space_at(line, end)) > 0) {
		wide = wide || bytes == strlen(IDEOGRAPHIC_SPACE) || end > at;
		end += bytes;
	}
	return wide || gap == TABLE_GAP_BLANK ? end - at : 0;
}

static bool table_row_is_digit(unsigned c)
{
	return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

static enum cell_kind table_row_kind(struct str cell)
{
	size_t digits = 0, letters = 0;

	for (size_t at = 0; at < cell.len;) {
		unsigned c = char_at(cell, at, &at);

		if (table_row_is_digit(c))
			digits++;
		else if (char_is_alphabetic(c) || c >= 0x3400 ||
		         (c >= 0x3041 && c <= 0x30ff))
			letters += c < 0xff00 || char_is_wide_alnum(c);
	}
	if (digits && digits >= letters)
		return CELL_NUMBER;
	return digits || letters ? CELL_TEXT : CELL_EMPTY;
}

static bool table_row_has_ideograph(struct str cell)
{
	for (size_t at = 0; at < cell.len;) {
		unsigned c = char_at(cell, at, &at);

		if (c >= 0x2e80 && char_is_cjk(c))
			return true;
	}
	return false;
}

static void table_row_add(struct table_row *row, struct str line, size_t start,
                          size_t end)
{
	struct str cell = str_trim(str_slice(line, start, end));

	if (row->count == TABLE_CELLS_MAX) {
		row->count++;
		return;
	}
	if (cell.len)
		start = (size_t)(cell.ptr - line.ptr);
	row->cells[row->count++] = (struct table_cell){ start, start + cell.len,
		                                        table_row_kind(cell) };
}

void table_row_split(struct table_row *row, struct str line, enum table_gap gap)
{
	size_t start = 0, bytes;

	row->gap = gap;
	row->count = 0;
	for (size_t at = 0; at < line.len && row->count <= TABLE_CELLS_MAX;
	     at += bytes ? bytes : 1) {
		bytes = table_row_gap_bytes(line, at, gap);
		if (!bytes)
			continue;
		table_row_add(row, line, start, at);
		start = at + bytes;
	}
	if (row->count <= TABLE_CELLS_MAX)
		table_row_add(row, line, start, line.len);
	if (row->count > TABLE_CELLS_MAX)
		row->count = 0;
}

/* Does a text say that the line is of running text: one with the mark of a sentence between
 * single blanks, or one that ends in a mark? */
static bool table_row_is_prose(const struct table_row *row, struct str line)
{
	if (row->gap == TABLE_GAP_TAB)
		return false;
	if (row->gap == TABLE_GAP_BLANK && char_count_in(line, SENTENCE_MARKS))
		return true;
	for (size_t i = 0; i < row->count; i++) {
		const struct table_cell *cell = &row->cells[i];
		struct str text = str_slice(line, cell->start, cell->end);

		if (cell->kind == CELL_TEXT &&
		    (char_in(char_last(text), BROKEN_OFF) ||
		     (row->gap == TABLE_GAP_BLANK &&
		      char_count_in(text, PARTING))))
			return true;
	}
	return false;
}

/* Is a cell a time of the day, as in a programme: 19:30? */
static bool table_row_is_time(struct str cell)
{
	return table_row_kind(cell) == CELL_NUMBER &&
	       char_count_in(cell, ":：∶") > 0;
}

/* What its cells say of the row; returns whether it has more than single characters. */
static bool table_row_count(struct table_row *row, struct str line)
{
	bool has_words = false;

	row->numbers = row->last_numbers = 0;
	row->solid = row->has_short = true;
	row->has_time = table_row_is_time(
		str_slice(line, row->cells[0].start, row->cells[0].end));
	row->has_leader = str_find(line, STR("..."), 0) != NPOS ||
	                  str_find(line, STR("……"), 0) != NPOS;
	for (size_t i = 0; i < row->count; i++) {
		const struct table_cell *cell = &row->cells[i];
		struct str text = str_slice(line, cell->start, cell->end);

		if (cell->kind != CELL_TEXT) {
			row->numbers++;
			row->last_numbers++;
			continue;
		}
		row->last_numbers = 0;
		row->solid = row->solid && table_row_has_ideograph(text);
		row->has_short = row->has_short &&
		                 char_count_printed(text) <= SHORT_CHARS;
		has_words = has_words || char_count_printed(text) > 1;
	}
	return has_words || row->numbers;
}

/* Is there a digit, or an ideograph or kana? */
static bool table_row_has_numbers_or_ideographs(struct str line)
{
	for (size_t at = 0; at < line.len; at++) {
		unsigned char c = (unsigned char)line.ptr[at];

		if ((c >= '0' && c <= '9') || (c >= 0xe3 && c <= 0xe9) ||
		    c == 0xef)
			return true;
	}
	return false;
}

bool table_row_may_be(struct str line)
{
	enum table_gap gap;

	return table_row_find_gap(line, &gap) &&
	       (gap != TABLE_GAP_BLANK ||
	        table_row_has_numbers_or_ideographs(line));
}

void table_row_read(struct table_row *row, struct str line)
{
	enum table_gap gap;

	row->count = row->numbers = row->last_numbers = 0;
	row->gap = TABLE_GAP_BLANK;
	row->solid = row->has_short = row->has_leader = row->has_time = false;
	if (!table_row_find_gap(line, &gap))
		return;
	table_row_split(row, line, gap);
	if (row->count < 2 || table_row_is_prose(row, line) ||
	    !table_row_count(row, line))
		row->count = 0;
}
