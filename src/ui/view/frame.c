/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/frame.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "text/neutralise.h"
#include "ui/ask/ask.h"
#include "ui/ask/ask_filter.h"
#include "ui/loading.h"
#include "ui/view/view.h"

#include <string.h>

/* Smaller than this nothing can be read. */
#define LEAST_ROWS 4
#define LEAST_COLS 16

#define GAP_COLS 2 /* between two hints, and around the figures of the bar */

/* The name of the file that the cursor is in, without its folders. */
static struct str file_name(const struct reading *reading)
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

/* The masthead in small: paper and date of the page, where they are known, and the
 * file. */
static void add_masthead(struct buf *out, const struct reading *reading)
{
	const struct issue *issue = reading->issue;
	size_t page = reading_page(reading);
	const struct str parts[] = {
		page == NPOS ? issue->title : issue_page_title(issue, page),
		page == NPOS ? issue->date : issue_page_date(issue, page),
		file_name(reading)
	};

	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		if (out->len && parts[i].len)
			buf_add_c(out, "  ");
		buf_add(out, parts[i]);
	}
}

/* "p. 1  2/5 石景山区召开…": the page and the article of the cursor. */
static void add_where(struct buf *out, struct app *app)
{
	const struct reading *reading = &app->document->reading;
	size_t page = reading_page(reading), article = reading_article(reading);
	size_t title;

	if (page != NPOS) {
		/* TRANSLATORS: number of a page */
		buf_addf(out, _("p. %zu"), reading->issue->pages[page].number);
		buf_add_c(out, "  ");
	}
	if (article == NPOS)
		return;
	buf_addf(out, "%zu/%zu%s ", article + 1, reading->issue->article_count,
	         loading_goes_on(app) ? "+" : "");
	title = reading_title(reading, article);
	if (title != NPOS)
		buf_add(out, reading->issue->passages[title].text);
}

static int frame_percent(struct app *app)
{
	const struct view *view = view_of(app_view(app));

	return view->percent ? view->percent(app)
	                     : view_of(app_main(app))->percent(app);
}

static void draw_bar(struct app *app, struct area area)
{
	struct canvas *canvas = &app->canvas;
	const char *title = _(view_of(app_view(app))->title);
	struct buf text;
	int right_cols, col = 1;

	canvas_fill(canvas, area, 0, 0, area.cols, STYLE_BAR);
	buf_init(&text);
	ask_add_filter(&text, app, area.cols);
	reading_add_hit_count(&text, &app->document->reading);
	buf_addf(&text, "  %d%%", frame_percent(app));
	right_cols = text_cols(buf_str(&text), canvas->ambiguous_cols) + 1;
	canvas_text(canvas, area, 0, area.cols - right_cols, buf_str(&text),
	            STYLE_BAR);
	buf_clear(&text);
	buf_addf(&text, "%s  ", title);
	add_where(&text, app);
	col += canvas_fit(canvas, area, 0, col,
	                  area.cols - right_cols - GAP_COLS - col,
	                  buf_str(&text), STYLE_BAR);
	col += 2 * GAP_COLS;
	buf_clear(&text);
	add_masthead(&text, &app->document->reading);
	if (col + right_cols + 3 * GAP_COLS < area.cols)
		canvas_fit(canvas, area, 0, col,
		           area.cols - right_cols - GAP_COLS - col,
		           buf_str(&text), STYLE_BAR);
	buf_release(&text);
}

/* Says at the foot of the page view that places on the page are inferred. */
static void draw_caveat(struct app *app, struct area area, int from_col)
{
	struct str text = str_from(_("places inferred"));
	int cols = text_cols(text, app->canvas.ambiguous_cols);
	int col = area.cols - cols - 1;

	if (app_view(app) == VIEW_PAGE && app->document->page.made &&
	    app->document->page.sheet.guessed && col >= from_col)
		canvas_text(&app->canvas, area, 0, col, text, STYLE_SMALL);
}

/* The label of a hint.  In a filtered list, the way back leads to the whole list
 * first. */
static const char *hint_label(struct app *app, const struct hint *hint)
{
	const struct filter *filter = ask_filtered(app);

	if (hint->command == COMMAND_BACK && filter && filter_is_on(filter))
		return _("all");
	if (app->upright && hint->upright)
		return hint->upright[0] ? _(hint->upright) : "";
	return _(hint->label);
}

/* As many as there is room for from cell `col` on, but none of a command without a key;
 * returns where they end. */
static int draw_hint_list(struct app *app, struct area area, int col,
                          const struct hint *hints, size_t most)
{
	struct canvas *canvas = &app->canvas;

	for (size_t i = 0; i < most && hints[i].label; i++) {
		struct str label = str_from(hint_label(app, &hints[i]));
		struct buf keys;
		int cols;

		buf_init(&keys);
		command_add_keys(&keys, app->keymap, hints[i].command, 1);
		if (hints[i].other != COMMAND_NONE)
			command_add_keys(&keys, app->keymap, hints[i].other, 1);
		cols = text_cols(buf_str(&keys), canvas->ambiguous_cols) + 1 +
		       text_cols(label, canvas->ambiguous_cols);
		if (keys.len && label.len && col + cols <= area.cols) {
			col += canvas_text(canvas, area, 0, col, buf_str(&keys),
			                   STYLE_KEY) +
			       1;
			col += canvas_text(canvas, area, 0, col, label,
			                   STYLE_HINT) +
			       GAP_COLS;
		}
		buf_release(&keys);
	}
	return col;
}

