/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/action.h"

#include "issue/issue.h"
#include "issue/sureness.h"
#include "ui/ask/ask_bookmark.h"
#include "ui/ask/ask_command.h"
#include "ui/ask/ask_open.h"
#include "ui/ask/ask_save.h"
#include "ui/ask/ask_search.h"
#include "ui/ask/correct.h"
#include "ui/ask/external.h"
#include "ui/ask/marks.h"
#include "ui/loading.h"
#include "ui/navigate.h"
#include "ui/preference.h"
#include "ui/read_marks.h"
#include "ui/search_all.h"
#include "ui/step_hit.h"
#include "ui/turn_issue.h"
#include "ui/view/view.h"
#include "ui/word_act.h"

static void open(struct app *app);

/* Back to the jump that was followed last; false when there is none. */
static bool jump_back(struct app *app)
{
	if (!app->document->jump_count)
		return false;
	app->document->jump_count--;
	if (navigate_history(app, -1))
		app_say(app, "%s", _("Back at the jump"));
	return true;
}

static void action_follow(struct app *app, const struct passage *passage)
{
	const struct jump *jump = passage->jump;
	struct reading *reading = &app->document->reading;
	struct buf name;

	if (reading_go_article(reading, jump->article)) {
		app->document->jump_count++;
		return;
	}
	if (reading_go_page(reading,
	                    issue_page_by_number(reading->issue, jump->page,
	                                         passage->page))) {
		app->document->jump_count++;
		app_show(app, VIEW_PAGE);
		return;
	}
	if (loading_goes_on(app)) {
		loading_await(app, AWAIT_ISSUE, open);
		return;
	}
	buf_init(&name);
	if (jump->label.len)
		buf_add(&name, jump->label);
	else
		buf_addf(&name, "%zu", jump->page);
	app_complain(app, _("Page %s is not in this issue’s files"), name.ptr);
	buf_release(&name);
}

static void toggle(struct app *app)
{
	app->document->jump_count = 0;
	if (app_view(app) == VIEW_ARTICLE)
		app_show(app, VIEW_PAGE);
	else if (reading_article(&app->document->reading) != NPOS)
		app_show(app, VIEW_ARTICLE);
	else
		app_say(app, "%s", _("This is not part of an article"));
}

/* Page, article, both. */
static void turn_view(struct app *app)
{
	const enum view_id main = app_main(app);
	enum view_id next = main == VIEW_PAGE      ? VIEW_ARTICLE
	                    : main == VIEW_ARTICLE ? VIEW_BOTH
	                                           : VIEW_PAGE;

	if (next == VIEW_ARTICLE &&
	    reading_article(&app->document->reading) == NPOS)
		next = VIEW_BOTH;
	app_show(app, next);
}

static void open(struct app *app)
{
	const struct reading *reading = &app->document->reading;
	const struct passage *here =
		reading->issue->passage_count
			? &reading->issue->passages[reading->place.passage]
			: NULL;

	if (!view_is_main(app_view(app)))
		app_leave(app);
	else if (here && here->jump)
		action_follow(app, here);
	else
		toggle(app);
}

static void back(struct app *app)
{
	if (view_is_main(app_view(app)) && jump_back(app))
		return;
	if (!app_is_at_first(app))
		app_leave(app);
	else if (reading_is_marked(&app->document->reading))
		reading_forget(&app->document->reading);
	else
		app_say(app, _("{CLOSE} leaves; so does the menu, {MENU}"));
}

static void action_leave(struct app *app)
{
	app->running = false;
}

/* Closes one level, and at the page the program. */
static void close_level(struct app *app)
{
	if (app_is_at_first(app))
		action_leave(app);
	else
		back(app);
}

static void next_view(struct app *app)
{
	if (app_view(app) == VIEW_LIST)
		app_show(app, VIEW_ARTICLE);
	else if (app_view(app) == VIEW_PAGE)
		app_show(app, VIEW_LIST);
	else
		app_show(app, VIEW_PAGE);
}

static void no_columns(struct app *app)
{
	app_say(app, "%s",
	        _("The page has its own columns; those of an article can be "
	          "chosen"));
}

static void no_row(struct app *app)
{
	app_say(app, "%s", _("There is no row to delete here"));
}

static void no_measure(struct app *app)
{
	app_say(app, "%s",
	        _("The page has its own columns; how wide those of an article "
	          "are can be chosen"));
}

static void upright(struct app *app)
{
	app->document->upright = !app->document->upright;
}

static void unsure(struct app *app)
{
	struct reading *reading = &app->document->reading;

	if (!sureness_is_known(reading->issue)) {
		app_say(app, "%s",
		        _("The file does not say how sure its words are"));
		return;
	}
	reading->dims_unsure = !reading->dims_unsure;
	app_say(app, reading->dims_unsure
	                     ? _("Words that the OCR was unsure of are dim; "
	                         "{UNSURE} shows them as others")
	                     : _("Words that the OCR was unsure of are as "
	                         "others"));
}

static void letter(struct app *app)
{
	if (reading_go_letter(&app->document->reading))
		app_show(app, VIEW_ARTICLE);
	else if (loading_goes_on(app))
		loading_await(app, AWAIT_ISSUE, letter);
	else
		app_say(app, "%s", _("There is no letter in this issue"));
}

/* Those there are: more may come while they are listed. */
static void hits(struct app *app)
{
	loading_search_last(app);
	if (!app->document->last_search.len) {
		ask_search(app);
	} else if (!loading_has(app, AWAIT_HITS)) {
		loading_await(app, AWAIT_HITS, hits);
	} else if (!app->document->reading.hits.count) {
		app_complain(app, _("Not found: %s"),
		             app->document->last_search.ptr);
	} else {
		if (app->document->reading.hit == NPOS)
			reading_near_hit(&app->document->reading);
		app_show(app, VIEW_HITS);
	}
}

