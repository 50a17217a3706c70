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

static void taken_add(struct taken *taken, int row, int rows, int end_col)
{
	int first = larger(0, row - taken->top_row);
	int end = smaller(taken->window.rows, row + rows - taken->top_row);

	for (int r = first; r < end; r++)
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

		taken_add(taken, strip->row, strip->rows,
		          strip->col + strip->cols);
	}
	for (size_t i = 0; i < sheet->rule_count; i++) {
		const struct rule *rule = &sheet->rules[i];

		taken_add(taken, rule->row, rule->vertical ? rule->length : 1,
		          rule->col + (rule->vertical ? 1 : rule->length));
	}
	for (size_t i = 0; i < sheet->frame_count; i++) {
		const struct frame *frame = &sheet->frames[i];

		taken_add(taken, frame->row, frame->rows,
		          frame->col + frame->cols);
	}
}

/* The first LEAST_ROWS rows of the window with a blank of LEAST_COLS at their right; no rows:
 * there are none. */
static struct area taken_blank(const struct taken *taken)
{
	for (int first = 0; first < taken->window.rows; first++) {
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
static const struct strip *next_box(const struct sheet *sheet, size_t slug)
{
	size_t here = sheet->slugs[slug].strip;

	for (size_t i = here + 1; i < sheet->strip_count; i++)
		if (sheet->strips[i].article != NPOS &&
		    sheet->strips[i].article != sheet->strips[here].article)
			return &sheet->strips[i];
	return NULL;
}

/* Draws the name of an article in the blank; what has no room ends in …. */
static void draw_name(struct canvas *canvas, struct area blank, struct str name)
{
	struct wrap wrap;
	struct buf text;
	int row = 0;

	buf_init(&text);
	buf_add_c(&text, "→ ");
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

void sheet_next_draw(const struct sheet_view *view,
                     const struct reading *reading, struct canvas *canvas,
                     struct area area, size_t focus)
{
	const struct strip *next = next_box(&view->sheet, focus);
	struct taken taken;
	struct area blank;

	if (!next || view->sheet.upright ||
	    (next->row >= view->top_row &&
	     next->row < view->top_row + area.rows &&
	     next->col < view->left_col + area.cols))
		return;
	taken_init(&taken, view, area);
	blank = taken_blank(&taken);
	if (blank.rows)
		draw_name(canvas, blank, reading_name(reading, next->article));
	free(taken.cols);
}
