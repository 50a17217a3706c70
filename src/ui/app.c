/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "session/session.h"
#include "ui/action.h"
#include "ui/ask/ask.h"
#include "ui/loading.h"
#include "ui/view/view.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_STEPS 4
/* What is loaded before there is a screen, as load_work() counts: some tenths of a
 * second. */
#define FIRST_LINES 60000
#define WHEEL_LINES 3

/* How much there is of it: bytes, corrections, diagnostics. */
static size_t count_odd(const struct app *app, size_t *lost_bytes)
{
	const struct issue *issue = app->reading.issue;
	size_t odd = corrections_misfits(&app->session->corrections);

	*lost_bytes = 0;
	for (size_t i = 0; i < issue->file_count; i++)
		*lost_bytes += issue->files[i].lost_bytes;
	for (size_t i = 0; i < issue->diags.count; i++)
		odd += issue->diags.items[i].level == DIAG_ERROR;
	return odd + *lost_bytes;
}

void app_say_what_is_odd(struct app *app)
{
	const struct issue *issue = app->reading.issue;
	size_t lost_bytes, odd = count_odd(app, &lost_bytes);

	if (odd == app->odd_told)
		return;
	app->odd_told = odd;
	if (lost_bytes)
		app_complain(app,
		             i18n_plural("%zu byte was no text and is shown "
		                         "as �; i says more",
		                         "%zu bytes were no text and are "
		                         "shown as �; i says more",
		                         lost_bytes),
		             lost_bytes);
	if (corrections_misfits(&app->session->corrections))
		app_complain(app,
		             _("Corrections that do not fit this issue any "
		               "more: %zu; i says which"),
		             corrections_misfits(&app->session->corrections));
	for (size_t i = 0; i < issue->diags.count; i++)
		if (issue->diags.items[i].level == DIAG_ERROR)
			app_complain(app, "%s", issue->diags.items[i].text);
}

/* A page to read, unless it takes long; a short issue is there at once. */
static void load_first(struct session *session)
{
	while (!session->issue->passage_count &&
	       load_work(session->loader) < FIRST_LINES &&
	       session_step(session))
		continue;
	for (int i = 0; i < FIRST_STEPS && session_step(session); i++)
		continue;
}

void app_init(struct app *app, struct session *session, int ambiguous_cols)
{
	*app = (struct app){ .session = session,
		             .running = true,
		             .main = VIEW_PAGE,
		             .over = VIEW_NONE,
		             .under = VIEW_NONE };
	load_first(session);
	reading_init(&app->reading, session->issue, ambiguous_cols);
	canvas_init(&app->canvas, ambiguous_cols);
	line_editor_init(&app->prompt);
	filter_init(&app->list_filter, &list_items, &app->reading);
	filter_init(&app->hits_filter, &hits_items, &app->reading);
	buf_init(&app->filter_before);
	buf_init(&app->last_search);
	buf_init(&app->export_path);
	buf_init(&app->last_command);
	request_init(&app->request);
	buf_init(&app->message);
	app_say_what_is_odd(app);
}

bool app_has_work(const struct app *app)
{
	return loading_goes_on(app) || app->reading.search ||
	       (app->then && app->ready(app)) ||
	       filter_has_work(&app->list_filter) ||
	       filter_has_work(&app->hits_filter);
}

/* The filters look at what the lists have become, and one stays at a row. */
static bool follow_lists(struct app *app)
{
	struct filter *const filters[] = { &app->list_filter,
		                           &app->hits_filter };
	const struct filter *open = ask_filtered(app);
	bool any = false;

	for (size_t i = 0; i < ARRAY_LEN(filters); i++)
		if (filter_has_work(filters[i])) {
			filter_step(filters[i]);
			any = true;
		}
	/* Where one is among hits is known when they all are. */
	if (open && !(open->items->of_search && app->reading.search))
		filter_hold(open, &app->reading);
	return any;
}

bool app_work(struct app *app)
{
	bool drawn = loading_step(app);

	return follow_lists(app) || drawn;
}

void app_release(struct app *app)
{
	reading_release(&app->reading);
	canvas_release(&app->canvas);
	line_editor_release(&app->prompt);
	filter_release(&app->list_filter);
	filter_release(&app->hits_filter);
	hit_rows_release(&app->hit_rows);
	buf_release(&app->filter_before);
	sheet_view_release(&app->page);
	sheet_view_release(&app->article);
	buf_release(&app->last_search);
	for (size_t i = 0; i < app->history_count; i++)
		buf_release(&app->history[i]);
	buf_release(&app->export_path);
	selections_release(&app->tagged);
	selections_release(&app->to_save);
	buf_release(&app->last_command);
	request_release(&app->request);
	buf_release(&app->message);
}

static void set_message(struct app *app, bool is_error, const char *format,
                        va_list args)
{
	char *text = NULL;

	app->message_is_error = is_error;
	buf_clear(&app->message);
	if (vasprintf(&text, format, args) >= 0)
		buf_add_c(&app->message, text);
	free(text);
}

void app_say(struct app *app, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	set_message(app, false, format, args);
	va_end(args);
}

void app_complain(struct app *app, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	set_message(app, true, format, args);
	va_end(args);
}

enum view_id app_view(const struct app *app)
{
	return app->over == VIEW_NONE ? app->main : app->over;
}

void app_show(struct app *app, enum view_id view)
{
	if (view < VIEW_LIST) {
		app->main = view;
		app->over = app->under = VIEW_NONE;
		return;
	}
	if (view == VIEW_LIST) {
		if (app->over != VIEW_LIST && app->under != VIEW_LIST)
			app->back = app->reading.place;
		app->under = VIEW_NONE;
	} else if (app->over == VIEW_LIST) {
		app->under = VIEW_LIST;
	}
	app->over = view;
	app->text_top = 0;
}

