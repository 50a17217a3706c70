/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/sheet_view.h"

#include "base/num.h"
#include "ui/view/doubt_marks.h"
#include "ui/view/focus_mark.h"
#include "ui/view/highlight.h"
#include "ui/view/sheet_marks.h"
#include "ui/view/sheet_next.h"

#include <limits.h>

#define MARGIN_COLS SHEET_VIEW_MARGIN_COLS

/* Of a headline at the edge of the window so much is in sight, or nothing. */
#define LEAST_SEEN_COLS 8

static const enum style style_of[ROLE_COUNT] = {
	[ROLE_KICKER] = STYLE_SMALL, [ROLE_HEAD] = STYLE_HEAD,
	[ROLE_DECK] = STYLE_TEXT,    [ROLE_BYLINE] = STYLE_SMALL,
	[ROLE_SUBHEAD] = STYLE_SUBHEAD, [ROLE_CAPTION] = STYLE_SMALL,
	[ROLE_NOTE] = STYLE_SMALL,   [ROLE_QUOTE] = STYLE_QUOTE,
	[ROLE_JUMP] = STYLE_JUMP,    [ROLE_MASTHEAD] = STYLE_SMALL,
	[ROLE_FOLIO] = STYLE_SMALL,  [ROLE_EDITION_DATE] = STYLE_SMALL,
	[ROLE_EDITOR] = STYLE_SMALL, [ROLE_FURNITURE] = STYLE_SMALL,
};

/* The window ends before the first column that is cut, but not inside the one
 * of the cursor. */
static int whole_cols(const struct sheet_view *view, size_t focus)
{
	const struct strip *here =
		&view->sheet.strips[view->sheet.slugs[focus].strip];
	int cols = view->window_cols;
	int least =
		here->is_column ? here->col + here->cols - view->left_col : 0;

	for (size_t i = 0; i < view->sheet.strip_count; i++) {
		const struct strip *strip = &view->sheet.strips[i];
		int left = strip->col - view->left_col;
		int rule_cols = 1;

		if (strip->is_column && left > rule_cols &&
		    left < view->window_cols &&
		    left + strip->cols > view->window_cols &&
		    left - rule_cols < cols)
			cols = left - rule_cols;
	}
	if (cols < least)
		cols = least;
	return cols < view->window_cols ? cols : view->window_cols;
}

/* Where places are inferred columns stand in a grid, and the window ends with a column of
 * it; on a true page each column is looked at. */
static bool hides_columns(const struct sheet_view *view)
{
	return !view->sheet.guessed && !view->sheet.upright;
}

/* Is the strip a column of which only a part would be in the window?  Half lines cannot be
 * read, so the column is left out, unless the cursor is there. */
static bool is_cut_column(const struct sheet_view *view, size_t index,
                          size_t focus)
{
	const struct strip *strip = &view->sheet.strips[index];
	int left = strip->col - view->left_col, right = left + strip->cols;

	return hides_columns(view) && strip->is_column &&
	       view->sheet.slugs[focus].strip != index &&
	       left < view->window_cols && right > 0 &&
	       (left < 0 || right > view->window_cols);
}

/* The cells in sight of a line that is no column, from the one at which it is drawn. */
static int seen_cols(const struct sheet_view *view, const struct slug *slug,
                     int cols)
{
	int col = sheet_view_col(view, slug, cols) - view->left_col;

	if (slug->room_cols)
		return sheet_view_sight(view, slug, cols).right -
		       view->left_col - col;
	return col < 0 ? 0 : cols - col;
}

/* Is the line in the window in such a small part that it cannot be read? */
static bool is_cut_line(const struct sheet_view *view, const struct slug *slug,
                        int cols)
{
	return !slug->upright && !view->sheet.strips[slug->strip].is_column &&
	       seen_cols(view, slug, cols) <
	               smaller(slug->cols, LEAST_SEEN_COLS);
}

/* Marks at the edge of the window that a headline which is left out goes on there. */
static void draw_cut_line(const struct sheet_view *view, struct canvas *canvas,
                          struct area area, const struct slug *slug)
{
	int left = slug->room_cols ? slug->room_col : slug->col;
	int cols = slug->room_cols ? slug->room_cols : slug->cols;
	bool goes_left = left < view->left_col;

	left -= view->left_col;
	if (left < area.cols && left + cols > 0)
		canvas_text(canvas, area, slug->row - view->top_row,
		            goes_left ? 0 : area.cols - 1,
		            goes_left ? STR("‹") : STR("›"), STYLE_HINT);
}

