/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask.h"

#include "base/save.h"
#include "export/export.h"
#include "export/name.h"
#include "text/neutralise.h"
#include "ui/correct.h"
#include "ui/loading.h"
#include "ui/outside.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COPIES_MOST 100
#define TEXT_COLS   0 /* exported paragraphs are not wrapped */

void ask_add_count(struct buf *out, const struct reading *reading)
{
	if (reading->hits.count)
		buf_addf(out, "%zu/%zu%s",
		         reading->hit == NPOS ? 0 : reading->hit + 1,
		         reading->hits.count,
		         reading_searched_all(reading) ? "" : "+");
}

static void open_prompt(struct app *app, enum asking asking, struct str text)
{
	app->asking = asking;
	prompt_set(&app->prompt, text);
}

void ask_search(struct app *app)
{
	app->search_from = app->reading.place;
	app->history_at = 0;
	open_prompt(app, ASK_SEARCH, STR(""));
}

static void show_in_main(struct app *app)
{
	if (app->main == VIEW_ARTICLE && reading_article(&app->reading) == NPOS)
		app->main = VIEW_PAGE;
}

void ask_show_hit(struct app *app)
{
	if (app->under == VIEW_LIST)
		app_leave(app);
	else if (app->over != VIEW_LIST)
		app->over = VIEW_NONE;
	show_in_main(app);
}

static void search(struct app *app, struct str pattern)
{
	reading_search(&app->reading, pattern, app->search_from);
	show_in_main(app);
}

static void finish_search(struct app *app)
{
	search(app, buf_str(&app->last_search));
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
	if (!pattern.len) {
		search(app, buf_str(&app->last_search));
		return;
	}
	buf_clear(&app->last_search);
	buf_add(&app->last_search, pattern);
	filter_set(&app->hits_filter, STR(""));
	keep_search(app);
	if (loading_goes_on(app) &&
	    !reading_has_hit_from(&app->reading, app->search_from))
		loading_await(app, NPOS, finish_search);
	else
		finish_search(app);
}

static void leave_search(struct app *app)
{
	app->asking = ASK_NOTHING;
	search(app, buf_str(&app->last_search));
	app->reading.place = app->search_from;
}

/* One search back in the history, or forth; before the first stands nothing. */
static void recall(struct app *app, bool back)
{
	if (back ? app->history_at == app->history_count : !app->history_at)
		return;
	app->history_at += back ? 1 : (size_t)-1;
	prompt_set(&app->prompt,
	           app->history_at ? buf_str(&app->history[app->history_at - 1])
	                           : STR(""));
	search(app, buf_str(&app->prompt.text));
}

