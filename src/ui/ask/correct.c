/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/correct.h"

#include "base/home_path.h"
#include "base/i18n.h"
#include "base/number.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "session/session.h"
#include "ui/loading.h"

/* The line that a correction is about. */
enum correct_scope {
	SCOPE_LINE,    /* the line of the cursor */
	SCOPE_PASSAGE, /* the first line of its paragraph or headline */
};

static const struct {
	enum correction_kind kind;
	enum correct_scope scope;
	bool of_article; /* means nothing for furniture */
	const char *label, *done;
} corrections[CORRECT_COUNT] = {
	[CORRECT_PARAGRAPH] = { CORRECTION_PARAGRAPH, SCOPE_LINE, false,
	                        N_("a paragraph begins at this line"),
	                        N_("A paragraph begins here now") },
	[CORRECT_JOIN] = { CORRECTION_JOIN, SCOPE_PASSAGE, false,
	                   N_("this goes on with the paragraph before"),
	                   N_("Joined to the paragraph before") },
	[CORRECT_HEAD] = { CORRECTION_HEAD, SCOPE_LINE, false,
	                   N_("this line is a headline"),
	                   N_("This is a headline now") },
	[CORRECT_NO_HEAD] = { CORRECTION_NOHEAD, SCOPE_LINE, false,
	                      N_("this line is not a headline"),
	                      N_("This is not a headline any more") },
	[CORRECT_ARTICLE] = { CORRECTION_ARTICLE, SCOPE_PASSAGE, true,
	                      N_("an article begins here"),
	                      N_("An article begins here now") },
	[CORRECT_BEFORE] = { CORRECTION_ATTACH, SCOPE_PASSAGE, true,
	                     N_("to the article before, from here on"),
	                     N_("This belongs to that article now") },
	[CORRECT_AFTER] = { CORRECTION_ATTACH, SCOPE_PASSAGE, true,
	                    N_("to the article after, from here on"),
	                    N_("This belongs to that article now") },
	[CORRECT_NUMBER] = { CORRECTION_ATTACH, SCOPE_PASSAGE, true,
	                     N_("to article number …, from here on"),
	                     N_("This belongs to that article now") },
	[CORRECT_NO_ARTICLE] = { CORRECTION_NOARTICLE, SCOPE_PASSAGE, true,
	                         N_("this is not an article"),
	                         N_("This is not an article any more") },
};

const char *correct_label(enum correct_choice correction)
{
	return _(corrections[correction].label);
}

/* The place of the cursor as printed: the same in every reading of the issue. */
struct printed_place {
	size_t line, at;
};

static struct printed_place printed_place(const struct reading *reading)
{
	struct printed_place place = { reading_line(reading), 0 };
	const struct passage *passage;

	if (place.line == NPOS)
		return place;
	passage = &reading->issue->passages[reading->place.passage];
	for (size_t i = 0; i < passage->span_count; i++) {
		const struct span *span = &passage->spans[i];

		if (span->line == place.line &&
		    span->start <= reading->place.at)
			place.at = span->at;
		if (reading->place.at >= span->start &&
		    reading->place.at < span->end)
			place.at = span->at + reading->place.at - span->start;
	}
	return place;
}

static void go_printed(struct reading *reading, struct printed_place to)
{
	struct place place;

	if (to.line < reading->issue->line_count &&
	    issue_passage_at(reading->issue, to.line, to.at, &place.passage,
	                     &place.at))
		reading->place = place;
}

/* Takes the other issue that the session has now, and goes to the place again. */
static void take_issue(struct app *app, struct printed_place place)
{
	struct document *document = app->document;
	bool searched = reading_is_marked(&document->reading);

	document_take_issue(document);
	go_printed(&document->reading, place);
	if (searched)
		reading_mark(&document->reading,
		             buf_str(&document->last_search));
	view_stack_move(&document->opened, document->reading.place);
	document->settled.place = document->reading.place;
	app_leave_no_article(app);
}

