/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/navigate.h"

#include "issue/issue.h"
#include "issue/parts.h"
#include "ui/loading.h"
#include "ui/view/view.h"

size_t navigate_article_beside(const struct app *app, int by)
{
	const struct reading *reading = &app->document->reading;
	size_t here = reading_ordinal(reading);
	size_t to = here == NPOS ? (by > 0 ? 0 : NPOS) : here + (size_t)by;

	return to < reading->issue->whole_count ? to : NPOS;
}

void navigate_next_article(struct app *app)
{
	struct reading *reading = &app->document->reading;
	size_t here = reading_ordinal(reading), limit = loading_limit(app);
	size_t to = here == NPOS ? 0 : here + 1;
	bool done = reading_go_ordinal(reading, to);

	while (!done && loading_page(app, limit))
		done = reading_go_ordinal(reading, to);
	if (done)
		return;
	if (loading_goes_on(app)) {
		app->awaited_number = reading->issue->article_count + 1;
		loading_await(app, AWAIT_ARTICLES, navigate_next_article);
	} else {
		app_say(app, "%s", _("This is the last article"));
	}
}

void navigate_prev_article(struct app *app)
{
	if (!reading_go_ordinal(&app->document->reading,
	                        navigate_article_beside(app, -1)))
		app_say(app, "%s", _("This is the first article"));
}

/* The cursor stands in the last line of the passages up to `end`. */
static void navigate_to_end(struct reading *reading, size_t end)
{
	size_t passage = end - 1;
	size_t len = reading->issue->passages[passage].text.len;

	reading->place = (struct place){ passage, len ? len - 1 : 0 };
}

void navigate_back_article(struct app *app)
{
	struct reading *reading = &app->document->reading;
	const struct issue *issue = reading->issue;

	navigate_prev_article(app);
	if (reading_article(reading) != NPOS)
		navigate_to_end(
			reading,
			issue->articles[parts_last(issue,
		                                   reading_article(reading))]
				.passages.end);
}

size_t navigate_page_beside(const struct app *app, int by)
{
	const struct issue *issue = app->document->reading.issue;
	size_t page = reading_page(&app->document->reading);

	if (page == NPOS)
		return NPOS;
	/* Pages without text are passed over. */
	for (page += (size_t)by; page < issue->pages_read; page += (size_t)by)
		if (issue->pages[page].passages.start <
		    issue->pages[page].passages.end)
			return page;
	return NPOS;
}

void navigate_next_page(struct app *app)
{
	struct reading *reading = &app->document->reading;
	size_t page = navigate_page_beside(app, 1), limit = loading_limit(app);

	while (page == NPOS && loading_page(app, limit))
		page = navigate_page_beside(app, 1);
	if (reading_go_page(reading, page))
		return;
	if (loading_goes_on(app)) {
		app->passages_known = reading->issue->passage_count;
		loading_await(app, AWAIT_MORE_TEXT, navigate_next_page);
	} else {
		app_say(app, "%s", _("This is the last page of the issue"));
	}
}

void navigate_prev_page(struct app *app)
{
	if (!reading_go_page(&app->document->reading,
	                     navigate_page_beside(app, -1)))
		app_say(app, "%s", _("This is the first page of the issue"));
}

void navigate_back_page(struct app *app)
{
	struct reading *reading = &app->document->reading;
	size_t page = navigate_page_beside(app, -1);
	const struct page *to;

	navigate_prev_page(app);
	if (page == NPOS)
		return;
	to = &reading->issue->pages[page];
	navigate_to_end(reading,
	                to->articles.start < to->articles.end
	                        ? reading->issue->articles[to->articles.end - 1]
	                                  .passages.end
	                        : to->passages.end);
}

static void navigate_no_number(struct app *app, size_t number)
{
	struct buf typed;

	buf_init(&typed);
	buf_addf(&typed, "%zu", number);
	app_complain_of_number(app, buf_str(&typed));
	buf_release(&typed);
}

