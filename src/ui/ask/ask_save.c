/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask_save.h"

#include "base/file.h"
#include "base/home_path.h"
#include "export/export.h"
#include "ui/ask/confirm.h"
#include "ui/ask/path_completion.h"
#include "ui/ask/save_choice.h"
#include "ui/ask/save_path.h"
#include "ui/ask/save_write.h"
#include "ui/loading.h"

#include <errno.h>
#include <stdlib.h>

/* A question takes at most two fifths of the line; else it is asked shortly. */
#define QUESTION_COLS(cols) ((cols)*2 / 5)

/* Opens the question for a file, with `path` to edit. */
static void open_file_question(struct app *app, struct str path)
{
	app_ask(app, ASK_FILE, path);
	line_editor_complete_by(&app->prompt, path_completer(PATH_TO_SAVE));
}

/* If a file of that name holds the article already, that one is proposed: nothing will be
 * written again.  More than an article is not written out only to be compared. */
static void propose_twin(struct app *app, struct save_path *made)
{
	struct save_path full = { home_path_expand(str_from(made->path)),
		                  made->copy };
	char *reason, *twin = NULL;
	struct buf out;

	buf_init(&out);
	reason = save_export(app, full.path, &out);
	if (!reason)
		twin = save_path_twin(app, &full, buf_str(&out));
	if (twin) {
		struct str name = str_base_name(str_from(twin));
		struct str old = str_from(made->path);

		buf_clear(&out);
		buf_add(&out,
		        str_slice(old, 0, old.len - str_base_name(old).len));
		buf_add(&out, name);
		free(made->path);
		made->path = buf_steal(&out);
	}
	free(twin);
	free(reason);
	buf_release(&out);
	save_path_release(&full);
}

/* Makes a path for what is to be saved, in the folder of the last file, if there is one
 * still. */
static void propose(struct app *app)
{
	struct buf *proposed = &app->document->saving.proposed;
	char *folder = home_path_expand(buf_str(&app->save_folder));
	struct save_path made = save_path_propose(
		app,
		file_is_folder(folder) ? buf_str(&app->save_folder) : STR(""));

	if (made.copy > 1 && app->document->saving.picks.count == 1)
		propose_twin(app, &made);
	buf_clear(proposed);
	buf_add_c(proposed, made.path);
	save_path_release(&made);
	free(folder);
}

/* Asks where to save a choice; `nothing` says why there is nothing of it. */
static void ask_file(struct app *app, enum save_choice choice,
                     const char *nothing)
{
	if (!save_choice_make(app, choice)) {
		app_say(app, "%s", nothing);
		return;
	}
	propose(app);
	open_file_question(app, buf_str(&app->document->saving.proposed));
}

void ask_save_marked(struct app *app)
{
	ask_file(app, app->document->tagged.count ? SAVE_MARKED : SAVE_ARTICLE,
	         _("This is not part of an article"));
}

void ask_save_issue(struct app *app)
{
	ask_file(app, SAVE_ISSUE, "");
}

