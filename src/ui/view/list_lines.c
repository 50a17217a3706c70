/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/list_lines.h"

#include "base/num.h"
#include "issue/issue.h"

#define GAP_COLS    1
#define LEADERS_MIN 3 /* fewer are no line */

void list_lines_draw_page(struct app *app, struct area area, int row,
                          size_t page)
{
	struct canvas *canvas = &app->canvas;
	const struct issue *issue = app->document->reading.issue;
	const struct str rule =
		canvas->ambiguous_cols == 2 ? STR("-") : STR("─");
	struct buf label;
	int label_cols;

	buf_init(&label);
	reading_add_day(&label, issue, page);
	buf_addf(&label, _("page %zu"), issue->pages[page].number);
	label_cols = text_cols(buf_str(&label), canvas->ambiguous_cols);
	for (int col = 0; col < area.cols - label_cols - 2 * GAP_COLS; col++)
		canvas_text(canvas, area, row, col, rule, STYLE_RULE);
	canvas_text(canvas, area, row,
	            larger(0, area.cols - label_cols - GAP_COLS),
	            buf_str(&label), STYLE_SMALL);
	buf_release(&label);
}

void list_lines_draw_leaders(struct canvas *canvas, struct area area, int row,
                             int col, int end_col)
{
	const struct str leader =
		canvas->ambiguous_cols == 2 ? STR(".") : STR("·");

	col += GAP_COLS;
	end_col -= GAP_COLS;
	for (int at = col; end_col - col >= LEADERS_MIN && at < end_col; at++)
		canvas_text(canvas, area, row, at, leader, STYLE_RULE);
}
