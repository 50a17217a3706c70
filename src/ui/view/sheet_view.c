/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/sheet_view.h"

#include "base/mem.h"
#include "base/num.h"

#include <limits.h>

#define MARGIN_COLS SHEET_VIEW_MARGIN_COLS
#define NEAR_ROWS   2 /* rows kept in sight beyond that line */
#define NEAR_COLS   3 /* and beside an upright one */
#define FAR_ROWS    2 /* a line so far out of sight is jumped to, */
#define LAND_SHARE  5 /* and stands one part in so many below the top */

void sheet_view_release(struct sheet_view *view)
{
	if (view->made)
		sheet_release(&view->sheet);
	view->made = false;
}

static bool is_made(const struct sheet_view *view, struct sheet_wish wish,
                    int ambiguous_cols)
{
	return view->made && view->made_for.subject == wish.subject &&
	       view->made_for.rows == wish.rows &&
	       view->made_for.cols == wish.cols &&
	       view->made_for.columns == wish.columns &&
	       view->made_for.measure_cols == wish.measure_cols &&
	       view->made_for.upright == wish.upright &&
	       view->made_for.leads == wish.leads &&
	       view->made_for.shows_pictures == wish.shows_pictures &&
	       view->made_for.last_part == wish.last_part &&
	       view->sheet.ambiguous_cols == ambiguous_cols;
}

void sheet_view_make(struct sheet_view *view, const struct reading *reading,
                     struct sheet_wish wish,
                     void (*make)(struct sheet *sheet,
                                  const struct reading *reading,
                                  const struct sheet_wish *wish))
{
	if (wish.cols > MARGIN_COLS)
		wish.cols -= MARGIN_COLS;
	if (is_made(view, wish, reading->ambiguous_cols))
		return;
	/* An article that has grown stays where it is. */
	if (!view->made || view->made_for.last_part == wish.last_part ||
	    view->made_for.subject != wish.subject)
		view->top_row = view->left_col = 0;
	sheet_view_release(view);
	make(&view->sheet, reading, &wish);
	view->made = view->is_new = true;
	view->made_for = wish;
}

size_t sheet_view_focus(const struct sheet_view *view,
                        const struct reading *reading)
{
	size_t focus;

	if (!view->made || !view->sheet.slug_count)
		return NPOS;
	focus = sheet_find(&view->sheet, reading->place.passage,
	                   reading->place.at);
	return focus == NPOS ? 0 : focus;
}

/* Left edges at which a window may begin: of the columns, and of the sheet. */
static int column_edge(const struct sheet *sheet, int from_col, int right_col,
                       int cols)
{
	int edge = right_col > from_col + cols ? right_col - cols : from_col;
	int best = -1;

	for (size_t i = 0; i < sheet->strip_count; i++) {
		const struct strip *strip = &sheet->strips[i];

		if (strip->is_column && strip->col >= edge &&
		    (best < 0 || strip->col < best))
			best = strip->col;
	}
	return best < 0 ? edge : best;
}

struct sight sheet_view_sight(const struct sheet_view *view,
                              const struct slug *slug, int cols)
{
	int left = slug->room_col, right = slug->room_col + slug->room_cols;

	return (struct sight){ left > view->left_col ? left : view->left_col,
		               right < view->left_col + cols
		                       ? right
		                       : view->left_col + cols };
}

/* Upright lines follow each other to the left: a line that comes into the window stands at
 * the side where the next ones are not. */
static void follow_upright(struct sheet_view *view, const struct slug *slug)
{
	int last_left = view->sheet.cols - view->window_cols;

	if (slug->col < view->left_col ||
	    slug->col + slug->cols > view->left_col + view->window_cols)
		view->left_col =
			slug->col + slug->cols + NEAR_COLS - view->window_cols;
	if (view->left_col > last_left)
		view->left_col = last_left;
	if (view->left_col < 0)
		view->left_col = 0;
}

