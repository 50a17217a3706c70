/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view.h"

#include "base/num.h"

#define BESIDE_COLS        72 /* narrower, the article stands under its page */
#define ARTICLE_LEAST_COLS 36
#define ARTICLE_MOST_COLS  84
#define LEAST_ROWS         3 /* lower, the side that has the keys stands alone */

/* What the view keeps. */
struct both_state {
	bool keys_on_page; /* keys move on the page, not in the article */
};

static bool *keys_on_page(struct app *app)
{
	struct both_state *state = view_state(app, VIEW_BOTH);

	return &state->keys_on_page;
}

/* The rooms of the page and of its article, and the rule between them. */
struct rooms {
	struct area page, rule, article;
};

static struct rooms rooms_in(struct area area)
{
	struct rooms rooms = { area, area, area };

	if (area.cols >= BESIDE_COLS) {
		rooms.article.cols =
			smaller(larger(area.cols / 2 - 2, ARTICLE_LEAST_COLS),
		                ARTICLE_MOST_COLS);
		rooms.page.cols = area.cols - rooms.article.cols - 1;
		rooms.rule.col += rooms.page.cols;
		rooms.rule.cols = 1;
		rooms.article.col = rooms.rule.col + 1;
	} else {
		rooms.page.rows = area.rows / 2;
		rooms.rule.row += rooms.page.rows;
		rooms.rule.rows = 1;
		rooms.article.row = rooms.rule.row + 1;
		rooms.article.rows = area.rows - rooms.page.rows - 1;
	}
	return rooms;
}

static void draw_rule(struct app *app, struct area rule)
{
	bool upright = rule.cols == 1, ascii = app->canvas.ambiguous_cols == 2;
	struct str shape =
		str_from(upright ? (ascii ? "|" : "┃") : (ascii ? "-" : "━"));

	for (int row = 0; row < rule.rows; row++)
		for (int col = 0; col < rule.cols; col++)
			canvas_text(&app->canvas, rule, row, col, shape,
			            STYLE_RULE);
}

/* The side that the keys move. */
static const struct view *view_both_side(struct app *app)
{
	return *keys_on_page(app) ? &view_page : &view_article;
}

/* The side that has the keys is drawn last, so that the terminal cursor stands there. */
static void view_both_draw(struct app *app, struct area area)
{
	const struct rooms rooms = rooms_in(area);
	bool page_last = *keys_on_page(app);

	if (area.cols < BESIDE_COLS && area.rows < LEAST_ROWS) {
		view_both_side(app)->draw(app, area);
		return;
	}
	if (page_last)
		view_article.draw(app, rooms.article);
	view_page.draw(app, rooms.page);
	if (!page_last)
		view_article.draw(app, rooms.article);
	draw_rule(app, rooms.rule);
}

static bool view_both_act(struct app *app, enum command command)
{
	bool *on_page = keys_on_page(app);

	if (command == COMMAND_NEXT_VIEW) {
		*on_page = !*on_page;
		app_say(app, "%s",
		        *on_page ? _("The keys move on the page")
		                 : _("The keys move in the article"));
		return true;
	}
	return view_both_side(app)->act(app, command);
}

static bool is_on_page(const struct app *app, int row, int col)
{
	return area_has(app->document->page.room, row, col);
}

/* A click gives its side the keys. */
static bool view_both_click(struct app *app, int row, int col)
{
	*keys_on_page(app) = is_on_page(app, row, col);
	return view_both_side(app)->click(app, row, col);
}

/* The wheel moves the side that it is on. */
static void view_both_wheel(struct app *app, int rows, int row, int col)
{
	const struct view *side =
		is_on_page(app, row, col) ? &view_page : &view_article;

	side->wheel(app, rows, row, col);
}

static void view_both_add_progress(struct buf *out, struct app *app)
{
	view_both_side(app)->add_progress(out, app);
}

static void view_both_go_percent(struct app *app, int percent)
{
	view_both_side(app)->go_percent(app, percent);
}

const struct view view_both = {
	.title = N_("Both"),
	.hints = {
		{ COMMAND_SCREEN_DOWN, COMMAND_NONE, N_("screen"), NULL },
		{ COMMAND_NEXT_VIEW, COMMAND_NONE, N_("other side"), NULL },
		VIEW_READING_HINTS,
		{ COMMAND_UP, COMMAND_DOWN, N_("line"), "" },
	},
	.draw = view_both_draw,
	.act = view_both_act,
	.click = view_both_click,
	.wheel = view_both_wheel,
	.add_progress = view_both_add_progress,
	.go_percent = view_both_go_percent,
	.state_bytes = sizeof(struct both_state),
};
