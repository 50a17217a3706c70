/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view.h"

#include "base/num.h"
#include "issue/parts.h"
#include "layout/article_layout.h"
#include "layout/leading.h"
#include "layout/vertical.h"
#include "ui/preference.h"
#include "ui/view/article_words.h"
#include "ui/view/pinyin_row.h"
#include "ui/view/reading_end.h"
#include "ui/view/word_marks.h"
#include "ui/word_act.h"

#define MEASURE_COLS 80 /* 40 em: what a person can read */
#define STEP_COLS    4  /* by which a measure is made wider or narrower */

/* The widest measure that is wanted. */
static int view_article_measure(int chosen_cols)
{
	return chosen_cols ? chosen_cols : MEASURE_COLS;
}

/* A measure that was chosen decides how many columns there are. */
static int view_article_columns(const struct sheet_wish *wish)
{
	return wish->columns || !wish->measure_cols
	               ? wish->columns
	               : article_columns_of(wish->cols, wish->measure_cols);
}

static void view_article_make(struct sheet *sheet,
                              const struct reading *reading,
                              const struct sheet_wish *wish)
{
	const struct vertical_style upright = { wish->rows, wish->cols,
		                                reading->ambiguous_cols,
		                                reading->settings->breaks };
	const struct article_style style = {
		wish->leads ? (wish->rows + 1) / 2 : wish->rows,
		wish->cols,
		view_article_measure(wish->measure_cols),
		view_article_columns(wish),
		reading->ambiguous_cols,
		reading->settings->breaks,
		true
	};

	if (wish->upright)
		vertical_article(sheet, reading->issue, wish->subject,
		                 &upright);
	else
		article_layout(sheet, reading->issue, wish->subject, &style);
	if (wish->leads)
		leading_add(sheet);
}

static struct sheet_wish view_article_wish(struct app *app, size_t article,
                                           struct area area)
{
	const struct document *document = app->document;

	return (struct sheet_wish){
		.subject = article,
		.rows = area.rows,
		.cols = area.cols,
		.columns = document->columns ? document->columns
		                             : app->settings.columns,
		.measure_cols = app->settings.measure_cols,
		.upright = document->upright,
		.leads = app->settings.pinyin_line && !document->upright &&
		         app_main(app) == VIEW_ARTICLE &&
		         document->word_cursor.is_on,
		.last_part = parts_last(document->reading.issue, article)
	};
}

/* Sets the article as it is wished for; where rows for pinyin come or go, the line of the
 * cursor stays in its row of the window. */
static void view_article_set(struct app *app, struct sheet_wish wish)
{
	struct sheet_view *view = &app->document->article;
	const struct reading *reading = &app->document->reading;
	const size_t before = sheet_view_focus(view, reading);
	const bool keeps = before != NPOS && wish.leads != view->made_for.leads;
	const int row =
		keeps ? view->sheet.slugs[before].row - view->top_row : 0;
	size_t line;

	sheet_view_make(view, reading, wish, view_article_make);
	line = sheet_view_focus(view, reading);
	if (keeps && line != NPOS)
		view->top_row = view->sheet.slugs[line].row - row;
}

static void view_article_draw(struct app *app, struct area area)
{
	struct document *document = app->document;
	size_t article = reading_article(&document->reading);

	if (article == NPOS) {
		canvas_text(&app->canvas, area, area.rows / 2, 2,
		            str_from(_("This is not part of an article.")),
		            STYLE_TEXT);
		return;
	}
	document->article.doubts_of = article;
	view_article_set(app, view_article_wish(app, article, area));
	document->reading.chosen = word_act_is_on(app) ? word_act_word(app)
	                                               : (struct range){ 0, 0 };
	sheet_view_draw(&document->article, &document->reading, &app->canvas,
	                area);
	document->reading.chosen = (struct range){ 0, 0 };
	article_words_draw(app, area, article);
	if (word_act_is_on(app))
		word_marks_draw(app);
	if (word_act_is_on(app) && document->article.made_for.leads)
		pinyin_row_draw(app);
}

/* Sets one column more, or one column after as many as the window has room for. */
static void choose_columns(struct app *app)
{
	int most = article_columns_most(app->document->article.made_for.cols);
	int next = app->document->article.sheet.columns % most + 1;

	if (most == 1) {
		app_say(app, "%s", _("There is room for one column"));
		return;
	}
	app->document->columns = next;
	app_say(app, i18n_plural("%d column", "%d columns", (size_t)next),
	        next);
}

/* The measure of the columns that are shown, changed by a step; the article has as many of
 * them as fit then, unless their number was chosen. */
