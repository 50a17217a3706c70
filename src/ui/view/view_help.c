/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view_help.h"

#include "base/mem.h"
#include "base/num.h"
#include "text/wrap.h"
#include "ui/view/focus_mark.h"
#include "ui/view/help_rows.h"
#include "ui/view/scroll.h"
#include "ui/view/view.h"

#include <stdlib.h>

#define SIGN_COLS    16 /* a longer sign stands in a row of its own */
#define TWO_COLS     96 /* from here on the text stands in two columns */
#define BETWEEN_COLS 3
#define PARTS_MOST   2

/* What the help keeps. */
struct help_state {
	struct scroll_window window;
	struct buf pattern; /* that was looked for, or is being typed */
	bool is_made;
	size_t row;     /* the found row, or NPOS */
	bool follows;   /* that row is to come into the window */
	int before_row; /* the top of the window before the question */
	struct buf before_pattern;
};

/* A line of the screen: bytes of what a row says, behind its sign if it is the first. */
struct help_line {
	size_t row; /* NPOS: a blank line */
	struct range says;
	bool has_sign;
};

/* The text on its way to the screen. */
struct help_page {
	struct app *app;
	const struct help_state *state;
	struct help_rows rows;
	struct help_line *lines; /* owned */
	size_t count, cap;
	int columns, cols;
	size_t starts[PARTS_MOST + 1]; /* the first line of each column */
};

static struct help_state *help_state(struct app *app)
{
	struct help_state *state = view_state(app, VIEW_HELP);

	if (!state->is_made) {
		buf_init(&state->pattern);
		buf_init(&state->before_pattern);
		state->row = NPOS;
		state->is_made = true;
	}
	return state;
}

static void view_help_enter(void *of_view)
{
	struct help_state *state = of_view;

	scroll_enter(&state->window);
	state->row = NPOS;
}

static void view_help_release(void *of_view)
{
	struct help_state *state = of_view;

	if (!state->is_made)
		return;
	buf_release(&state->pattern);
	buf_release(&state->before_pattern);
}

/* The view from which the help was opened. */
static enum view_id view_help_from(const struct app *app)
{
	const struct view_stack *opened = &app->document->opened;

	return opened->count > 1 ? opened->items[opened->count - 2].id
	                         : VIEW_NONE;
}

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
	page->starts[PARTS_MOST] = page->count;
}

static void help_page_init(struct help_page *page, struct app *app,
                           struct area area)
{
	*page = (struct help_page){ .app = app, .state = help_state(app) };
	page->columns = area.cols >= TWO_COLS ? PARTS_MOST : 1;
	page->cols = (area.cols - (page->columns - 1) * BETWEEN_COLS) /
	             page->columns;
	help_rows_init(&page->rows, app, view_help_from(app));
	for (size_t i = 0; i < page->rows.count; i++) {
		if (i && help_rows_is_head(&page->rows, i))
			help_page_add(page, NPOS, (struct range){ 0, 0 },
			              false);
		help_page_set_row(page, i);
	}
	help_page_divide(page);
}

static void help_page_release(struct help_page *page)
{
	help_rows_release(&page->rows);
	free(page->lines);
}

/* Draws bytes of a text, and where the pattern stands in them as a hit. */
static void help_draw_text(const struct help_page *page, struct area area,
                           int row, int col, struct str text,
                           struct range bytes, bool is_here)
{
	struct canvas *canvas = &page->app->canvas;
	struct range hit =
		help_rows_match(text, buf_str(&page->state->pattern));
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

static void help_draw_line(const struct help_page *page, struct area area,
                           int screen_row, const struct help_line *line)
{
	struct canvas *canvas = &page->app->canvas;
	const struct help_row *row;
	bool is_here;

	if (line->row == NPOS)
		return;
	row = &page->rows.items[line->row];
	is_here = line->row == page->state->row;
	if (line->has_sign)
		canvas_text(canvas, area, screen_row, 0, row->sign,
		            row->says.len ? STYLE_KEY : STYLE_HEAD);
	help_draw_text(page, area, screen_row, SIGN_COLS, row->says, line->says,
	               is_here);
	if (is_here && line->has_sign) {
		area.col--;
		area.cols++;
		focus_mark_draw(canvas, area, screen_row, 0);
	}
}

/* The row of the text in which the first line of a row stands. */
static int help_page_row_of(const struct help_page *page, size_t row)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->lines[i].row == row)
			return (int)(i - (i >= page->starts[1] ? page->starts[1]
			                                       : 0));
	return 0;
}

