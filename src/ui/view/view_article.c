/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view.h"

#include "issue/parts.h"
#include "layout/article_layout.h"
#include "layout/vertical.h"
#include "ui/view/reading_end.h"

#define MEASURE_COLS 80 /* 40 em: what a person can read */

static void view_article_make(struct sheet *sheet,
                              const struct reading *reading,
                              const struct sheet_wish *wish)
{
	const struct vertical_style upright = { wish->rows, wish->cols,
		                                reading->ambiguous_cols,
		                                reading->settings->breaks };
	const struct article_style style = { wish->rows,
		                             wish->cols,
		                             MEASURE_COLS,
		                             wish->columns,
		                             reading->ambiguous_cols,
		                             reading->settings->breaks };

	if (wish->upright)
		vertical_article(sheet, reading->issue, wish->subject,
		                 &upright);
	else
		article_layout(sheet, reading->issue, wish->subject, &style);
}

static void view_article_draw(struct app *app, struct area area)
{
	size_t article = reading_article(&app->document->reading);

	if (article == NPOS) {
		canvas_text(&app->canvas, area, area.rows / 2, 2,
		            str_from(_("This is not part of an article.")),
		            STYLE_TEXT);
		return;
	}
	app->document->article.doubts_of = article;
	sheet_view_make(
		&app->document->article, &app->document->reading,
		(struct sheet_wish){
			article, area.rows, area.cols, app->columns,
			app->upright, false,
			parts_last(app->document->reading.issue, article) },
		view_article_make);
	sheet_view_draw(&app->document->article, &app->document->reading,
	                &app->canvas, area);
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
	app->columns = next;
	app_say(app, i18n_plural("%d column", "%d columns", (size_t)next),
	        next);
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

	if (command == COMMAND_COLUMNS) {
		choose_columns(app);
		return true;
	}
	if (!app->upright &&
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
	return sheet_view_click(&app->document->article,
	                        &app->document->reading, row, col);
}

/* Upright lines are not seen screen by screen. */
static void view_article_add_progress(struct buf *out, struct app *app)
{
	const struct screens screens =
		sheet_view_screens(&app->document->article);

	if (reading_article(&app->document->reading) == NPOS)
		return;
	if (app->upright)
		buf_addf(out, "%d%%",
		         sheet_view_percent(&app->document->article,
		                            &app->document->reading));
	else if (screens.count > 1)
		/* TRANSLATORS: which screen of an article, how many there are */
		buf_addf(out, _("screen %d/%d"), screens.here, screens.count);
}

const struct view view_article = {
	.title = N_("Article"),
	.hints = {
		{ COMMAND_SCREEN_DOWN, COMMAND_NONE, N_("screen"), NULL },
		VIEW_READING_HINTS,
		{ COMMAND_LIST, COMMAND_NONE, N_("list"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("page"), NULL },
		{ COMMAND_UP, COMMAND_DOWN, N_("line"), "" },
	},
	.draw = view_article_draw,
	.act = view_article_act,
	.click = view_article_click,
	.add_progress = view_article_add_progress,
};
