/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/loading.h"

#include "issue/issue.h"
#include "search/index.h"
#include "session/session.h"

#define BAR_COLS 20
#define GAP_COLS 2
/* A key loads no more than what takes about a tenth of a second. */
#define KEY_LINES 30000

static int loading_percent(const struct app *app)
{
	return (int)(load_share(app->document->session->loader) * 100);
}

bool loading_goes_on(const struct app *app)
{
	return !session_is_whole(app->document->session);
}

bool loading_searched_all(const struct app *app)
{
	return !loading_goes_on(app) && !app->document->reading.search;
}

static bool has_articles(const struct app *app)
{
	return app->document->reading.issue->article_count >=
	       app->awaited_number;
}

static bool has_pages(const struct app *app)
{
	return app->document->reading.issue->pages_read >= app->awaited_pages;
}

static bool has_more_text(const struct app *app)
{
	return app->document->reading.issue->passage_count >
	       app->passages_known;
}

static bool has_hits(const struct app *app)
{
	return app->document->reading.hits.count > 0;
}

static bool has_hit_from(const struct app *app)
{
	return reading_has_hit_from(&app->document->reading,
	                            app->document->before.place);
}

static bool has_next_hit(const struct app *app)
{
	return reading_knows_hit(&app->document->reading, 1);
}

/* What may be awaited: it is there when `early` says so, or at the latest when the
 * issue is loaded and, for hits, searched.  A list that is filtered comes last. */
static const struct {
	bool (*early)(const struct app *app); /* NULL: never before the end */
	bool of_search;
	bool of_list;
} awaited[] = {
	[AWAIT_ISSUE] = { NULL, false, false },
	[AWAIT_ARTICLES] = { has_articles, false, false },
	[AWAIT_PAGES] = { has_pages, false, false },
	[AWAIT_MORE_TEXT] = { has_more_text, false, false },
	[AWAIT_SEARCH] = { NULL, true, false },
	[AWAIT_HITS] = { has_hits, true, false },
	[AWAIT_HIT_FROM] = { has_hit_from, true, false },
	[AWAIT_NEXT_HIT] = { has_next_hit, true, false },
	[AWAIT_HIT_LIST] = { NULL, true, true },
};

bool loading_has(const struct app *app, enum awaited what)
{
	if (awaited[what].early && awaited[what].early(app))
		return true;
	if (awaited[what].of_list &&
	    filter_has_work(&app->document->hits_filter))
		return false;
	return awaited[what].of_search ? loading_searched_all(app)
	                               : !loading_goes_on(app);
}

static void end_waiting(struct app *app)
{
	app->then = NULL;
}

/* Does the waiting action, if what it awaits is there. */
static void loading_go_on(struct app *app)
{
	void (*then)(struct app *) = app->then;

	if (!then || !loading_has(app, app->awaited))
		return;
	end_waiting(app);
	then(app);
}

void loading_await(struct app *app, enum awaited what,
                   void (*then)(struct app *app))
{
	app->then = then;
	app->awaited = what;
	loading_go_on(app);
}

static bool waits_for_hits(const struct app *app)
{
	return app->then && awaited[app->awaited].of_search;
}

/* Repeats a search of the part that was loaded, now in the whole issue. */
static void search_again(struct app *app)
{
	struct reading *reading = &app->document->reading;
	bool asks = app->asking == ASK_SEARCH;
	struct str pattern =
		buf_str(asks ? &app->prompt.text : &app->document->last_search);

	if (!asks && !reading_is_marked(reading) && !waits_for_hits(app))
		return;
	if (reading->jump_pending)
		reading_search(reading, pattern, reading->jump_from);
	else
		reading_mark(reading, pattern);
}

void loading_search_last(struct app *app)
{
	struct reading *reading = &app->document->reading;

	if (app->document->last_search.len && !reading->search &&
	    !reading_searched_all(reading) &&
	    (!reading->hits.count || !loading_goes_on(app)))
		reading_mark(reading, buf_str(&app->document->last_search));
}

/* Counts lost bytes, corrections that fit no line, and errors. */
static size_t count_odd(const struct app *app, size_t *lost_bytes)
{
	const struct issue *issue = app->document->reading.issue;
	size_t odd =
		corrections_misfits(&app->document->session->file.corrections);

	*lost_bytes = 0;
	for (size_t i = 0; i < issue->file_count; i++)
		*lost_bytes += issue->files[i].lost_bytes;
	for (size_t i = 0; i < issue->diags.count; i++)
		odd += issue->diags.items[i].level == DIAG_ERROR;
	return odd + *lost_bytes;
}

void loading_say_odd(struct app *app)
{
	const struct issue *issue = app->document->reading.issue;
	size_t lost_bytes, odd = count_odd(app, &lost_bytes);

	if (odd == app->document->odd_told)
		return;
	app->document->odd_told = odd;
	if (lost_bytes)
		app_complain(app,
		             i18n_plural("%zu byte was no text and is shown "
		                         "as 〓; {FACTS} says more",
		                         "%zu bytes were no text and are "
		                         "shown as 〓; {FACTS} says more",
		                         lost_bytes),
		             lost_bytes);
	if (corrections_misfits(&app->document->session->file.corrections))
		app_complain(
			app,
			_("Corrections that do not fit this issue any "
		          "more: %zu; {FACTS} says which"),
			corrections_misfits(
				&app->document->session->file.corrections));
	for (size_t i = 0; i < issue->diags.count; i++)
		if (issue->diags.items[i].level == DIAG_ERROR)
			app_complain(app, "%s", issue->diags.items[i].text);
}