/* Scrolls so that the found row is in the window, with the line above it. */
static void help_follow(struct help_state *state, const struct help_page *page)
{
	struct scroll_window *window = &state->window;
	int row;

	if (state->follows && state->row != NPOS) {
		row = help_page_row_of(page, state->row);
		if (row < window->top_row ||
		    row + 1 >= window->top_row + window->window_rows)
			window->top_row = row - window->window_rows / 3;
	}
	state->follows = false;
	scroll_by(window, 0);
}

static void view_help_draw(struct app *app, struct area area)
{
	struct help_state *state = help_state(app);
	struct help_page page;

	area.col++;
	area.cols -= 2;
	help_page_init(&page, app, area);
	state->window.window_rows = area.rows;
	state->window.rows =
		larger((int)page.starts[1], (int)(page.count - page.starts[1]));
	help_follow(state, &page);
	canvas_cursor(&app->canvas, area, 0, 0);
	for (int column = 0; column < page.columns; column++) {
		struct area room = area;

		room.col += column * (page.cols + BETWEEN_COLS);
		room.cols = page.cols;
		for (int row = 0; row < area.rows; row++) {
			size_t line = page.starts[column] +
			              (size_t)(state->window.top_row + row);

			if (line < page.starts[column + 1])
				help_draw_line(&page, room, row,
				               &page.lines[line]);
		}
	}
	help_page_release(&page);
}

/* To the next row with the pattern behind row `from`, or the one in front of it. */
static bool view_help_find(struct app *app, size_t from, int by)
{
	struct help_state *state = help_state(app);
	struct help_rows rows;

	help_rows_init(&rows, app, view_help_from(app));
	state->row = state->pattern.len
	                     ? help_rows_find(&rows, buf_str(&state->pattern),
	                                      from, by)
	                     : NPOS;
	state->follows = true;
	help_rows_release(&rows);
	return state->row != NPOS;
}

static void view_help_step(struct app *app, int by)
{
	struct help_state *state = help_state(app);

	if (!state->pattern.len)
		app_say(app,
		        _("Nothing was looked for in the help; {SEARCH} does"));
	else if (!view_help_find(app, state->row, by))
		app_complain(app, _("Not found: %s"), state->pattern.ptr);
}

static void view_help_ask(struct app *app)
{
	struct help_state *state = help_state(app);

	state->before_row = state->window.top_row;
	buf_clear(&state->before_pattern);
	buf_add(&state->before_pattern, buf_str(&state->pattern));
	app_ask(app, ASK_HELP, STR(""));
}

static void view_help_set_pattern(struct help_state *state, struct str pattern)
{
	buf_clear(&state->pattern);
	buf_add(&state->pattern, pattern);
	state->row = NPOS;
}

void view_help_key(struct app *app, uint32_t key)
{
	struct help_state *state = help_state(app);

	switch (line_editor_key(&app->prompt, key)) {
	case LINE_EDITOR_EDITED:
		view_help_set_pattern(state, buf_str(&app->prompt.text));
		state->window.top_row = state->before_row;
		view_help_find(app, NPOS, 1);
		break;
	case LINE_EDITOR_ACCEPTED:
		app->asking = ASK_NOTHING;
		if (!app->prompt.text.len)
			view_help_set_pattern(state,
			                      buf_str(&state->before_pattern));
		if (state->pattern.len && state->row == NPOS)
			view_help_step(app, 1);
		break;
	case LINE_EDITOR_LEFT:
		app->asking = ASK_NOTHING;
		view_help_set_pattern(state, buf_str(&state->before_pattern));
		state->window.top_row = state->before_row;
		break;
	default:
		break;
	}
}

static bool view_help_act(struct app *app, enum command command)
{
	switch (command) {
	case COMMAND_SEARCH:
		view_help_ask(app);
		return true;
	case COMMAND_NEXT_HIT:
		view_help_step(app, 1);
		return true;
	case COMMAND_PREV_HIT:
		view_help_step(app, -1);
		return true;
	default:
		return scroll_act(app, &help_state(app)->window, command);
	}
}

static void view_help_wheel(struct app *app, int rows, int row, int col)
{
	(void)row;
	(void)col;
	scroll_by(&help_state(app)->window, rows);
}

static void view_help_add_progress(struct buf *out, struct app *app)
{
	scroll_add_progress(out, &help_state(app)->window);
}

const struct view view_help = {
	.title = N_("Help"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("line"), NULL },
		{ COMMAND_SCREEN_DOWN, COMMAND_NONE, N_("screen"), NULL },
		{ COMMAND_SEARCH, COMMAND_NONE, N_("search"), NULL },
		{ COMMAND_NEXT_HIT, COMMAND_PREV_HIT, N_("hit"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
	},
	.draw = view_help_draw,
	.act = view_help_act,
	.wheel = view_help_wheel,
	.add_progress = view_help_add_progress,
	.state_bytes = sizeof(struct help_state),
	.enter = view_help_enter,
	.release = view_help_release,
};
