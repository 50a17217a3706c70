/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_lines.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/sheet.h"
#include "text/glyph.h"
#include "text/wrap.h"

#include <math.h>
#include <stdlib.h>

#define INDENT_COLS     4  /* 2 em */
#define COLUMN_MAX_COLS 80 /* 40 em: no printed column is wider */
#define SAME_LINE_COLS  2  /* between two units on one line */
#define INSET_COLS      2  /* of a pull quote behind its rule */

/* Spans of a passage that follow each other on one line are one unit. */
static void add_pieces(struct page_lines *page_lines, size_t index)
{
	const struct passage *passage =
		&page_lines->sheet->issue->passages[index];
	size_t next;

	for (size_t i = 0; i < passage->span_count; i = next) {
		const struct span *span = &passage->spans[i];

		for (next = i + 1; next < passage->span_count; next++)
			if (passage->spans[next].line != span->line)
				break;
		*ARRAY_ADD(page_lines->units, page_lines->count,
		           page_lines->cap) = (struct page_line){
			.passage = index,
			.line = span->line,
			.bytes = { span->start, passage->spans[next - 1].end },
			.at = span->at,
			.first = i == 0,
		};
	}
}

static int page_lines_by_place(const void *a, const void *b, void *units)
{
	const struct page_line *all = units;
	const struct page_line *left = &all[*(const size_t *)a];
	const struct page_line *right = &all[*(const size_t *)b];

	if (left->line != right->line)
		return left->line < right->line ? -1 : 1;
	return left->at < right->at ? -1 : left->at > right->at;
}

void page_lines_init(struct page_lines *page_lines, struct sheet *sheet,
                     size_t page)
{
	const struct range own = sheet->issue->pages[page].passages;

	*page_lines = (struct page_lines){ .sheet = sheet, .passages = own };
	page_lines->wraps =
		mem_alloc((own.end - own.start) * sizeof *page_lines->wraps);
	for (size_t i = own.start; i < own.end; i++) {
		add_pieces(page_lines, i);
		page_lines->glyph_cols =
			larger(page_lines->glyph_cols,
		               text_widest_cols(sheet->issue->passages[i].text,
		                                sheet->ambiguous_cols));
	}
	page_lines->by_line =
		mem_alloc(page_lines->count * sizeof *page_lines->by_line);
	for (size_t i = 0; i < page_lines->count; i++)
		page_lines->by_line[i] = i;
	qsort_r(page_lines->by_line, page_lines->count,
	        sizeof *page_lines->by_line, page_lines_by_place,
	        page_lines->units);
}

void page_lines_release(struct page_lines *page_lines)
{
	for (size_t i = 0;
	     i < page_lines->passages.end - page_lines->passages.start; i++) {
		if (page_lines->wraps[i])
			wrap_release(page_lines->wraps[i]);
		free(page_lines->wraps[i]);
	}
	free(page_lines->wraps);
	free(page_lines->units);
	free(page_lines->by_line);
	*page_lines = (struct page_lines){ 0 };
}

static const struct passage *passage_of(const struct page_lines *page_lines,
                                        const struct page_line *unit)
{
	return &page_lines->sheet->issue->passages[unit->passage];
}

/* Where units of passage `passage` or a later one begin. */
static size_t page_lines_first_of(const struct page_lines *page_lines,
                                  size_t passage)
{
	size_t at;

	ARRAY_FIND(at, page_lines->count,
	           page_lines->units[at].passage < passage);
	return at;
}

bool page_lines_has(const struct page_lines *page_lines, struct range passages)
{
	for (size_t i = page_lines_first_of(page_lines, passages.start);
	     i < page_lines->count &&
	     page_lines->units[i].passage < passages.end;
	     i++)
		if (!page_lines->units[i].taken)
			return true;
	return false;
}

/* Where units of line `line` or a later one begin in by_line. */
static size_t first_on(const struct page_lines *page_lines, size_t line)
{
	size_t at;

	ARRAY_FIND(at, page_lines->count,
	           page_lines->units[page_lines->by_line[at]].line < line);
	return at;
}

static struct range units_in(const struct page_lines *page_lines,
                             struct range lines)
{
	return (struct range){ first_on(page_lines, lines.start),
		               first_on(page_lines, lines.end) };
}

size_t page_lines_rows(const struct page_lines *page_lines, struct range lines)
{
	const struct range in = units_in(page_lines, lines);
	size_t rows = 0, last = NPOS;

	for (size_t i = in.start; i < in.end; i++) {
		size_t line = page_lines->units[page_lines->by_line[i]].line;

		rows += line != last;
		last = line;
	}
	return rows;
}

