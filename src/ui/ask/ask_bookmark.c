/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask_bookmark.h"

#include "base/home_path.h"
#include "base/i18n.h"
#include "base/save.h"
#include "issue/issue.h"
#include "state/bookmarks.h"
#include "text/glyph.h"
#include "ui/ask/ask_open.h"
#include "ui/ask/path_completion.h"
#include "ui/resume.h"
#include "ui/turn_issue.h"

#include <errno.h>
#include <stdlib.h>

#define TITLE_COLS 120 /* of a title that is kept */

/* A bookmark at the cursor without its note; its words are appended to `words`, the
 * number of its page to `folio`. */
static struct bookmark bookmark_here(const struct app *app, struct buf *words,
                                     struct buf *folio)
{
	const struct reading *reading = &app->document->reading;
	const struct issue *issue = reading->issue;
	const size_t page = reading_page(reading);
	const size_t article = reading_article(reading);
	struct bookmark bookmark = {
		.names = buf_str(&app->document->past.names),
		.place = kept_place_of(issue, reading->place.passage,
		                       reading->place.at, words),
	};

	if (page != NPOS) {
		bookmark.digest = issue->files[issue->pages[page].file].sha256;
		bookmark.paper = issue_page_title(issue, page);
		bookmark.day = issue_page_date(issue, page);
		buf_addf(folio, "%zu", issue->pages[page].number);
		bookmark.folio = buf_str(folio);
	}
	bookmark.title = article == NPOS ? bookmark.place.words
	                                 : reading_name(reading, article);
	bookmark.title = str_slice(bookmark.title, 0,
	                           text_fit(bookmark.title, TITLE_COLS, 1));
	return bookmark;
}

/* The bookmark that is at that place already, or NULL. */
static const struct bookmark *bookmark_find(const struct bookmarks *bookmarks,
                                            const struct bookmark *here)
{
	for (size_t i = 0; i < bookmarks->count; i++) {
		const struct bookmark *bookmark = &bookmarks->items[i];

		if (str_equal(bookmark->digest, here->digest) &&
		    str_equal(bookmark->place.words, here->place.words) &&
		    bookmark->place.line == here->place.line)
			return bookmark;
	}
	return NULL;
}

void ask_bookmark(struct app *app)
{
	const struct bookmark *known;
	struct bookmarks bookmarks;
	struct bookmark here;
	struct buf words, folio;

	if (!app->store) {
		app_complain(app, "%s",
		             _("Nothing is kept in this run, so there are no "
		               "bookmarks"));
		return;
	}
	if (!app->document->reading.issue->passage_count) {
		app_say(app, "%s", _("There is no text in this issue."));
		return;
	}
	buf_init(&words);
	buf_init(&folio);
	bookmarks_init(&bookmarks);
	bookmarks_list(app->store, &bookmarks);
	here = bookmark_here(app, &words, &folio);
	known = bookmark_find(&bookmarks, &here);
	app_ask(app, ASK_NOTE, known ? known->note : STR(""));
	bookmarks_release(&bookmarks);
	buf_release(&folio);
	buf_release(&words);
}

static void bookmark_set(struct app *app, struct str note)
{
	const struct bookmark *known;
	struct bookmarks bookmarks;
	struct bookmark here;
	struct buf words, folio;

	buf_init(&words);
	buf_init(&folio);
	bookmarks_init(&bookmarks);
	bookmarks_list(app->store, &bookmarks);
	here = bookmark_here(app, &words, &folio);
	here.note = note;
	known = bookmark_find(&bookmarks, &here);
	if (known)
		bookmarks_set_note(app->store, known->id, note);
	else
		bookmarks_add(app->store, &here);
	bookmarks_release(&bookmarks);
	buf_release(&folio);
	buf_release(&words);
	/* The list may lie below what is read. */
	app->document->views[VIEW_BOOKMARKS].is_fresh = true;
	if (store_flush(app->store, STORE_SURELY))
		app_say(app, _("The bookmark is kept; {BOOKMARKS} lists all"));
	else
		app_complain(app, "%s",
		             _("The bookmark could not be written yet"));
}

void ask_note_key(struct app *app, uint32_t key)
{
	switch (line_editor_key(&app->prompt, key)) {
	case LINE_EDITOR_ACCEPTED:
		app->asking = ASK_NOTHING;
		bookmark_set(app, str_trim(buf_str(&app->prompt.text)));
		break;
	case LINE_EDITOR_LEFT:
		app->asking = ASK_NOTHING;
		app_say(app, "%s", _("No bookmark was set"));
		break;
	default:
		break;
	}
}

void ask_save_bookmarks(struct app *app)
{
	struct buf path;

	buf_init(&path);
	buf_add(&path, buf_str(&app->save_folder));
	if (path.len && !str_ends(buf_str(&path), STR("/")))
		buf_add_byte(&path, '/');
	buf_add_c(&path, "bookmarks.md");
	app_ask(app, ASK_BOOKMARKS, buf_str(&path));
	line_editor_complete_by(&app->prompt, path_completer(PATH_TO_SAVE));
	buf_release(&path);
}

static void save_bookmarks(struct app *app, struct str typed)
{
	char *path = home_path_expand(typed);
	struct bookmarks bookmarks;
	struct buf text, shown;

	buf_init(&text);
	buf_init(&shown);
	bookmarks_init(&bookmarks);
	bookmarks_list(app->store, &bookmarks);
	bookmarks_add_markdown(&text, &bookmarks);
	switch (save_file(path, buf_str(&text), SAVE_NEW)) {
	case SAVE_DONE:
		home_path_add(&shown, path);
		app_say(app, _("Saved %s"), shown.ptr);
		break;
	case SAVE_EXISTS:
		app_complain(app, _("Not saved: a file has that name: %s"),
		             path);
		break;
	case SAVE_FAILED:
		app_complain(app, _("Not saved: %s"), i18n_reason(errno));
		break;
	}
	bookmarks_release(&bookmarks);
	buf_release(&shown);
	buf_release(&text);
	free(path);
}

void ask_bookmarks_key(struct app *app, uint32_t key)
{
	struct str typed;

	switch (line_editor_key(&app->prompt, key)) {
	case LINE_EDITOR_ACCEPTED:
		app->asking = ASK_NOTHING;
		typed = str_trim(buf_str(&app->prompt.text));
		if (typed.len)
			save_bookmarks(app, typed);
		break;
	case LINE_EDITOR_LEFT:
		app->asking = ASK_NOTHING;
		app_say(app, "%s", _("Nothing was saved"));
		break;
	default:
		break;
	}
}

/* Is a file with that digest open? */
static bool is_open(const struct app *app, struct str digest)
{
	const struct issue *issue = app->document->reading.issue;

	for (size_t i = 0; i < issue->file_count && digest.len; i++)
		if (str_equal(issue->files[i].sha256, digest))
			return true;
	return false;
}

void ask_go_bookmark(struct app *app, const struct bookmark *bookmark)
{
	resume_set_goal(app, &bookmark->place);
	if (is_open(app, bookmark->digest) ||
	    str_equal(bookmark->names, buf_str(&app->document->past.names))) {
		resume_reach_goal(app);
	} else if (turn_issue_show_named(app, bookmark->names)) {
		if (app->request.kind == REQUEST_NONE)
			resume_reach_goal(app);
	} else if (bookmark->names.len) {
		ask_open_names(app, bookmark->names);
	} else {
		app->has_goal = false;
		app_complain(app, "%s",
		             _("This came from a pipe, and cannot be opened "
		               "again"));
	}
}
