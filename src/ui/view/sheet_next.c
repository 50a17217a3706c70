/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/sheet_next.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "text/wrap.h"

#include <stdlib.h>

#define LEAST_COLS 12 /* of a blank, so that a headline can be read in it */
#define GAP_COLS   2  /* to what stands at its left */
#define LEAST_ROWS 6
#define MOST_ROWS  4 /* of the headline */

/* The cells of each row of the window that are taken, from its left side on. */
struct taken {
	int *cols; /* owned */
	struct area window;
	int top_row, left_col;
};

static void taken_add(struct taken *taken, int row, int rows, int col,
                      int end_col)
{
	int first = larger(0, row - taken->top_row);
	int end = smaller(taken->window.rows, row + rows - taken->top_row);

	for (int r = first;
	     r < end && col < taken->left_col + taken->window.cols; r++)
		taken->cols[r] =
			larger(taken->cols[r], end_col - taken->left_col);
}

static void taken_init(struct taken *taken, const struct sheet_view *view,
                       struct area window)
{
	const struct sheet *sheet = &view->sheet;

	*taken = (struct taken){ .cols = mem_alloc((size_t)window.rows *
		                                   sizeof *taken->cols),
		                 .window = window,
		                 .top_row = view->top_row,
		                 .left_col = view->left_col };
	for (size_t i = 0; i < sheet->strip_count; i++) {
		const struct strip *strip = &sheet->strips[i];

		taken_add(taken, strip->row, strip->rows, strip->col,
		          strip->col + strip->cols);
	}
	for (size_t i = 0; i < sheet->rule_count; i++) {
		const struct rule *rule = &sheet->rules[i];

		taken_add(taken, rule->row, rule->vertical ? rule->length : 1,
		          rule->col,
		          rule->col + (rule->vertical ? 1 : rule->length));
	}
	for (size_t i = 0; i < sheet->frame_count; i++) {
		const struct frame *frame = &sheet->frames[i];

		taken_add(taken, frame->row, frame->rows, frame->col,
		          frame->col + frame->cols);
	}
}

/* The first LEAST_ROWS rows of the window from row `from` on with a blank of LEAST_COLS at their
 * right; no rows: there are none. */
static struct area taken_blank(const struct taken *taken, int from)
{
	for (int first = from; first < taken->window.rows; first++) {
		int col = 0, row = first;

		while (row < taken->window.rows && row < first + LEAST_ROWS &&
		       taken->cols[row] + GAP_COLS + LEAST_COLS <=
		               taken->window.cols)
			col = larger(col, taken->cols[row++]);
		if (row == first + LEAST_ROWS)
			return (struct area){
				taken->window.row + first,
				taken->window.col + col + GAP_COLS, row - first,
				taken->window.cols - col - GAP_COLS
			};
	}
	return (struct area){ 0 };
}

/* The first strip of the article behind that of a slug; NULL: there is none. */
static const struct strip *next_in_order(const struct sheet *sheet, size_t slug)
{
	size_t here = sheet->slugs[slug].strip;

	for (size_t i = here + 1; i < sheet->strip_count; i++)
		if (sheet->strips[i].article != NPOS &&
		    sheet->strips[i].article != sheet->strips[here].article)
			return &sheet->strips[i];
	return NULL;
}

/* Does the strip begin in the window, or stand level with it in the next screen? */
static bool strip_is_in(const struct sheet_view *view,
                        const struct strip *strip, int screen)
{
	int left_col = view->left_col + screen * view->window_cols;

	return strip->col >= left_col &&
	       strip->col < left_col + view->window_cols &&
	       strip->row < view->top_row + view->window_rows &&
	       strip->row + strip->rows > view->top_row;
}

static bool article_is_in_window(const struct sheet_view *view, size_t article)
{
	for (size_t i = 0; i < view->sheet.strip_count; i++)
		if (view->sheet.strips[i].article == article &&
		    strip_is_in(view, &view->sheet.strips[i], 0))
			return true;
	return false;
}

/* The highest strip of an article in the next screen, of which nothing is in the window;
 * NULL: there is none. */
