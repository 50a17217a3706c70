/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask_save.h"

#include "base/home_path.h"
#include "base/save.h"
#include "export/export.h"
#include "session/session.h"
#include "text/neutralise.h"
#include "ui/ask/path_completion.h"
#include "ui/ask/save_path.h"
#include "ui/loading.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_COLS 0 /* exported paragraphs are not wrapped */

static bool is_same(const struct selections *a, const struct selections *b)
{
	return a->count == b->count &&
	       (!a->count ||
	        !memcmp(a->items, b->items, a->count * sizeof *a->items));
}

/* Opens the question for a file, with `path` to edit. */
static void open_file_question(struct app *app, struct str path)
{
	app_ask(app, ASK_FILE, path);
	line_editor_complete_by(&app->prompt, path_completer(PATH_TO_SAVE));
}

/* Takes the picks over.  For the same picks as before, the file name that was typed
 * then stands there again. */
static void ask_file(struct app *app, struct selections picks)
{
	bool again = app->document->export_path.len &&
	             is_same(&app->document->to_save, &picks);
	char *name;

	selections_release(&app->document->to_save);
	app->document->to_save = picks;
	if (again) {
		open_file_question(app, buf_str(&app->document->export_path));
		return;
	}
	name = save_path_propose(app, "");
	open_file_question(app, str_from(name));
	free(name);
}

void ask_save_marked(struct app *app)
{
	size_t article = reading_article(&app->document->reading);
	struct selections picks = { 0 };

	for (size_t i = 0; i < app->document->tagged.count; i++)
		selections_add(&picks, app->document->tagged.items[i]);
	if (!picks.count && article != NPOS)
		selections_add(&picks, article);
	if (picks.count)
		ask_file(app, picks);
	else
		app_say(app, "%s", _("This is not part of an article"));
}

void ask_save_issue(struct app *app)
{
	ask_file(app, (struct selections){ 0 });
}

static void save_listed(struct app *app)
{
	const struct filter *filter = &app->document->hits_filter;
	struct selections picks = { 0 };
	size_t last = NPOS;

	for (size_t row = 0; row < filter_count(filter); row++) {
		size_t article = reading_hit_article(&app->document->reading,
		                                     filter_item(filter, row));

		if (article != NPOS && article != last)
			selections_add(&picks, article);
		last = article;
	}
	if (picks.count)
		ask_file(app, picks);
	else if (!filter_count(filter))
		app_say(app, "%s", _("There is nothing to save"));
	else
		app_say(app, "%s", _("None of these is part of an article"));
}

void ask_save_hits(struct app *app)
{
	if (app->document->tagged.count) {
		ask_save_marked(app);
		return;
	}
	loading_search_last(app);
	loading_await(app, AWAIT_HIT_LIST, save_listed);
}

void ask_tag(struct app *app)
{
	size_t article = reading_article(&app->document->reading);

	if (article == NPOS) {
		app_say(app, "%s", _("This is not part of an article"));
		return;
	}
	if (selections_has(&app->document->tagged, article))
		selections_drop(&app->document->tagged, article);
	else
		selections_add(&app->document->tagged, article);
	if (!app->document->tagged.count)
		app_say(app, "%s", _("No article is marked"));
	else
		app_say(app,
		        i18n_plural(
				"%zu article is marked; {EXPORT} saves it, {UNTAG} unmarks",
				"%zu articles are marked; {EXPORT} saves them, {UNTAG} "
				"unmarks",
				app->document->tagged.count),
		        app->document->tagged.count);
}

void ask_untag(struct app *app)
{
	selections_release(&app->document->tagged);
	app_say(app, "%s", _("No article is marked"));
}

static void say_saved(struct app *app, const char *path, size_t bytes)
{
	struct buf full;

	buf_init(&full);
	home_path_add(&full, path);
	app_say(app,
	        i18n_plural("Saved %zu byte as %s", "Saved %zu bytes as %s",
	                    bytes),
	        bytes, full.ptr);
	buf_release(&full);
}

/* Appends what is to be saved as `path`; false, and the reader knows why, when it
 * cannot be written in that format. */
static bool ask_save_export(struct app *app, const char *path, struct buf *out)
{
	const struct export_options options = {
		.width_cols = TEXT_COLS,
		.ambiguous_cols = app->document->reading.ambiguous_cols,
	};
	char *reason = export_write(
		out, app->document->reading.issue,
		app->document->to_save.count
			? selections_pick(&app->document->to_save)
			: selection_all(app->document->reading.issue),
		export_format_for(path), &options);

	if (reason)
		app_complain(app, _("Not saved: %s: %s"), reason, path);
	free(reason);
	return !reason;
}

/* Writes the file and shows a message about the result. */
static void ask_save_file(struct app *app, const char *path, struct str bytes,
                          enum save_mode mode)
{
	enum save_result result = save_file(path, bytes, mode);

