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

static void accept_search(struct app *app)
{
	struct str pattern = buf_str(&app->prompt.text);

	app->asking = ASK_NOTHING;
	if (pattern.len) {
		buf_clear(&app->document->last_search);
		buf_add(&app->document->last_search, pattern);
		filter_set(&app->document->hits_filter, STR(""));
	}
	search(app, buf_str(&app->document->last_search));
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

void ask_search_key(struct app *app, uint32_t key)
{
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

void ask_add_search_aside(struct buf *out, struct app *app)
{
	const struct reading *reading = &app->document->reading;

	reading_add_hit_count(out, reading);
	if (!out->len && app->prompt.text.len)
		buf_add_c(out, loading_searched_all(app)
		                       ? _("not found")
		                       : _("not found so far"));
	if (reading->search)
		buf_addf(out, " (%d%%)", reading_searched_percent(reading));
}
