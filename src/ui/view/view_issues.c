/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "base/num.h"
#include "ui/ask/ask_filter.h"
#include "ui/turn_issue.h"
#include "ui/view/focus_mark.h"
#include "ui/view/view.h"

#define NUMBER_COLS    4
#define NAME_COL       6
#define GAP_COLS       2
#define ALL_FROM_COLS  60 /* from here on there is room for all figures */
#define HEAD_FROM_ROWS 4

/* The open issues, a row each under a row of titles; * stands before the one that is
 * read. */

struct issues_state {
	int top_row;
	struct area drawn; /* where the rows were drawn last */
};

/* The figures at the end of a row, from right to left. */
enum issue_figure {
	FIGURE_UNREAD,
	FIGURE_ARTICLES,
	FIGURE_PAGES,
	FIGURE_COUNT
};

static const char *const figure_titles[] = {
	[FIGURE_UNREAD] = N_("unread"),
	[FIGURE_ARTICLES] = N_("articles"),
	[FIGURE_PAGES] = N_("pages"),
};

static size_t issue_figure(const struct issue_facts *facts,
                           enum issue_figure figure)
{
	const size_t figures[] = {
		[FIGURE_UNREAD] = facts->unread,
		[FIGURE_ARTICLES] = facts->articles,
		[FIGURE_PAGES] = facts->pages,
	};

	return figures[figure];
}

static size_t figures_shown(struct area area)
{
	return area.cols < ALL_FROM_COLS ? FIGURE_ARTICLES : FIGURE_COUNT;
}

/* Draws the figures of an issue, or for NULL their titles; returns where they begin. */
static int view_issues_draw_figures(struct app *app, struct area area, int row,
                                    const struct issue_facts *facts)
{
	const int ambiguous_cols = app->canvas.ambiguous_cols;
	int end_col = area.cols - 1;
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; i < figures_shown(area); i++) {
		struct str title = str_from(_(figure_titles[i]));

		buf_clear(&text);
		if (!facts)
			buf_add(&text, title);
		else if (facts->pages)
			buf_addf(&text, "%zu%s",
			         issue_figure(facts, (enum issue_figure)i),
			         facts->is_counted ? "" : "+");
		canvas_text(&app->canvas, area, row,
		            end_col - text_cols(buf_str(&text), ambiguous_cols),
		            buf_str(&text), STYLE_SMALL);
		end_col -= text_cols(title, ambiguous_cols) + GAP_COLS;
	}
	buf_release(&text);
	return end_col;
}

static void view_issues_draw_row(struct app *app, struct area area, int row,
                                 size_t item)
{
	const struct open_issues *issues = &app->issues;
	const struct open_issue *issue = &issues->items[item];
	const bool chosen = item == issues->chosen;
	struct canvas *canvas = &app->canvas;
	struct buf text;
	int end_col;

	buf_init(&text);
	buf_addf(&text, "%*zu%s", NUMBER_COLS, item + 1,
	         item == issues->at ? "*" : "");
	canvas_text(canvas, area, row, 0, buf_str(&text),
	            item == issues->at ? STYLE_KEY : STYLE_SMALL);
	buf_clear(&text);
	open_issues_add_name(&text, issue);
	end_col = view_issues_draw_figures(app, area, row, &issue->facts);
	canvas_fit(canvas, area, row, NAME_COL, end_col - NAME_COL,
	           buf_str(&text), chosen ? STYLE_HEAD : STYLE_TEXT);
	if (chosen)
		focus_mark_draw(canvas, area, row, 0);
	buf_release(&text);
}

static void view_issues_follow(struct issues_state *state, size_t here,
                               int rows)
{
	if ((int)here >= state->top_row + rows)
		state->top_row = (int)here + 1 - rows;
	if ((int)here < state->top_row)
		state->top_row = (int)here;
}