static void say_kept(struct app *app, const char *done)
{
	struct buf path;

	buf_init(&path);
	home_path_add(&path, app->document->session->file.path);
	if (app->document->session->file.merged)
		/* TRANSLATORS: what was done, name of a file */
		app_say(app, _("%s; with what others changed; kept in %s"),
		        done, path.ptr);
	else
		/* TRANSLATORS: what was done, name of a file */
		app_say(app, _("%s; {UNDO} undoes it; kept in %s"), done,
		        path.ptr);
	buf_release(&path);
}

static void correct_tell(struct app *app, enum session_result result,
                         const char *done)
{
	switch (result) {
	case SESSION_DONE:
		say_kept(app, done);
		break;
	case SESSION_SAME:
		app_complain(app, "%s", _("That changes nothing here"));
		break;
	case SESSION_NONE:
		app_say(app, "%s", _("There is no correction to undo"));
		break;
	case SESSION_NOWHERE:
		app_complain(app, "%s",
		             _("What comes from a pipe cannot be corrected: "
		               "save it as a file first"));
		break;
	case SESSION_UNSAVED:
		app_complain(app, _("%s, but it is not kept: %s"), done,
		             app->document->session->file.save_error);
		break;
	case SESSION_UNLOADED:
		app_complain(app, "%s",
		             _("Nothing was corrected: the file cannot be "
		               "read any more"));
		break;
	case SESSION_CHANGED:
		app_complain(app,
		             _("The file has changed: {RELOAD} reads it again; "
		               "nothing was corrected"));
		break;
	}
}

/* The first line that is printed of a passage. */
static size_t correct_first_line(const struct issue *issue, size_t passage)
{
	return passage_line_at(&issue->passages[passage], 0);
}

size_t correct_line(const struct reading *reading,
                    enum correct_choice correction)
{
	size_t line = reading_line(reading);

	return line == NPOS || corrections[correction].scope == SCOPE_LINE
	               ? line
	               : correct_first_line(reading->issue,
	                                    reading->place.passage);
}

static void correct_apply(struct app *app, enum correct_choice correction,
                          size_t to)
{
	struct printed_place place = printed_place(&app->document->reading);
	size_t line = correct_line(&app->document->reading, correction);
	enum session_result result = session_correct(
		app->document->session, corrections[correction].kind, line, to);

	if (app->document->session->issue != app->document->reading.issue)
		take_issue(app, place);
	correct_tell(app, result, _(corrections[correction].done));
}

/* Is there running text before the paragraph of the cursor, in its article? */
static bool has_paragraph_before(const struct reading *reading)
{
	const struct issue *issue = reading->issue;
	size_t here = reading_part(reading);
	size_t from = here == NPOS ? reading->place.passage
	                           : issue->articles[here].passages.start;

	for (size_t i = from; i < reading->place.passage; i++)
		if (issue->passages[i].role == ROLE_BODY ||
		    issue->passages[i].role == ROLE_NOTE)
			return true;
	return false;
}

/* Attaches the text from the cursor on to article `to`, if that is on the same page. */
static void attach(struct app *app, enum correct_choice correction, size_t to)
{
	const struct issue *issue = app->document->reading.issue;
	size_t here = reading_part(&app->document->reading);

	if (here == NPOS) {
		app_complain(app, "%s", _("This is not part of an article"));
	} else if (to == NPOS) {
		app_complain(app, "%s",
		             _("There is no article before this one"));
	} else if (to >= issue->article_count) {
		app_complain(app, "%s",
		             _("There is no article after this one"));
	} else if (to == here) {
		app_complain(app, "%s", _("That is the article it is in"));
	} else if (issue->articles[to].page != issue->articles[here].page) {
		app_complain(app, "%s", _("That article is on another page"));
	} else {
		correct_apply(
			app, correction,
			correct_first_line(issue,
		                           issue->articles[to].passages.start));
	}
}

