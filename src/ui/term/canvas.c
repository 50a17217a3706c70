/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/canvas.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define COLOURS_LEAST 16 /* with fewer a picture is not to be known */

void canvas_init(struct canvas *canvas, int ambiguous_cols)
{
	*canvas = (struct canvas){ .ambiguous_cols = ambiguous_cols };
}

void canvas_release(struct canvas *canvas)
{
	free(canvas->cells);
	*canvas = (struct canvas){ 0 };
}

static struct cell *cell_at(const struct canvas *canvas, int row, int col)
{
	return &canvas->cells[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

static void blank(struct cell *cell, enum style style)
{
	*cell = (struct cell){ .text = " ", .style = style };
}

void canvas_reset(struct canvas *canvas, int rows, int cols)
{
	size_t count = (size_t)rows * (size_t)cols;

	canvas->cells = mem_grow(canvas->cells, &canvas->cell_cap, count,
	                         sizeof *canvas->cells);
	canvas->rows = rows;
	canvas->cols = cols;
	canvas->cursor_row = canvas->cursor_col = 0;
	canvas->shows_cursor = false;
	for (size_t i = 0; i < count; i++)
		blank(&canvas->cells[i], STYLE_TEXT);
}

bool area_has(struct area area, int row, int col)
{
	return row >= area.row && row < area.row + area.rows &&
	       col >= area.col && col < area.col + area.cols;
}

struct area canvas_area(const struct canvas *canvas)
{
	return (struct area){ 0, 0, canvas->rows, canvas->cols };
}

const struct cell *canvas_cell(const struct canvas *canvas, int row, int col)
{
	return cell_at(canvas, row, col);
}

bool canvas_is_inside(const struct canvas *canvas, struct area area, int row,
                      int col)
{
	return row >= 0 && row < area.rows && col >= 0 && col < area.cols &&
	       area.row + row >= 0 && area.row + row < canvas->rows &&
	       area.col + col >= 0 && area.col + col < canvas->cols;
}

/* Blanks a cell, and the other half of a wide character in it. */
static void clear_cell(struct canvas *canvas, int row, int col)
{
	struct cell *cell = cell_at(canvas, row, col);

	if (!cell->text[0] && col > 0)
		blank(cell - 1, cell[-1].style);
	if (col + 1 < canvas->cols && !cell[1].text[0])
		blank(cell + 1, cell[1].style);
	blank(cell, cell->style);
}

static void put_blank(struct canvas *canvas, struct area area, int row, int col,
                      enum style style)
{
	if (!canvas_is_inside(canvas, area, row, col))
		return;
	clear_cell(canvas, area.row + row, area.col + col);
	cell_at(canvas, area.row + row, area.col + col)->style = style;
}

/* The bytes of a cluster that a cell holds: the base and its marks. */
struct unit {
	size_t len;
	int cols;
};

static struct unit canvas_first_piece(struct str text, int ambiguous_cols)
{
	struct unit unit = { 0 };
	uint32_t c;

	while (unit.len < text.len) {
		size_t len = utf8_next(text, unit.len, &c);
		int cols = char_cols(c, ambiguous_cols);

		if (unit.len && cols)
			break;
		unit.cols += cols;
		unit.len += len;
	}
	return unit;
}

/* Puts one cluster of `cols` cells, or blanks where it is cut.  What is joined to its
 * base and takes cells has those (the vowels of Indic scripts, the other half of a
 * flag). */
static void canvas_put(struct canvas *canvas, struct area area, int row,
                       int col, struct str text, int cols, enum style style)
{
	bool whole = true;
	struct cell *cell;

	for (int i = 0; i < cols; i++)
		whole = whole && canvas_is_inside(canvas, area, row, col + i);
	for (int i = 0; i < cols; i++)
		put_blank(canvas, area, row, col + i, style);
	if (!whole)
		return;
	cell = cell_at(canvas, area.row + row, area.col + col);
	while (text.len) {
		struct unit unit =
			canvas_first_piece(text, canvas->ambiguous_cols);

		assert(unit.len < CELL_BYTES && unit.cols > 0);
		memcpy(cell->text, text.ptr, unit.len);
		cell->text[unit.len] = '\0';
		for (int i = 1; i < unit.cols; i++)
			cell[i].text[0] = '\0';
		cell += unit.cols;
		text = str_slice(text, unit.len, text.len);
	}
}

void canvas_glyph(struct canvas *canvas, struct area area, int row, int col,
                  struct str text, const struct glyph *glyph, enum style style)
{
	struct buf shown;
	struct str drawn;
	int cols = glyph->cols;

	if (row < 0 || row >= area.rows || col >= area.cols || col + cols <= 0)
		return;
	buf_init(&shown);
	glyph_show(&shown, text, glyph);
	drawn = buf_str(&shown);
	if (glyph->form == GLYPH_ESCAPE) {
		for (size_t i = 0; i < drawn.len; i++)
			canvas_put(canvas, area, row, col++,
			           str_slice(drawn, i, i + 1), 1, STYLE_ESCAPE);
		cols = 0;
	} else if (glyph->form == GLYPH_PAD_LEFT) {
		put_blank(canvas, area, row, col++, style);
		drawn = str_slice(drawn, 1, drawn.len);
		cols--;
	} else if (glyph->form == GLYPH_PAD_RIGHT) {
		put_blank(canvas, area, row, col + cols - 1, style);
		drawn = str_slice(drawn, 0, drawn.len - 1);
		cols--;
	}
	if (cols > 0)
		canvas_put(canvas, area, row, col, drawn, cols, style);
	buf_release(&shown);
}

int canvas_range(struct canvas *canvas, struct area area, int row, int col,
                 struct str text, struct range bytes, enum style style)
{
	int used_cols = 0;

	while (bytes.start < bytes.end) {
		struct glyph glyph =
			glyph_next(text, bytes.start, canvas->ambiguous_cols);

		canvas_glyph(canvas, area, row, col + used_cols, text, &glyph,
		             style);
		used_cols += glyph.cols;
		bytes.start = glyph.end;
	}
	return used_cols;
}

int canvas_text(struct canvas *canvas, struct area area, int row, int col,
                struct str text, enum style style)
{
	return canvas_range(canvas, area, row, col, text,
	                    (struct range){ 0, text.len }, style);
}

int canvas_fit(struct canvas *canvas, struct area area, int row, int col,
               int cols, struct str text, enum style style)
{
	const struct str ellipsis = STR("…");
	const int ellipsis_cols = char_cols(0x2026, canvas->ambiguous_cols);
	int used_cols;

	if (text_fit(text, cols, canvas->ambiguous_cols) == text.len)
		return canvas_text(canvas, area, row, col, text, style);
	if (cols < ellipsis_cols)
		return 0;
	text.len = text_fit(text, cols - ellipsis_cols, canvas->ambiguous_cols);
	used_cols = canvas_text(canvas, area, row, col, text, style);
	return used_cols +
	       canvas_text(canvas, area, row, col + used_cols, ellipsis, style);
}

bool canvas_has_blocks(const struct canvas *canvas)
{
	return canvas->colours >= COLOURS_LEAST && canvas->ambiguous_cols == 1;
}

void canvas_block(struct canvas *canvas, struct area area, int row, int col,
                  uint32_t upper_rgb, uint32_t lower_rgb)
{
	struct cell *cell;

	if (!canvas_is_inside(canvas, area, row, col))
		return;
	canvas_text(canvas, area, row, col, STR("▀"), STYLE_PICTURE);
	cell = cell_at(canvas, area.row + row, area.col + col);
	cell->upper_rgb = upper_rgb;
	cell->lower_rgb = lower_rgb;
}

void canvas_fill(struct canvas *canvas, struct area area, int row, int col,
                 int cols, enum style style)
{
	for (int i = 0; i < cols; i++)
		put_blank(canvas, area, row, col + i, style);
}

void canvas_cursor(struct canvas *canvas, struct area area, int row, int col)
{
	if (!canvas_is_inside(canvas, area, row, col))
		return;
	canvas->cursor_row = area.row + row;
	canvas->cursor_col = area.col + col;
}

void canvas_edit_cursor(struct canvas *canvas, struct area area, int row,
                        int col)
{
	canvas_cursor(canvas, area, row, col);
	canvas->shows_cursor = true;
}
