/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dispatch.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "ui/action.h"
#include "ui/ask/ask.h"
#include "ui/ask/ask_filter.h"
#include "ui/count.h"
#include "ui/key.h"
#include "ui/loading.h"
#include "ui/navigate.h"
#include "ui/remember.h"
#include "ui/resume.h"
#include "ui/search_all.h"
#include "ui/step_hit.h"
#include "ui/turn_issue.h"
#include "ui/view/view.h"
#include "ui/word_act.h"

#define WHEEL_LINES 3

void app_init(struct app *app, struct session *session,
              const struct settings *settings, int ambiguous_cols)
{
	*app = (struct app){ .settings = *settings,
		             .began = *settings,
		             .keymap = keymap_or_default(settings->keymap),
		             .running = true,
		             .next_command = COMMAND_NONE,
		             .last_command = COMMAND_NONE,
		             .at_end = COMMAND_NONE,
		             .was_at_end = COMMAND_NONE };
	open_issues_init(&app->issues);
	found_init(&app->found);
	app->document = document_new(session, &app->settings, ambiguous_cols);
	open_issues_add_document(&app->issues, 0, app->document);
	canvas_init(&app->canvas, ambiguous_cols);
	line_editor_init(&app->prompt);
	for (size_t i = 0; i < ASK_COUNT; i++) {
		line_history_init(&app->histories[i]);
		buf_init(&app->kept_answers[i]);
	}
	request_init(&app->request);
	buf_init(&app->save_folder);
	app->save_format = EXPORT_FORMAT_COUNT;
	buf_init(&app->message);
	buf_init(&app->goal_words);
	buf_init(&app->carried_search);
	loading_say_odd(app);
	navigate_settle(app);
}

/* The filters follow their lists, and the cursor stays on a row of a filtered list. */
static bool follow_lists(struct app *app)
{
	struct filter *const filters[] = { &app->document->list_filter,
		                           &app->document->hits_filter,
		                           &app->issues.filter };
	const struct filter *open = ask_filtered(app);
	bool any = false;

	for (size_t i = 0; i < ARRAY_LEN(filters); i++)
		if (filter_has_work(filters[i])) {
			filter_step(filters[i]);
			any = true;
		}
	/* The row of the cursor among hits is known when all hits are. */
	if (open && !(open->generation && app->document->reading.search))
		filter_hold(open);
	return any;
}

bool app_work(struct app *app)
{
	bool drawn = loading_step(app);

	drawn = word_act_work(app) || drawn;
	if (!loading_goes_on(app))
		drawn = search_all_step(app) || turn_issue_count(app) || drawn;
	navigate_settle(app);
	remember_step(app);
	return follow_lists(app) || drawn;
}

void app_release(struct app *app)
{
	issue_scan_end(&app->counting);
	found_release(&app->found);
	open_issues_release(&app->issues);
	canvas_release(&app->canvas);
	line_editor_release(&app->prompt);
	for (size_t i = 0; i < ASK_COUNT; i++) {
		line_history_release(&app->histories[i]);
		buf_release(&app->kept_answers[i]);
	}
	request_release(&app->request);
	buf_release(&app->save_folder);
	buf_release(&app->message);
	buf_release(&app->goal_words);
	buf_release(&app->carried_search);
	lookup_release(&app->lookup);
	dictionary_command_release(&app->dictionary_command);
}

void app_open(struct app *app, struct session *session)
{
	turn_issue_take(app, document_new(session, &app->settings,
	                                  app->canvas.ambiguous_cols));
	loading_say_odd(app);
	remember_document(app);
	if (app->has_goal)
		resume_reach_goal(app);
	step_hit_arrive(app);
}

void app_drop_open(struct app *app)
{
	app->has_goal = false;
	app->at_goal = NULL;
	app->carried_by = 0;
	app->issues.opening = NPOS;
	app->issues.replaces = false;
}

/* Does a command, and then the one that app_do_next() left, if any. */
static void dispatch_command(struct app *app, enum command command)
{
	app->was_at_end = app->at_end;
	app->at_end = COMMAND_NONE;
	while (command != COMMAND_NONE) {
		app->next_command = COMMAND_NONE;
		app->last_command = command;
		if (!view_of(app_view(app))->act(app, command))
			action_do(app, command);
		command = app->next_command;
	}
}

/* Does a command so many times, unless it says something, asks or waits before, or leads
 * to another view. */