/* The issue is loaded to its end. */
static void end_loading(struct app *app)
{
	search_again(app);
	loading_say_odd(app);
}

/* What is made from the issue follows what it has become. */
static void loading_follow(struct app *app)
{
	/* All at once it would hold up the first key of a search. */
	search_index_follow(app->document->reading.index);
	document_follow_parts(app->document);
}

size_t loading_limit(const struct app *app)
{
	return load_work(app->document->session->loader) + KEY_LINES;
}

bool loading_page(struct app *app, size_t limit)
{
	struct session *session = app->document->session;
	size_t page = app->document->reading.issue->pages_read;
	bool goes_on = loading_goes_on(app);

	while (session->issue->pages_read == page &&
	       load_work(session->loader) < limit && session_step(session))
		continue;
	loading_follow(app);
	if (goes_on && !loading_goes_on(app))
		end_loading(app);
	return app->document->reading.issue->pages_read > page;
}

static bool load(struct app *app)
{
	int before = loading_percent(app);
	bool more = session_step(app->document->session);

	loading_follow(app);
	if (!more)
		end_loading(app);
	return !more || loading_percent(app) != before;
}

bool loading_step(struct app *app)
{
	bool loads = loading_goes_on(app);
	bool drawn = loads && load(app);

	/* Text is first. */
	if (!loads && !app->document->reading.search)
		drawn = pictures_work(&app->document->pictures,
		                      app->document->session->loader);

	if (app->document->reading.search &&
	    reading_work(&app->document->reading)) {
		app_leave_no_article(app);
		drawn = true;
	}
	if (app->then && loading_has(app, app->awaited)) {
		loading_go_on(app);
		drawn = true;
	}
	return drawn;
}

void loading_key(struct app *app, uint32_t key)
{
	enum command command = command_for_key(app->keymap, key);
	int searched = reading_searched_percent(&app->document->reading);

	if (command == COMMAND_LEAVE) {
		app->running = false;
		return;
	}
	if (command != COMMAND_BACK && command != COMMAND_CLOSE &&
	    key != PRESS_CTRL('C'))
		return;
	if (waits_for_hits(app))
		reading_stop(&app->document->reading);
	end_waiting(app);
	if (loading_goes_on(app))
		app_say(app, _("Stopped; pages read so far: %zu"),
		        app->document->reading.issue->pages_read);
	else
		app_say(app, _("Stopped; searched so far: %d%%"), searched);
}

void loading_draw(struct app *app, struct area area)
{
	struct canvas *canvas = &app->canvas;
	bool loads = loading_goes_on(app);
	int done = loads ? loading_percent(app)
	                 : reading_searched_percent(&app->document->reading);
	int bar_cols = area.cols / 4;
	struct buf text;

	bar_cols = bar_cols < BAR_COLS ? bar_cols : BAR_COLS;
	buf_init(&text);
	buf_add_byte(&text, '[');
	for (int i = 0; i < bar_cols; i++)
		buf_add_byte(&text, i * 100 < done * bar_cols ? '#' : '-');
	if (loads)
		/* TRANSLATORS: behind a bar: how much of an issue has been
		 * loaded */
		app_add_text(&text, app, _("] %d%% read; {BACK} stops"), done);
	else
		/* TRANSLATORS: behind a bar: how much has been searched */
		app_add_text(&text, app, _("] %d%% searched; {BACK} stops"),
		             done);
	canvas_fit(canvas, area, 0, 1, area.cols - 1, buf_str(&text),
	           STYLE_KEY);
	buf_release(&text);
}

int loading_draw_share(struct app *app, struct area area)
{
	struct canvas *canvas = &app->canvas;
	struct buf text;
	int cols;

	if (session_is_whole(app->document->session) &&
	    !app->document->received_bytes)
		return 0;
	buf_init(&text);
	if (app->document->received_bytes)
		/* TRANSLATORS: how much has come of a pipe that is not at its
		 * end */
		buf_addf(&text, _("%zu KB came"),
		         (app->document->received_bytes + 999) / 1000);
	else
		buf_addf(&text, _("%d%% read"), loading_percent(app));
	cols = text_cols(buf_str(&text), canvas->ambiguous_cols) + 1;
	if (cols + GAP_COLS < area.cols)
		canvas_text(canvas, area, 0, area.cols - cols, buf_str(&text),
		            STYLE_HINT);
	else
		cols = 0;
	buf_release(&text);
	return cols ? cols + GAP_COLS : 0;
}

bool loading_has_work(const struct app *app)
{
	return loading_goes_on(app) || app->document->reading.search ||
	       app->found.scan.is_running || app->counting.is_running ||
	       pictures_have_work(&app->document->pictures) ||
	       (app->then && loading_has(app, app->awaited)) ||
	       dictionary_command_is_running(&app->dictionary_command) ||
	       filter_has_work(&app->document->list_filter) ||
	       filter_has_work(&app->document->hits_filter);
}
