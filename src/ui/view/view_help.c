/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view_help.h"

#include "ui/view/help_page.h"
#include "ui/view/scroll.h"
#include "ui/view/view.h"

/* What the help keeps. */
struct help_state {
	struct scroll_window window;
	struct buf pattern; /* that was looked for, or is being typed */
	bool is_made;
	struct area drawn; /* where it was drawn last */
	size_t row;        /* that was found or clicked, or NPOS */
	bool follows;      /* that row is to come into the window */
	int before_row;    /* the top of the window before the question */
	struct buf before_pattern;
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
	help_page_init(&page, app, view_help_from(app), area);
	page.pattern = buf_str(&state->pattern);
	page.here = state->row;
	state->drawn = area;
	state->window.window_rows = area.rows;
	state->window.rows = help_page_rows(&page);
	help_follow(state, &page);
	canvas_cursor(&app->canvas, area, 0, 0);
	help_page_draw(&page, state->window.top_row);
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

/* Does what the marked row says, where it is about a command; a mere text closes the help. */
static void view_help_do(struct app *app)
{
	const size_t row = help_state(app)->row;
	enum command command = COMMAND_NONE;
	struct help_rows rows;

	help_rows_init(&rows, app, view_help_from(app));
	if (row < rows.count)
		command = rows.items[row].command;
	help_rows_release(&rows);
	app_leave(app);
	if (command != COMMAND_NONE && command != COMMAND_HELP)
		app_do_next(app, command);
}

/* A click marks a row, and another one on it does what it says. */
static bool view_help_click(struct app *app, int row, int col)
{
	struct help_state *state = help_state(app);
	const size_t before = state->row;
	struct help_page page;
	size_t at;

	help_page_init(&page, app, view_help_from(app), state->drawn);
	at = help_page_at(&page, state->window.top_row, row, col);
	if (at != NPOS && !help_rows_is_head(&page.rows, at))
		state->row = at;
	help_page_release(&page);
	return at != NPOS && at == before;
}

static bool view_help_act(struct app *app, enum command command)
{
	switch (command) {
	case COMMAND_OPEN:
		view_help_do(app);
		return true;
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
	.click = view_help_click,
	.wheel = view_help_wheel,
	.add_progress = view_help_add_progress,
	.state_bytes = sizeof(struct help_state),
	.enter = view_help_enter,
	.release = view_help_release,
};
