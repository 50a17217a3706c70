/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/help_page.h"

#include "base/num.h"
#include "text/wrap.h"
#include "ui/view/focus_mark.h"

#include <stdlib.h>

#define SIGN_COLS    16 /* a longer sign stands in a row of its own */
#define TWO_COLS     96 /* from here on the text stands in two columns */
#define BETWEEN_COLS 3

static void help_page_add(struct help_page *page, size_t row, struct range says,
                          bool has_sign)
{
	*ARRAY_ADD(page->lines, page->count, page->cap) =
		(struct help_line){ row, says, has_sign };
}

/* The lines of a row: "Space PgDn ^F   one screen down". */
static void help_page_set_row(struct help_page *page, size_t index)
{
	const struct help_row *row = &page->rows.items[index];
	const int ambiguous_cols = page->app->canvas.ambiguous_cols;
	bool has_sign = true;
	struct wrap wrap;

	if (help_rows_is_head(&page->rows, index) ||
	    text_cols(row->sign, ambiguous_cols) >= SIGN_COLS) {
		help_page_add(page, index, (struct range){ 0, 0 }, true);
		has_sign = false;
	}
	wrap_init(&wrap, row->says, ambiguous_cols, WRAP_BASIC);
	for (size_t at = 0; at < row->says.len;) {
		struct wrap_line line = wrap_line(
			&wrap, at, larger(page->cols - SIGN_COLS, 8), 0);

		help_page_add(page, index,
		              (struct range){ line.start, line.end }, has_sign);
		has_sign = false;
		at = line.next;
	}
	wrap_release(&wrap);
}

/* Divides the lines at that heading at which the columns are nearest to equal. */
static void help_page_divide(struct help_page *page)
{
	size_t best = page->count;

	for (size_t i = 1; i < page->count && page->columns > 1; i++) {
		size_t rest = page->count - i, rest_best = page->count - best;

		if (page->lines[i].row != NPOS &&
		    help_rows_is_head(&page->rows, page->lines[i].row) &&
		    (i > rest ? i : rest) <
		            (best > rest_best ? best : rest_best))
			best = i;
	}
	page->starts[0] = 0;
	page->starts[1] = best;
	page->starts[HELP_COLUMNS_MOST] = page->count;
}

void help_page_init(struct help_page *page, struct app *app, enum view_id from,
                    struct area area)
{
	*page = (struct help_page){ .app = app, .area = area };
	page->columns = area.cols >= TWO_COLS ? HELP_COLUMNS_MOST : 1;
	page->cols = (area.cols - (page->columns - 1) * BETWEEN_COLS) /
	             page->columns;
	help_rows_init(&page->rows, app, from);
	for (size_t i = 0; i < page->rows.count; i++) {
		if (i && help_rows_is_head(&page->rows, i))
			help_page_add(page, NPOS, (struct range){ 0, 0 },
			              false);
		help_page_set_row(page, i);
	}
	help_page_divide(page);
}

void help_page_release(struct help_page *page)
{
	help_rows_release(&page->rows);
	free(page->lines);
}

/* Draws bytes of a text, and where the pattern stands in them as a hit. */
static void help_page_draw_text(const struct help_page *page, struct area area,
                                int row, int col, struct str text,
                                struct range bytes, bool is_here)
{
	struct canvas *canvas = &page->app->canvas;
	struct range hit = help_rows_match(text, page->pattern);
	size_t start = hit.start > bytes.start ? hit.start : bytes.start;
	size_t end = hit.end < bytes.end ? hit.end : bytes.end;

	if (start >= end) {
		canvas_range(canvas, area, row, col, text, bytes, STYLE_TEXT);
		return;
	}
	col += canvas_range(canvas, area, row, col, text,
	                    (struct range){ bytes.start, start }, STYLE_TEXT);
	col += canvas_range(canvas, area, row, col, text,
	                    (struct range){ start, end },
	                    is_here ? STYLE_HERE : STYLE_HIT);
	canvas_range(canvas, area, row, col, text,
	             (struct range){ end, bytes.end }, STYLE_TEXT);
}

static void help_page_draw_line(const struct help_page *page, struct area area,
                                int screen_row, const struct help_line *line)
{
	struct canvas *canvas = &page->app->canvas;
	const struct help_row *row;
	bool is_here;

	if (line->row == NPOS)
		return;
	row = &page->rows.items[line->row];
	is_here = line->row == page->here;
	if (line->has_sign)
		canvas_text(canvas, area, screen_row, 0, row->sign,
		            row->says.len ? STYLE_KEY : STYLE_HEAD);
	help_page_draw_text(page, area, screen_row, SIGN_COLS, row->says,
	                    line->says, is_here);
	if (is_here && line->has_sign) {
		area.col--;
		area.cols++;
		focus_mark_draw(canvas, area, screen_row, 0);
	}
}

int help_page_row_of(const struct help_page *page, size_t row)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->lines[i].row == row)
			return (int)(i - (i >= page->starts[1] ? page->starts[1]
			                                       : 0));
	return 0;
}

int help_page_rows(const struct help_page *page)
{
	return larger((int)page->starts[1],
	              (int)(page->count - page->starts[1]));
}

/* The area of a column. */
static struct area help_page_column(const struct help_page *page, int column)
{
	struct area area = page->area;

	area.col += column * (page->cols + BETWEEN_COLS);
	area.cols = page->cols;
	return area;
}

void help_page_draw(const struct help_page *page, int top_row)
{
	for (int column = 0; column < page->columns; column++)
		for (int row = 0; row < page->area.rows; row++) {
			size_t line =
				page->starts[column] + (size_t)(top_row + row);

			if (line < page->starts[column + 1])
				help_page_draw_line(
					page, help_page_column(page, column),
					row, &page->lines[line]);
		}
}

size_t help_page_at(const struct help_page *page, int top_row, int row, int col)
{
	for (int column = 0; column < page->columns; column++) {
		size_t line = page->starts[column] +
		              (size_t)(top_row + row - page->area.row);

		if (area_has(help_page_column(page, column), row, col) &&
		    line < page->starts[column + 1])
			return page->lines[line].row;
	}
	return NPOS;
}