	if (result == SAVE_DONE) {
		say_saved(app, path, bytes.len);
		buf_clear(&app->document->export_path);
	} else if (result == SAVE_EXISTS &&
	           load_reads(app->document->session->loader, path)) {
		app_complain(app, "%s",
		             _("That is what you read; it is not written to"));
	} else if (result == SAVE_EXISTS) {
		buf_clear(&app->document->export_path);
		buf_add_c(&app->document->export_path, path);
		app->asking = ASK_REPLACE;
		app->replace = false;
	} else {
		/* TRANSLATORS: reason, name of a file (perhaps as long as the
		 * screen is wide) */
		app_complain(app, _("Not saved: %s: %s"), i18n_reason(errno),
		             path);
	}
}

static void ask_save_save(struct app *app, enum save_mode mode)
{
	char *path = save_path_meant(app, buf_str(&app->document->export_path));
	struct buf out;

	buf_init(&out);
	if (ask_save_export(app, path, &out))
		ask_save_file(app, path, buf_str(&out), mode);
	buf_release(&out);
	free(path);
}

static void save_new(struct app *app)
{
	ask_save_save(app, SAVE_NEW);
}

static void complain_of_ending(struct app *app)
{
	struct buf endings;

	buf_init(&endings);
	export_add_endings(&endings, EXPORT_TEXT, ", ");
	/* TRANSLATORS: endings of files with commas between, what was typed */
	app_complain(app, _("Not saved: it may end in %s: %s"), endings.ptr,
	             app->document->export_path.ptr);
	buf_release(&endings);
}

static void accept_path(struct app *app)
{
	struct str path = str_trim(buf_str(&app->prompt.text));

	app->asking = ASK_NOTHING;
	buf_clear(&app->document->export_path);
	buf_add(&app->document->export_path, path);
	if (save_path_is_ending(path))
		app_complain(
			app,
			_("Not saved: there is no name before the dot: %s"),
			app->document->export_path.ptr);
	else if (export_format_for(app->document->export_path.ptr) ==
	         EXPORT_FORMAT_COUNT)
		complain_of_ending(app);
	else if (path.len && !app->document->to_save.count)
		loading_await(app, AWAIT_ISSUE, save_new);
	else if (path.len)
		save_new(app);
	else
		app_say(app, "%s", _("Nothing was saved"));
}

static void leave_save(struct app *app)
{
	app->asking = ASK_NOTHING;
	buf_clear(&app->document->export_path);
	app_say(app, "%s", _("Nothing was saved"));
}

void ask_save_key(struct app *app, uint32_t key)
{
	switch (line_editor_key(&app->prompt, key)) {
	case LINE_EDITOR_ACCEPTED:
		accept_path(app);
		break;
	case LINE_EDITOR_LEFT:
		leave_save(app);
		break;
	default:
		break;
	}
}

static void answer_replace(struct app *app, bool replace)
{
	app->asking = ASK_NOTHING;
	if (replace)
		ask_save_save(app, SAVE_REPLACE);
	else
		open_file_question(app, buf_str(&app->document->export_path));
}

void ask_replace_key(struct app *app, uint32_t key)
{
	enum answer answer = answer_for_key(app->keymap, key);

	if (answer != ANSWER_NONE) {
		answer_replace(app, answer == ANSWER_YES);
		return;
	}
	switch (key) {
	case PRESS_CTRL('C'):
		leave_save(app);
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

void ask_add_file_label(struct buf *out, const struct app *app)
{
	size_t count = app->document->to_save.count;

	if (!count)
		buf_add_c(out, _("Save the issue as: "));
	else if (count == 1)
		buf_add_c(out, _("Save as: "));
	else
		buf_addf(out,
		         i18n_plural("Save %zu article as: ",
		                     "Save %zu articles as: ", count),
		         count);
}

void ask_add_file_aside(struct buf *out, struct app *app)
{
	(void)app;
	export_add_endings(out, EXPORT_MARKDOWN, " ");
}

static void add_replace(struct buf *out, struct str path)
{
	buf_addf(out, _("Replace %.*s?"), (int)path.len, path.ptr);
}

void ask_draw_replace(struct app *app, struct area area)
{
	struct canvas *canvas = &app->canvas;
	struct buf yes, no, text;
	int room_cols, col;

	buf_init(&yes);
	buf_init(&no);
	buf_init(&text);
	app_add_text(&yes, app, _(" {YES} replace "));
	app_add_text(&no, app, _(" {NO} no "));
	room_cols = area.cols -
	            text_cols(buf_str(&yes), canvas->ambiguous_cols) -
	            text_cols(buf_str(&no), canvas->ambiguous_cols) - 1;
	add_replace(&text, buf_str(&app->document->export_path));
	/* Which file it is matters more than where. */
	if (text_cols(buf_str(&text), canvas->ambiguous_cols) > room_cols) {
		buf_clear(&text);
		add_replace(&text, str_base_name(buf_str(
					   &app->document->export_path)));
	}
	col = canvas_fit(canvas, area, 0, 0, room_cols, buf_str(&text),
	                 STYLE_ERROR);
	canvas_cursor(canvas, area, 0, col);
	col += canvas_text(canvas, area, 0, col, buf_str(&no),
	                   app->replace ? STYLE_HINT : STYLE_FOCUS);
	if (app->replace)
		canvas_cursor(canvas, area, 0, col);
	canvas_text(canvas, area, 0, col, buf_str(&yes),
	            app->replace ? STYLE_FOCUS : STYLE_HINT);
	buf_release(&text);
	buf_release(&no);
	buf_release(&yes);
}