/* A line that slides is whole in the window: its room begins or ends there. */
static void follow_sliding(struct sheet_view *view, const struct slug *slug)
{
	const struct sight sight =
		sheet_view_sight(view, slug, view->window_cols);
	int right =
		slug->room_col +
		smaller(slug->room_cols, larger(slug->cols, view->window_cols));

	if (sight.right - sight.left >= slug->cols)
		return;
	if (right > view->left_col + view->window_cols)
		view->left_col = column_edge(&view->sheet, view->left_col,
		                             right, view->window_cols);
	if (view->left_col > slug->room_col ||
	    slug->room_cols > view->window_cols)
		view->left_col = slug->room_col;
}

static void follow_sideways(struct sheet_view *view, const struct slug *slug)
{
	const struct strip *strip = &view->sheet.strips[slug->strip];
	int right = strip->col + strip->cols;

	if (view->sheet.cols <= view->window_cols) {
		view->left_col = 0;
	} else if (view->sheet.turn_cols) {
		view->left_col =
			(slug->room_cols ? slug->room_col : slug->col) /
			view->sheet.turn_cols * view->sheet.turn_cols;
	} else if (slug->room_cols) {
		follow_sliding(view, slug);
	} else if (slug->upright) {
		follow_upright(view, slug);
	} else {
		if (right > view->left_col + view->window_cols)
			view->left_col =
				column_edge(&view->sheet, view->left_col, right,
			                    view->window_cols);
		if (view->left_col > strip->col)
			view->left_col = strip->col;
	}
}

/* Is the line so far out of sight that the cursor did not come there line by line? */
static bool is_far(const struct sheet_view *view, const struct slug *slug)
{
	int foot_row = view->top_row + view->window_rows;

	return slug->row + FAR_ROWS < view->top_row ||
	       slug->row >= foot_row + FAR_ROWS;
}

/* Does a new sheet begin with so much furniture that the line, which is the first of an article,
 * stands in the lower half of the window? */
static bool begins_low(const struct sheet_view *view, const struct slug *slug)
{
	const struct sheet *sheet = &view->sheet;
	const struct strip *strip = &sheet->strips[slug->strip];

	if (!view->is_new || view->top_row ||
	    slug->row < view->window_rows / 2 || strip->article == NPOS ||
	    slug != &sheet->slugs[strip->slugs.start])
		return false;
	for (size_t i = 0; i < slug->strip; i++)
		if (sheet->strips[i].article != NPOS)
			return false;
	return true;
}

int sheet_view_near_rows(const struct sheet_view *view)
{
	return view->window_rows > 3 * NEAR_ROWS ? NEAR_ROWS : 0;
}

void sheet_view_follow(struct sheet_view *view, const struct slug *slug)
{
	int near_rows = sheet_view_near_rows(view);
	int foot_row = slug->row + slug->rows - 1;
	int last_top = view->sheet.rows - view->window_rows;

	if (view->sheet.turn_rows) {
		view->top_row = slug->row / view->sheet.turn_rows *
		                view->sheet.turn_rows;
		return;
	}
	if (is_far(view, slug) || begins_low(view, slug))
		view->top_row = slug->row - view->window_rows / LAND_SHARE;
	if (slug->row - near_rows < view->top_row)
		view->top_row = slug->row - near_rows;
	if (foot_row + near_rows >= view->top_row + view->window_rows)
		view->top_row = foot_row + near_rows + 1 - view->window_rows;
	if (slug->row < view->top_row) /* it is higher than the window */
		view->top_row = slug->row;
	if (view->top_row > last_top)
		view->top_row = last_top;
	if (view->top_row < 0)
		view->top_row = 0;
	follow_sideways(view, slug);
}

int sheet_view_col(const struct sheet_view *view, const struct slug *slug,
                   int cols)
{
	const struct sight sight = sheet_view_sight(view, slug, cols);
	int spare_cols = sight.right - sight.left - slug->cols;

	if (!slug->room_cols)
		return slug->col;
	if (spare_cols < 0 || slug->align == ALIGN_LEFT)
		return sight.left;
	return sight.left +
	       (slug->align == ALIGN_CENTRE ? spare_cols / 2 : spare_cols);
}

