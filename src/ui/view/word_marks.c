/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/word_marks.h"

#include "base/num.h"
#include "ui/view/sheet_cells.h"
#include "ui/word_act.h"

#define GAP_COLS 2

/* So much of the foot is for hints, where it is wide enough for both. */
#define HINTS_COLS      30
#define FOOT_LEAST_COLS 36

void word_marks_draw(struct app *app)
{
	const struct reading *reading = &app->document->reading;
	const struct sheet_view *view = &app->document->article;
	struct place place = { reading->place.passage,
		               word_act_word(app).start };
	int row, col;

	if (sheet_cells_of(view, reading, place, &row, &col))
		canvas_cursor(&app->canvas, view->drawn, row, col);
}

int word_marks_draw_foot(struct app *app, struct area area, int col)
{
	const int end = larger(area.cols - HINTS_COLS,
	                       smaller(area.cols, FOOT_LEAST_COLS)) -
	                1;
	struct str word = word_act_text(app);
	struct buf parts[2];

	if (!word.len)
		return col;
	buf_init(&parts[0]);
	buf_init(&parts[1]);
	lookup_add_pinyin(&parts[0], &app->lookup, word, false);
	lookup_add_gloss(&parts[1], &app->lookup, word);
	col += canvas_fit(&app->canvas, area, 0, col, end - col, word,
	                  STYLE_FOCUS) +
	       GAP_COLS;
	for (int i = 0; i < 2; i++) {
		if (parts[i].len && col < end)
			col += canvas_fit(&app->canvas, area, 0, col, end - col,
			                  buf_str(&parts[i]), STYLE_HINT) +
			       GAP_COLS;
		buf_release(&parts[i]);
	}
	return col;
}
