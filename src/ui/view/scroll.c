/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/scroll.h"

#include "base/num.h"
#include "text/wrap.h"
#include "ui/view/view.h"

void scroll_enter(void *window)
{
	*(struct scroll_window *)window = (struct scroll_window){ 0 };
}

void scroll_add(struct scroll *scroll, struct str text, int hang_cols,
                enum style style)
{
	struct canvas *canvas = &scroll->app->canvas;
	int cols = scroll->area.cols;
	struct wrap wrap;

	if (hang_cols > cols / 2)
		hang_cols = cols / 2;
	wrap_init(&wrap, text, canvas->ambiguous_cols, WRAP_BASIC);
	for (size_t at = 0; at < text.len || at == 0;) {
		int indent = at ? hang_cols : 0;
		struct wrap_line line = wrap_line(&wrap, at, cols - indent, 0);

		if (!scroll->measuring)
			canvas_range(
				canvas, scroll->area,
				scroll->row - scroll->top_row, indent, text,
				(struct range){ line.start, line.end }, style);
		scroll->row++;
		if (line.next == at)
			break;
		at = line.next;
	}
	wrap_release(&wrap);
}

void scroll_draw(struct app *app, struct scroll_window *window,
                 struct area area, void (*fill)(struct scroll *scroll))
{
	struct scroll scroll = { .app = app, .area = area, .measuring = true };

	fill(&scroll);
	window->rows = scroll.row;
	window->window_rows = area.rows;
	window->top_row =
		smaller(window->top_row, larger(0, window->rows - area.rows));
	canvas_cursor(&app->canvas, area, 0, 0);
	scroll = (struct scroll){ .app = app,
		                  .area = area,
		                  .top_row = window->top_row };
	fill(&scroll);
}

void scroll_by(struct scroll_window *window, int rows)
{
	window->top_row =
		larger(0, smaller(window->top_row + rows,
	                          window->rows - window->window_rows));
}

bool scroll_act(struct app *app, struct scroll_window *window,
                enum command command)
{
	int rows = view_rows_moved(command, window->window_rows, window->rows);

	if (command == COMMAND_LEFT || command == COMMAND_RIGHT)
		app_leave(app);
	else if (!rows)
		return false;
	scroll_by(window, rows);
	return true;
}

void scroll_add_progress(struct buf *out, const struct scroll_window *window)
{
	if (window->rows > window->window_rows)
		buf_addf(out, "%d%%",
		         (window->top_row + window->window_rows) * 100 /
		                 window->rows);
}
