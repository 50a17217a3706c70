/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/home_path.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/num.h"
#include "state/issues.h"
#include "ui/ask/ask_open.h"
#include "ui/bundled_issue.h"
#include "ui/view/focus_mark.h"
#include "ui/view/menu.h"
#include "ui/view/view.h"

#include <stdlib.h>

#define ISSUES_MOST      50
#define NUMBER_COLS      3
#define NAME_COL         4
#define GAP_COLS         2
#define FOLDER_SHARE     3 /* of the row, at most, where there is room for it */
#define FOLDER_FROM_COLS 60

/* One that comes with the program. */
struct recent_bundled {
	struct buf names;
	const char *title;
	size_t row; /* among those that were read, or behind them */
};

/* The issues that were read before, and behind them the bundled ones that were not. */
struct recent {
	struct menu menu;
	bool is_read; /* from what is kept */
	struct kept_issues issues;
	struct recent_bundled *bundled;
	size_t bundled_count, behind_count;
};

static void view_recent_release(void *state)
{
	struct recent *recent = state;

	kept_issues_release(&recent->issues);
	for (size_t i = 0; i < recent->bundled_count; i++)
		buf_release(&recent->bundled[i].names);
	free(recent->bundled);
}

static void view_recent_enter(void *state)
{
	struct recent *recent = state;

	if (recent->is_read)
		view_recent_release(recent);
	*recent = (struct recent){ 0 };
}

static size_t recent_count(const struct recent *recent)
{
	return recent->issues.count + recent->behind_count;
}

/* The bundled issue of that row; NULL: it is another one. */
static const struct recent_bundled *recent_bundled(const struct recent *recent,
                                                   size_t row)
{
	for (size_t i = 0; i < recent->bundled_count; i++)
		if (recent->bundled[i].row == row)
			return &recent->bundled[i];
	return NULL;
}

static struct str recent_names(const struct recent *recent, size_t row)
{
	return row < recent->issues.count
	               ? recent->issues.items[row].names
	               : buf_str(&recent_bundled(recent, row)->names);
}

static void recent_add_bundled(struct recent *recent,
                               const struct bundled_issue *issue)
{
	struct recent_bundled *row = &recent->bundled[recent->bundled_count++];

	row->title = issue->title;
	row->row = recent_count(recent);
	buf_init(&row->names);
	issues_add_name(&row->names, issue->path);
	for (size_t i = 0; i < recent->issues.count; i++)
		if (str_equal(recent->issues.items[i].names,
		              buf_str(&row->names)))
			row->row = i;
	recent->behind_count += row->row >= recent->issues.count;
}

static void recent_read(struct app *app, struct recent *recent)
{
	size_t count = 0;

	kept_issues_init(&recent->issues);
	issues_list(app->store, ISSUES_MOST, &recent->issues);
	while (app->bundled && app->bundled[count].path)
		count++;
	recent->bundled = mem_alloc(count * sizeof *recent->bundled);
	for (size_t i = 0; i < count; i++)
		recent_add_bundled(recent, &app->bundled[i]);
	recent->is_read = true;
}

/* The state of the view; it marks the last issue that is not open. */
static struct recent *recent_state(struct app *app)
{
	struct recent *recent = view_state(app, VIEW_RECENT);
	const struct document_past *past = &app->document->past;

	if (recent->is_read)
		return recent;
	recent_read(app, recent);
	if (!past->is_offer && recent_count(recent) > 1 &&
	    str_equal(recent_names(recent, 0), buf_str(&past->names)))
		recent->menu.at = 1;
	return recent;
}

/* "春江新报  1930-04-09  page.txt": paper and day, where they are known, and the file. */
static void recent_add_name(struct buf *out, const struct kept_issue *issue)
{
	const struct str parts[] = { issue->paper, issue->day };
	size_t at = 0, more = 0;
	struct str name = str_base_name(issues_next_name(issue->names, &at));

	while (issues_next_name(issue->names, &at).len)
		more++;
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].len) {
			buf_add(out, parts[i]);
			buf_add_c(out, "  ");
		}
	buf_add(out, name);
	if (more)
		/* TRANSLATORS: behind the name of a file: how many others */
		buf_addf(out, _(" and %zu more"), more);
}

/* The folder of its first file. */
static void recent_add_folder(struct buf *out, struct str names)
{
	size_t at = 0;
	struct str name = issues_next_name(names, &at);
	struct buf folder;

	buf_init(&folder);
	buf_add(&folder,
	        str_slice(name, 0, name.len - str_base_name(name).len));
	home_path_add(out, folder.len ? folder.ptr : "/");
	buf_release(&folder);
}

/* Draws how far the issue of a row was read, and in which folder it is, at the end of the
 * row; returns where that begins. */
static int recent_draw_end(struct app *app, const struct recent *recent,
                           struct area row, size_t index)
{
	struct canvas *canvas = &app->canvas;
	int col = row.cols - 1, folder_cols = row.cols / FOLDER_SHARE;
	struct buf text;