/* Marks at the edge of the window that a column goes on there. */
static void draw_cut_column(const struct sheet_view *view,
                            struct canvas *canvas, struct area area,
                            const struct strip *strip)
{
	bool left = strip->col < view->left_col;
	int row = strip->row - view->top_row;

	if (row + strip->rows <= 0 || row >= area.rows)
		return;
	canvas_text(canvas, area, row < 0 ? 0 : row, left ? 0 : area.cols - 1,
	            left ? STR("‹") : STR("›"), STYLE_HINT);
}

static void draw_slug(const struct sheet_view *view,
                      const struct reading *reading, struct canvas *canvas,
                      struct area area, size_t index)
{
	const struct slug *slug = &view->sheet.slugs[index];
	const struct passage *passage =
		&reading->issue->passages[slug->passage];
	int row = slug->row - view->top_row;
	int col = sheet_view_col(view, slug, area.cols) - view->left_col;
	int room_cols = INT_MAX, used_cols;
	enum style style = style_of[passage->role];

	if (slug->upright) {
		if (style == STYLE_SUBHEAD) /* no line runs under it */
			style = STYLE_HEAD;
		highlight_upright(
			canvas, area, row, col, reading, slug->passage,
			(struct range){ slug->start, slug->end }, style);
		return;
	}

	if (!view->sheet.strips[slug->strip].is_column)
		room_cols = seen_cols(view, slug, area.cols);
	if (slug->spaced && slug->cols <= room_cols) {
		highlight_spaced(canvas, area, row, col, reading, slug->passage,
		                 (struct range){ slug->start, slug->end },
		                 style);
		return;
	}
	used_cols = highlight_fit(
		canvas, area, row, col, room_cols, reading, slug->passage,
		(struct range){ slug->start, slug->end }, style);
	if (slug->hyphen && used_cols < slug->cols && used_cols < room_cols)
		highlight_hyphen(canvas, area, row, col + used_cols, reading,
		                 slug->passage, slug->end, style);
}

/* The lines in the window, but for columns that are cut and left out. */
static void draw_slugs(const struct sheet_view *view,
                       const struct reading *reading, struct canvas *canvas,
                       struct area area, size_t focus)
{
	const struct sheet *sheet = &view->sheet;

	for (size_t i = 0; i < sheet->slug_count; i++) {
		const struct slug *slug = &sheet->slugs[i];

		if (slug->row + slug->rows <= view->top_row ||
		    slug->row >= view->top_row + area.rows ||
		    is_cut_column(view, slug->strip, focus))
			continue;
		if (is_cut_line(view, slug, area.cols) && i != focus) {
			if (!i || slug[-1].strip != slug->strip)
				draw_cut_line(view, canvas, area, slug);
		} else {
			draw_slug(view, reading, canvas, area, i);
		}
	}
	for (size_t i = 0; i < sheet->strip_count; i++)
		if (is_cut_column(view, i, focus))
			draw_cut_column(view, canvas, area, &sheet->strips[i]);
}

static void draw_focus(const struct sheet_view *view,
                       const struct reading *reading, struct canvas *canvas,
                       struct area window, struct area area, size_t focus)
{
	const struct slug *slug = &view->sheet.slugs[focus];
	int row = slug->row - view->top_row;
	int col = sheet_view_col(view, slug, area.cols) - view->left_col;

	draw_slug(view, reading, canvas, area, focus);
	/* Beside the first character, in the margin or in the gutter. */
	focus_mark_draw(canvas, window, row < 0 ? 0 : row,
	                area.col > window.col ? larger(col, 0) : col - 1);
}

void sheet_view_draw(struct sheet_view *view, const struct reading *reading,
                     struct canvas *canvas, struct area area)
{
	const struct area window = area;
	size_t focus = sheet_view_focus(view, reading);

	if (area.cols > MARGIN_COLS) {
		area.col += MARGIN_COLS;
		area.cols -= MARGIN_COLS;
	}
	view->drawn = area;
	view->window_rows = area.rows;
	view->window_cols = area.cols;
	if (focus == NPOS)
		return;
	sheet_view_follow(view, &view->sheet.slugs[focus]);
	view->is_new = false;
	if (view->sheet.cols > area.cols && !hides_columns(view))
		area.cols = whole_cols(view, focus);
	sheet_marks_draw(&view->sheet, view->pictures, view->top_row,
	                 view->left_col, canvas, area);
	draw_slugs(view, reading, canvas, area, focus);
	sheet_next_draw(view, reading, canvas, area, focus);
	if (area.col > window.col && !view->sheet.upright)
		doubt_marks_draw(canvas, window, reading->issue,
		                 view->doubts_of, &view->sheet, view->top_row,
		                 view->left_col);
	draw_focus(view, reading, canvas, window, area, focus);
}
