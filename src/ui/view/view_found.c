/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "base/num.h"
#include "ui/search_all.h"
#include "ui/view/focus_mark.h"
#include "ui/view/view.h"

#define PAGE_COL  2
#define PAGE_COLS 6
#define WORDS_COL (PAGE_COL + PAGE_COLS + 1)
#define BEFORE    3 /* the hit stands in the first part of so many */

/* The hits in all open issues, under a row that names their issue. */

struct found_state {
	int top_row;
	struct area drawn; /* where the rows were drawn last */
};

/* A row is a hit, or the head of an issue: issue n stands in the row of its first hit and
 * n more. */
static size_t row_of_hit(const struct found *all, size_t hit)
{
	size_t issue = (size_t)(found_issue_of(all, hit) - all->issues);

	return hit + issue + 1;
}

static size_t found_rows(const struct found *all)
{
	return all->hit_count + all->issue_count;
}

/* The issue whose head or hit stands in a row, as an index. */
static size_t issue_of_row(const struct found *all, size_t row)
{
	size_t at;

	ARRAY_FIND(at, all->issue_count, all->issues[at].first + at <= row);
	return at - 1;
}

/* "青溪日报  1930-04-03  qx.txt ──────── 12 hits" */
static void draw_found_issue(struct app *app, struct area area, int row,
                             const struct found_issue *found)
{
	const int ambiguous_cols = app->canvas.ambiguous_cols;
	struct str rule = ambiguous_cols == 2 ? STR("-") : STR("─");
	size_t at = open_issues_find_id(&app->issues, found->id);
	struct buf name, hits;
	int col, end_col;

	buf_init(&name);
	buf_init(&hits);
	if (at == NPOS)
		buf_add_c(&name, _("This issue was closed"));
	else
		open_issues_add_name(&name, &app->issues.items[at]);
	buf_addf(&hits, i18n_plural("%zu hit", "%zu hits", found->hits),
	         found->hits);
	end_col = area.cols - 1 - text_cols(buf_str(&hits), ambiguous_cols);
	col = 1 + canvas_fit(&app->canvas, area, row, 1, end_col - 3,
	                     buf_str(&name), STYLE_SMALL);
	for (col++; col < end_col - 1; col++)
		canvas_text(&app->canvas, area, row, col, rule, STYLE_RULE);
	canvas_text(&app->canvas, area, row, end_col, buf_str(&hits),
	            STYLE_SMALL);
	buf_release(&name);
	buf_release(&hits);
}

/* "▸ p. 2   …words before, the hit, words behind…" */
static void draw_found_hit(struct app *app, struct area area, int row,
                           size_t hit)
{
	const struct found_hit *found = &app->found.hits[hit];
	const int ambiguous_cols = app->canvas.ambiguous_cols;
	struct canvas *canvas = &app->canvas;
	int room_cols = area.cols - WORDS_COL - 1, col = WORDS_COL, before_cols;
	size_t from = 0;

	before_cols =
		text_cols_between(found->text, 0, found->start, ambiguous_cols);
	while (before_cols > room_cols / BEFORE && from < found->start) {
		struct glyph glyph =
			glyph_next(found->text, from, ambiguous_cols);

		before_cols -= glyph.cols;
		from = glyph.end;
	}
	canvas_text(canvas, area, row, PAGE_COL, found->page, STYLE_SMALL);
	col += canvas_text(canvas, area, row, col,
	                   str_slice(found->text, from, found->start),
	                   STYLE_TEXT);
	col += canvas_fit(canvas, area, row, col, area.cols - 1 - col,
	                  str_slice(found->text, found->start, found->end),
	                  STYLE_HIT);
	if (col < area.cols - 1)
		canvas_fit(canvas, area, row, col, area.cols - 1 - col,
		           str_slice(found->text, found->end, found->text.len),
		           STYLE_TEXT);
	if (hit == app->found.chosen)
		focus_mark_draw(canvas, area, row, 0);
}

static void found_scroll(struct found_state *state, struct area area,
                         const struct found *all)
{
	int row = (int)row_of_hit(all, all->chosen);
	int first =
		row - (found_issue_of(all, all->chosen)->first == all->chosen);

	state->drawn = area;
	if (row >= state->top_row + area.rows)
		state->top_row = row + 1 - area.rows;
	if (first < state->top_row)
		state->top_row = first;
}

static void draw_found_none(struct app *app, struct area area)
{
	struct buf text;

	buf_init(&text);
	if (app->found.scan.is_running)
		buf_addf(&text, _("not found so far"));
	else
		buf_addf(&text, _("Not found: %s"), app->found.pattern.ptr);
	canvas_fit(&app->canvas, area, area.rows / 2, 2, area.cols - 4,
	           buf_str(&text), STYLE_TEXT);
	buf_release(&text);
}

