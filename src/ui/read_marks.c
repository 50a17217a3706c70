/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/read_marks.h"

#include "issue/issue.h"
#include "issue/parts.h"
#include "ui/loading.h"

/* Tags of former runs come back, each once. */
static void follow_tags(struct document *document)
{
	struct document_marks *marks = &document->marks;
	const struct issue *issue = document->reading.issue;

	/* Tags may have come of articles that were there before them. */
	if (marks->tags_files != marks->tagged.files_known)
		marks->tags_seen = 0;
	marks->tags_files = marks->tagged.files_known;
	if (!marks->tagged.count)
		return;
	for (; marks->tags_seen < issue->article_count; marks->tags_seen++) {
		size_t article = parts_whole(issue, marks->tags_seen);

		if (selections_has(&marks->kept_tags, article) ||
		    !article_marks_has(&marks->tagged, issue, article))
			continue;
		selections_add(&marks->kept_tags, article);
		selections_add(&document->tagged, article);
	}
}

void read_marks_follow(struct app *app)
{
	struct document *document = app->document;
	const struct issue *issue = document->reading.issue;

	if (!app->store)
		return;
	article_marks_follow(&document->marks.read, app->store, issue);
	article_marks_follow(&document->marks.tagged, app->store, issue);
	follow_tags(document);
}

/* The article whose end is seen, or NPOS. */
static size_t article_at_end(const struct app *app)
{
	const struct sheet_view *sheet = &app->document->article;
	const enum view_id view = app_view(app);

	if ((view != VIEW_ARTICLE && view != VIEW_BOTH) || app->then ||
	    !sheet_view_shows_end(sheet))
		return NPOS;
	return sheet->made_for.subject;
}

void read_marks_watch(struct app *app)
{
	struct document *document = app->document;
	size_t article = article_at_end(app);

	if (article == document->marks.end_shown)
		return;
	document->marks.end_shown = article;
	if (article != NPOS)
		article_marks_set(&document->marks.read, app->store,
		                  document->reading.issue, article, true);
}

void read_marks_keep(struct app *app)
{
	struct document *document = app->document;
	struct document_marks *marks = &document->marks;
	const struct issue *issue = document->reading.issue;

	for (size_t i = 0; i < document->tagged.count; i++) {
		size_t article = document->tagged.items[i];

		if (selections_has(&marks->kept_tags, article))
			continue;
		selections_add(&marks->kept_tags, article);
		article_marks_set(&marks->tagged, app->store, issue, article,
		                  true);
	}
	for (size_t i = marks->kept_tags.count; i-- > 0;) {
		size_t article = marks->kept_tags.items[i];

		if (selections_has(&document->tagged, article))
			continue;
		selections_drop(&marks->kept_tags, article);
		article_marks_set(&marks->tagged, app->store, issue, article,
		                  false);
	}
}

bool read_marks_has(const struct app *app, size_t article)
{
	return article_marks_has(&app->document->marks.read,
	                         app->document->reading.issue, article);
}

size_t read_marks_count(struct app *app)
{
	struct document_marks *marks = &app->document->marks;
	const struct issue *issue = app->document->reading.issue;

	if (marks->counted == issue->whole_count &&
	    marks->counted_changes == marks->read.changes)
		return marks->read_count;
	marks->counted = issue->whole_count;
	marks->counted_changes = marks->read.changes;
	marks->read_count = 0;
	for (size_t i = 0; i < issue->whole_count; i++)
		marks->read_count += read_marks_has(app, issue->wholes[i]);
	return marks->read_count;
}

void read_marks_toggle(struct app *app)
{
	size_t article = reading_article(&app->document->reading);
	bool read;

	if (article == NPOS) {
		app_say(app, "%s", _("This is not part of an article"));
		return;
	}
	read = !read_marks_has(app, article);
	article_marks_set(&app->document->marks.read, app->store,
	                  app->document->reading.issue, article, read);
	app_say(app, "%s", read ? _("Marked as read") : _("Marked as unread"));
}

void read_marks_next(struct app *app)
{
	struct reading *reading = &app->document->reading;
	const struct issue *issue = reading->issue;
	size_t here = reading_ordinal(reading);
	size_t from = here == NPOS ? 0 : here + 1;

	for (size_t i = 0; i < issue->whole_count; i++) {
		size_t ordinal = (from + i) % issue->whole_count;

		/* Those behind are read before one goes around. */
		if (from + i >= issue->whole_count && loading_goes_on(app))
			break;
		if (read_marks_has(app, issue->wholes[ordinal]))
			continue;
		reading_go_ordinal(reading, ordinal);
		return;
	}
	if (loading_goes_on(app))
		loading_await(app, AWAIT_ISSUE, read_marks_next);
	else if (!issue->whole_count)
		app_say(app, "%s", _("There are no articles in this issue."));
	else
		app_say(app,
		        _("All articles are read; {UNREAD} marks one as unread"));
}
