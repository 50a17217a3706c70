/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/bar.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "ui/ask/ask_filter.h"
#include "ui/ask/marks.h"
#include "ui/loading.h"
#include "ui/view/view.h"

#define MARGIN_COLS 1  /* at both ends */
#define GAP_COLS    2  /* between two parts */
#define LEAST_COLS  12 /* a part that would be cut to less is left out */
#define PAPER_COLS  20 /* kept for the left end before words are shortened */

/* The parts at the right end.  Where there is no room the last ones go first. */
enum bar_figure {
	FIGURE_FILTER,
	FIGURE_MARKS,
	FIGURE_HIT,
	FIGURE_ISSUE,
	FIGURE_PAGE,
	FIGURE_ARTICLE,
	FIGURE_PROGRESS,
	FIGURE_COUNT
};

struct bar_figures {
	struct buf parts[FIGURE_COUNT];
};

/* More pages and articles may come. */
static const char *bar_more(const struct app *app)
{
	return loading_goes_on(app) || app->document->received_bytes ? "+" : "";
}

/* "page 2/8"; "page 1 (5/8)" where the number that is printed is another one; of a single
 * page its number. */
static void bar_add_page(struct buf *out, const struct app *app, bool in_words)
{
	const struct reading *reading = &app->document->reading;
	const struct issue *issue = reading->issue;
	size_t page = reading_page(reading), number;

	if (page == NPOS)
		return;
	number = issue->pages[page].number;
	if (issue->page_count < 2 && !*bar_more(app))
		/* TRANSLATORS: number of a page, in words and short */
		buf_addf(out, in_words ? _("page %zu") : _("p. %zu"), number);
	else if (number == page + 1)
		/* TRANSLATORS: number of a page, how many there are */
		buf_addf(out,
		         in_words ? _("page %zu/%zu%s") : _("p. %zu/%zu%s"),
		         number, issue->page_count, bar_more(app));
	else
		/* TRANSLATORS: number as printed; which of all pages, how many
		 * there are */
		buf_addf(out,
		         in_words ? _("page %zu (%zu/%zu%s)")
		                  : _("p. %zu (%zu/%zu%s)"),
		         number, page + 1, issue->page_count, bar_more(app));
}

static void bar_add_article(struct buf *out, const struct app *app,
                            bool in_words)
{
	const struct reading *reading = &app->document->reading;
	size_t article = reading_article(reading);

	if (article != NPOS)
		/* TRANSLATORS: number of an article, how many there are */
		buf_addf(out, in_words ? _("article %zu/%zu%s") : "%zu/%zu%s",
		         article + 1, reading->issue->article_count,
		         bar_more(app));
}

/* "issue 2/5" where several are open. */
static void bar_add_issue(struct buf *out, const struct app *app, bool in_words)
{
	if (app->issues.count > 1)
		/* TRANSLATORS: which issue of how many, in words and short */
		buf_addf(out, in_words ? _("issue %zu/%zu") : _("i. %zu/%zu"),
		         app->issues.at + 1, app->issues.count);
}

static void bar_add_hit(struct buf *out, const struct app *app)
{
	struct buf count;

	buf_init(&count);
	reading_add_hit_count(&count, &app->document->reading);
	if (count.len)
		/* TRANSLATORS: which hit of how many, as 3/32 */
		buf_addf(out, _("hit %s"), count.ptr);
	buf_release(&count);
}

static void bar_fill_figures(struct bar_figures *figures, struct app *app,
                             int cols, bool in_words)
{
	struct buf *parts = figures->parts;
	const struct view *view = view_of(app_view(app));

	for (size_t i = 0; i < FIGURE_COUNT; i++)
		buf_clear(&parts[i]);
	ask_add_filter(&parts[FIGURE_FILTER], app, cols);
	marks_add_count(&parts[FIGURE_MARKS], app);
	bar_add_hit(&parts[FIGURE_HIT], app);
	bar_add_issue(&parts[FIGURE_ISSUE], app, in_words);
	bar_add_page(&parts[FIGURE_PAGE], app, in_words);
	bar_add_article(&parts[FIGURE_ARTICLE], app, in_words);
	if (view->add_progress)
		view->add_progress(&parts[FIGURE_PROGRESS], app);
}

