/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view.h"

#include "base/num.h"
#include "issue/issue.h"
#include "ui/ask/ask_filter.h"
#include "ui/loading.h"
#include "ui/read_marks.h"
#include "ui/view/list_rows.h"

#include <stdlib.h>

/* What the list keeps. */
struct list_state {
	size_t top;        /* entry at the top */
	int entries;       /* that fit */
	struct area drawn; /* where it was drawn last */
};

static struct list_state *list_state(struct app *app)
{
	return view_state(app, VIEW_LIST);
}

/* "3 read" */
static void view_list_add_progress(struct buf *out, struct app *app)
{
	size_t count = read_marks_count(app);

	if (count)
		/* TRANSLATORS: how many articles were read */
		buf_addf(out, i18n_plural("%zu read", "%zu read", count),
		         count);
}

/* The first entry of a window of `window_rows` whose last one is `last`, which is in it
 * whole if it fits. */
static size_t view_list_top_for(const struct list_rows *rows, size_t last,
                                int window_rows)
{
	int left_rows = window_rows - list_rows_count(rows, last);

	while (last > 0) {
		left_rows -= list_rows_count(rows, last - 1);
		if (left_rows < 0)
			break;
		last--;
	}
	return last;
}

/* Scrolls as little as brings the chosen entry into the window, and leaves no room at the
 * foot of it that entries above could fill. */
static void view_list_follow(struct list_state *list,
                             const struct list_rows *rows, size_t here,
                             size_t count, int window_rows)
{
	size_t last_top = view_list_top_for(rows, count - 1, window_rows);

	if (here != NPOS) {
		size_t least = view_list_top_for(rows, here, window_rows);

		if (list->top < least)
			list->top = least;
		if (list->top > here)
			list->top = here;
	}
	if (list->top > last_top)
		list->top = last_top;
}

static void view_list_draw(struct app *app, struct area area)
{
	const struct filter *filter = &app->document->list_filter;
	const struct list_rows rows =
		list_rows_of(app, area.cols, app_view(app) == VIEW_LIST);
	size_t count = filter_count(filter);
	struct list_state *list = list_state(app);
	struct area left = area;

	view_draw_none_left(app, area, filter, _("No headline matches."));
	if (!filter_is_on(filter) &&
	    !app->document->reading.issue->article_count)
		canvas_text(&app->canvas, area, area.rows / 2, 2,
		            str_from(_("There are no articles in this issue.")),
		            STYLE_TEXT);
	list->entries = 0;
	list->drawn = area;
	if (!count)
		return;
	view_list_follow(list, &rows, filter_here(filter), count, area.rows);
	for (size_t i = list->top; i < count && left.rows > 0; i++) {
		int used = list_rows_draw(&rows, left, i);

		list->entries += used <= left.rows;
		left.row += used;
		left.rows -= used;
	}
	list->entries = larger(list->entries, 1);
}

/* To the entry `by` further, as far as there are any.  A filtered list does not wait
 * for pages: they may have none. */
static void view_list_step(struct app *app, int by)
{
	const struct filter *filter = &app->document->list_filter;
	int last = (int)filter_count(filter) - 1;
	size_t here = filter_here(filter);
	int to = here == NPOS ? 0 : (int)here + by;
	size_t limit = loading_limit(app);

	while (to > last && !filter_is_on(filter) && loading_page(app, limit))
		last = (int)filter_count(filter) - 1;
	if (to > last)
		to = last;
	if (last >= 0)
		reading_go_ordinal(
			&app->document->reading,
			filter_item(filter, to > 0 ? (size_t)to : 0));
}

static void view_list_step_article(struct app *app)
{
	view_list_step(app, 1);
}

static void go_last(struct app *app)
{
	while (filter_has_work(&app->document->list_filter))
		filter_step(&app->document->list_filter);
	view_list_step(app, (int)app->document->reading.issue->article_count);
}

/* What means something else where not all articles are listed. */
static bool act_filtered(struct app *app, enum command command)
{
	switch (command) {
	case COMMAND_NEXT_ARTICLE:
		view_list_step(app, 1);
		return true;
	case COMMAND_PREV_ARTICLE:
		view_list_step(app, -1);
		return true;
	case COMMAND_OPEN:
	case COMMAND_RIGHT:
		return !filter_count(&app->document->list_filter);
	default:
		return false;
	}
}

