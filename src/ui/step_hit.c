/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/step_hit.h"

#include "ui/ask/ask_search.h"
#include "ui/loading.h"
#include "ui/read_marks.h"
#include "ui/turn_issue.h"

static enum command step_hit_command(int by)
{
	return by > 0 ? COMMAND_NEXT_HIT : COMMAND_PREV_HIT;
}

/* The open issue beside the one that is read (index), around the end of the list. */
static size_t step_hit_issue(const struct app *app, int by)
{
	const struct open_issues *issues = &app->issues;

	return (issues->at + (by > 0 ? 1 : issues->count - 1)) % issues->count;
}

/* Says which issue comes next, and that the same command goes there. */
static void step_hit_say_issue(struct app *app, int by)
{
	const char *format =
		!app->document->reading.hits.count
			? (by > 0 ? _("Not found here; {NEXT_HIT} again: %s")
	                          : _("Not found here; {PREV_HIT} again: %s"))
		: by > 0 ? _("This is the last hit; {NEXT_HIT} again: %s")
			 : _("This is the first hit; {PREV_HIT} again: %s");
	struct buf name;

	buf_init(&name);
	open_issues_add_name(&name,
	                     &app->issues.items[step_hit_issue(app, by)]);
	app_say(app, format, name.ptr);
	app->at_end = step_hit_command(by);
	buf_release(&name);
}

static void step_hit_turn_issue(struct app *app, int by)
{
	buf_clear(&app->carried_search);
	buf_add(&app->carried_search, buf_str(&app->document->last_search));
	app->carried_by = by;
	turn_issue_show(app, step_hit_issue(app, by));
	if (app->request.kind == REQUEST_NONE)
		step_hit_arrive(app);
}

static void step_hit_arrived(struct app *app, int by)
{
	struct reading *reading = &app->document->reading;

	if (!reading->hits.count) {
		step_hit_say_issue(app, by);
		return;
	}
	reading_go_hit(reading, by > 0 ? 0 : reading->hits.count - 1);
	app_show_hit(app);
}

static void step_hit_arrived_first(struct app *app)
{
	step_hit_arrived(app, 1);
}

static void step_hit_arrived_last(struct app *app)
{
	step_hit_arrived(app, -1);
}

void step_hit_arrive(struct app *app)
{
	struct document *document = app->document;
	const int by = app->carried_by;

	if (!by)
		return;
	app->carried_by = 0;
	document->jump_count = 0;
	buf_clear(&document->last_search);
	buf_add(&document->last_search, buf_str(&app->carried_search));
	reading_mark(&document->reading, buf_str(&document->last_search));
	if (by > 0)
		loading_await(app, AWAIT_HITS, step_hit_arrived_first);
	else
		loading_await(app, AWAIT_SEARCH, step_hit_arrived_last);
}

/* From the last hit to the first, or back. */
static void step_hit_say_turn(struct app *app, struct place before, int by)
{
	struct place now = app->document->reading.place;
	bool behind = now.passage > before.passage ||
	              (now.passage == before.passage && now.at > before.at);

	if (app->document->reading.hits.count < 2 || behind == (by > 0))
		return;
	app_say(app, "%s",
	        by > 0 ? _("From the beginning of the issue again")
	               : _("From the end of the issue again"));
}

static void step_hit(struct app *app, int by)
{
	struct reading *reading = &app->document->reading;
	struct place before = reading->place;

	loading_search_last(app);
	if (!app->document->last_search.len && by < 0)
		read_marks_next(app);
	else if (!app->document->last_search.len)
		ask_search(app);
	else if (!loading_searched_all(app) && !reading_knows_hit(reading, by))
		loading_await(app, by > 0 ? AWAIT_NEXT_HIT : AWAIT_SEARCH,
		              by > 0 ? step_hit_next : step_hit_prev);
	else if (app->issues.count > 1 && reading_steps_around(reading, by) &&
	         app->was_at_end == step_hit_command(by))
		step_hit_turn_issue(app, by);
	else if (app->issues.count > 1 && reading_steps_around(reading, by))
		step_hit_say_issue(app, by);
	else if (!reading_step_hit(reading, by))
		app_complain(app, _("Not found: %s"),
		             app->document->last_search.ptr);
	else {
		app_show_hit(app);
		step_hit_say_turn(app, before, by);
	}
}

void step_hit_next(struct app *app)
{
	step_hit(app, 1);
}

void step_hit_prev(struct app *app)
{
	step_hit(app, -1);
}
