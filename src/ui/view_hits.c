/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/issue.h"
#include "ui/ask.h"
#include "ui/marked.h"
#include "ui/view.h"

#define PLACE_COLS    14 /* "p. 12  l. 345 " */
#define CONTEXT_CHARS 60

/* All hits with the words around them, under the headlines of their articles. */

static size_t article_of(const struct app *app, size_t hit)
{
	const struct reading *reading = &app->reading;

	return reading->issue->passages[reading->hits.items[hit].passage]
	        .article;
}

/* Does a headline stand above the hit? */
static bool begins_article(const struct app *app, size_t hit)
{
	return !hit || article_of(app, hit) != article_of(app, hit - 1);
}

/* The row of a hit, headlines counted. */
static int row_of(const struct app *app, size_t hit)
{
	int row = (int)hit;

	for (size_t i = 0; i <= hit; i++)
		row += begins_article(app, i);
	return row;
}

static void draw_article(struct app *app, struct area area, int row,
                         size_t article)
{
	const struct issue *issue = app->reading.issue;
	struct buf text;

	buf_init(&text);
	if (article == NPOS)
		buf_add_c(&text, _("Not part of an article"));
	else
		buf_addf(&text, "%zu ", article + 1);
	if (article != NPOS)
		buf_add(&text, issue->articles[article].headline);
	canvas_fit(&app->canvas, area, row, 1, area.cols - 2, buf_str(&text),
	           STYLE_HEAD);
	buf_release(&text);
}

/* "p. 1  l. 63   …words before, the hit, words behind…" */
static void draw_hit(struct app *app, struct area area, int row, size_t hit)
{
	const struct issue *issue = app->reading.issue;
	const struct hit *at = &app->reading.hits.items[hit];
	const struct passage *passage = &issue->passages[at->passage];
	struct hit context = hit_context(issue, at, CONTEXT_CHARS);
	int room_cols = area.cols - PLACE_COLS - 2, before_cols;
	size_t line = passage_line_at(passage, at->start);
	struct buf text;

	buf_init(&text);
	/* TRANSLATORS: number of a page, of a line of the file */
	buf_addf(&text, _("p. %zu  l. %zu"), issue->pages[passage->page].number,
	         line == NPOS ? 0 : issue->lines[line].number);
	canvas_text(&app->canvas, area, row, 2, buf_str(&text), STYLE_SMALL);
	buf_release(&text);
	/* The hit stands in the first third of the row. */
	before_cols = text_cols_between(passage->text, context.start, at->start,
	                                app->reading.ambiguous_cols);
	while (before_cols > room_cols / 3 && context.start < at->start) {
		struct glyph glyph = glyph_next(passage->text, context.start,
		                                app->reading.ambiguous_cols);

		before_cols -= glyph.cols;
		context.start = glyph.end;
	}
	marked_fit(&app->canvas, area, row, PLACE_COLS + 1, room_cols,
	           &app->reading, at->passage,
	           (struct range){ context.start, context.end },
	           hit == app->reading.hit ? STYLE_FOCUS : STYLE_TEXT);
	if (hit == app->reading.hit)
		canvas_cursor(&app->canvas, area, row, PLACE_COLS + 1);
}

static void draw(struct app *app, struct area area)
{
	const struct reading *reading = &app->reading;
	size_t here = reading->hit == NPOS ? 0 : reading->hit;
	int row, first;

	app->text_rows = reading->hits.count
	                         ? row_of(app, reading->hits.count - 1) + 1
	                         : 0;
	app->text_window_rows = area.rows;
	if (!reading->hits.count)
		return;
	row = row_of(app, here);
	first = row - begins_article(app, here);
	if (row >= app->text_top + area.rows)
		app->text_top = row + 1 - area.rows;
	if (first < app->text_top)
		app->text_top = first;
	for (size_t i = 0, at = 0; i < reading->hits.count; i++, at++) {
		if (begins_article(app, i)) {
			draw_article(app, area, (int)at - app->text_top,
			             article_of(app, i));
			at++;
		}
		if ((int)at >= app->text_top)
			draw_hit(app, area, (int)at - app->text_top, i);
		if ((int)at - app->text_top >= area.rows)
			break;
	}
}

static bool act(struct app *app, enum command command)
{
	const struct reading *reading = &app->reading;
	long count = (long)reading->hits.count;
	long here = reading->hit == NPOS ? 0 : (long)reading->hit;
	int by = rows_moved(command, app->text_window_rows, (int)count);

	if (by && count) {
		long to = here + by;

		reading_go_hit(&app->reading, (size_t)(to < 0        ? 0
		                                       : to >= count ? count - 1
		                                                     : to));
		return true;
	}
	if (command == COMMAND_OPEN || command == COMMAND_RIGHT ||
	    command == COMMAND_HITS) {
		app->over = app->under = VIEW_NONE;
		ask_show_hit(app);
		return true;
	}
	if (command == COMMAND_BACK || command == COMMAND_CLOSE ||
	    command == COMMAND_LEFT) {
		app->reading.place = app->back;
		app->over = app->under = VIEW_NONE;
		return true;
	}
	return false;
}

const struct view view_hits = {
	.title = N_("Hits"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose") },
		{ COMMAND_OPEN, COMMAND_NONE, N_("go there") },
		{ COMMAND_BACK, COMMAND_NONE, N_("back") },
		{ COMMAND_SEARCH, COMMAND_NONE, N_("search") },
		{ COMMAND_HELP, COMMAND_NONE, N_("help") },
	},
	.draw = draw,
	.act = act,
};