void app_leave(struct app *app)
{
	app->over = app->under;
	app->under = VIEW_NONE;
}

void app_do(struct app *app, enum command command)
{
	if (!view_of(app_view(app))->act(app, command))
		action_do(app, command);
}

void app_complain_of_number(struct app *app, struct str typed)
{
	size_t count = app->reading.issue->article_count;

	if (!count)
		app_complain(app, "%s",
		             _("There are no articles in this issue."));
	else
		app_complain(app,
		             _("There is no article %.*s; they are 1 to %zu"),
		             (int)typed.len, typed.ptr, count);
}

static void no_number(struct app *app, size_t number)
{
	struct buf typed;

	buf_init(&typed);
	buf_addf(&typed, "%zu", number);
	app_complain_of_number(app, buf_str(&typed));
	buf_release(&typed);
}

static void say_number(struct app *app)
{
	if (app->number > app->reading.issue->article_count &&
	    !loading_goes_on(app))
		no_number(app, app->number);
	else
		app_say(app, _("Article %zu: Enter opens it"), app->number);
}

/* Digits make the number of an article; 0 by itself is the menu. */
static bool take_digit(struct app *app, uint32_t key)
{
	const struct view *view = view_of(app_view(app));
	const size_t most = 99999;

	if (key >= '1' && key <= '9' && view->digit) {
		view->digit(app, key - '0');
		return true;
	}
	if (key < '0' || key > '9' || (key == '0' && !app->number))
		return false;
	app->number = app->number * 10 + (key - '0');
	if (app->number > most)
		app->number = most;
	say_number(app);
	return true;
}

/* To the article that was waited for. */
static void go_number(struct app *app)
{
	size_t number = app->awaited;
	size_t index = issue_article_by_id(app->reading.issue, number);

	if (reading_go_article(&app->reading, index))
		app_show(app, VIEW_ARTICLE);
	else
		no_number(app, number);
}

static void take_number(struct app *app, uint32_t key)
{
	size_t number = app->number;

	app->number = 0;
	if (key == PRESS_BACKSPACE && number >= 10) {
		app->number = number / 10;
		say_number(app);
	} else if (key == PRESS_ENTER) {
		app->awaited = number;
		loading_await(app, loading_has_awaited, go_number);
	}
}

static void app_take_key(struct app *app, uint32_t key)
{
	enum command command;

	if (app->then) {
		loading_key(app, key);
		return;
	}
	if (app->asking != ASK_NOTHING) {
		ask_key(app, key);
		return;
	}
	buf_clear(&app->message);
	key = key_plain(key);
	if (take_digit(app, key))
		return;
	if (app->number && (key == PRESS_ENTER || key == PRESS_ESC ||
	                    key == PRESS_BACKSPACE)) {
		take_number(app, key);
		return;
	}
	app->number = 0;
	command = command_for_key(key);
	if (command != COMMAND_NONE)
		app_do(app, command);
	else if (key > ' ')
		app_say(app, "%s", _("No such key here; ? lists the keys"));
}

/* A line end of Chinese text parts no words; another is a space, and so is a tab. */
static void paste_key(struct app *app, uint32_t key)
{
	struct str text = buf_str(&app->prompt.text);
	bool han = text.len && (unsigned char)text.ptr[text.len - 1] >= 0x80;

	if (key >= ' ' && key != PRESS_BACKSPACE)
		ask_key(app, key);
	else if (!han || key == '\t')
		ask_key(app, ' ');
}

/* A line end in the midst of it does not end the line of input. */
static void take_paste(struct app *app, uint32_t key)
{
	if (app->then)
		return;
	if (app->asking != ASK_SEARCH && app->asking != ASK_FILTER &&
	    app->asking != ASK_FILE && app->asking != ASK_PIPE)
		app_say(app, "%s", _("Paste where text is asked for: /, s"));
	else
		paste_key(app, key);
}

static bool is_in(struct area area, const struct event *event)
{
	return event->row >= area.row && event->row < area.row + area.rows &&
	       event->col >= area.col && event->col < area.col + area.cols;
}

/* A click goes where it points, and does what Enter does where one is already; the
 * wheel moves some lines. */
static void take_mouse(struct app *app, const struct event *event)
{
	const struct view *view = view_of(app_view(app));

	if (app->then || app->asking != ASK_NOTHING)
		return;
	buf_clear(&app->message);
	if (event->kind == EVENT_WHEEL) {
		for (int i = 0; i < WHEEL_LINES; i++)
			app_do(app, event->key ? COMMAND_DOWN : COMMAND_UP);
		return;
	}
	if (is_in(app->list_drawn, event) && app->over != VIEW_LIST)
		view_list.click(app, event->row, event->col);
	else if (view->click && view->click(app, event->row, event->col))
		app_do(app, COMMAND_OPEN);
}

void app_event(struct app *app, const struct event *event)
{
	switch (event->kind) {
	case EVENT_KEY:
		app_take_key(app, event->key);
		break;
	case EVENT_PASTE:
		take_paste(app, event->key);
		break;
	case EVENT_CLICK:
	case EVENT_WHEEL:
		take_mouse(app, event);
		break;
	case EVENT_WIDTH:
		app->canvas.ambiguous_cols = app->reading.ambiguous_cols =
			(int)event->key;
		app->wants_redraw = true;
		break;
	case EVENT_END:
		app->running = false;
		break;
	case EVENT_RESIZE:
	case EVENT_NONE:
		break;
	}
	follow_lists(app);
}