static void key_search(struct app *app, uint32_t key)
{
	if (key == PRESS_UP || key == PRESS_DOWN) {
		recall(app, key == PRESS_UP);
		return;
	}
	switch (prompt_key(&app->prompt, key)) {
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

/* A name that no file has yet; caller frees. */
static char *propose_name(const struct app *app, size_t article)
{
	const char *pattern = article == NPOS     ? NAME_PATTERN_ISSUE
	                      : app->name_pattern ? app->name_pattern
	                                          : NAME_PATTERN;
	char *name = NULL;

	for (size_t copy = 1; copy <= COPIES_MOST; copy++) {
		free(name);
		name = name_make(pattern, app->reading.issue, article,
		                 EXPORT_MARKDOWN, copy);
		if (access(name, F_OK))
			break;
	}
	return name;
}

void ask_file(struct app *app, size_t article)
{
	char *name;

	if (app->export_path.len && app->export_article == article) {
		open_prompt(app, ASK_FILE, buf_str(&app->export_path));
		return;
	}
	app->export_article = article;
	name = propose_name(app, article);
	open_prompt(app, ASK_FILE, str_from(name));
	free(name);
}

/* ~/ is the home folder, as in a shell; caller frees. */
static char *expanded(struct str path)
{
	const char *home = getenv("HOME");
	struct buf full;

	buf_init(&full);
	if (home && str_starts(path, STR("~/"))) {
		buf_add_c(&full, home);
		path = str_slice(path, 1, path.len);
	}
	buf_add(&full, path);
	return buf_steal(&full);
}

void ask_add_path(struct buf *out, const char *path)
{
	const char *home = getenv("HOME");
	char *real = realpath(path, NULL);
	struct str full = str_from(real ? real : path);

	if (home && home[0] == '/' && home[1] &&
	    str_starts(full, str_from(home)) && full.ptr[strlen(home)] == '/') {
		buf_add_byte(out, '~');
		full = str_slice(full, strlen(home), full.len);
	}
	buf_add(out, full);
	free(real);
}

static void say_saved(struct app *app, const char *path, size_t bytes)
{
	struct buf full;

	buf_init(&full);
	ask_add_path(&full, path);
	app_say(app, _("Saved %zu bytes as %s"), bytes, full.ptr);
	buf_release(&full);
}

static void save(struct app *app, enum save_mode mode)
{
	const struct export_options options = {
		.width_cols = TEXT_COLS,
		.ambiguous_cols = app->reading.ambiguous_cols,
	};
	char *path = expanded(buf_str(&app->export_path));
	enum save_result result;
	struct buf out;

	buf_init(&out);
	export_write(&out, app->reading.issue,
	             app->export_article == NPOS
	                     ? pick_all(app->reading.issue)
	                     : pick_one(&app->export_article),
	             export_format_for(path), &options);
	result = save_file(path, buf_str(&out), mode);
	if (result == SAVE_DONE) {
		say_saved(app, path, out.len);
		buf_clear(&app->export_path);
	} else if (result == SAVE_EXISTS) {
		app->asking = ASK_REPLACE;
		app->replace = false;
	} else {
		/* TRANSLATORS: reason, name of a file (perhaps as long as the
		 * screen is wide) */
		app_complain(app, _("Not saved: %s: %s"), strerror(errno),
		             path);
	}
	buf_release(&out);
	free(path);
}

static void save_new(struct app *app)
{
	save(app, SAVE_NEW);
}

static void key_file(struct app *app, uint32_t key)
{
	switch (prompt_key(&app->prompt, key)) {
	case PROMPT_ACCEPTED:
		app->asking = ASK_NOTHING;
		buf_clear(&app->export_path);
		buf_add(&app->export_path, buf_str(&app->prompt.text));
		if (app->export_path.len && app->export_article == NPOS)
			loading_await(app, NPOS, save_new);
		else if (app->export_path.len)
			save_new(app);
		else
			app_say(app, "%s", _("Nothing was saved"));
		break;
	case PROMPT_LEFT:
		app->asking = ASK_NOTHING;
		buf_clear(&app->export_path);
		app_say(app, "%s", _("Nothing was saved"));
		break;
	default:
		break;
	}
}

static void answer_replace(struct app *app, bool replace)
{
	app->asking = ASK_NOTHING;
	if (replace)
		save(app, SAVE_REPLACE);
	else
		ask_file(app, app->export_article);
}

static void key_replace(struct app *app, uint32_t key)
{
	switch (key) {
	case 'y':
	case 'Y':
	case 0xff59: /* full width */
		answer_replace(app, true);
		break;
	case 'n':
	case 'N':
	case 0xff4e:
	case PRESS_ESC:
		answer_replace(app, false);
		break;
	case PRESS_ENTER:
		answer_replace(app, app->replace);
		break;
	case PRESS_LEFT:
	case PRESS_RIGHT:
	case PRESS_UP:
	case PRESS_DOWN:
	case PRESS_TAB:
		app->replace = !app->replace;
		break;
	default:
		break;
	}
}

void ask_article(struct app *app)
{
	open_prompt(app, ASK_ARTICLE, STR(""));
}

static void key_article(struct app *app, uint32_t key)
{
	char *end;
	unsigned long number;

	switch (prompt_key(&app->prompt, key)) {
	case PROMPT_ACCEPTED:
		app->asking = ASK_NOTHING;
		number = strtoul(app->prompt.text.ptr, &end, 10);
		if (number && !*end)
			correct_attach(app, number - 1);
		else
			app_say(app, "%s", _("Nothing was corrected"));
		break;
	case PROMPT_LEFT:
		app->asking = ASK_NOTHING;
		app_say(app, "%s", _("Nothing was corrected"));
		break;
	default:
		break;
	}
}

void ask_key(struct app *app, uint32_t key)
{
	static void (*const keys[])(struct app *, uint32_t) = {
		[ASK_SEARCH] = key_search,   [ASK_FILTER] = ask_filter_key,
		[ASK_FILE] = key_file,       [ASK_REPLACE] = key_replace,
		[ASK_ARTICLE] = key_article, [ASK_PIPE] = outside_pipe_key,
	};

	keys[app->asking](app, key);
}

static void draw_replace(struct app *app, struct area area)
{
	struct canvas *canvas = &app->canvas;
	struct str yes = str_from(_(" y replace ")), no = str_from(_(" n no "));
	int room_cols = area.cols - text_cols(yes, canvas->ambiguous_cols) -
	                text_cols(no, canvas->ambiguous_cols) - 1;
	struct buf text;
	int col;

	buf_init(&text);
	buf_addf(&text, _("Replace %s?"), app->export_path.ptr);
	col = canvas_fit(canvas, area, 0, 0, room_cols, buf_str(&text),
	                 STYLE_ERROR);
	canvas_cursor(canvas, area, 0, col);
	col += canvas_text(canvas, area, 0, col, no,
	                   app->replace ? STYLE_HINT : STYLE_FOCUS);
	if (app->replace)
		canvas_cursor(canvas, area, 0, col);
	canvas_text(canvas, area, 0, col, yes,
	            app->replace ? STYLE_FOCUS : STYLE_HINT);
	buf_release(&text);
}

void ask_draw(struct app *app, struct area area)
{
	static const char *const labels[] = {
		[ASK_SEARCH] = N_("Search: "),
		[ASK_FILTER] = N_("Filter: "),
		[ASK_FILE] = N_("Save as: "),
		[ASK_ARTICLE] = N_("It belongs to article number: "),
		[ASK_PIPE] = N_("Pipe the article to: "),
	};
	struct buf aside;

	if (app->asking == ASK_REPLACE) {
		draw_replace(app, area);
		return;
	}
	buf_init(&aside);
	if (app->asking == ASK_SEARCH) {
		ask_add_count(&aside, &app->reading);
		if (!aside.len && app->prompt.text.len)
			buf_add_c(&aside, loading_goes_on(app)
			                          ? _("not found so far")
			                          : _("not found"));
	} else if (app->asking == ASK_FILTER) {
		ask_add_filter_aside(&aside, app);
	} else if (app->asking == ASK_FILE) {
		buf_add_c(&aside, _(".md .txt .html .json .epub"));
	}
	prompt_draw(&app->prompt, &app->canvas, area,
	            str_from(_(labels[app->asking])), buf_str(&aside));
	buf_release(&aside);
}
