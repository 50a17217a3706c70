/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/num.h"
#include "issue/issue.h"
#include "search/report.h"
#include "search/seams.h"
#include "ui/ask/ask_filter.h"
#include "ui/ask/ask_save.h"
#include "ui/ask/filter_items.h"
#include "ui/view/focus_mark.h"
#include "ui/view/highlight.h"
#include "ui/view/hit_rows.h"
#include "ui/view/view.h"

#include <stdlib.h>

#define PLACE_COL  2
#define PLACE_COLS 12 /* "p. 12  l. 345", at least */
#define GAP_COLS   1

/* All hits with the words around them, under the headlines of their articles. */

/* What the list of hits keeps. */
struct hits_state {
	struct hit_rows rows; /* owned: which rows are hits, which headlines */
	int top_row, window_rows;
	struct area drawn; /* where it was drawn last */
};

static void draw_article(struct app *app, struct area area, int row,
                         size_t article)
{
	struct buf text;

	buf_init(&text);
	if (article == NPOS)
		buf_add_c(&text, _("Not part of an article"));
	else
		buf_addf(&text, "%zu ", article + 1);
	if (article != NPOS)
		buf_add(&text, reading_name(&app->document->reading, article));
	canvas_fit(&app->canvas, area, row, 1, area.cols - 2, buf_str(&text),
	           STYLE_HEAD);
	buf_release(&text);
}

/* "p. 1  l. 63"; of several issues, the day before it. */
static void add_place(struct buf *out, const struct app *app, size_t hit)
{
	const struct issue *issue = app->document->reading.issue;
	const struct hit *at = &app->document->reading.hits.items[hit];
	const struct passage *passage = &issue->passages[at->passage];
	size_t line = passage_line_at(passage, at->start);

	reading_add_day(out, issue, passage->page);
	/* TRANSLATORS: number of a page, of a line of the file */
	buf_addf(out, _("p. %zu  l. %zu"), issue->pages[passage->page].number,
	         line == NPOS ? 0 : issue->lines[line].number);
}

/* Of the widest among `rows` entries from `entry` on. */
static int place_cols(const struct app *app, size_t entry, int rows)
{
	const struct filter *filter = &app->document->hits_filter;
	size_t count = filter_count(filter);
	int cols = PLACE_COLS;
	struct buf text;

	buf_init(&text);
	for (; rows > 0 && entry < count; rows--, entry++) {
		buf_clear(&text);
		add_place(&text, app, filter_item(filter, entry));
		cols = larger(cols, text_cols(buf_str(&text),
		                              app->canvas.ambiguous_cols));
	}
	buf_release(&text);
	return cols;
}

/* Draws a hit with the words around it, from cell `col` on; a space stands where a page
 * cuts them. */
static void draw_words(struct app *app, struct area area, int row, int col,
                       const struct hit *context, enum style style)
{
	const struct reading *reading = &app->document->reading;
	int cols = area.cols - col - 1, used;

	used = highlight_fit(
		&app->canvas, area, row, col, cols, reading, context->passage,
		(struct range){ context->start, context->end }, style);
	if (context->rest_end && used + 1 < cols)
		highlight_fit(&app->canvas, area, row, col + used + 1,
		              cols - used - 1, reading,
		              seam_rest(reading->issue, context),
		              (struct range){ 0, context->rest_end }, style);
}

/* "p. 1  l. 63   …words before, the hit, words behind…": the words from cell
 * `words_col` on. */
static void draw_hit(struct app *app, struct area area, int row, int words_col,
                     size_t hit)
{
	const struct issue *issue = app->document->reading.issue;
	const struct hit *at = &app->document->reading.hits.items[hit];
	const struct passage *passage = &issue->passages[at->passage];
	struct hit context = filter_hit_context(&app->document->reading, hit);
	int room_cols = area.cols - words_col - 1, before_cols;
	struct buf text;

	buf_init(&text);
	add_place(&text, app, hit);
	canvas_text(&app->canvas, area, row, PLACE_COL, buf_str(&text),
	            STYLE_SMALL);
	buf_release(&text);
	/* The hit stands in the first third of the row. */
	before_cols = text_cols_between(passage->text, context.start, at->start,
	                                app->document->reading.ambiguous_cols);
	while (before_cols > room_cols / 3 && context.start < at->start) {
		struct glyph glyph =
			glyph_next(passage->text, context.start,
		                   app->document->reading.ambiguous_cols);

		before_cols -= glyph.cols;
		context.start = glyph.end;
	}
	draw_words(app, area, row, words_col, &context, STYLE_TEXT);
	if (hit == app->document->reading.hit)
		focus_mark_draw(&app->canvas, area, row, PLACE_COL - 1);
}

/* Scrolls so that an entry and its headline are in sight. */
static void scroll_to(struct hits_state *state, struct area area, size_t entry)
{
	int row = (int)hit_rows_of(&state->rows, entry);
	int first = row - hit_rows_has_head(&state->rows, entry);

	if (row >= state->top_row + area.rows)
		state->top_row = row + 1 - area.rows;
	if (first < state->top_row)
		state->top_row = first;
}

static void view_hits_draw_row(struct app *app, const struct hits_state *state,
                               struct area area, int row, int words_col)
{
	bool is_head;
	size_t entry = hit_rows_entry(&state->rows,
	                              (size_t)(state->top_row + row), &is_head);
	size_t hit = filter_item(&app->document->hits_filter, entry);

	if (is_head)
		draw_article(app, area, row,
		             reading_hit_article(&app->document->reading, hit));
	else
		draw_hit(app, area, row, words_col, hit);
}

static void view_hits_draw(struct app *app, struct area area)
{
	const struct filter *filter = &app->document->hits_filter;
	size_t here = filter_here(filter), count = filter_count(filter);
	struct hits_state *state = view_state(app, VIEW_HITS);
	int words_col, rows;
	bool is_head;

	hit_rows_follow(&state->rows, filter);
	rows = (int)hit_rows_count(&state->rows);
	state->window_rows = area.rows;
	state->drawn = area;
	view_draw_none_left(app, area, filter, _("No hit matches."));
	if (!count)
		return;
	scroll_to(state, area, here == NPOS ? 0 : here);
	words_col = PLACE_COL + GAP_COLS +
	            place_cols(app,
	                       hit_rows_entry(&state->rows,
	                                      (size_t)state->top_row, &is_head),
	                       area.rows);
	for (int row = 0; row < area.rows && state->top_row + row < rows; row++)
		view_hits_draw_row(app, state, area, row, words_col);
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

/* A headline stands for the first hit below it. */
static bool view_hits_click(struct app *app, int row, int col)
{
	const struct filter *filter = &app->document->hits_filter;
	const struct hits_state *state = view_state(app, VIEW_HITS);
	size_t to, here = filter_here(filter),
		   at = (size_t)(state->top_row + row - state->drawn.row);
	bool is_head;

	if (!area_has(state->drawn, row, col) ||
	    at >= hit_rows_count(&state->rows))
		return false;
	to = hit_rows_entry(&state->rows, at, &is_head);
	view_hits_go(app, to);
	return to == here && !is_head;
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
	       (int)hit_rows_of(&state->rows, here) -
	                       hit_rows_has_head(&state->rows, here) <
	               top)
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
	case COMMAND_BACK:
	case COMMAND_CLOSE:
		if (filter_is_on(filter)) {
			ask_lift_filter(app);
			return true;
		}
		/* fall through */
	case COMMAND_LEFT:
		app_leave(app);
		return true;
	default:
		return false;
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