static const struct strip *next_at_right(const struct sheet_view *view)
{
	const struct sheet *sheet = &view->sheet;
	const struct strip *best = NULL;

	for (size_t i = 0; i < sheet->strip_count && sheet->turn_cols; i++) {
		const struct strip *strip = &sheet->strips[i];

		if (strip->article != NPOS && strip_is_in(view, strip, 1) &&
		    (!best || strip->row < best->row) &&
		    !article_is_in_window(view, strip->article))
			best = strip;
	}
	return best;
}

/* Draws an arrow and the name of an article in the blank; what has no room ends in …. */
static void draw_name(struct canvas *canvas, struct area blank,
                      const char *arrow, struct str name)
{
	struct wrap wrap;
	struct buf text;
	int row = 0;

	buf_init(&text);
	buf_add_c(&text, arrow);
	buf_add(&text, name);
	wrap_init(&wrap, buf_str(&text), canvas->ambiguous_cols, WRAP_BASIC);
	blank.rows = smaller(blank.rows, MOST_ROWS);
	for (size_t at = 0; at < text.len && row < blank.rows; row++) {
		struct wrap_line line = wrap_line(&wrap, at, blank.cols, 0);
		bool is_last = row + 1 == blank.rows;

		canvas_fit(canvas, blank, row, 0, blank.cols,
		           str_slice(wrap.text, line.start,
		                     is_last ? text.len : line.end),
		           STYLE_HINT);
		at = line.next;
	}
	wrap_release(&wrap);
	buf_release(&text);
}

/* The headline of the strip's article, if that strip is the first of its article in the window
 * and the headline stands level with the window in a screen before; NULL: it does not. */
static const struct strip *head_at_left(const struct sheet_view *view, size_t i)
{
	const struct strip *strips = view->sheet.strips, *head = NULL;

	if (strips[i].article == NPOS || !strip_is_in(view, &strips[i], 0))
		return NULL;
	for (size_t before = 0; before < i; before++) {
		if (strips[before].article != strips[i].article)
			continue;
		if (strip_is_in(view, &strips[before], 0))
			return NULL;
		head = head ? head : &strips[before];
	}
	return head && head->col < view->left_col &&
	                       head->row >= view->top_row &&
	                       head->row < strips[i].row
	               ? head
	               : NULL;
}

/* Names, level with their headlines, the articles that go on here from a screen before. */
static void draw_heads_at_left(const struct sheet_view *view,
                               const struct reading *reading,
                               struct canvas *canvas, struct taken *taken)
{
	const struct sheet *sheet = &view->sheet;

	for (size_t i = 0; i < sheet->strip_count && view->left_col; i++) {
		const struct strip *head = head_at_left(view, i);
		struct area blank = taken->window;
		int row, used_cols;

		if (!head)
			continue;
		row = head->row - view->top_row;
		used_cols = taken->cols[row] ? taken->cols[row] + GAP_COLS : 0;
		used_cols = larger(used_cols,
		                   sheet->strips[i].col - view->left_col);
		blank.row += row;
		blank.rows = 1;
		blank.col += used_cols;
		blank.cols -= used_cols;
		if (blank.cols < LEAST_COLS)
			continue;
		draw_name(canvas, blank, "← ",
		          reading_name(reading, head->article));
		taken->cols[row] = taken->window.cols;
	}
}

void sheet_next_draw(const struct sheet_view *view,
                     const struct reading *reading, struct canvas *canvas,
                     struct area area, size_t focus)
{
	const struct strip *next = next_at_right(view);
	bool is_level;
	struct taken taken;
	struct area blank;

	if (view->sheet.upright)
		return;
	taken_init(&taken, view, area);
	draw_heads_at_left(view, reading, canvas, &taken);
	is_level = next;
	if (!next)
		next = next_in_order(&view->sheet, focus);
	blank = taken_blank(
		&taken, is_level ? larger(0, next->row - view->top_row) : 0);
	if (is_level && !blank.rows)
		blank = taken_blank(&taken, 0);
	if (next && blank.rows &&
	    (next->row < view->top_row ||
	     next->row >= view->top_row + area.rows ||
	     next->col >= view->left_col + area.cols))
		draw_name(canvas, blank, "→ ",
		          reading_name(reading, next->article));
	free(taken.cols);
}