/* To the article that was waited for. */
static void navigate_go_article(struct app *app)
{
	size_t number = app->awaited_number;
	size_t index =
		issue_article_by_id(app->document->reading.issue, number);

	if (reading_go_article(&app->document->reading, index))
		app_show(app, VIEW_ARTICLE);
	else
		navigate_no_number(app, number);
}

void navigate_to_article(struct app *app, size_t number)
{
	app->awaited_number = number;
	loading_await(app, AWAIT_ARTICLES, navigate_go_article);
}

size_t navigate_find_page(const struct app *app, size_t number)
{
	const struct issue *issue = app->document->reading.issue;
	size_t here = reading_page(&app->document->reading);
	size_t page =
		here == NPOS ? NPOS : issue_page_by_number(issue, number, here);

	if (page == NPOS && number - 1 < issue->page_count)
		page = number - 1;
	return page < issue->pages_read ? page : NPOS;
}

/* To the page that was waited for. */
static void navigate_go_page(struct app *app)
{
	struct reading *reading = &app->document->reading;
	size_t number = app->awaited_number;
	size_t page = navigate_find_page(app, number),
	       limit = loading_limit(app);

	while (page == NPOS && loading_page(app, limit))
		page = navigate_find_page(app, number);
	if (reading_go_page(reading, page))
		return;
	if (page != NPOS) {
		app_complain(app, _("There is no text on page %zu"), number);
	} else if (loading_goes_on(app)) {
		app->passages_known = reading->issue->passage_count;
		loading_await(app, AWAIT_MORE_TEXT, navigate_go_page);
	} else {
		app_complain(app,
		             i18n_plural("There is no page %zu; this issue has "
		                         "%zu page",
		                         "There is no page %zu; this issue has "
		                         "%zu pages",
		                         reading->issue->page_count),
		             number, reading->issue->page_count);
	}
}

void navigate_to_page(struct app *app, size_t number)
{
	app->awaited_number = number;
	navigate_go_page(app);
}

void navigate_to_percent(struct app *app, int percent)
{
	app_show(app, app_main(app));
	view_of(app_main(app))->go_percent(app, percent);
}

static struct visit navigate_here(const struct app *app)
{
	return (struct visit){ app->document->reading.place, app_main(app) };
}

bool navigate_history(struct app *app, int by)
{
	struct document *document = app->document;
	struct visit to;

	if (!place_history_step(&document->history, by, navigate_here(app),
	                        &to))
		return false;
	document->reading.place = to.place;
	app_show(app, to.view);
	document->settled = to;
	return true;
}

/* Does the command go on in the text, and not elsewhere? */
static bool navigate_scrolls(enum command command)
{
	static const bool scrolls[COMMAND_COUNT + 1] = {
		[COMMAND_UP] = true,          [COMMAND_DOWN] = true,
		[COMMAND_SCREEN_DOWN] = true, [COMMAND_SCREEN_UP] = true,
		[COMMAND_HALF_DOWN] = true,   [COMMAND_HALF_UP] = true,
		[COMMAND_NEXT_BLOCK] = true,  [COMMAND_PREV_BLOCK] = true,
		[COMMAND_NONE] = true,
	};

	return scrolls[command];
}

/* Does a step to the side stay on the page, or in the article? */
static bool navigate_stays(const struct app *app, struct visit before)
{
	struct reading there = app->document->reading;

	there.place = before.place;
	return before.view == VIEW_PAGE ||
	       reading_article(&there) ==
	               reading_article(&app->document->reading);
}

void navigate_settle(struct app *app)
{
	struct document *document = app->document;
	const struct visit before = document->settled;
	const enum command command = app->last_command;
	bool sideways = command == COMMAND_LEFT || command == COMMAND_RIGHT;

	if (app->asking != ASK_NOTHING || app->then ||
	    !view_is_main(app_view(app)))
		return;
	document->settled = navigate_here(app);
	if (document->settled.place.passage == before.place.passage &&
	    document->settled.place.at == before.place.at)
		return;
	if (!navigate_scrolls(command) &&
	    !(sideways && navigate_stays(app, before)))
		place_history_note(&document->history, before);
}