/* Where hits are marked the way through them comes first. */
static void draw_hints(struct app *app, struct area area)
{
	static const struct hint of_hits[] = {
		{ COMMAND_NEXT_HIT, COMMAND_PREV_HIT, N_("hit"), NULL },
		{ COMMAND_HITS, COMMAND_NONE, N_("hits"), NULL },
	};
	int col = 1;

	if (view_is_main(app_view(app)) &&
	    reading_is_marked(&app->document->reading))
		col = draw_hint_list(app, area, col, of_hits,
		                     ARRAY_LEN(of_hits));
	col = draw_hint_list(app, area, col, view_of(app_view(app))->hints,
	                     VIEW_HINTS_MAX);
	draw_caveat(app, area, col);
}

static void draw_foot(struct app *app, struct area area)
{
	canvas_fill(&app->canvas, area, 0, 0, area.cols, STYLE_HINT);
	if (app->then) {
		loading_draw(app, area);
		return;
	}
	if (app->asking != ASK_NOTHING) {
		ask_draw(app, area);
		return;
	}
	area.cols -= loading_draw_share(app, area);
	if (app->message.len)
		canvas_fit(&app->canvas, area, 0, 1, area.cols - 1,
		           buf_str(&app->message),
		           app->message_is_error ? STYLE_ERROR : STYLE_HINT);
	else
		draw_hints(app, area);
}

/* Cells for a list beside a main view that leaves it all the room it likes. */
static int list_liked_cols(int cols)
{
	return larger(LIST_LEAST_COLS, smaller(cols / 4, LIST_MOST_COLS));
}

/* Can a list stand beside the main view at all? */
static bool list_may_stand(const struct app *app, int cols)
{
	const enum view_id view = app_view(app);

	return cols >= LIST_BESIDE_COLS &&
	       (view == VIEW_LIST || (view_is_main(view) && view != VIEW_BOTH));
}

/* Cells for a list beside the main view; 0: there is no room for one.  The page
 * keeps its room unless the list has the keys. */
static int list_cols(const struct app *app, int cols)
{
	int list = list_liked_cols(cols);
	int page_cols = app->document->page.sheet.natural_cols + 2;

	if (!list_may_stand(app, cols))
		return 0;
	if (app_main(app) != VIEW_PAGE || cols - list >= page_cols)
		return list;
	if (cols - LIST_LEAST_COLS >= page_cols)
		return cols - page_cols;
	return app_view(app) == VIEW_LIST ? list : 0;
}

/* The area beside a list of so many cells and the rule behind it. */
static struct area beside_list(struct area area, int cols)
{
	area.col += cols + 1;
	area.cols -= cols + 1;
	return area;
}

/* The width of a page is known when the page is set: a page that was not shown before
 * is set beside the list where one may stand, as it will mostly stay so. */
static void learn_page_width(struct app *app, struct area area)
{
	const struct sheet_view *page = &app->document->page;

	if (app_main(app) != VIEW_PAGE ||
	    (page->made &&
	     page->made_for.subject == reading_page(&app->document->reading)))
		return;
	if (list_may_stand(app, area.cols))
		area = beside_list(area, list_liked_cols(area.cols));
	view_page.draw(app, area);
}

static void draw_views(struct app *app, struct area area)
{
	struct area side = area;
	int cols;

	learn_page_width(app, area);
	canvas_reset(&app->canvas, app->canvas.rows, app->canvas.cols);
	app->list_beside = (struct area){ 0 };
	cols = list_cols(app, area.cols);
	if (!cols) {
		view_of(app_view(app))->draw(app, area);
		return;
	}
	side.cols = cols;
	view_of(app_main(app))->draw(app, beside_list(area, cols));
	view_list.draw(app, side);
	app->list_beside = side;
	side.cols++;
	for (int row = 0; row < side.rows; row++)
		canvas_text(&app->canvas, side, row, cols,
		            app->canvas.ambiguous_cols == 2 ? STR("|")
		                                            : STR("┃"),
		            STYLE_RULE);
}

void frame_draw(struct app *app, int rows, int cols)
{
	struct area all = { 0, 0, rows, cols }, bar = all, main = all,
		    foot = all;

	canvas_reset(&app->canvas, rows, cols);
	if (rows < LEAST_ROWS || cols < LEAST_COLS) {
		canvas_fit(&app->canvas, all, rows / 2, 0, cols,
		           str_from(_("too small")), STYLE_TEXT);
		return;
	}
	bar.rows = foot.rows = 1;
	main.row = 1;
	main.rows = rows - 2;
	foot.row = rows - 1;
	draw_views(app, main);
	draw_bar(app, bar);
	draw_foot(app, foot);
}