/* The slug in the row that is nearest sideways, or NPOS. */
static size_t slug_at(const struct sheet_view *view, int row, int col)
{
	size_t best = NPOS;
	int least = INT_MAX;

	for (size_t i = 0; i < view->sheet.slug_count; i++) {
		const struct slug *slug = &view->sheet.slugs[i];
		int left = sheet_view_col(view, slug, view->window_cols);
		int right = left + slug->cols;
		int far = col < left     ? left - col
		          : col >= right ? col - right + 1
		                         : 0;

		if (row < slug->row || row >= slug->row + slug->rows ||
		    far >= least)
			continue;
		least = far;
		best = i;
	}
	return best;
}

bool sheet_view_click(const struct sheet_view *view, struct reading *reading,
                      int row, int col)
{
	size_t focus = sheet_view_focus(view, reading);
	size_t at =
		view->made && area_has(view->drawn, row, col)
			? slug_at(view, row - view->drawn.row + view->top_row,
	                          col - view->drawn.col + view->left_col)
			: NPOS;

	if (at == NPOS || at == focus)
		return at == focus && at != NPOS;
	reading->place = (struct place){ view->sheet.slugs[at].passage,
		                         view->sheet.slugs[at].start };
	return false;
}

bool sheet_view_has(const struct sheet_view *view, const struct slug *slug)
{
	int col = sheet_view_col(view, slug, view->window_cols);
	int rows = smaller(slug->rows, view->window_rows);
	int cols = smaller(slug->cols, view->window_cols);

	return slug->row >= view->top_row &&
	       slug->row + rows <= view->top_row + view->window_rows &&
	       col >= view->left_col &&
	       col + cols <= view->left_col + view->window_cols;
}

bool sheet_view_shows(const struct sheet_view *view, size_t passage)
{
	for (size_t i = 0; view->made && i < view->sheet.slug_count; i++)
		if (view->sheet.slugs[i].passage == passage &&
		    sheet_view_has(view, &view->sheet.slugs[i]))
			return true;
	return false;
}

bool sheet_view_shows_end(const struct sheet_view *view)
{
	size_t count = view->made ? view->sheet.slug_count : 0;

	return count && sheet_view_has(view, &view->sheet.slugs[count - 1]);
}

size_t sheet_view_seen(const struct sheet_view *view, size_t from)
{
	while (from + 1 < view->sheet.slug_count &&
	       sheet_view_has(view, &view->sheet.slugs[from + 1]))
		from++;
	return from;
}

int sheet_view_percent(const struct sheet_view *view,
                       const struct reading *reading)
{
	size_t focus = sheet_view_focus(view, reading);

	return focus == NPOS ? 100
	                     : (int)((sheet_view_seen(view, focus) + 1) * 100 /
	                             view->sheet.slug_count);
}

void sheet_view_go_percent(const struct sheet_view *view,
                           struct reading *reading, int percent)
{
	size_t last = view->made && view->sheet.slug_count
	                      ? view->sheet.slug_count - 1
	                      : NPOS;
	const struct slug *slug;

	if (last == NPOS)
		return;
	slug = &view->sheet.slugs[last * (size_t)percent / 100];
	reading->place = (struct place){ slug->passage, slug->start };
}

int sheet_view_screen_rows(const struct sheet_view *view)
{
	return view->window_rows > 3 ? view->window_rows - 2 : 1;
}

struct screens sheet_view_screens(const struct sheet_view *view)
{
	int step = view->sheet.turn_rows ? view->sheet.turn_rows
	                                 : sheet_view_screen_rows(view);
	int below = view->sheet.rows - (view->sheet.turn_rows
	                                        ? view->sheet.turn_rows
	                                        : view->window_rows);
	struct screens screens = { 1, 1 };

	if (!view->made || below <= 0)
		return screens;
	screens.count = 1 + (below + step - 1) / step;
	screens.here = view->top_row >= below ? screens.count
	                                      : 1 + view->top_row / step;
	return screens;
}
