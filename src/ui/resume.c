/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/resume.h"

#include "issue/issue.h"
#include "session/session.h"
#include "ui/loading.h"

/* The views that are opened again, by the names that are kept. */
static const struct {
	enum view_id id;
	const char *name;
} kept_views[] = {
	{ VIEW_PAGE, "page" },
	{ VIEW_ARTICLE, "article" },
	{ VIEW_BOTH, "both" },
};

static const char *view_kept_name(enum view_id id)
{
	for (size_t i = 0; i < ARRAY_LEN(kept_views); i++)
		if (kept_views[i].id == id)
			return kept_views[i].name;
	return kept_views[0].name;
}

/* The view of a name; of an unknown one the page. */
static enum view_id view_by_kept_name(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(kept_views); i++)
		if (str_equal(str_from(kept_views[i].name), name))
			return kept_views[i].id;
	return VIEW_PAGE;
}

/* The digest of the first file; empty: not known yet. */
static struct str first_digest(const struct app *app)
{
	const struct issue *issue = app->document->reading.issue;

	return issue->file_count ? issue->files[0].sha256 : STR("");
}

void resume_begin(struct app *app)
{
	struct document_past *past = &app->document->past;
	const struct session *session = app->document->session;

	past->began = app->document->reading.place;
	for (size_t i = 0; i < session->file.name_count; i++)
		if (!issues_add_name(&past->names, session->file.names[i])) {
			buf_clear(&past->names);
			break;
		}
	while (load_name(session->loader, past->files))
		past->files++;
	resume_step(app);
}

/* Is the reader still where the issue began? */
static bool is_where_it_began(const struct app *app)
{
	const struct place *began = &app->document->past.began;
	const struct place *here = &app->document->reading.place;

	return here->passage == began->passage && here->at == began->at;
}

/* To the place that was kept; its page is loaded, unless the issue has no such page. */
static void resume_go(struct app *app)
{
	struct reading *reading = &app->document->reading;
	const struct kept_issue *issue = app->document->past.found.items;
	const struct place began = reading->place;

	if (!kept_place_find(reading->issue, &issue->place,
	                     &reading->place.passage, &reading->place.at))
		reading_go_page(reading, issue->place.page);
	if (view_by_kept_name(issue->view) != VIEW_PAGE)
		app_show(app, view_by_kept_name(issue->view));
	app_leave_no_article(app);
	if (!app->message.len && (reading->place.passage != began.passage ||
	                          reading->place.at != began.at))
		app_say(app, "%s", _("This is where you left off"));
}

static void resume_take(struct app *app)
{
	const struct kept_issue *issue = app->document->past.found.items;

	if (!is_where_it_began(app) || !app_is_at_first(app) || app->then)
		return;
	app->document->columns = issue->columns;
	app->document->upright = issue->upright;
	app->awaited_pages = issue->place.page + 1;
	loading_await(app, AWAIT_PAGES, resume_go);
}

void resume_step(struct app *app)
{
	struct document_past *past = &app->document->past;
	struct str digest = first_digest(app);
	bool *sought = digest.len ? &past->sought_digest : &past->sought_names;

	/* The digest of a beginning is of no file. */
	if (!app->store || *sought || past->sought_digest ||
	    app->document->received_bytes)
		return;
	*sought = true;
	/* What the names found may be another issue by now. */
	if (past->found.count && str_equal(past->found.items->digest, digest))
		return;
	if (issues_find(app->store, digest, past->files, buf_str(&past->names),
	                &past->found))
		resume_take(app);
}

void resume_set_goal(struct app *app, const struct kept_place *place)
{
	buf_clear(&app->goal_words);
	buf_add(&app->goal_words, place->words);
	app->goal = *place;
	app->goal.words = buf_str(&app->goal_words);
	app->has_goal = true;
}

/* The page of the goal is loaded, or all. */
static void goal_go(struct app *app)
{
	struct reading *reading = &app->document->reading;
	struct place place;

	if (!kept_place_find(reading->issue, &app->goal, &place.passage,
	                     &place.at)) {
		if (loading_goes_on(app))
			loading_await(app, AWAIT_ISSUE, goal_go);
		else
			app_complain(app, "%s",
			             _("These words are not in the issue any "
			               "more"));
		return;
	}
	if (app->at_goal)
		app->at_goal(app, place);
	app->at_goal = NULL;
	app_show(app, VIEW_ARTICLE);
	reading->place = place;
	app_leave_no_article(app);
}

void resume_reach_goal(struct app *app)
{
	app->has_goal = false;
	app->then = NULL;
	app->awaited_pages = app->goal.page + 1;
	loading_await(app, AWAIT_PAGES, goal_go);
}

/* How far the issue is read, in percent. */
static int resume_percent(const struct reading *reading)
{
	return (int)(reading->place.passage * 100 /
	             reading->issue->passage_count);
}

/* The issue as it is now; the words of the place are appended to `words`. */
static struct kept_issue resume_issue(const struct app *app, struct buf *words)
{
	const struct document *document = app->document;
	const struct reading *reading = &document->reading;
	struct str names = buf_str(&document->past.names);
	struct str digest = first_digest(app);
	size_t page = reading_page(reading);

	return (struct kept_issue){
		.digest = digest.len ? digest : names,
		.files = document->past.files,
		.names = names,
		.paper = page == NPOS ? reading->issue->title
		                      : issue_page_title(reading->issue, page),
		.day = page == NPOS ? reading->issue->date
		                    : issue_page_date(reading->issue, page),
		.place = kept_place_of(reading->issue, reading->place.passage,
		                       reading->place.at, words),
		.percent = resume_percent(reading),
		.view = str_from(view_kept_name(app_main(app))),
		.columns = app->document->columns,
		.upright = app->document->upright,
	};
}

/* Is it kept as it is already?  The texts of what was kept are gone, but for the words;
 * the digest changes once, from none. */
static bool resume_is_kept(const struct document_past *past,
                           const struct kept_issue *issue)
{
	const struct kept_issue *kept = &past->kept;

	return kept->files && kept->digest.len == issue->digest.len &&
	       kept->view.ptr == issue->view.ptr &&
	       kept->columns == issue->columns &&
	       kept->upright == issue->upright &&
	       kept->place.page == issue->place.page &&
	       kept->place.line == issue->place.line &&
	       str_equal(buf_str(&past->kept_words), issue->place.words);
}

void resume_keep(struct app *app)
{
	struct document_past *past = &app->document->past;
	struct kept_issue issue;
	struct buf words;

	if (!app->store || !app->document->reading.issue->passage_count ||
	    app->document->received_bytes || app->then == resume_go ||
	    app->then == goal_go)
		return;
	/* It was not chosen yet. */
	if (past->is_offer && app_view(app) == VIEW_RECENT)
		return;
	past->is_offer = false;
	buf_init(&words);
	issue = resume_issue(app, &words);
	if (issue.digest.len && !resume_is_kept(past, &issue)) {
		issues_put(app->store, &issue);
		past->kept = issue;
		buf_clear(&past->kept_words);
		buf_add(&past->kept_words, buf_str(&words));
	}
	buf_release(&words);
}