static void dispatch_times(struct app *app, enum command command, size_t times)
{
	const enum view_id view = app_view(app);

	for (; times; times--) {
		dispatch_command(app, command);
		if (app->message.len || app->then || app_view(app) != view ||
		    app->asking != ASK_NOTHING)
			break;
	}
}

static void app_no_such_key(struct app *app)
{
	if (app_view(app) == VIEW_HELP)
		app_say(app, _("No such key; {BACK} closes the help"));
	else
		app_say(app, _("No such key here; {HELP} lists the keys"));
}

/* ^C where no question is open leaves at once, as in other programs.  Only where articles are
 * marked and nothing is kept for the next run it has to be pressed twice: it may have been
 * meant for a question that had just been answered, and marks take work to make. */
static void interrupt(struct app *app)
{
	size_t marked = open_issues_marked(&app->issues);

	if (marked && !app->store && !app->interrupting) {
		app->interrupting = true;
		app_say(app,
		        i18n_plural(
				"%zu marked article would be lost; ^C again leaves",
				"%zu marked articles would be lost; ^C again leaves",
				marked),
		        marked);
		return;
	}
	app->interrupted = true;
	app->running = false;
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
		dispatch_command(app, app->next_command);
		return;
	}
	if (press_without_alt(key)) {
		app_take_key(app, PRESS_ESC);
		app_take_key(app, press_without_alt(key));
		return;
	}
	buf_clear(&app->message);
	if (key == PRESS_CTRL('C')) {
		interrupt(app);
		return;
	}
	app->interrupting = false;
	key = key_plain(key);
	if (count_key(app, key))
		return;
	app->last_command = command =
		command_for_key_in(app->keymap, key, word_act_is_on(app));
	if (command != COMMAND_NONE || app->number)
		dispatch_times(app, command, count_apply(app, command));
	else if (key > ' ')
		app_no_such_key(app);
	if (command == COMMAND_NONE)
		app->at_end = COMMAND_NONE;
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

/* Pasted text goes to the open question; a line end in the paste does not accept it. */
static void take_paste(struct app *app, uint32_t key)
{
	if (app->then)
		return;
	if (!ask_takes_text(app))
		app_say(app,
		        _("Paste where text is asked for: {SEARCH}, {EXPORT}"));
	else
		paste_key(app, key);
}

/* The view at the cell of the mouse: the one that has the keys, or a list beside it. */
static const struct view *pointed_view(const struct app *app,
                                       const struct event *event)
{
	return area_has(app->list_beside, event->row, event->col)
	               ? &view_list
	               : view_of(app_view(app));
}

/* The wheel moves what is below it.  What comes behind the end is said there, and nothing
 * goes on to it by itself. */
static void take_wheel(struct app *app, const struct event *event)
{
	const struct view *view = pointed_view(app, event);

	if (view->wheel)
		view->wheel(app, event->key ? WHEEL_LINES : -WHEEL_LINES,
		            event->row, event->col);
	for (int i = 0; i < WHEEL_LINES && !view->wheel; i++)
		dispatch_command(app, event->key ? COMMAND_DOWN : COMMAND_UP);
	app->at_end = COMMAND_NONE;
}

/* A click moves the cursor to its cell, or does what Enter does if the cursor is there. */
static void take_click(struct app *app, const struct event *event)
{
	const struct view *view = pointed_view(app, event);
	const bool has_keys = view == view_of(app_view(app));

	app->last_command = COMMAND_NONE;
	if (view->click && view->click(app, event->row, event->col) && has_keys)
		dispatch_command(app, COMMAND_OPEN);
}

/* A click on a key that is shown is that key. */
static void take_mouse(struct app *app, const struct event *event)
{
	const uint32_t key =
		event->kind == EVENT_CLICK
			? click_zones_key(&app->zones, event->row, event->col)
			: 0;

	if (key) {
		app_take_key(app, key);
		return;
	}
	if (app->then || app->asking != ASK_NOTHING)
		return;
	buf_clear(&app->message);
	app->interrupting = false;
	app->number = 0;
	if (event->kind == EVENT_WHEEL)
		take_wheel(app, event);
	else
		take_click(app, event);
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
		app->canvas.ambiguous_cols =
			app->document->reading.ambiguous_cols = (int)event->key;
		app->wants_redraw = true;
		break;
	case EVENT_END:
		app->running = false;
		break;
	case EVENT_BACKGROUND:
	case EVENT_RESIZE:
	case EVENT_NONE:
		break;
	}
	follow_lists(app);
	navigate_settle(app);
}
