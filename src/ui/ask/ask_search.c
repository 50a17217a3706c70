/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask_search.h"

#include "base/i18n.h"
#include "ui/loading.h"

void ask_search(struct app *app)
{
	app->document->before.place = app->document->reading.place;
	app->document->before.opened = app->document->opened;
	app->document->before.hits_marked =
		reading_is_marked(&app->document->reading);
	app_ask(app, ASK_SEARCH, STR(""));
}

static void search(struct app *app, struct str pattern)
{
	reading_search(&app->document->reading, pattern,
	               app->document->before.place);
	app_leave_no_article(app);
}

static void finish_search(struct app *app)
{
	reading_go_first(&app->document->reading, app->document->before.place);
	if (app->document->reading.hits.count) {
		app_show_hit(app);
		return;
	}
	if (app_view(app) == VIEW_HITS)
		app_leave(app);
	app_complain(app, _("Not found: %s"), app->document->last_search.ptr);
}

/* The search is no question any more: what is typed, or else what was searched last, is
 * searched. */
static void accept_pattern(struct app *app)
{
	struct str pattern = buf_str(&app->prompt.text);

	app->asking = ASK_NOTHING;
	if (pattern.len) {
		buf_clear(&app->document->last_search);
		buf_add(&app->document->last_search, pattern);
		filter_set(&app->document->hits_filter, STR(""));
	}
	search(app, buf_str(&app->document->last_search));
}

static void accept_search(struct app *app)
{
	accept_pattern(app);
	if (app->document->last_search.len)
		loading_await(app, AWAIT_HIT_FROM, finish_search);
}

static void leave_search(struct app *app)
{
	app->asking = ASK_NOTHING;
	app->document->reading.place = app->document->before.place;
	app->document->opened = app->document->before.opened;
	if (app->document->before.hits_marked)
		reading_mark(&app->document->reading,
		             buf_str(&app->document->last_search));
	else
		reading_forget(&app->document->reading);
}

/* Accepts what is typed, and has the list of the hits opened that are found so far. */
static void list_hits(struct app *app)
{
	line_history_add(app->prompt.history,
	                 str_trim(buf_str(&app->prompt.text)));
	accept_pattern(app);
	reading_go_first(&app->document->reading, app->document->before.place);
	app_do_next(app, COMMAND_HITS);
}

/* Does a key open the list?  Below the former searches and what is being typed there is
 * nothing else that it could lead to. */
static bool leads_to_list(const struct app *app, uint32_t key)
{
	return key == PRESS_DOWN && !app->prompt.history_at &&
	       app->prompt.text.len && app->document->reading.hits.count;
}

/* Accepts what is typed, and searches all open issues for it. */
static void search_issues(struct app *app)
{
	line_history_add(app->prompt.history,
	                 str_trim(buf_str(&app->prompt.text)));
	accept_pattern(app);
	reading_go_first(&app->document->reading, app->document->before.place);
	app_do_next(app, COMMAND_SEARCH_ALL);
}

void ask_search_key(struct app *app, uint32_t key)
{
	if (key == PRESS_TAB && app->prompt.text.len && app->issues.count > 1) {
		search_issues(app);
		return;
	}
	if (leads_to_list(app, key)) {
		list_hits(app);
		return;
	}
	switch (line_editor_key(&app->prompt, key)) {
	case LINE_EDITOR_EDITED:
		search(app, buf_str(&app->prompt.text));
		break;
	case LINE_EDITOR_ACCEPTED:
		accept_search(app);
		break;
	case LINE_EDITOR_LEFT:
		leave_search(app);
		break;
	default:
		break;
	}
}

/* "32 hits · 4 articles"; "more than 32 hits" while there may be others.  Of a narrow
 * screen the articles would take the room in which one types. */
static void add_hits(struct buf *out, struct app *app, size_t hits)
{
	size_t articles = hit_tally_count(&app->document->hit_tally,
	                                  &app->document->reading);
	struct buf more;
	int cols;

	if (loading_searched_all(app))
		buf_addf(out, i18n_plural("%zu hit", "%zu hits", hits), hits);
	else
		buf_addf(out,
		         i18n_plural("more than %zu hit", "more than %zu hits",
		                     hits),
		         hits);
	buf_init(&more);
	buf_add_c(&more, " · ");
	buf_addf(&more, i18n_plural("%zu article", "%zu articles", articles),
	         articles);
	cols = text_cols(buf_str(out), app->canvas.ambiguous_cols) +
	       text_cols(buf_str(&more), app->canvas.ambiguous_cols);
	if (articles && cols <= app->canvas.cols * 2 / 5)
		buf_add(out, buf_str(&more));
	buf_release(&more);
}

void ask_add_search_aside(struct buf *out, struct app *app)
{
	const struct reading *reading = &app->document->reading;

	if (!app->prompt.text.len)
		return;
	if (reading->hits.count)
		add_hits(out, app, reading->hits.count);
	else
		buf_add_c(out, loading_searched_all(app)
		                       ? _("not found")
		                       : _("not found so far"));
	if (reading->search)
		buf_addf(out, " (%d%%)", reading_searched_percent(reading));
}

const struct ask_hint *ask_search_hints(const struct app *app)
{
	static const struct ask_hint of_hits[] = {
		{ "Enter", N_("go there") },
		{ "↓", N_("hits") },
		{ "Esc", N_("cancel") },
		{ NULL, NULL },
	};
	static const struct ask_hint of_issues[] = {
		{ "Enter", N_("go there") },
		{ "Tab", N_("all issues") },
		{ "Esc", N_("cancel") },
		{ NULL, NULL },
	};
	const struct reading *reading = &app->document->reading;

	if (app->prompt.text.len && app->issues.count > 1)
		return of_issues;
	return app->prompt.text.len && reading->hits.count ? of_hits
	                                                   : &of_hits[2];
}
