/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/turn_issue.h"

#include "issue/issue.h"
#include "ui/loading.h"
#include "ui/read_marks.h"
#include "ui/remember.h"
#include "ui/resume.h"

/* What is known becomes `text`, unless that is empty: then the name of the file knows
 * more. */
static void turn_issue_know(struct buf *known, struct str text)
{
	if (!text.len)
		return;
	buf_clear(known);
	buf_add(known, text);
}

void turn_issue_note(struct app *app)
{
	struct issue_facts *facts = &app->issues.items[app->issues.at].facts;
	const struct reading *reading = &app->document->reading;
	const struct issue *issue = reading->issue;
	size_t page = reading_page(reading);

	turn_issue_know(&facts->paper, page == NPOS
	                                       ? issue->title
	                                       : issue_page_title(issue, page));
	turn_issue_know(&facts->day, page == NPOS
	                                     ? issue->date
	                                     : issue_page_date(issue, page));
	facts->pages = issue->page_count;
	facts->articles = issue->whole_count;
	facts->unread = issue->whole_count - read_marks_count(app);
	facts->is_counted = !loading_goes_on(app);
}

/* Another document is read from now on. */
static void turn_issue_to(struct app *app, size_t at)
{
	turn_issue_note(app);
	remember_keep(app, STORE_SOON);
	/* What was chosen in a list of issues is chosen. */
	while (app_view(app) == VIEW_ISSUES || app_view(app) == VIEW_RECENT)
		app_leave(app);
	app->issues.at = at;
	app->document = app->issues.items[at].document;
	app->document->reading.ambiguous_cols = app->canvas.ambiguous_cols;
	app->asking = ASK_NOTHING;
	app->then = NULL;
	app->number = 0;
	buf_clear(&app->message);
}

/* Has the main loop open an issue of the list. */
static void turn_issue_request(struct app *app, size_t at)
{
	const struct open_issue *issue = &app->issues.items[at];

	app->issues.opening = at;
	app->request.kind = REQUEST_OPEN;
	for (size_t i = 0; i < issue->name_count; i++)
		request_add_word(&app->request, issue->names[i]);
}

void turn_issue_show(struct app *app, size_t at)
{
	if (at == app->issues.at)
		return;
	if (app->issues.items[at].document)
		turn_issue_to(app, at);
	else
		turn_issue_request(app, at);
}

bool turn_issue_show_named(struct app *app, struct str names)
{
	size_t at = open_issues_find(&app->issues, names);

	if (at != NPOS)
		turn_issue_show(app, at);
	return at != NPOS;
}

/* Is there one issue alone?  Then a message says so. */
static bool turn_issue_is_alone(struct app *app)
{
	if (app->issues.count > 1)
		return false;
	app_say(app, _("One issue is open; {OPEN_FILE} opens another"));
	return true;
}

void turn_issue_next(struct app *app)
{
	if (turn_issue_is_alone(app))
		return;
	if (app->issues.at + 1 < app->issues.count)
		turn_issue_show(app, app->issues.at + 1);
	else
		app_say(app, _("This is the last of the open issues"));
}

void turn_issue_prev(struct app *app)
{
	if (turn_issue_is_alone(app))
		return;
	if (app->issues.at)
		turn_issue_show(app, app->issues.at - 1);
	else
		app_say(app, _("This is the first of the open issues"));
}

void turn_issue_list(struct app *app)
{
	turn_issue_note(app);
	app->issues.chosen = app->issues.at;
	filter_set(&app->issues.filter, STR(""));
	issue_scan_begin(&app->counting);
	app_show(app, VIEW_ISSUES);
}

bool turn_issue_count(struct app *app)
{
	const struct issue *issue;
	size_t at;

	if (!app->counting.is_running)
		return false;
	if (app_view(app) != VIEW_ISSUES) {
		issue_scan_end(&app->counting);
		return false;
	}
	issue = issue_scan_step(&app->counting, &app->issues, &at);
	if (issue)
		open_issues_count(&app->issues, at, issue, app->store);
	return issue != NULL;
}

/* Would marks be lost with the issue?  Then a message says so, at the first time. */
static bool turn_issue_warns(struct app *app)
{
	size_t marked = app->document->tagged.count;

	if (!marked || app->store || app->was_at_end == COMMAND_CLOSE_ISSUE)
		return false;
	app->at_end = COMMAND_CLOSE_ISSUE;
	app_say(app,
	        i18n_plural("%zu marked article would be lost; {CLOSE_ISSUE} "
	                    "again closes",
	                    "%zu marked articles would be lost; {CLOSE_ISSUE} "
	                    "again closes",
	                    marked),
	        marked);
	return true;
}

void turn_issue_close(struct app *app)
{
	const struct open_issues *issues = &app->issues;
	size_t at = issues->at;
	size_t to = at + 1 < issues->count ? at + 1 : at - 1;

	if (issues->count == 1) {
		app_say(app, _("This is the only open issue; {LEAVE} leaves"));
	} else if (turn_issue_warns(app)) {
		return;
	} else if (issues->items[to].document) {
		turn_issue_to(app, to);
		open_issues_drop(&app->issues, at);
	} else {
		app->issues.replaces = true;
		turn_issue_request(app, to);
	}
}

void turn_issue_take(struct app *app, struct document *document)
{
	struct open_issues *issues = &app->issues;
	size_t before = issues->at, at = issues->opening;
	bool replaces = issues->replaces || app->document->past.is_offer;

	if (at == NPOS) {
		at = before + 1;
		open_issues_add_document(issues, at, document);
	} else {
		issues->items[at].document = document;
	}
	turn_issue_to(app, at);
	if (replaces)
		open_issues_drop(issues, before);
	issues->opening = NPOS;
	issues->replaces = false;
}
