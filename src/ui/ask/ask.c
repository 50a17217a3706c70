/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask.h"

#include "base/number.h"
#include "ui/ask/ask_save.h"
#include "ui/ask/correct.h"
#include "ui/ask/external.h"
#include "ui/loading.h"

#include <string.h>

void ask_add_count(struct buf *out, const struct reading *reading)
{
	if (reading->hits.count)
		buf_addf(out, "%zu/%zu%s",
		         reading->hit == NPOS ? 0 : reading->hit + 1,
		         reading->hits.count,
		         reading_searched_all(reading) ? "" : "+");
}

void ask_open(struct app *app, enum asking asking, struct str text)
{
	app->asking = asking;
	line_editor_set(&app->prompt, text);
}

void ask_search(struct app *app)
{
	app->search_from = app->reading.place;
	app->search_marked = reading_is_marked(&app->reading);
	app->history_at = 0;
	ask_open(app, ASK_SEARCH, STR(""));
}

void ask_show_in_main(struct app *app)
{
	if (app->main == VIEW_ARTICLE && reading_article(&app->reading) == NPOS)
		app->main = VIEW_PAGE;
}

void ask_show_hit(struct app *app)
{
	if (app->under == VIEW_LIST)
		app_leave(app);
	/* A list that is filtered may not have its article. */
	if (app->over != VIEW_LIST || filter_is_on(&app->list_filter))
		app->over = VIEW_NONE;
	ask_show_in_main(app);
}

static void search(struct app *app, struct str pattern)
{
	reading_search(&app->reading, pattern, app->search_from);
	ask_show_in_main(app);
}

static void finish_search(struct app *app)
{
	reading_go_first(&app->reading, app->search_from);
	ask_show_hit(app);
	if (!app->reading.hits.count)
		app_complain(app, _("Not found: %s"), app->last_search.ptr);
}

/* Keeps what was searched, once; of more than are kept the oldest goes. */
static void keep_search(struct app *app)
{
	size_t at = 0;
	struct buf kept;

	while (at < app->history_count &&
	       !str_equal(buf_str(&app->history[at]),
	                  buf_str(&app->last_search)))
		at++;
	if (at == HISTORY_KEPT)
		at--;
	if (at == app->history_count)
		buf_init(&app->history[app->history_count++]);
	kept = app->history[at];
	memmove(&app->history[1], &app->history[0], at * sizeof kept);
	buf_clear(&kept);
	buf_add(&kept, buf_str(&app->last_search));
	app->history[0] = kept;
}

static void accept_search(struct app *app)
{
	struct str pattern = buf_str(&app->prompt.text);

	app->asking = ASK_NOTHING;
	if (pattern.len) {
		buf_clear(&app->last_search);
		buf_add(&app->last_search, pattern);
		filter_set(&app->hits_filter, STR(""));
		keep_search(app);
	}
	search(app, buf_str(&app->last_search));
	if (app->last_search.len)
		loading_await(app, loading_has_hit, finish_search);
}

static void leave_search(struct app *app)
{
	app->asking = ASK_NOTHING;
	app->reading.place = app->search_from;
	if (app->search_marked)
		reading_mark(&app->reading, buf_str(&app->last_search));
	else
		reading_forget(&app->reading);
}

/* One search back in the history, or forth; before the first stands nothing. */
static void recall(struct app *app, bool back)
{
	if (back ? app->history_at == app->history_count : !app->history_at)
		return;
	app->history_at += back ? 1 : (size_t)-1;
	line_editor_set(&app->prompt,
	                app->history_at
	                        ? buf_str(&app->history[app->history_at - 1])
	                        : STR(""));
	search(app, buf_str(&app->prompt.text));
}

static void key_search(struct app *app, uint32_t key)
{
	if (key == PRESS_UP || key == PRESS_DOWN) {
		recall(app, key == PRESS_UP);
		return;
	}
	switch (line_editor_key(&app->prompt, key)) {
	case PROMPT_EDITED:
		search(app, buf_str(&app->prompt.text));
		break;
	case PROMPT_ACCEPTED:
		accept_search(app);
		break;
	case PROMPT_LEFT:
		leave_search(app);
		break;
	default:
		break;
	}
}

void ask_article(struct app *app)
{
	ask_open(app, ASK_ARTICLE, STR(""));
}

static void accept_article(struct app *app)
{
	const struct str typed = str_trim(buf_str(&app->prompt.text));
	size_t number = number_read(typed, app->reading.issue->article_count);

	app->asking = ASK_NOTHING;
	if (number)
		correct_attach(app, number - 1);
	else if (typed.len)
		app_complain_of_number(app, typed);
	else
		app_say(app, "%s", _("Nothing was corrected"));
}

static void key_article(struct app *app, uint32_t key)
{
	enum line_editor_result result = line_editor_key(&app->prompt, key);

	if (result == PROMPT_ACCEPTED) {
		accept_article(app);
	} else if (result == PROMPT_LEFT) {
		app->asking = ASK_NOTHING;
		app_say(app, "%s", _("Nothing was corrected"));
	}
}

void ask_key(struct app *app, uint32_t key)
{
	static void (*const keys[])(struct app *, uint32_t) = {
		[ASK_SEARCH] = key_search,   [ASK_FILTER] = ask_filter_key,
		[ASK_FILE] = ask_save_key,   [ASK_REPLACE] = ask_replace_key,
		[ASK_ARTICLE] = key_article, [ASK_PIPE] = outside_pipe_key,
	};

	keys[app->asking](app, key);
}

/* "3/41+ (60%)": the hits, and how far a search has come that goes on. */
static void add_search_aside(struct buf *out, const struct app *app)
{
	const struct reading *reading = &app->reading;

	ask_add_count(out, reading);
	if (!out->len && app->prompt.text.len)
		buf_add_c(out, loading_searched_all(app)
		                       ? _("not found")
		                       : _("not found so far"));
	if (reading->search)
		buf_addf(out, " (%d%%)", reading_searched_percent(reading));
}

void ask_draw(struct app *app, struct area area)
{
	static const char *const labels[] = {
		[ASK_SEARCH] = N_("Search: "),
		[ASK_FILTER] = N_("Filter: "),
		[ASK_ARTICLE] = N_("It belongs to article number: "),
		[ASK_PIPE] = N_("Pipe the article to: "),
	};
	struct buf label, aside;

	if (app->asking == ASK_REPLACE) {
		ask_draw_replace(app, area);
		return;
	}
	buf_init(&label);
	buf_init(&aside);
	if (app->asking == ASK_FILE)
		ask_add_file_label(&label, app);
	else
		buf_add_c(&label, _(labels[app->asking]));
	if (app->asking == ASK_SEARCH) {
		add_search_aside(&aside, app);
	} else if (app->asking == ASK_FILTER) {
		ask_add_filter_aside(&aside, app);
	} else if (app->asking == ASK_FILE) {
		buf_add_c(&aside, _(".md .txt .html .json .epub"));
	}
	line_editor_draw(&app->prompt, &app->canvas, area, buf_str(&label),
	                 buf_str(&aside));
	buf_release(&label);
	buf_release(&aside);
}