static int page_lines_indent_cols(const struct page_lines *page_lines,
                                  const struct page_line *unit)
{
	switch (passage_of(page_lines, unit)->role) {
	case ROLE_BODY:
	case ROLE_NOTE:
	case ROLE_CLOSING:
		return unit->first ? INDENT_COLS : 0;
	default:
		return 0;
	}
}

static enum align align_of(const struct page_lines *page_lines,
                           const struct page_line *unit)
{
	switch (passage_of(page_lines, unit)->role) {
	case ROLE_SUBHEAD:
		return ALIGN_CENTRE;
	case ROLE_SIGNATURE:
	case ROLE_DATE:
		return ALIGN_RIGHT;
	default:
		return ALIGN_LEFT;
	}
}

static int unit_cols(const struct page_lines *page_lines,
                     const struct page_line *unit)
{
	return text_cols_between(passage_of(page_lines, unit)->text,
	                         unit->bytes.start, unit->bytes.end,
	                         page_lines->sheet->ambiguous_cols);
}

int page_lines_block_cols(const struct page_lines *page_lines,
                          const struct block *block)
{
	int widest_cols = (int)lround(ceil(block->measure_em)) * 2;

	for (size_t i = 0; i < block->column_count; i++) {
		const struct range in = units_in(page_lines, block->columns[i]);

		for (size_t j = in.start; j < in.end; j++) {
			const struct page_line *unit =
				&page_lines->units[page_lines->by_line[j]];

			widest_cols = larger(widest_cols,
			                     unit_cols(page_lines, unit) +
			                             page_lines_indent_cols(
							     page_lines, unit));
		}
	}
	if (block->part == PART_QUOTE)
		widest_cols += INSET_COLS;
	return larger(smaller(widest_cols, COLUMN_MAX_COLS),
	              page_lines->glyph_cols);
}

static int aligned_col(enum align align, int col, int cols, int own_cols)
{
	if (align == ALIGN_LEFT || own_cols >= cols)
		return col;
	return col + (align == ALIGN_CENTRE ? (cols - own_cols) / 2
	                                    : cols - own_cols);
}

/* A place to set a unit in. */
struct place {
	int row, col, cols;
	int indent_cols; /* of the first row */
	enum align align;
};

static void page_lines_add_slug(struct page_lines *page_lines, size_t passage,
                                struct range bytes, const struct place *place)
{
	struct sheet *sheet = page_lines->sheet;
	struct slug *slug;
	int own_cols = text_cols_between(sheet->issue->passages[passage].text,
	                                 bytes.start, bytes.end,
	                                 sheet->ambiguous_cols);

	slug = sheet_add_slug(
		sheet, passage, bytes, place->row,
		aligned_col(place->align, place->col, place->cols, own_cols));
	slug->align = place->align;
}

/* The breaks of a whole passage are found once, whatever number of its printed
 * lines is too wide: each line asked alone would make the work quadratic. */
static const struct wrap *page_lines_wrap(struct page_lines *page_lines,
                                          size_t passage)
{
	struct wrap **wrap =
		&page_lines->wraps[passage - page_lines->passages.start];

	if (!*wrap) {
		*wrap = mem_alloc(sizeof **wrap);
		wrap_init(*wrap,
		          page_lines->sheet->issue->passages[passage].text,
		          page_lines->sheet->ambiguous_cols, WRAP_BASIC);
	}
	return *wrap;
}

/* A line wider than its place is broken as text is.  Returns the rows. */
static int break_piece(struct page_lines *page_lines,
                       const struct page_line *unit, struct place place)
{
	const struct wrap wrap = wrap_before(
		page_lines_wrap(page_lines, unit->passage), unit->bytes.end);
	int indent = place.indent_cols, rows = 0;

	for (size_t at = unit->bytes.start; at < unit->bytes.end; rows++) {
		struct wrap_line line =
			wrap_line(&wrap, at, place.cols - indent, 0);
		struct place here = place;

		here.row += rows;
		here.col += indent;
		here.cols -= indent;
		page_lines_add_slug(page_lines, unit->passage,
		                    (struct range){ line.start, line.end },
		                    &here);
		at = line.next;
		indent = 0;
	}
	return rows;
}

