/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/num.h"
#include "issue/issue.h"
#include "ui/ask/ask_filter.h"
#include "ui/ask/ask_save.h"
#include "ui/loading.h"
#include "ui/view/focus_mark.h"
#include "ui/view/hit_rows.h"
#include "ui/view/hit_words.h"
#include "ui/view/list_lines.h"
#include "ui/view/view.h"

#include <stdlib.h>

#define MARK_COL    1 /* of the cursor */
#define WORDS_COL   3 /* where words begin */
#define GAP_COLS    1
#define LINE_FROM   60 /* columns of a list that names printed lines */
#define LINE_COLS   7  /* "l. 1234" */
#define MARGIN_COLS 1  /* at the right */

/* All hits with the words around them, under the headlines of their articles, under the
 * pages of these. */

/* What the list of hits keeps. */
struct hits_state {
	struct hit_rows rows; /* owned: which rows are hits, which headlines */
	int top_row, window_rows;
	struct area drawn; /* where it was drawn last */
};

/* "6 hits"; "6+ hits" while more may be found. */
static void add_count(struct buf *out, struct app *app,
                      const struct hits_state *state, size_t entry)
{
	const struct hit_rows *rows = &state->rows;
	size_t count = hit_rows_in_group(rows, entry);
	bool may_grow = entry + count == rows->seen &&
	                (!loading_searched_all(app) ||
	                 filter_has_work(&app->document->hits_filter));

	if (may_grow)
		buf_addf(out, _("%zu+ hits"), count);
	else
		buf_addf(out, i18n_plural("%zu hit", "%zu hits", count), count);
}

/* "4 Headline ········ 6 hits" */
static void draw_article(struct app *app, const struct hits_state *state,
                         struct area area, int row, size_t entry)
{
	struct canvas *canvas = &app->canvas;
	struct reading *reading = &app->document->reading;
	size_t article = reading_hit_article(
		reading, filter_item(&app->document->hits_filter, entry));
	int count_cols, count_col, col;
	struct buf text;

	buf_init(&text);
	add_count(&text, app, state, entry);
	count_cols = text_cols(buf_str(&text), canvas->ambiguous_cols);
	count_col = area.cols - MARGIN_COLS - count_cols;
	canvas_text(canvas, area, row, count_col, buf_str(&text), STYLE_SMALL);
	buf_clear(&text);
	if (article == NPOS)
		buf_add_c(&text, _("Not part of an article"));
	else
		buf_addf(&text, "%zu ", article + 1);
	if (article != NPOS)
		buf_add(&text, reading_name(reading, article));
	col = MARK_COL + canvas_fit(canvas, area, row, MARK_COL,
	                            count_col - GAP_COLS - MARK_COL,
	                            buf_str(&text), STYLE_HEAD);
	list_lines_draw_leaders(canvas, area, row, col, count_col);
	buf_release(&text);
}

/* "l. 63", flush right: the printed line that a hit begins in. */
static void draw_line(struct app *app, struct area area, int row, size_t hit)
{
	const struct issue *issue = app->document->reading.issue;
	const struct hit *at = &app->document->reading.hits.items[hit];
	size_t line = passage_line_at(&issue->passages[at->passage], at->start);
	struct buf text;

	if (line == NPOS)
		return;
	buf_init(&text);
	/* TRANSLATORS: number of a line of the file */
	buf_addf(&text, _("l. %zu"), issue->lines[line].number);
	canvas_text(
		&app->canvas, area, row,
		area.cols - MARGIN_COLS -
			text_cols(buf_str(&text), app->canvas.ambiguous_cols),
		buf_str(&text), STYLE_SMALL);
	buf_release(&text);
}

/* "▸ …words before, the hit, words behind…   l. 63" */
static void draw_hit(struct app *app, struct area area, int row, size_t hit)
{
	const struct reading *reading = &app->document->reading;
	struct area left = area;
	struct hit_words words;

	left.cols -= MARGIN_COLS;
	if (area.cols >= LINE_FROM) {
		draw_line(app, area, row, hit);
		left.cols -= LINE_COLS + GAP_COLS;
	}
	words = hit_words_fit(reading, hit, left.cols - WORDS_COL);
	hit_words_draw(&words, reading, &app->canvas, left, row, WORDS_COL);
	if (hit == reading->hit)
		focus_mark_draw(&app->canvas, area, row, MARK_COL);
}

/* Scrolls so that an entry is in sight, with the headline and rule right above it. */
static void scroll_to(struct hits_state *state, struct area area, size_t entry)
{
	int row = (int)hit_rows_of(&state->rows, entry);
	int first = (int)hit_rows_top_of(&state->rows, entry);

	if (row >= state->top_row + area.rows)
		state->top_row = row + 1 - area.rows;
	if (first < state->top_row)
		state->top_row = first;
}

static void view_hits_draw_row(struct app *app, const struct hits_state *state,
                               struct area area, int row)
{
	struct hit_row at =
		hit_rows_at(&state->rows, (size_t)(state->top_row + row));
	const struct reading *reading = &app->document->reading;
	size_t hit = filter_item(&app->document->hits_filter, at.entry);

	switch (at.kind) {
	case HIT_ROW_RULE:
		list_lines_draw_page(
			app, area, row,
			reading->issue
				->passages[reading->hits.items[hit].passage]
				.page);
		break;
	case HIT_ROW_HEAD:
		draw_article(app, state, area, row, at.entry);
		break;
	case HIT_ROW_HIT:
		draw_hit(app, area, row, hit);
		break;
	}
}