static void change_measure(struct app *app, int step_cols)
{
	const struct sheet_view *view = &app->document->article;
	const struct sheet_wish *wish = &view->made_for;
	int wanted = view_article_measure(wish->measure_cols);
	/* Nothing has been set yet where the window is too small. */
	int shown = larger(1, view->sheet.columns);
	int now = article_measure(wish->cols, shown, wanted);
	int next = now + step_cols;
	int columns =
		wish->columns ? shown : article_columns_of(wish->cols, next);

	if (next < MEASURE_LEAST_COLS || next > MEASURE_MOST_COLS)
		app_say(app,
		        i18n_plural("Columns are %d cell wide; that is the "
		                    "limit",
		                    "Columns are %d cells wide; that is the "
		                    "limit",
		                    (size_t)now),
		        now);
	else if (article_measure(wish->cols, columns, next) != next)
		app_say(app, "%s", _("There is no room for wider columns"));
	else {
		preference_set_measure(app, next);
		app_say(app,
		        i18n_plural("Columns of %d cell", "Columns of %d cells",
		                    (size_t)next),
		        next);
	}
}

static void take_usual_measure(struct app *app)
{
	preference_set_measure(app, 0);
	app_say(app, "%s", _("Columns of the usual width"));
}

/* Takes a command that is about columns and their measure; false: it is none. */
static bool act_on_columns(struct app *app, enum command command)
{
	if (command != COMMAND_COLUMNS && command != COMMAND_WIDER &&
	    command != COMMAND_NARROWER && command != COMMAND_USUAL_MEASURE)
		return false;
	/* Nothing is set, then, and has columns. */
	if (reading_article(&app->document->reading) == NPOS)
		app_say(app, "%s", _("This is not part of an article"));
	else if (command == COMMAND_COLUMNS)
		choose_columns(app);
	else if (app->document->upright)
		app_say(app, "%s",
		        _("Lines that run downwards are as long as the window "
		          "is high"));
	else if (command == COMMAND_USUAL_MEASURE)
		take_usual_measure(app);
	else
		change_measure(app, command == COMMAND_WIDER ? STEP_COLS
		                                             : -STEP_COLS);
	return true;
}

/* In columns, the screens of an article come before the next article. */
static bool turn_sideways(struct app *app, enum command command)
{
	struct sheet_view *article = &app->document->article;

	return article->sheet.turn_rows &&
	       sheet_view_move(article, &app->document->reading,
	                       command == COMMAND_RIGHT
	                               ? COMMAND_SCREEN_DOWN
	                               : COMMAND_SCREEN_UP) == SHEET_MOVED;
}

static bool view_article_act(struct app *app, enum command command)
{
	enum sheet_moved moved;

	if (word_act(app, command))
		return true;
	if (act_on_columns(app, command))
		return true;
	if (!app->document->upright &&
	    (command == COMMAND_LEFT || command == COMMAND_RIGHT))
		return turn_sideways(app, command);
	moved = sheet_view_move(&app->document->article,
	                        &app->document->reading, command);
	if (moved == SHEET_AT_END || moved == SHEET_AT_BEGINNING)
		reading_end_article(app, command, moved);
	return moved != SHEET_NOT_MINE;
}

static bool view_article_click(struct app *app, int row, int col)
{
	if (word_act_is_on(app)) {
		word_act_click(app, row, col);
		return false;
	}
	return sheet_view_click(&app->document->article,
	                        &app->document->reading, row, col);
}

static void view_article_wheel(struct app *app, int rows, int row, int col)
{
	const enum sheet_moved moved = sheet_view_wheel(
		&app->document->article, &app->document->reading, rows);

	(void)row;
	(void)col;
	if (moved == SHEET_AT_END || moved == SHEET_AT_BEGINNING)
		reading_end_article(app, rows > 0 ? COMMAND_DOWN : COMMAND_UP,
		                    moved);
}

/* Upright lines are not seen screen by screen. */
static void view_article_add_progress(struct buf *out, struct app *app)
{
	const struct screens screens =
		sheet_view_screens(&app->document->article);

	if (reading_article(&app->document->reading) == NPOS)
		return;
	if (app->document->upright)
		buf_addf(out, "%d%%",
		         sheet_view_percent(&app->document->article,
		                            &app->document->reading));
	else if (screens.count > 1)
		/* TRANSLATORS: which screen of an article, how many there are */
		buf_addf(out, _("screen %d/%d"), screens.here, screens.count);
}

static void view_article_go_percent(struct app *app, int percent)
{
	sheet_view_go_percent(&app->document->article, &app->document->reading,
	                      percent);
}

const struct view view_article = {
	.title = N_("Article"),
	.hints = {
		{ COMMAND_SCREEN_DOWN, COMMAND_NONE, N_("screen"), NULL },
		VIEW_READING_HINTS,
		{ COMMAND_LIST, COMMAND_NONE, N_("list"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("page view"), NULL },
		{ COMMAND_UP, COMMAND_DOWN, N_("line"), "" },
	},
	.draw = view_article_draw,
	.act = view_article_act,
	.click = view_article_click,
	.wheel = view_article_wheel,
	.add_progress = view_article_add_progress,
	.go_percent = view_article_go_percent,
};
