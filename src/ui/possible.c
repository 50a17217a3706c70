/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/possible.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/sureness.h"
#include "ui/loading.h"

static bool possible_has_pages(const struct app *app)
{
	return app->document->reading.issue->page_count > 1 ||
	       loading_goes_on(app);
}

static bool possible_in_article(const struct app *app)
{
	return reading_article(&app->document->reading) != NPOS;
}

static bool possible_to_save(const struct app *app)
{
	return app->document->tagged.count || possible_in_article(app);
}

static bool possible_has_letter(const struct app *app)
{
	const struct issue *issue = app->document->reading.issue;

	for (size_t i = 0; i < issue->article_count; i++)
		if (issue->articles[i].kind == KIND_LETTER)
			return true;
	return loading_goes_on(app);
}

static bool possible_is_sure(const struct app *app)
{
	return sureness_is_known(app->document->reading.issue);
}

static bool possible_sets_columns(const struct app *app)
{
	return app_main(app) != VIEW_PAGE;
}

static bool possible_sets_measure(const struct app *app)
{
	return possible_sets_columns(app) && !app->document->upright;
}

static bool possible_has_issues(const struct app *app)
{
	return app->issues.count > 1;
}

static bool possible_is_kept(const struct app *app)
{
	return app->store != NULL;
}

/* clang-format off: rows of a table. */

static const struct {
	enum command command;
	bool (*is_possible)(const struct app *app);
	const char *why_not;
} conditions[] = {
	{ COMMAND_NEXT_PAGE, possible_has_pages, N_("there is one page") },
	{ COMMAND_PREV_PAGE, possible_has_pages, N_("there is one page") },
	{ COMMAND_NEXT_ISSUE, possible_has_issues, N_("one issue is open") },
	{ COMMAND_PREV_ISSUE, possible_has_issues, N_("one issue is open") },
	{ COMMAND_LETTER, possible_has_letter, N_("there is none") },
	{ COMMAND_EXPORT, possible_to_save, N_("no article is here") },
	{ COMMAND_TAG, possible_in_article, N_("no article is here") },
	{ COMMAND_COPY_ARTICLE, possible_in_article, N_("no article is here") },
	{ COMMAND_PIPE, possible_in_article, N_("no article is here") },
	{ COMMAND_EDIT, possible_in_article, N_("no article is here") },
	{ COMMAND_UNREAD, possible_in_article, N_("no article is here") },
	{ COMMAND_UNSURE, possible_is_sure, N_("the file has no OCR") },
	{ COMMAND_COLUMNS, possible_sets_columns, N_("of an article only") },
	{ COMMAND_WIDER, possible_sets_measure, N_("of an article only") },
	{ COMMAND_NARROWER, possible_sets_measure, N_("of an article only") },
	{ COMMAND_USUAL_MEASURE, possible_sets_measure,
	  N_("of an article only") },
	{ COMMAND_BOOKMARK, possible_is_kept, N_("nothing is kept") },
	{ COMMAND_BOOKMARKS, possible_is_kept, N_("nothing is kept") },
};

/* clang-format on */

const char *possible_why_not(const struct app *app, enum command command)
{
	for (size_t i = 0; i < ARRAY_LEN(conditions); i++)
		if (conditions[i].command == command &&
		    !conditions[i].is_possible(app))
			return _(conditions[i].why_not);
	return NULL;
}
