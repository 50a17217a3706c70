/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view.h"

#include "base/num.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "ui/ask/ask_filter.h"
#include "ui/loading.h"
#include "ui/read_marks.h"
#include "ui/view/focus_mark.h"
#include "ui/view/highlight.h"

#define TABLE_FROM_COLS 60 /* one row an entry from here on, else two */
#define DIGITS          3  /* of a number, at least */
#define KIND_COLS       8

/* What the list keeps. */
struct list_state {
	int top;           /* row at the top */
	int entries;       /* rows that fit */
	struct area drawn; /* where it was drawn last */
};

static struct list_state *list_state(struct app *app)
{
	return view_state(app, VIEW_LIST);
}

static const char *const kind_labels[KIND_COUNT] = {
	[KIND_NEWS] = N_("news"),     [KIND_LETTER] = N_("letter"),
	[KIND_TEASER] = N_("teaser"), [KIND_NOTICE] = N_("notice"),
	[KIND_ESSAY] = N_("essay"),   [KIND_POEM] = N_("poem"),
	[KIND_OTHER] = N_("other"),
};

/* The digits of the largest number of an article. */
static int digits_of(const struct issue *issue)
{
	int digits = 1;

	for (size_t n = issue->article_count; n >= 10; n /= 10)
		digits++;
	return larger(digits, DIGITS);
}

/* "p. 1→2  1234 chars"; of several issues, the day before it. */
static struct str figures_of(struct buf *out, const struct issue *issue,
                             size_t index)
{
	const struct article *article = &issue->articles[index];

	size_t last = issue->articles[parts_last(issue, index)].page;
	size_t chars = parts_chars(issue, index);

	buf_clear(out);
	reading_add_day(out, issue, article->page);
	if (last != article->page)
		/* TRANSLATORS: numbers of the first and the last page */
		buf_addf(out,
		         i18n_plural("p. %zu→%zu  %zu char",
		                     "p. %zu→%zu  %zu chars", chars),
		         issue->pages[article->page].number,
		         issue->pages[last].number, chars);
	else
		buf_addf(out,
		         i18n_plural("p. %zu  %zu char", "p. %zu  %zu chars",
		                     chars),
		         issue->pages[article->page].number, chars);
	return buf_str(out);
}

/* "3 read" */
static void view_list_add_progress(struct buf *out, struct app *app)
{
	size_t count = read_marks_count(app);

	if (count)
		/* TRANSLATORS: how many articles were read */
		buf_addf(out, i18n_plural("%zu read", "%zu read", count),
		         count);
}

static bool view_list_is_doubtful(const struct issue *issue, size_t index)
{
	for (; index != NPOS; index = parts_next(issue, index))
		if (issue->articles[index].note_count)
			return true;
	return false;
}

/* The sign behind the number of an article: marked to be saved, read, doubtful. */
static const char *view_list_sign(const struct app *app, size_t index)
{
	if (selections_has(&app->document->tagged, index))
		return "*";
	if (read_marks_has(app, index))
		return "✓";
	return view_list_is_doubtful(app->document->reading.issue, index)
	               ? "?"
	               : "";
}

/* One row: number, kind, headline, figures at the right. */
static void view_list_draw_row(struct app *app, struct area row, size_t index,
                               enum style style)
{
	struct canvas *canvas = &app->canvas;
	const struct issue *issue = app->document->reading.issue;
	enum kind kind = issue->articles[index].kind;
	bool wide = row.cols >= TABLE_FROM_COLS;
	struct buf text;
	struct str figures;
	size_t title = reading_title(&app->document->reading, index);
	const int digits = digits_of(issue);
	int figures_cols, kind_cols, room_cols, col = digits + 2;

	buf_init(&text);
	buf_addf(&text, "%*zu%s", digits, index + 1,
	         view_list_sign(app, index));
	canvas_text(canvas, row, 0, 1, buf_str(&text), STYLE_SMALL);
	figures = figures_of(&text, issue, index);
	figures_cols = text_cols(figures, canvas->ambiguous_cols);
	kind_cols = canvas_text(canvas, row, wide ? 0 : 1, col,
	                        str_from(_(kind_labels[kind])), STYLE_SMALL);
	if (col + kind_cols + figures_cols + 2 <= row.cols)
		canvas_text(canvas, row, wide ? 0 : 1,
		            row.cols - figures_cols - 1, figures, STYLE_SMALL);
	if (wide)
		col += KIND_COLS;
	room_cols = row.cols - col - (wide ? figures_cols + 2 : 1);
	if (title != NPOS)
		highlight_fit(
			canvas, row, 0, col, room_cols, &app->document->reading,
			title,
			(struct range){ 0, issue->passages[title].text.len },
			style);
	buf_release(&text);
}