static int set_piece(struct page_lines *page_lines, struct page_line *unit,
                     struct place place)
{
	unit->taken = true;
	if (place.indent_cols + page_lines->glyph_cols > place.cols)
		place.indent_cols = 0;
	if (unit_cols(page_lines, unit) + place.indent_cols > place.cols)
		return break_piece(page_lines, unit, place);
	place.col += place.indent_cols;
	place.cols -= place.indent_cols;
	page_lines_add_slug(page_lines, unit->passage, unit->bytes, &place);
	return 1;
}

/* A column being set: where the next unit goes. */
struct lattice_column {
	struct place place;
	size_t line;   /* of the unit before */
	int used_cols; /* by the units before on that line */
	int rows;      /* of the unit before */
};

/* A second unit of a line stands after the first where there is room. */
static void set_in_column(struct page_lines *page_lines, struct page_line *unit,
                          struct lattice_column *column)
{
	int own_cols = unit_cols(page_lines, unit);
	int shift_cols = column->used_cols + SAME_LINE_COLS;
	struct place here = column->place;

	if (column->rows == 1 && column->line == unit->line &&
	    shift_cols + own_cols <= here.cols) {
		here.col += shift_cols;
		here.cols -= shift_cols;
		column->used_cols = shift_cols + own_cols;
	} else {
		here.row = column->place.row += column->rows;
		here.indent_cols = page_lines_indent_cols(page_lines, unit);
		column->used_cols = here.indent_cols + own_cols;
	}
	here.align = align_of(page_lines, unit);
	column->rows = set_piece(page_lines, unit, here);
	column->line = unit->line;
}

int page_lines_inset_cols(const struct page_lines *page_lines,
                          const struct block *block, int cols)
{
	bool has_room = cols >= page_lines->glyph_cols + INSET_COLS;

	return block->part == PART_QUOTE && has_room ? INSET_COLS : 0;
}

int page_lines_set_column(struct page_lines *page_lines,
                          const struct block *block, size_t i, int row, int col,
                          int cols)
{
	const struct range in = units_in(page_lines, block->columns[i]);
	int inset = page_lines_inset_cols(page_lines, block, cols);
	struct lattice_column column = { .place = { .row = row,
		                                    .col = col + inset,
		                                    .cols = cols - inset } };

	sheet_open_strip(page_lines->sheet, block->article, true);
	for (size_t j = in.start; j < in.end; j++) {
		struct page_line *unit =
			&page_lines->units[page_lines->by_line[j]];

		if (!unit->taken)
			set_in_column(page_lines, unit, &column);
	}
	return column.place.row + column.rows - row;
}

/* Sets what is left of a passage line by line from `place` on. */
static int page_lines_set_passage(struct page_lines *page_lines, size_t passage,
                                  struct place place)
{
	int rows = 0;

	for (size_t i = page_lines_first_of(page_lines, passage);
	     i < page_lines->count && page_lines->units[i].passage == passage;
	     i++) {
		struct page_line *unit = &page_lines->units[i];
		struct place here = place;

		if (unit->taken)
			continue;
		here.row += rows;
		if (place.align == ALIGN_LEFT) {
			here.align = align_of(page_lines, unit);
			here.indent_cols =
				page_lines_indent_cols(page_lines, unit);
		}
		rows += set_piece(page_lines, unit, here);
	}
	return rows;
}

/* Sets a passage so that its lines may slide in `room_cols` from col on. */
static int set_sliding(struct page_lines *page_lines, size_t passage,
                       struct place place, int room_col, int room_cols)
{
	struct sheet *sheet = page_lines->sheet;
	size_t first_slug = sheet->slug_count;
	int rows = page_lines_set_passage(page_lines, passage, place);

	for (size_t i = first_slug; i < sheet->slug_count; i++) {
		sheet->slugs[i].room_col = room_col;
		sheet->slugs[i].room_cols = room_cols;
	}
	return rows;
}

int page_lines_set_head(struct page_lines *page_lines, size_t passage, int row,
                        int col, int cols, int room_cols)
{
	const struct place place = { .row = row,
		                     .col = col + (cols - room_cols) / 2,
		                     .cols = room_cols,
		                     .align = ALIGN_CENTRE };

	return set_sliding(page_lines, passage, place, col, cols);
}

int page_lines_set_rest(struct page_lines *page_lines, size_t passage, int row,
                        int col, int cols, int room_cols)
{
	const struct place place = { .row = row,
		                     .col = col,
		                     .cols = room_cols };

	return set_sliding(page_lines, passage, place, col, cols);
}
