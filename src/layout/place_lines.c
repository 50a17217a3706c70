/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/place_lines.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "layout/page_lines.h"
#include "layout/row_break.h"
#include "layout/sheet.h"
#include "text/glyph.h"
#include "text/wrap.h"

#include <assert.h>

#define SAME_LINE_COLS 2 /* between two lines of one printed line */

static enum align place_lines_align(const struct page_lines *lines,
                                    const struct page_line *line)
{
	switch (lines->sheet->issue->passages[line->passage].role) {
	case ROLE_SUBHEAD:
		return ALIGN_CENTRE;
	case ROLE_SIGNATURE:
	case ROLE_DATE:
		return ALIGN_RIGHT;
	default:
		return ALIGN_LEFT;
	}
}

/* Where a line is placed: the row, and the cells [col, col + cols) of it. */
struct place {
	int row, col, cols;
	int indent_cols; /* of the first row, where the line is broken */
	enum align align;
};

/* Adds bytes of a line, with its hyphen if they are its last and there is room. */
static void place_lines_add_slug(struct page_lines *lines,
                                 const struct page_line *line,
                                 struct range bytes, const struct place *place)
{
	struct sheet *sheet = lines->sheet;
	struct slug *slug;
	int own_cols = text_cols_between(
		sheet->issue->passages[line->passage].text, bytes.start,
		bytes.end, sheet->ambiguous_cols);
	bool hyphen = line->has_hyphen && bytes.end == line->bytes.end &&
	              own_cols < place->cols;

	slug = sheet_add_slug(sheet, line->passage, bytes, place->row,
	                      sheet_aligned_col(place->align, place->col,
	                                        place->cols,
	                                        own_cols + hyphen));
	slug->align = place->align;
	if (hyphen)
		sheet_add_hyphen(sheet);
}

/* Places a line that is wider than its place; returns the rows. */
static int place_broken_line(struct page_lines *lines,
                             const struct page_line *line, struct place place)
{
	const struct wrap wrap = wrap_before(
		page_lines_wrap(lines, line->passage), line->bytes.end);
	bool is_row =
		lines->sheet->issue->passages[line->passage].role == ROLE_ROW &&
		place.cols > lines->glyph_cols + ROW_BREAK_COLS;
	int indent = place.indent_cols, rows = 0;

	for (size_t at = line->bytes.start; at < line->bytes.end; rows++) {
		int room =
			page_line_text_cols(lines, line, place.cols - indent);
		struct wrap_line row = is_row ? row_break_line(&wrap, at, room)
		                              : wrap_line(&wrap, at, room, 0);
		struct place here = place;

		here.row += rows;
		here.col += indent;
		here.cols -= indent;
		place_lines_add_slug(lines, line,
		                     (struct range){ row.start, row.end },
		                     &here);
		at = row.next;
		indent = is_row ? ROW_BREAK_COLS : 0;
	}
	return rows;
}

static int place_line(struct page_lines *lines, struct page_line *line,
                      struct place place)
{
	line->is_placed = true;
	if (place.indent_cols + lines->glyph_cols > place.cols)
		place.indent_cols = 0;
	if (page_line_cols(lines, line) + place.indent_cols > place.cols)
		return place_broken_line(lines, line, place);
	place.col += place.indent_cols;
	place.cols -= place.indent_cols;
	place_lines_add_slug(lines, line, line->bytes, &place);
	return 1;
}

/* The state of a column while its lines are placed. */
struct column_place {
	struct place place;  /* of the line placed last */
	size_t printed_line; /* the printed line of the line placed last */
	int used_cols;       /* cells of its row that are taken */
	int rows;            /* rows of the line placed last */
};

/* Places the next line of a column: behind the line before if both were printed on
 * one line and there is room, else below it. */
static void place_in_column(struct page_lines *lines, struct page_line *line,
                            struct column_place *column)
{
	int own_cols = page_line_cols(lines, line);
	int shift_cols = column->used_cols + SAME_LINE_COLS;
	struct place here = column->place;

	if (column->rows == 1 && column->printed_line == line->printed_line &&
	    shift_cols + own_cols <= here.cols) {
		here.col += shift_cols;
		here.cols -= shift_cols;
		column->used_cols = shift_cols + own_cols;
	} else {
		here.row = column->place.row += column->rows;
		here.indent_cols = page_line_indent_cols(lines, line);
		column->used_cols = here.indent_cols + own_cols;
	}
	here.align = place_lines_align(lines, line);
	column->rows = place_line(lines, line, here);
	column->printed_line = line->printed_line;
}

int place_lines_column(struct page_lines *lines, const struct block *block,
                       size_t i, int row, int col, int cols)
{
	const struct range in = page_lines_in(lines, block->columns[i]);
	int inset = page_lines_inset_cols(lines, block, cols);
	struct column_place column = { .place = { .row = row,
		                                  .col = col + inset,
		                                  .cols = cols - inset } };

	assert(i < block->column_count);
	sheet_open_strip(lines->sheet, block->article, true);
	for (size_t j = in.start; j < in.end; j++) {
		struct page_line *line = lines->by_line[j];

		if (!line->is_placed)
			place_in_column(lines, line, &column);
	}
	return column.place.row + column.rows - row;
}

/* Places the lines of a passage that are left under each other, from `place`
 * on. */
static int place_lines_passage(struct page_lines *lines, size_t passage,
                               struct place place)
{
	int rows = 0;

	for (size_t i = page_lines_first_of(lines, passage);
	     i < lines->count && lines->items[i].passage == passage; i++) {
		struct page_line *line = &lines->items[i];
		struct place here = place;

		if (line->is_placed)
			continue;
		here.row += rows;
		if (place.align == ALIGN_LEFT) {
			here.align = place_lines_align(lines, line);
			here.indent_cols = page_line_indent_cols(lines, line);
		}
		rows += place_line(lines, line, here);
	}
	return rows;
}

/* Places a passage so that its lines may slide in `room_cols` cells from `room_col`
 * on. */
static int place_sliding(struct page_lines *lines, size_t passage,
                         struct place place, int room_col, int room_cols)
{
	struct sheet *sheet = lines->sheet;
	size_t first_slug = sheet->slug_count;
	int rows = place_lines_passage(lines, passage, place);

	for (size_t i = first_slug; i < sheet->slug_count; i++) {
		sheet->slugs[i].room_col = room_col;
		sheet->slugs[i].room_cols = room_cols;
	}
	return rows;
}

int place_lines_head(struct page_lines *lines, size_t passage, int row, int col,
                     int cols, int room_cols)
{
	const struct place place = { .row = row,
		                     .col = col + (cols - room_cols) / 2,
		                     .cols = room_cols,
		                     .align = ALIGN_CENTRE };

	return place_sliding(lines, passage, place, col, cols);
}

int place_lines_rest(struct page_lines *lines, size_t passage, int row, int col,
                     int cols, int room_cols)
{
	const struct place place = { .row = row,
		                     .col = col,
		                     .cols = room_cols };

	return place_sliding(lines, passage, place, col, cols);
}