static bool view_list_act(struct app *app, enum command command)
{
	int by = view_rows_moved(
		command, list_state(app)->entries,
		(int)app->document->reading.issue->article_count);

	if (filter_is_on(&app->document->list_filter) &&
	    act_filtered(app, command))
		return true;
	if (command == COMMAND_SEARCH) {
		ask_filter(app);
		return true;
	}
	if (command == COMMAND_END) {
		loading_await(app, AWAIT_ISSUE, go_last);
		return true;
	}
	if (by) {
		view_list_step(app, by);
		return true;
	}
	if (command == COMMAND_OPEN || command == COMMAND_RIGHT) {
		if (reading_article(&app->document->reading) != NPOS)
			app_show(app, VIEW_ARTICLE);
		return true;
	}
	return ask_filter_leave(app, command);
}

/* The entry that is drawn in a row, or NPOS. */
static size_t view_list_entry_at(struct app *app, int row)
{
	const struct list_state *list = list_state(app);
	const struct area drawn = list->drawn;
	const struct list_rows rows =
		list_rows_of(app, drawn.cols, app_view(app) == VIEW_LIST);
	size_t count = filter_count(&app->document->list_filter);
	int foot_row = drawn.row;

	if (row < drawn.row || row >= drawn.row + drawn.rows)
		return NPOS;
	for (size_t i = list->top; i < count; i++) {
		foot_row += list_rows_count(&rows, i);
		if (row < foot_row)
			return i;
	}
	return NPOS;
}

/* Moves the cursor as little as brings its entry `here` into the window. */
static void view_list_hold(struct app *app, const struct list_rows *rows,
                           size_t here)
{
	const struct list_state *list = list_state(app);
	size_t to = here == NPOS || here < list->top ? list->top : here;

	while (to > list->top &&
	       view_list_top_for(rows, to, list->drawn.rows) > list->top)
		to--;
	if (to != here)
		reading_go_ordinal(
			&app->document->reading,
			filter_item(&app->document->list_filter, to));
}

static bool view_list_click(struct app *app, int row, int col)
{
	const struct filter *filter = &app->document->list_filter;
	size_t to = view_list_entry_at(app, row), here = filter_here(filter);

	(void)col;
	return to != NPOS &&
	       reading_go_ordinal(&app->document->reading,
	                          filter_item(filter, to)) &&
	       to == here;
}

/* By whole entries, until so many rows are out of sight; at an end the cursor moves. */
static void view_list_wheel(struct app *app, int rows, int row, int col)
{
	struct list_state *list = list_state(app);
	const struct filter *filter = &app->document->list_filter;
	const struct list_rows list_rows =
		list_rows_of(app, list->drawn.cols, app_view(app) == VIEW_LIST);
	const size_t count = filter_count(filter), top = list->top;
	size_t last_top, here = filter_here(filter);
	int left_rows = abs(rows);

	(void)row;
	(void)col;
	if (!count)
		return;
	last_top = view_list_top_for(&list_rows, count - 1, list->drawn.rows);
	while (left_rows > 0 && (rows > 0 ? list->top < last_top : list->top)) {
		if (rows < 0)
			list->top--;
		left_rows -= list_rows_count(&list_rows, list->top);
		if (rows > 0)
			list->top++;
	}
	if (list->top == top)
		view_list_step(app, rows);
	else
		view_list_hold(app, &list_rows, here);
}

const struct view view_list = {
	.title = N_("List"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("read"), NULL },
		{ COMMAND_MENU, COMMAND_NONE, N_("menu"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },
		{ COMMAND_PREV_PAGE, COMMAND_NEXT_PAGE, N_("page"), NULL },
		{ COMMAND_SEARCH, COMMAND_NONE, N_("filter"), NULL },
		{ COMMAND_EXPORT, COMMAND_NONE, N_("save"), NULL },
		{ COMMAND_TAG, COMMAND_NONE, N_("mark"), NULL },
		{ COMMAND_NEXT_VIEW, COMMAND_NONE, N_("article"), NULL },
	},
	.draw = view_list_draw,
	.add_progress = view_list_add_progress,
	.act = view_list_act,
	.click = view_list_click,
	.wheel = view_list_wheel,
	.step_article = view_list_step_article,
	.state_bytes = sizeof(struct list_state),
};