/* The part of an article that stands on the page of the cursor; where none does, the article
 * itself. */
static size_t correct_part_here(const struct app *app, size_t article)
{
	const struct reading *reading = &app->document->reading;
	const struct issue *issue = reading->issue;
	size_t page = reading_page(reading);

	for (size_t part = parts_whole(issue, article); part != NPOS;
	     part = parts_next(issue, part))
		if (issue->articles[part].page == page)
			return part;
	return article;
}

static void correct_accept_article(struct app *app)
{
	const struct str typed = str_trim(buf_str(&app->prompt.text));
	size_t number =
		number_read(typed, app->document->reading.issue->article_count);

	app->asking = ASK_NOTHING;
	if (number)
		attach(app, CORRECT_NUMBER, correct_part_here(app, number - 1));
	else if (typed.len)
		app_complain_of_number(app, typed);
	else
		app_say(app, "%s", _("Nothing was corrected"));
}

void correct_article_key(struct app *app, uint32_t key)
{
	enum line_editor_result result = line_editor_key(&app->prompt, key);

	if (result == LINE_EDITOR_ACCEPTED) {
		correct_accept_article(app);
	} else if (result == LINE_EDITOR_LEFT) {
		app->asking = ASK_NOTHING;
		app_say(app, "%s", _("Nothing was corrected"));
	}
}

bool correct_can(struct app *app)
{
	if (reading_line(&app->document->reading) == NPOS)
		app_say(app, "%s", _("There is no text in this issue."));
	else if (!app->document->session->file.path)
		correct_tell(app, SESSION_NOWHERE, "");
	else
		return true;
	return false;
}

void correct_do(struct app *app, enum correct_choice correction)
{
	size_t here = reading_part(&app->document->reading);

	if (!correct_can(app))
		return;
	if (corrections[correction].of_article && here == NPOS)
		app_complain(app, "%s", _("This is not part of an article"));
	else if (correction == CORRECT_JOIN &&
	         !has_paragraph_before(&app->document->reading))
		app_complain(app, "%s",
		             _("No paragraph stands before this one in its "
		               "article"));
	else if (correction == CORRECT_BEFORE)
		attach(app, correction, here ? here - 1 : NPOS);
	else if (correction == CORRECT_AFTER)
		attach(app, correction, here + 1);
	else if (correction == CORRECT_NUMBER)
		app_ask(app, ASK_ARTICLE, STR(""));
	else
		correct_apply(app, correction, NPOS);
}

/* The line of the cursor is looked for by its text, as its number may have changed. */
void correct_reload(struct app *app)
{
	struct printed_place place = printed_place(&app->document->reading);
	struct line_key key = { 0 };
	enum session_result result;
	size_t found;

	if (place.line != NPOS)
		key = line_key_of(app->document->reading.issue, place.line);
	result = session_reload(app->document->session,
	                        reading_page(&app->document->reading));
	if (result == SESSION_NOWHERE) {
		app_complain(app, "%s",
		             _("What comes from a pipe cannot be read again"));
	} else if (result == SESSION_UNLOADED) {
		app_complain(app, "%s",
		             _("The file cannot be read any more; this is "
		               "what it was"));
	} else {
		found = line_key_find(app->document->session->issue, &key);
		if (found != NPOS)
			place.line = found;
		take_issue(app, place);
		app_say(app, "%s", _("Read again"));
		app->document->odd_told = 0;
		loading_say_odd(app);
	}
}

void correct_undo(struct app *app)
{
	struct printed_place place = printed_place(&app->document->reading);
	enum session_result result = session_undo(
		app->document->session, reading_page(&app->document->reading));

	if (app->document->session->issue != app->document->reading.issue)
		take_issue(app, place);
	if (result == SESSION_DONE)
		app_say(app, "%s", _("The last correction is undone"));
	else
		correct_tell(app, result, _("The last correction is undone"));
}