static void view_hits_draw(struct app *app, struct area area)
{
	const struct filter *filter = &app->document->hits_filter;
	size_t here = filter_here(filter), count = filter_count(filter);
	struct hits_state *state = view_state(app, VIEW_HITS);
	int rows;

	hit_rows_follow(&state->rows, filter);
	rows = (int)hit_rows_count(&state->rows);
	state->window_rows = area.rows;
	state->drawn = area;
	view_draw_none_left(app, area, filter, _("No hit matches."));
	if (!count)
		return;
	scroll_to(state, area, here == NPOS ? 0 : here);
	for (int row = 0; row < area.rows && state->top_row + row < rows; row++)
		view_hits_draw_row(app, state, area, row);
}

/* Moves the cursor by a command that moves; false for other commands. */
static bool view_hits_move(struct app *app, enum command command)
{
	const struct hits_state *state = view_state(app, VIEW_HITS);
	const struct filter *filter = &app->document->hits_filter;
	long by = view_rows_moved(command, state->window_rows,
	                          (int)app->document->reading.hits.count);
	long last = (long)filter_count(filter) - 1;
	size_t here = filter_here(filter);
	long to = (here == NPOS ? 0 : (long)here) + by;

	if (!by)
		return false;
	if (to > last)
		to = last;
	if (last >= 0)
		reading_go_hit(&app->document->reading,
		               filter_item(filter, to > 0 ? (size_t)to : 0));
	return true;
}

/* To the first hit behind the cursor that is of another article. */
static void view_hits_step_article(struct app *app)
{
	struct reading *reading = &app->document->reading;
	const struct filter *filter = &app->document->hits_filter;
	size_t here = filter_here(filter), count = filter_count(filter);
	size_t article;

	if (here == NPOS || here >= count)
		return;
	article = reading_hit_article(reading, filter_item(filter, here));
	while (here + 1 < count &&
	       reading_hit_article(reading, filter_item(filter, here)) ==
	               article)
		here++;
	reading_go_hit(reading, filter_item(filter, here));
}

static void view_hits_go(struct app *app, size_t entry)
{
	reading_go_hit(&app->document->reading,
	               filter_item(&app->document->hits_filter, entry));
}

/* A rule or headline stands for the first hit below it. */
static bool view_hits_click(struct app *app, int row, int col)
{
	const struct filter *filter = &app->document->hits_filter;
	const struct hits_state *state = view_state(app, VIEW_HITS);
	size_t here = filter_here(filter),
	       at = (size_t)(state->top_row + row - state->drawn.row);
	struct hit_row clicked;

	if (!area_has(state->drawn, row, col) ||
	    at >= hit_rows_count(&state->rows))
		return false;
	clicked = hit_rows_at(&state->rows, at);
	view_hits_go(app, clicked.entry);
	return clicked.entry == here && clicked.kind == HIT_ROW_HIT;
}

/* At an end the cursor moves. */
static void view_hits_wheel(struct app *app, int rows, int row, int col)
{
	struct hits_state *state = view_state(app, VIEW_HITS);
	const struct filter *filter = &app->document->hits_filter;
	size_t here = filter_here(filter), count = filter_count(filter);
	int last_top = (int)hit_rows_count(&state->rows) - state->window_rows;
	int top = larger(0, smaller(state->top_row + rows, last_top));

	(void)row;
	(void)col;
	if (!count)
		return;
	if (top == state->top_row) {
		for (int i = abs(rows); i > 0; i--)
			view_hits_move(app,
			               rows > 0 ? COMMAND_DOWN : COMMAND_UP);
		return;
	}
	state->top_row = top;
	if (here == NPOS)
		here = 0;
	while (here + 1 < count &&
	       (int)hit_rows_top_of(&state->rows, here) < top)
		here++;
	while (here > 0 &&
	       (int)hit_rows_of(&state->rows, here) >= top + state->window_rows)
		here--;
	view_hits_go(app, here);
}

static bool view_hits_act(struct app *app, enum command command)
{
	const struct filter *filter = &app->document->hits_filter;

	if (view_hits_move(app, command))
		return true;
	switch (command) {
	case COMMAND_SEARCH:
		ask_filter(app);
		return true;
	case COMMAND_OPEN:
	case COMMAND_RIGHT:
		if (filter_count(filter))
			app_show_hit(app);
		return true;
	case COMMAND_EXPORT:
		ask_save_hits(app);
		return true;
	default:
		return ask_filter_leave(app, command);
	}
}

static void view_hits_enter(void *state)
{
	((struct hits_state *)state)->top_row = 0;
}

static void view_hits_release(void *state)
{
	hit_rows_release(&((struct hits_state *)state)->rows);
}

const struct view view_hits = {
	.title = N_("Hits"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("go there"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_SEARCH, COMMAND_NONE, N_("filter"), NULL },
		{ COMMAND_EXPORT, COMMAND_NONE, N_("save"), NULL },
		{ COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },
	},
	.draw = view_hits_draw,
	.act = view_hits_act,
	.click = view_hits_click,
	.wheel = view_hits_wheel,
	.step_article = view_hits_step_article,
	.state_bytes = sizeof(struct hits_state),
	.enter = view_hits_enter,
	.release = view_hits_release,
};
