/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/action.h"

#include "issue/issue.h"
#include "ui/ask.h"
#include "ui/correct.h"
#include "ui/loading.h"

static void step_article(struct app *app, long by)
{
	size_t here = reading_article(&app->reading);
	size_t to = here == NPOS ? 0 : here + (size_t)by;
	bool done = reading_go_article(&app->reading, to);

	while (!done && by > 0 && loading_page(app))
		done = reading_go_article(&app->reading, to);
	if (!done)
		app_say(app, "%s",
		        by > 0 ? _("This is the last article")
		               : _("This is the first article"));
}

static void next_article(struct app *app)
{
	step_article(app, 1);
}

static void prev_article(struct app *app)
{
	step_article(app, -1);
}

/* Pages without text are passed over. */
static void step_page(struct app *app, long by)
{
	const struct issue *issue = app->reading.issue;
	size_t page = reading_page(&app->reading);

	if (page != NPOS)
		for (page += (size_t)by;
		     page < issue->pages_read || (by > 0 && loading_page(app));
		     page += (size_t)by)
			if (reading_go_page(&app->reading, page))
				return;
	app_say(app, "%s",
	        by > 0 ? _("This is the last page of the issue")
	               : _("This is the first page of the issue"));
}

static void next_page(struct app *app)
{
	step_page(app, 1);
}

static void prev_page(struct app *app)
{
	step_page(app, -1);
}

static void open(struct app *app);

static void follow(struct app *app, const struct passage *passage)
{
	const struct jump *jump = passage->jump;
	struct reading *reading = &app->reading;
	struct buf name;

	if (reading_go_article(reading, jump->article) ||
	    reading_go_page(reading,
	                    issue_page_by_number(reading->issue, jump->page,
	                                         passage->page))) {
		app_show(app, VIEW_PAGE);
		return;
	}
	if (app_has_work(app)) {
		loading_await(app, NPOS, open);
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
	if (app->main == VIEW_ARTICLE)
		app_show(app, VIEW_PAGE);
	else if (reading_article(&app->reading) != NPOS)
		app_show(app, VIEW_ARTICLE);
	else
		app_say(app, "%s", _("This is not part of an article"));
}

static void open(struct app *app)
{
	const struct reading *reading = &app->reading;
	const struct passage *here =
		reading->issue->passage_count
			? &reading->issue->passages[reading->place.passage]
			: NULL;

	if (app->over != VIEW_NONE)
		app_leave(app);
	else if (here && here->jump)
		follow(app, here);
	else
		toggle(app);
}

static void back(struct app *app)
{
	if (app->over != VIEW_NONE)
		app_leave(app);
	else if (app->main == VIEW_ARTICLE)
		app_show(app, VIEW_PAGE);
	else if (app->reading.hits.count)
		reading_forget(&app->reading);
	else
		app_say(app, "%s", _("q leaves; so does the menu, 0"));
}

static void leave(struct app *app)
{
	app->running = false;
}

/* A key that is meant: it leaves the page too. */
static void close_level(struct app *app)
{
	if (app->over == VIEW_NONE && app->main == VIEW_PAGE)
		leave(app);
	else
		back(app);
}

static void next_view(struct app *app)
{
	if (app->over == VIEW_LIST)
		app_show(app, VIEW_ARTICLE);
	else if (app->over == VIEW_NONE && app->main == VIEW_PAGE)
		app_show(app, VIEW_LIST);
	else
		app_show(app, VIEW_PAGE);
}

static void list(struct app *app)
{
	app_show(app, VIEW_LIST);
}

static void letter(struct app *app)
{
	if (reading_go_letter(&app->reading))
		app_show(app, VIEW_ARTICLE);
	else if (app_has_work(app))
		loading_await(app, NPOS, letter);
	else
		app_say(app, "%s", _("There is no letter in this issue"));
}

/* From the last hit to the first, or back. */
static void say_turn(struct app *app, size_t before, int by)
{
	size_t hit = app->reading.hit;

	if (before == NPOS || app->reading.hits.count < 2)
		return;
	if (by > 0 && hit <= before)
		app_say(app, "%s", _("From the beginning of the issue again"));
	else if (by < 0 && hit >= before)
		app_say(app, "%s", _("From the end of the issue again"));
}

static void next_hit(struct app *app);
static void prev_hit(struct app *app);

static void step_hit(struct app *app, int by)
{
	size_t before = app->reading.hit;

	if (!app->reading.hits.count && app->last_search.len)
		reading_mark(&app->reading, buf_str(&app->last_search));
	if (!app->last_search.len) {
		ask_search(app);
	} else if (app_has_work(app) && reading_turns(&app->reading, by)) {
		loading_await(app, NPOS, by > 0 ? next_hit : prev_hit);
	} else if (!reading_step_hit(&app->reading, by)) {
		app_complain(app, _("Not found: %s"), app->last_search.ptr);
	} else {
		ask_show_hit(app);
		say_turn(app, before, by);
	}
}

static void next_hit(struct app *app)
{
	step_hit(app, 1);
}

static void prev_hit(struct app *app)
{
	step_hit(app, -1);
}

static void export_article(struct app *app)
{
	size_t article = reading_article(&app->reading);

	if (article == NPOS)
		app_say(app, "%s", _("This is not part of an article"));
	else
		ask_file(app, article);
}

static void ask_issue(struct app *app)
{
	ask_file(app, NPOS);
}

static void export_issue(struct app *app)
{
	loading_await(app, NPOS, ask_issue);
}

static void facts(struct app *app)
{
	app_show(app, VIEW_FACTS);
}

static void repair(struct app *app)
{
	app->repair_at = 0;
	app_show(app, VIEW_REPAIR);
}

static void undo(struct app *app)
{
	if (app->over == VIEW_REPAIR)
		app_leave(app);
	correct_undo(app);
}

static void menu(struct app *app)
{
	app->menu_at = 0;
	app_show(app, VIEW_MENU);
}

static void help(struct app *app)
{
	app_show(app, VIEW_HELP);
}

static void redraw(struct app *app)
{
	app->wants_redraw = true;
}

void action_do(struct app *app, enum command command)
{
	static void (*const actions[COMMAND_COUNT])(struct app *) = {
		[COMMAND_LEFT] = prev_article,
		[COMMAND_RIGHT] = next_article,
		[COMMAND_NEXT_ARTICLE] = next_article,
		[COMMAND_PREV_ARTICLE] = prev_article,
		[COMMAND_NEXT_PAGE] = next_page,
		[COMMAND_PREV_PAGE] = prev_page,
		[COMMAND_OPEN] = open,
		[COMMAND_BACK] = back,
		[COMMAND_CLOSE] = close_level,
		[COMMAND_NEXT_VIEW] = next_view,
		[COMMAND_TOGGLE] = toggle,
		[COMMAND_LIST] = list,
		[COMMAND_LETTER] = letter,
		[COMMAND_SEARCH] = ask_search,
		[COMMAND_NEXT_HIT] = next_hit,
		[COMMAND_PREV_HIT] = prev_hit,
		[COMMAND_EXPORT] = export_article,
		[COMMAND_EXPORT_ISSUE] = export_issue,
		[COMMAND_FACTS] = facts,
		[COMMAND_REPAIR] = repair,
		[COMMAND_UNDO] = undo,
		[COMMAND_MENU] = menu,
		[COMMAND_HELP] = help,
		[COMMAND_REDRAW] = redraw,
		[COMMAND_LEAVE] = leave,
	};

	if (actions[command])
		actions[command](app);
}