static void view_found_draw(struct app *app, struct area area)
{
	const struct found *all = &app->found;
	struct found_state *state = view_state(app, VIEW_FOUND);

	if (!all->hit_count) {
		draw_found_none(app, area);
		return;
	}
	found_scroll(state, area, all);
	for (int i = 0; i < area.rows; i++) {
		size_t row = (size_t)(state->top_row + i), issue;

		if (row >= found_rows(all))
			break;
		issue = issue_of_row(all, row);
		if (all->issues[issue].first + issue == row)
			draw_found_issue(app, area, i, &all->issues[issue]);
		else
			draw_found_hit(app, area, i, row - issue - 1);
	}
}

/* "12 hits"; "12 hits, 30/365 issues searched" */
static void view_found_add_progress(struct buf *out, struct app *app)
{
	const struct found *all = &app->found;

	buf_addf(out, i18n_plural("%zu hit", "%zu hits", all->all_hits),
	         all->all_hits);
	if (all->scan.is_running)
		/* TRANSLATORS: of issues that are searched: how many are */
		buf_addf(out, _("  searched %zu/%zu"), all->searched,
		         app->issues.count);
}

static bool view_found_move(struct app *app, enum command command)
{
	const struct found_state *state = view_state(app, VIEW_FOUND);
	struct found *all = &app->found;
	long by = view_rows_moved(command, state->drawn.rows,
	                          (int)all->hit_count);
	long to = (long)all->chosen + by;

	if (!by)
		return false;
	if (to >= (long)all->hit_count)
		to = (long)all->hit_count - 1;
	all->chosen = to > 0 ? (size_t)to : 0;
	return true;
}

/* To the first hit of the next or of the former issue. */
static void view_found_turn(struct app *app, int by)
{
	struct found *all = &app->found;
	size_t issue;

	if (!all->hit_count)
		return;
	issue = (size_t)(found_issue_of(all, all->chosen) - all->issues) +
	        (size_t)by;
	if (issue < all->issue_count)
		all->chosen = all->issues[issue].first;
}

static bool view_found_act(struct app *app, enum command command)
{
	if (view_found_move(app, command))
		return true;
	switch (command) {
	case COMMAND_OPEN:
	case COMMAND_RIGHT:
		search_all_go(app);
		return true;
	case COMMAND_NEXT_ISSUE:
	case COMMAND_PREV_ISSUE:
		view_found_turn(app, command == COMMAND_NEXT_ISSUE ? 1 : -1);
		return true;
	case COMMAND_BACK:
	case COMMAND_CLOSE:
	case COMMAND_LEFT:
	case COMMAND_SEARCH_ALL:
		search_all_leave(app);
		return true;
	default:
		return false;
	}
}

static bool view_found_click(struct app *app, int row, int col)
{
	const struct found_state *state = view_state(app, VIEW_FOUND);
	struct found *all = &app->found;
	size_t at = (size_t)(state->top_row + row - state->drawn.row);
	size_t issue, before = all->chosen;

	if (!area_has(state->drawn, row, col) || at >= found_rows(all))
		return false;
	issue = issue_of_row(all, at);
	if (all->issues[issue].first + issue == at)
		return false;
	all->chosen = at - issue - 1;
	return all->chosen == before;
}

/* Scrolls, and takes the cursor along; at an end the cursor moves alone. */
static void view_found_wheel(struct app *app, int rows, int row, int col)
{
	struct found_state *state = view_state(app, VIEW_FOUND);
	struct found *all = &app->found;
	const int last_top = (int)found_rows(all) - state->drawn.rows;
	const int top = larger(0, smaller(state->top_row + rows, last_top));
	const int step = rows > 0 ? 1 : -1;

	(void)row;
	(void)col;
	for (int i = top == state->top_row ? rows : 0; i; i -= step)
		view_found_move(app, rows > 0 ? COMMAND_DOWN : COMMAND_UP);
	state->top_row = top;
	while (all->hit_count && (int)row_of_hit(all, all->chosen) < top + 1 &&
	       all->chosen + 1 < all->hit_count)
		all->chosen++;
	while (all->chosen &&
	       (int)row_of_hit(all, all->chosen) >= top + state->drawn.rows)
		all->chosen--;
}

static void view_found_enter(void *state)
{
	*(struct found_state *)state = (struct found_state){ 0 };
}

const struct view view_found = {
	.title = N_("All issues"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("go there"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_PREV_ISSUE, COMMAND_NEXT_ISSUE, N_("issue"), NULL },
		{ COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },
	},
	.draw = view_found_draw,
	.act = view_found_act,
	.click = view_found_click,
	.wheel = view_found_wheel,
	.add_progress = view_found_add_progress,
	.state_bytes = sizeof(struct found_state),
	.enter = view_found_enter,
};
