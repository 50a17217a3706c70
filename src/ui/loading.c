/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/loading.h"

#include "issue/issue.h"
#include "load/desk.h"

#define BAR_COLS 20
#define GAP_COLS 2

static int percent(const struct app *app)
{
	return (int)(load_share(app->desk->loader) * 100);
}

bool loading_goes_on(const struct app *app)
{
	return !desk_is_whole(app->desk);
}

static void end_waiting(struct app *app)
{
	app->then = NULL;
	buf_clear(&app->message);
}

/* Does what waits, if it need not any more. */
static void go_on(struct app *app)
{
	void (*then)(struct app *) = app->then;

	if (!then || (!desk_is_whole(app->desk) &&
	              app->reading.issue->article_count < app->awaited))
		return;
	end_waiting(app);
	then(app);
}

void loading_await(struct app *app, size_t articles,
                   void (*then)(struct app *app))
{
	app->then = then;
	app->awaited = articles;
	go_on(app);
}

bool loading_page(struct app *app)
{
	size_t page = app->reading.issue->pages_read;

	desk_read(app->desk, page);
	return app->reading.issue->pages_read > page;
}

/* What was searched in a part is searched in the whole. */
static void search_again(struct app *app)
{
	if (app->asking == ASK_SEARCH)
		reading_mark(&app->reading, buf_str(&app->prompt.text));
	else if (app->reading.hits.count)
		reading_mark(&app->reading, buf_str(&app->last_search));
}

bool loading_step(struct app *app)
{
	int before = percent(app);
	bool more = desk_step(app->desk);

	/* All at once it would hold up the first key of a search. */
	finder_follow(app->reading.finder);
	if (!more) {
		search_again(app);
		app_say_what_is_odd(app);
		go_on(app);
		return true;
	}
	if (app->then && app->reading.issue->article_count >= app->awaited) {
		go_on(app);
		return true;
	}
	return percent(app) != before;
}

void loading_key(struct app *app, uint32_t key)
{
	enum command command = command_for_key(key_plain(key));

	if (command == COMMAND_LEAVE) {
		app->running = false;
	} else if (command == COMMAND_BACK || command == COMMAND_CLOSE) {
		end_waiting(app);
		app_say(app, _("Stopped; pages read so far: %zu"),
		        app->reading.issue->pages_read);
	}
}

void loading_draw(struct app *app, struct area area)
{
	struct canvas *canvas = &app->canvas;
	int done = percent(app), bar_cols = area.cols / 4;
	struct buf text;

	bar_cols = bar_cols < BAR_COLS ? bar_cols : BAR_COLS;
	buf_init(&text);
	buf_add_byte(&text, '[');
	for (int i = 0; i < bar_cols; i++)
		buf_add_byte(&text, i * 100 < done * bar_cols ? '#' : '-');
	/* TRANSLATORS: behind a bar: how much of an issue has been loaded */
	buf_addf(&text, _("] %d%% read; Esc stops"), done);
	canvas_fit(canvas, area, 0, 1, area.cols - 1, buf_str(&text),
	           STYLE_KEY);
	buf_release(&text);
}

int loading_draw_share(struct app *app, struct area area)
{
	struct canvas *canvas = &app->canvas;
	struct buf text;
	int cols;

	if (desk_is_whole(app->desk))
		return 0;
	buf_init(&text);
	buf_addf(&text, _("%d%% read"), percent(app));
	cols = text_cols(buf_str(&text), canvas->ambiguous_cols) + 1;
	if (cols + GAP_COLS < area.cols)
		canvas_text(canvas, area, 0, area.cols - cols, buf_str(&text),
		            STYLE_HINT);
	else
		cols = 0;
	buf_release(&text);
	return cols ? cols + GAP_COLS : 0;
}