	buf_init(&text);
	if (row.cols >= FOLDER_FROM_COLS) {
		if (!recent_bundled(recent, index))
			recent_add_folder(&text, recent_names(recent, index));
		canvas_fit(canvas, row, 0, row.cols - 1 - folder_cols,
		           folder_cols, buf_str(&text), STYLE_SMALL);
		col -= folder_cols + GAP_COLS;
	}
	buf_clear(&text);
	if (index < recent->issues.count)
		buf_addf(&text, "%d%%", recent->issues.items[index].percent);
	col -= text_cols(buf_str(&text), canvas->ambiguous_cols);
	canvas_text(canvas, row, 0, col, buf_str(&text), STYLE_SMALL);
	buf_release(&text);
	return col;
}

static void recent_draw_row(struct app *app, const struct recent *recent,
                            struct area area, size_t index)
{
	struct canvas *canvas = &app->canvas;
	const struct recent_bundled *bundled = recent_bundled(recent, index);
	bool marked = index == recent->menu.at;
	struct area row = area;
	struct buf text;
	int end_col;

	row.row += (int)index - recent->menu.top_row;
	row.rows = 1;
	buf_init(&text);
	buf_addf(&text, "%*zu", NUMBER_COLS, index + 1);
	canvas_text(canvas, row, 0, 0, buf_str(&text), STYLE_SMALL);
	buf_clear(&text);
	end_col = recent_draw_end(app, recent, row, index);
	if (bundled)
		buf_add_c(&text, _(bundled->title));
	else
		recent_add_name(&text, &recent->issues.items[index]);
	canvas_fit(canvas, row, 0, NAME_COL, end_col - GAP_COLS - NAME_COL,
	           buf_str(&text), marked ? STYLE_HEAD : STYLE_TEXT);
	if (marked)
		focus_mark_draw(canvas, row, 0, 0);
	buf_release(&text);
}

/* The words at which the marked issue was left, below the list. */
static void recent_draw_words(struct app *app, const struct recent *recent,
                              struct area area)
{
	size_t at = recent->menu.at;
	struct buf text;

	if (at >= recent->issues.count)
		return;
	buf_init(&text);
	buf_add(&text, recent->issues.items[at].place.words);
	buf_add_c(&text, "…");
	canvas_fit(&app->canvas, area, area.rows - 1, NAME_COL,
	           area.cols - NAME_COL - 1, buf_str(&text), STYLE_SMALL);
	buf_release(&text);
}

static void view_recent_draw(struct app *app, struct area area)
{
	struct recent *recent = recent_state(app);
	size_t count = recent_count(recent);
	struct area list = area;

	if (!count) {
		canvas_fit(&app->canvas, area, area.rows / 2, 2, area.cols - 4,
		           str_from(_("No issue was read before.")),
		           STYLE_TEXT);
		return;
	}
	if (list.rows > 4) {
		list.rows -= 2;
		recent_draw_words(app, recent, area);
	}
	list = menu_scroll(app, &recent->menu, list, count);
	for (int row = 0; row < list.rows; row++)
		if ((size_t)(recent->menu.top_row + row) < count)
			recent_draw_row(app, recent, list,
			                (size_t)(recent->menu.top_row + row));
}

static void recent_choose(struct app *app, size_t row)
{
	struct recent *recent = recent_state(app);

	if (row < recent_count(recent))
		ask_open_names(app, recent_names(recent, row));
}

static void recent_forget(struct app *app)
{
	struct recent *recent = recent_state(app);
	size_t at = recent->menu.at;

	if (at >= recent->issues.count) {
		app_say(app, "%s", _("This row stays"));
		return;
	}
	issues_forget(app->store, recent->issues.items[at].names);
	view_recent_enter(recent);
	recent_read(app, recent);
	if (recent_count(recent))
		recent->menu.at =
			smaller((int)at, (int)recent_count(recent) - 1);
	app_say(app, "%s", _("Its place is forgotten; the file stays"));
}

static bool view_recent_act(struct app *app, enum command command)
{
	struct recent *recent = recent_state(app);
	size_t count = recent_count(recent);

	if (command == COMMAND_OPEN_FILE) {
		ask_open(app);
		return true;
	}
	if (command == COMMAND_DELETE) {
		recent_forget(app);
		return true;
	}
	return count &&
	       menu_act(app, &recent->menu, count, recent_choose, command);
}

static void view_recent_digit(struct app *app, size_t digit)
{
	recent_choose(app, digit - 1);
}

static bool view_recent_click(struct app *app, int row, int col)
{
	return menu_click(&recent_state(app)->menu,
	                  recent_count(recent_state(app)), row, col);
}

static void view_recent_wheel(struct app *app, int rows, int row, int col)
{
	(void)row;
	(void)col;
	if (recent_count(recent_state(app)))
		menu_wheel(&recent_state(app)->menu,
		           recent_count(recent_state(app)), rows);
}

const struct view view_recent = {
	.title = N_("Issues"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("read"), NULL },
		{ COMMAND_OPEN_FILE, COMMAND_NONE, N_("open a file"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },
		{ COMMAND_DELETE, COMMAND_NONE, N_("delete"), NULL },
	},
	.draw = view_recent_draw,
	.act = view_recent_act,
	.click = view_recent_click,
	.wheel = view_recent_wheel,
	.digit = view_recent_digit,
	.state_bytes = sizeof(struct recent),
	.enter = view_recent_enter,
	.release = view_recent_release,
};