static void correction(struct app *app)
{
	if (!correct_can(app))
		return;
	app_show(app, VIEW_REPAIR);
}

static void undo(struct app *app)
{
	if (app_view(app) == VIEW_REPAIR)
		app_leave(app);
	correct_undo(app);
}

static void place_back(struct app *app)
{
	if (!navigate_history(app, -1))
		app_say(app, "%s", _("There is no place before this one"));
}

static void place_forth(struct app *app)
{
	if (!navigate_history(app, 1))
		app_say(app, "%s", _("There is no place after this one"));
}

static void redraw(struct app *app)
{
	app->wants_redraw = true;
}

/* Commands of the word cursor mean this where it is not on words.
 *
 * Commands that go elsewhere leave the way back from a jump behind.  A command without
 * a row or a function opens its view (view_opened_by()).  The command that opens the view
 * which has the keys closes it. */
static const struct {
	void (*act)(struct app *app);
	bool goes;
} actions[COMMAND_COUNT] = {
	[COMMAND_LEFT] = { navigate_prev_article, true },
	[COMMAND_RIGHT] = { navigate_next_article, true },
	[COMMAND_NEXT_ARTICLE] = { navigate_next_article, true },
	[COMMAND_PREV_ARTICLE] = { navigate_prev_article, true },
	[COMMAND_NEXT_PAGE] = { navigate_next_page, true },
	[COMMAND_PREV_PAGE] = { navigate_prev_page, true },
	[COMMAND_OPEN] = { open, false },
	[COMMAND_BACK] = { back, false },
	[COMMAND_CLOSE] = { close_level, false },
	[COMMAND_PLACE_BACK] = { place_back, true },
	[COMMAND_PLACE_FORTH] = { place_forth, true },
	[COMMAND_NEXT_VIEW] = { next_view, true },
	[COMMAND_TOGGLE] = { turn_view, true },
	[COMMAND_COLUMNS] = { no_columns, false },
	[COMMAND_WIDER] = { no_measure, false },
	[COMMAND_NARROWER] = { no_measure, false },
	[COMMAND_USUAL_MEASURE] = { no_measure, false },
	[COMMAND_THEME] = { preference_turn_theme, false },
	[COMMAND_LIST] = { NULL, true },
	[COMMAND_UPRIGHT] = { upright, false },
	[COMMAND_UNSURE] = { unsure, false },
	[COMMAND_UNREAD] = { read_marks_toggle, false },
	[COMMAND_NEXT_UNREAD] = { read_marks_next, true },
	[COMMAND_BOOKMARK] = { ask_bookmark, false },
	[COMMAND_BOOKMARKS] = { NULL, true },
	[COMMAND_DELETE] = { no_row, false },
	[COMMAND_OPEN_FILE] = { ask_open, true },
	[COMMAND_NEXT_ISSUE] = { turn_issue_next, false },
	[COMMAND_PREV_ISSUE] = { turn_issue_prev, false },
	[COMMAND_ISSUES] = { turn_issue_list, false },
	[COMMAND_CLOSE_ISSUE] = { turn_issue_close, false },
	[COMMAND_MAP] = { NULL, true },
	[COMMAND_LETTER] = { letter, true },
	[COMMAND_SEARCH] = { ask_search, true },
	[COMMAND_PROMPT] = { ask_command, false },
	[COMMAND_NEXT_HIT] = { step_hit_next, true },
	[COMMAND_PREV_HIT] = { step_hit_prev, true },
	[COMMAND_HITS] = { hits, true },
	[COMMAND_SEARCH_ALL] = { search_all_again, true },
	[COMMAND_EXPORT] = { ask_save_marked, false },
	[COMMAND_EXPORT_ISSUE] = { ask_save_issue, false },
	[COMMAND_TAG] = { marks_turn, false },
	[COMMAND_UNTAG] = { marks_clear, false },
	[COMMAND_COPY] = { external_copy, false },
	[COMMAND_COPY_ARTICLE] = { external_copy_article, false },
	[COMMAND_PIPE] = { external_pipe, false },
	[COMMAND_EDIT] = { external_edit, false },
	[COMMAND_WORD_CURSOR] = { word_act_turn, false },
	[COMMAND_ENTRY] = { word_act_entry, false },
	[COMMAND_NEXT_WORD] = { word_act_turn, false },
	[COMMAND_PREV_WORD] = { word_act_turn, false },
	[COMMAND_NEXT_SENTENCE] = { word_act_turn, false },
	[COMMAND_PREV_SENTENCE] = { word_act_turn, false },
	[COMMAND_COPY_WORD] = { word_act_turn, false },
	[COMMAND_COPY_SENTENCE] = { word_act_turn, false },
	[COMMAND_FIND_WORD] = { word_act_turn, false },
	[COMMAND_REPAIR] = { correction, false },
	[COMMAND_UNDO] = { undo, false },
	[COMMAND_RELOAD] = { correct_reload, true },
	[COMMAND_REDRAW] = { redraw, false },
	[COMMAND_LEAVE] = { action_leave, false },
};

void action_do(struct app *app, enum command command)
{
	if (actions[command].goes)
		app->document->jump_count = 0;
	if (view_opened_by(command) == app_view(app))
		app_leave(app);
	else if (actions[command].act)
		actions[command].act(app);
	else if (view_opened_by(command) != VIEW_NONE)
		app_show(app, view_opened_by(command));
}