static void save_listed(struct app *app)
{
	ask_file(app, SAVE_HITS,
	         filter_count(&app->document->hits_filter)
	                 ? _("None of these is part of an article")
	                 : _("There is nothing to save"));
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

/* Opens the question again, with what was typed; why is a message already. */
static void ask_again(struct app *app)
{
	open_file_question(app, buf_str(&app->document->saving.path));
}

static void save(struct app *app, enum save_mode mode)
{
	switch (save_write(app, mode)) {
	case SAVE_WRITTEN:
		break;
	case SAVE_REFUSED:
		ask_again(app);
		break;
	case SAVE_NEEDS_FOLDER:
		app->asking = ASK_FOLDER;
		app->yes = true;
		break;
	case SAVE_NEEDS_WORD:
		app->asking = ASK_REPLACE;
		app->yes = false;
		break;
	}
}

/* By now all that is chosen is there. */
static void save_new(struct app *app)
{
	save_choice_make(app, app->document->saving.choice);
	save(app, SAVE_NEW);
}

/* Is the path one that can be saved to?  If not, a message says why. */
static bool accepts(struct app *app, const char *path)
{
	struct buf endings;

	if (save_path_is_ending(str_from(path))) {
		app_complain(app, "%s", _("There is no name before the dot"));
		return false;
	}
	if (export_format_for(path) != EXPORT_FORMAT_COUNT)
		return true;
	buf_init(&endings);
	export_add_endings(&endings, EXPORT_MARKDOWN, " ");
	/* TRANSLATORS: the ending that was typed, the endings there are */
	app_complain(app, _("%s is of no format; there are %s"),
	             export_ending(path), endings.ptr);
	buf_release(&endings);
	return false;
}

static void leave_save(struct app *app)
{
	app->asking = ASK_NOTHING;
	app_say(app, "%s", _("Nothing was saved"));
}

static void accept_path(struct app *app)
{
	struct saving *saving = &app->document->saving;

	buf_clear(&saving->path);
	buf_add(&saving->path, str_trim(buf_str(&app->prompt.text)));
	if (!saving->path.len) {
		leave_save(app);
		return;
	}
	if (!accepts(app, saving->path.ptr))
		return;
	app->asking = ASK_NOTHING;
	if (saving->choice == SAVE_ISSUE)
		loading_await(app, AWAIT_ISSUE, save_new);
	else if (saving->choice == SAVE_HITS)
		loading_await(app, AWAIT_HIT_LIST, save_new);
	else
		save_new(app);
}

/* Saves something else: by ^T the next choice, by a click that one.  A name that was typed
 * stays. */
static void choose(struct app *app, uint32_t key)
{
	struct saving *saving = &app->document->saving;
	bool is_proposed = str_equal(buf_str(&app->prompt.text),
	                             buf_str(&saving->proposed));

	if (press_is_pick(key))
		save_choice_make(app, (enum save_choice)press_picked(key));
	else
		save_choice_next(app);
	propose(app);
	if (is_proposed)
		line_editor_set(&app->prompt, buf_str(&saving->proposed));
}

void ask_save_key(struct app *app, uint32_t key)
{
	if (key == PRESS_CTRL('T') ||
	    (press_is_pick(key) && !line_editor_offers(&app->prompt))) {
		choose(app, key);
		return;
	}
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

/* Takes a key of a question of yes or no, whose yes does `then`. */
static void answer_key(struct app *app, uint32_t key,
                       void (*then)(struct app *app))
{
	switch (confirm_key(app, key)) {
	case CONFIRM_YES:
		app->asking = ASK_NOTHING;
		then(app);
		break;
	case CONFIRM_NO:
		ask_again(app);
		break;
	case CONFIRM_LEAVE:
		leave_save(app);
		break;
	case CONFIRM_OPEN:
		break;
	}
}

static void make_folder(struct app *app)
{
	struct save_path meant =
		save_path_meant(app, buf_str(&app->document->saving.path));

	if (file_make_above(meant.path, 0777)) {
		save(app, SAVE_NEW);
	} else {
		app_complain(app, _("No folder was made: %s"),
		             i18n_reason(errno));
		ask_again(app);
	}
	save_path_release(&meant);
}

static void replace(struct app *app)
{
	save(app, SAVE_REPLACE);
}

void ask_folder_key(struct app *app, uint32_t key)
{
	answer_key(app, key, make_folder);
}

void ask_replace_key(struct app *app, uint32_t key)
{
	answer_key(app, key, replace);
}

void ask_add_file_label(struct buf *out, const struct app *app)
{
	save_choice_add_question(out, app, false);
	if (text_cols(buf_str(out), app->canvas.ambiguous_cols) <=
	    QUESTION_COLS(app->canvas.cols))
		return;
	buf_clear(out);
	save_choice_add_question(out, app, true);
}

/* Draws a question about a path, `format` with a %.*s for it; where there is no room,
 * about its last part: which file it is matters more than where. */
static void draw_about(struct app *app, struct area area, const char *format,
                       struct str path, const char *yes, const char *no)
{
	struct str name = str_base_name(path);
	struct buf text, short_text;

	buf_init(&text);
	buf_init(&short_text);
	buf_addf(&text, format, (int)path.len, path.ptr);
	buf_addf(&short_text, format, (int)name.len, name.ptr);
	confirm_draw(app, area, buf_str(&text), buf_str(&short_text), yes, no);
	buf_release(&text);
	buf_release(&short_text);
}

void ask_draw_folder(struct app *app, struct area area)
{
	struct str path = buf_str(&app->document->saving.path);
	struct str folder =
		str_slice(path, 0, path.len - str_base_name(path).len);

	if (folder.len > 1)
		folder.len--;
	draw_about(app, area, _("Make the folder %.*s?"), folder,
	           _(" {YES} make it "), _(" {NO} no "));
}

void ask_draw_replace(struct app *app, struct area area)
{
	draw_about(app, area, _("Replace %.*s?"),
	           buf_str(&app->document->saving.path), _(" {YES} replace "),
	           _(" {NO} no "));
}