/* The cells of the first `count` figures and the gaps between them. */
static int bar_figures_cols(const struct bar_figures *figures, size_t count,
                            int ambiguous_cols)
{
	int cols = 0;

	for (size_t i = 0; i < count; i++)
		if (figures->parts[i].len)
			cols += (cols ? GAP_COLS : 0) +
			        text_cols(buf_str(&figures->parts[i]),
			                  ambiguous_cols);
	return cols;
}

/* Draws a figure, on which a click leads to what it counts; returns its cells. */
static int bar_draw_figure(struct app *app, struct area area, int col,
                           enum bar_figure figure, struct str text)
{
	static const enum command leads[FIGURE_COUNT] = {
		[FIGURE_FILTER] = COMMAND_SEARCH,
		[FIGURE_MARKS] = COMMAND_EXPORT,
		[FIGURE_HIT] = COMMAND_HITS,
		[FIGURE_PAGE] = COMMAND_PROMPT,
		[FIGURE_ARTICLE] = COMMAND_LIST,
		[FIGURE_PROGRESS] = COMMAND_PROMPT,
	};
	int cols = canvas_text(&app->canvas, area, 0, col, text, STYLE_BAR);

	click_zones_add(&app->zones, area.row, area.col + col, cols,
	                command_first_key(app->keymap, leads[figure]));
	return cols;
}

/* Draws as many as there is room for; returns the column where they begin. */
static int bar_draw_figures(struct app *app, struct area area)
{
	const int ambiguous_cols = app->canvas.ambiguous_cols;
	const int room_cols = area.cols - 2 * MARGIN_COLS;
	struct bar_figures figures;
	size_t count = FIGURE_COUNT;
	int from_col, col;

	for (size_t i = 0; i < FIGURE_COUNT; i++)
		buf_init(&figures.parts[i]);
	bar_fill_figures(&figures, app, area.cols, true);
	if (bar_figures_cols(&figures, count, ambiguous_cols) + PAPER_COLS >
	    room_cols)
		bar_fill_figures(&figures, app, area.cols, false);
	while (count > 1 &&
	       bar_figures_cols(&figures, count, ambiguous_cols) > room_cols)
		count--;
	from_col = col = MARGIN_COLS + room_cols -
	                 bar_figures_cols(&figures, count, ambiguous_cols);
	for (size_t i = 0; i < count; i++)
		if (figures.parts[i].len)
			col += bar_draw_figure(app, area, col,
			                       (enum bar_figure)i,
			                       buf_str(&figures.parts[i])) +
			       GAP_COLS;
	for (size_t i = 0; i < FIGURE_COUNT; i++)
		buf_release(&figures.parts[i]);
	return from_col;
}

/* The name of the file that the cursor is in, without its folders. */
static struct str bar_file(const struct reading *reading)
{
	const struct issue *issue = reading->issue;
	size_t line = reading_line(reading);
	struct str name;

	if (!issue->file_count)
		return STR("");
	name = issue->files[line == NPOS ? 0 : issue_line_file(issue, line)]
	               .name;
	if (str_equal(name, STR("-")))
		return str_from(_("standard input"));
	return str_base_name(name);
}

/* The headline of an article, as soon as it is above the window. */
static struct str bar_headline(const struct app *app)
{
	const struct document *document = app->document;
	size_t article = reading_article(&document->reading);
	size_t title = article == NPOS
	                       ? NPOS
	                       : reading_title(&document->reading, article);

	if (app_view(app) != VIEW_ARTICLE || title == NPOS ||
	    sheet_view_shows(&document->article, title))
		return STR("");
	return document->reading.issue->passages[title].text;
}

void bar_draw(struct app *app, struct area area)
{
	const struct reading *reading = &app->document->reading;
	const struct issue *issue = reading->issue;
	const int end_col = bar_draw_figures(app, area) - GAP_COLS;
	size_t page = reading_page(reading);
	const struct str parts[] = {
		view_is_main(app_view(app))
			? STR("")
			: str_from(_(view_of(app_view(app))->title)),
		page == NPOS ? issue->title : issue_page_title(issue, page),
		page == NPOS ? issue->date : issue_page_date(issue, page),
		bar_headline(app),
		bar_file(reading),
	};
	int col = MARGIN_COLS;

	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		int cols = text_cols(parts[i], app->canvas.ambiguous_cols);

		if (!parts[i].len ||
		    (cols > end_col - col && end_col - col < LEAST_COLS))
			continue;
		col += canvas_fit(&app->canvas, area, 0, col, end_col - col,
		                  parts[i], STYLE_BAR) +
		       GAP_COLS;
	}
}