static void view_issues_draw(struct app *app, struct area area)
{
	const struct filter *filter = &app->issues.filter;
	struct issues_state *state = view_state(app, VIEW_ISSUES);
	size_t here = filter_here(filter), count = filter_count(filter);

	view_draw_none_left(app, area, filter, _("No issue matches."));
	if (!count)
		return;
	if (area.rows >= HEAD_FROM_ROWS) {
		view_issues_draw_figures(app, area, 0, NULL);
		area.row++;
		area.rows--;
	}
	state->drawn = area;
	view_issues_follow(state, here == NPOS ? 0 : here, area.rows);
	for (int row = 0; row < area.rows; row++)
		if ((size_t)(state->top_row + row) < count)
			view_issues_draw_row(
				app, area, row,
				filter_item(filter,
			                    (size_t)(state->top_row + row)));
}

/* Moves the cursor by a command that moves; false for other commands. */
static bool view_issues_move(struct app *app, enum command command)
{
	const struct issues_state *state = view_state(app, VIEW_ISSUES);
	const struct filter *filter = &app->issues.filter;
	size_t here = filter_here(filter);
	long by = view_rows_moved(command, state->drawn.rows,
	                          (int)app->issues.count);
	long last = (long)filter_count(filter) - 1;
	long to = (here == NPOS ? 0 : (long)here) + by;

	if (!by)
		return false;
	if (to > last)
		to = last;
	if (last >= 0)
		app->issues.chosen =
			filter_item(filter, to > 0 ? (size_t)to : 0);
	return true;
}

static void view_issues_open(struct app *app)
{
	const struct filter *filter = &app->issues.filter;
	size_t here = filter_here(filter);

	if (here == NPOS)
		return;
	if (app->issues.chosen == app->issues.at)
		app_leave(app);
	else
		turn_issue_show(app, app->issues.chosen);
}

static bool view_issues_act(struct app *app, enum command command)
{
	if (view_issues_move(app, command))
		return true;
	switch (command) {
	case COMMAND_SEARCH:
		ask_filter(app);
		return true;
	case COMMAND_OPEN:
	case COMMAND_RIGHT:
		view_issues_open(app);
		return true;
	default:
		return ask_filter_leave(app, command);
	}
}

static bool view_issues_click(struct app *app, int row, int col)
{
	const struct issues_state *state = view_state(app, VIEW_ISSUES);
	const struct filter *filter = &app->issues.filter;
	size_t here = filter_here(filter);
	size_t to = (size_t)(state->top_row + row - state->drawn.row);

	if (!area_has(state->drawn, row, col) || to >= filter_count(filter))
		return false;
	app->issues.chosen = filter_item(filter, to);
	return to == here;
}

/* Scrolls, and takes the cursor along; at an end the cursor moves alone. */
static void view_issues_wheel(struct app *app, int rows, int row, int col)
{
	struct issues_state *state = view_state(app, VIEW_ISSUES);
	const struct filter *filter = &app->issues.filter;
	const int count = (int)filter_count(filter);
	const size_t here = filter_here(filter);
	const int top = larger(
		0, smaller(state->top_row + rows, count - state->drawn.rows));
	int to = here == NPOS ? 0 : (int)here;

	(void)row;
	(void)col;
	if (!count)
		return;
	to = top == state->top_row
	             ? smaller(larger(to + rows, 0), count - 1)
	             : smaller(larger(to, top), top + state->drawn.rows - 1);
	state->top_row = top;
	app->issues.chosen = filter_item(filter, (size_t)to);
}

static void view_issues_enter(void *state)
{
	*(struct issues_state *)state = (struct issues_state){ 0 };
}

const struct view view_issues = {
	.title = N_("Open issues"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("read"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_SEARCH, COMMAND_NONE, N_("filter"), NULL },
		{ COMMAND_OPEN_FILE, COMMAND_NONE, N_("open a file"), NULL },
		{ COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },
	},
	.draw = view_issues_draw,
	.act = view_issues_act,
	.click = view_issues_click,
	.wheel = view_issues_wheel,
	.state_bytes = sizeof(struct issues_state),
	.enter = view_issues_enter,
};