static void view_list_draw(struct app *app, struct area area)
{
	const struct filter *filter = &app->document->list_filter;
	const size_t *wholes = app->document->reading.issue->wholes;
	int entry_rows = area.cols >= TABLE_FROM_COLS ? 1 : 2;
	size_t here = filter_here(filter), count = filter_count(filter);
	int focus = here == NPOS ? -1 : (int)here;
	bool is_open = app_view(app) == VIEW_LIST;
	struct list_state *list = list_state(app);

	view_draw_none_left(app, area, filter, _("No headline matches."));
	if (!filter_is_on(filter) &&
	    !app->document->reading.issue->article_count)
		canvas_text(&app->canvas, area, area.rows / 2, 2,
		            str_from(_("There are no articles in this issue.")),
		            STYLE_TEXT);
	list->entries = area.rows / entry_rows;
	list->drawn = area;
	if (focus >= list->top + list->entries)
		list->top = focus + 1 - list->entries;
	if (focus >= 0 && focus < list->top)
		list->top = focus;
	if (list->top + list->entries > (int)count)
		list->top = larger(0, (int)count - list->entries);
	for (int i = 0; i < list->entries; i++) {
		size_t index = (size_t)(list->top + i);
		struct area row = { area.row + i * entry_rows, area.col,
			            entry_rows, area.cols };

		if (index >= count)
			break;
		view_list_draw_row(app, row, wholes[filter_item(filter, index)],
		                   index == here ? STYLE_HEAD : STYLE_TEXT);
		if (index == here && is_open)
			focus_mark_draw(&app->canvas, row, 0, 0);
	}
}

/* To the entry `by` further, as far as there are any.  A filtered list does not wait
 * for pages: they may have none. */
static void view_list_step(struct app *app, int by)
{
	const struct filter *filter = &app->document->list_filter;
	int last = (int)filter_count(filter) - 1;
	size_t here = filter_here(filter);
	int to = here == NPOS ? 0 : (int)here + by;
	size_t limit = loading_limit(app);

	while (to > last && !filter_is_on(filter) && loading_page(app, limit))
		last = (int)filter_count(filter) - 1;
	if (to > last)
		to = last;
	if (last >= 0)
		reading_go_ordinal(
			&app->document->reading,
			filter_item(filter, to > 0 ? (size_t)to : 0));
}

static void view_list_step_article(struct app *app)
{
	view_list_step(app, 1);
}

static void go_last(struct app *app)
{
	while (filter_has_work(&app->document->list_filter))
		filter_step(&app->document->list_filter);
	view_list_step(app, (int)app->document->reading.issue->article_count);
}

/* What means something else where not all articles are listed. */
static bool act_filtered(struct app *app, enum command command)
{
	switch (command) {
	case COMMAND_NEXT_ARTICLE:
		view_list_step(app, 1);
		return true;
	case COMMAND_PREV_ARTICLE:
		view_list_step(app, -1);
		return true;
	case COMMAND_BACK:
	case COMMAND_CLOSE:
		ask_lift_filter(app);
		return true;
	case COMMAND_OPEN:
	case COMMAND_RIGHT:
		return !filter_count(&app->document->list_filter);
	default:
		return false;
	}
}

static bool view_list_act(struct app *app, enum command command)
{
	int by = view_rows_moved(
		command, list_state(app)->entries,
		(int)app->document->reading.issue->article_count);

	if (filter_is_on(&app->document->list_filter) &&
	    act_filtered(app, command))
		return true;
	if (command == COMMAND_SEARCH) {
		ask_filter(app);
		return true;
	}
	if (command == COMMAND_END) {
		loading_await(app, AWAIT_ISSUE, go_last);
		return true;
	}
	if (by) {
		view_list_step(app, by);
		return true;
	}
	if (command == COMMAND_OPEN || command == COMMAND_RIGHT) {
		if (reading_article(&app->document->reading) != NPOS)
			app_show(app, VIEW_ARTICLE);
		return true;
	}
	if (command == COMMAND_BACK || command == COMMAND_CLOSE ||
	    command == COMMAND_LEFT) {
		app_leave(app);
		return true;
	}
	return false;
}

static bool view_list_click(struct app *app, int row, int col)
{
	const struct filter *filter = &app->document->list_filter;
	const struct list_state *list = list_state(app);
	const struct area drawn = list->drawn;
	int entry_rows = drawn.cols >= TABLE_FROM_COLS ? 1 : 2;
	size_t to = (size_t)(list->top + (row - drawn.row) / entry_rows);
	size_t here = filter_here(filter);

	(void)col;
	return row >= drawn.row && row < drawn.row + drawn.rows &&
	       to < filter_count(filter) &&
	       reading_go_ordinal(&app->document->reading,
	                          filter_item(filter, to)) &&
	       to == here;
}

const struct view view_list = {
	.title = N_("List"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("read"), NULL },
		{ COMMAND_MENU, COMMAND_NONE, N_("menu"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },
		{ COMMAND_PREV_PAGE, COMMAND_NEXT_PAGE, N_("page"), NULL },
		{ COMMAND_SEARCH, COMMAND_NONE, N_("filter"), NULL },
		{ COMMAND_EXPORT, COMMAND_NONE, N_("save"), NULL },
		{ COMMAND_TAG, COMMAND_NONE, N_("mark"), NULL },
		{ COMMAND_NEXT_VIEW, COMMAND_NONE, N_("article"), NULL },
	},
	.draw = view_list_draw,
	.add_progress = view_list_add_progress,
	.act = view_list_act,
	.click = view_list_click,
	.step_article = view_list_step_article,
	.state_bytes = sizeof(struct list_state),
};
