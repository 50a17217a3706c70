/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search_all.h"

#include "ui/ask/ask_search.h"
#include "ui/resume.h"
#include "ui/turn_issue.h"

void search_all_begin(struct app *app, struct str pattern)
{
	struct found *all = &app->found;

	found_clear(all);
	buf_clear(&all->pattern);
	buf_add(&all->pattern, pattern);
	all->from = app->issues.items[app->issues.at].id;
	issue_scan_begin(&all->scan);
	app_show(app, VIEW_FOUND);
}

void search_all_again(struct app *app)
{
	struct buf pattern;

	buf_init(&pattern);
	buf_add(&pattern, app->document->last_search.len
	                          ? buf_str(&app->document->last_search)
	                          : buf_str(&app->found.pattern));
	if (pattern.len)
		search_all_begin(app, buf_str(&pattern));
	else
		ask_search(app);
	buf_release(&pattern);
}

bool search_all_step(struct app *app)
{
	struct found *all = &app->found;
	const struct issue *issue;
	size_t at;

	if (!all->scan.is_running)
		return false;
	issue = issue_scan_step(&all->scan, &app->issues, &at);
	if (issue) {
		open_issues_count(&app->issues, at, issue, app->store);
		found_add_issue(all, issue, app->issues.items[at].id);
	}
	return issue || !all->scan.is_running;
}

/* The place of the hit is known: its issue has the search, and the list below it. */
static void found_arrive(struct app *app, struct place place)
{
	struct document *document = app->document;

	app_show(app, VIEW_FOUND);
	app_show(app, VIEW_ARTICLE);
	document->reading.place = place;

	buf_clear(&document->last_search);
	buf_add(&document->last_search, buf_str(&app->found.pattern));
	reading_mark(&document->reading, buf_str(&document->last_search));
}

void search_all_go(struct app *app)
{
	struct found *all = &app->found;
	size_t at;

	if (!all->hit_count)
		return;
	at = open_issues_find_id(&app->issues,
	                         found_issue_of(all, all->chosen)->id);
	if (at == NPOS) {
		app_complain(app, "%s", _("This issue was closed"));
		return;
	}
	/* The list stays opened only over the issue that is gone to, and where it was
	 * asked for. */
	if (app->issues.items[app->issues.at].id != all->from &&
	    at != app->issues.at)
		app_leave(app);
	resume_set_goal(app, &all->hits[all->chosen].place);
	app->at_goal = found_arrive;
	if (at != app->issues.at)
		turn_issue_show(app, at);
	if (app->request.kind == REQUEST_NONE)
		resume_reach_goal(app);
}

void search_all_leave(struct app *app)
{
	size_t from = open_issues_find_id(&app->issues, app->found.from);

	issue_scan_end(&app->found.scan);
	app_leave(app);
	if (from == NPOS || from == app->issues.at)
		return;
	turn_issue_show(app, from);
	if (app->request.kind == REQUEST_NONE && app_view(app) == VIEW_FOUND)
		app_leave(app);
}
