/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/list_rows.h"

#include "base/num.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/wrap.h"
#include "ui/read_marks.h"
#include "ui/view/focus_mark.h"
#include "ui/view/highlight.h"
#include "ui/view/list_lines.h"

#define MARK_COLS    1 /* of the cursor */
#define DIGITS       2 /* of a number, at least */
#define SIGN_COLS    1
#define GAP_COLS     1
#define DOUBT_COLS   1  /* the ? at the end of a row */
#define FIGURES_COLS 5  /* "12345" characters */
#define FIGURES_FROM 45 /* columns of a list that has figures */
#define ASIDE_FROM   60 /* and of one that has the kind, and leaders */
#define ROWS_WIDE    2  /* of a headline, at most */
#define ROWS_NARROW  4

static const char *const list_kinds[KIND_COUNT] = {
	[KIND_NEWS] = "", /* most articles are */
	[KIND_LETTER] = N_("letter"),
	[KIND_TEASER] = N_("teaser"),
	[KIND_NOTICE] = N_("notice"),
	[KIND_ESSAY] = N_("essay"),
	[KIND_POEM] = N_("poem"),
	[KIND_OTHER] = N_("other"),
};

struct list_rows list_rows_of(struct app *app, int cols, bool is_open)
{
	struct list_rows rows = { .app = app,
		                  .cols = cols,
		                  .is_open = is_open };
	int digits = 1;

	for (size_t n = app->document->reading.issue->article_count; n >= 10;
	     n /= 10)
		digits++;
	rows.has_figures = cols >= FIGURES_FROM;
	rows.title_col =
		MARK_COLS + larger(digits, DIGITS) + SIGN_COLS + GAP_COLS;
	rows.title_cols = cols - rows.title_col - DOUBT_COLS;
	if (rows.has_figures)
		rows.title_cols -= FIGURES_COLS + 2 * GAP_COLS;
	rows.title_cols = larger(rows.title_cols, 2);
	rows.title_rows_most = cols >= ASIDE_FROM ? ROWS_WIDE : ROWS_NARROW;
	return rows;
}

static const struct reading *list_reading(const struct list_rows *rows)
{
	return &rows->app->document->reading;
}

static size_t list_article(const struct list_rows *rows, size_t entry)
{
	return list_reading(rows)->issue->wholes[filter_item(
		&rows->app->document->list_filter, entry)];
}

static bool list_is_here(const struct list_rows *rows, size_t entry)
{
	return filter_here(&rows->app->document->list_filter) == entry;
}

/* Does a page begin with this entry? */
static bool list_has_rule(const struct list_rows *rows, size_t entry)
{
	const struct issue *issue = list_reading(rows)->issue;

	return issue->page_count > 1 &&
	       (!entry ||
	        issue->articles[list_article(rows, entry)].page !=
	                issue->articles[list_article(rows, entry - 1)].page);
}

/* The passage that begins the text of an article; without one, what follows its title; or
 * NPOS. */
static size_t list_lead(const struct issue *issue, size_t article, size_t title)
{
	size_t at = parts_first_passage(issue, article);

	while (at != NPOS && issue->passages[at].role != ROLE_BODY &&
	       issue->passages[at].role != ROLE_SALUTATION)
		at = parts_next_passage(issue, at);
	return at == NPOS && title != NPOS ? parts_next_passage(issue, title)
	                                   : at;
}

/* The passage with the first words of the chosen article, or NPOS: it shows none. */
static size_t list_shown_lead(const struct list_rows *rows, size_t entry)
{
	size_t article = list_article(rows, entry);
	size_t title = reading_title(list_reading(rows), article), lead;

	if (!rows->is_open || !list_is_here(rows, entry))
		return NPOS;
	lead = list_lead(list_reading(rows)->issue, article, title);
	return lead == title ? NPOS : lead;
}

/* A headline broken into rows. */
struct list_title {
	size_t passage; /* or NPOS */
	struct wrap wrap;
	int cols;  /* of its lines */
	int count; /* of rows, 1 at least */
};

/* The lines of a headline at a measure; more than `most` are not counted. */
static int list_title_lines(const struct wrap *wrap, int cols, int most)
{
	int count = 0;

	for (size_t at = 0; at < wrap->text.len && count <= most; count++)
		at = wrap_line(wrap, at, cols, 0).next;
	return count;
}

/* Sets the headline in lines that are about equally long. */
static void list_title_init(struct list_title *title,
                            const struct list_rows *rows, size_t article)
{
	const struct reading *reading = list_reading(rows);
	const int most = rows->title_rows_most;
	struct str text = STR("");

	title->passage = reading_title(reading, article);
	if (title->passage != NPOS)
		text = reading->issue->passages[title->passage].text;
	/* An article without a headline has its first paragraph there. */
	text.len = text_fit(text, rows->title_cols * (most + 1),
	                    reading->ambiguous_cols);
	wrap_init(&title->wrap, text, reading->ambiguous_cols,
	          reading->settings->breaks);
	title->cols = rows->title_cols;
	title->count = list_title_lines(&title->wrap, title->cols, most);
	while (title->count > 1 && title->count <= most && title->cols > 2 &&
	       list_title_lines(&title->wrap, title->cols - 1, most) ==
	               title->count)
		title->cols--;
	title->count = larger(1, smaller(title->count, most));
}

int list_rows_count(const struct list_rows *rows, size_t entry)
{
	struct list_title title;
	int count;

	list_title_init(&title, rows, list_article(rows, entry));
	count = title.count + list_has_rule(rows, entry) +
	        (list_shown_lead(rows, entry) != NPOS);
	wrap_release(&title.wrap);
	return count;
}

static bool list_is_doubtful(const struct issue *issue, size_t article)
{
	for (; article != NPOS; article = parts_next(issue, article))
		if (issue->articles[article].note_count)
			return true;
	return false;
}

/* The number, and behind it a sign: marked to be saved, read. */
static void list_draw_number(const struct list_rows *rows, struct area area,
                             size_t article)
{
	struct canvas *canvas = &rows->app->canvas;
	const int sign_col = rows->title_col - GAP_COLS - SIGN_COLS;
	struct buf number;

	buf_init(&number);
	buf_addf(&number, "%*zu", sign_col - MARK_COLS, article + 1);
	canvas_text(canvas, area, 0, MARK_COLS, buf_str(&number), STYLE_SMALL);
	buf_release(&number);
	if (selections_has(&rows->app->document->tagged, article))
		canvas_text(canvas, area, 0, sign_col, STR("*"), STYLE_KEY);
	else if (read_marks_has(rows->app, article))
		canvas_text(canvas, area, 0, sign_col, STR("✓"), STYLE_SMALL);
	if (list_is_doubtful(list_reading(rows)->issue, article))
		canvas_text(canvas, area, 0, rows->cols - DOUBT_COLS, STR("?"),
		            STYLE_SMALL);
}

/* "letter" or "→p. 3", what is not usual of an article. */
static void list_add_aside(struct buf *out, const struct issue *issue,
                           size_t article)
{
	const char *kind = list_kinds[issue->articles[article].kind];
	size_t last = issue->articles[parts_last(issue, article)].page;

	if (last != issue->articles[article].page)
		/* TRANSLATORS: number of the page on which an article ends */
		buf_addf(out, _("→p. %zu"), issue->pages[last].number);
	else if (*kind)
		buf_add_c(out, _(kind));
}

/* The length of the article at the right end of a row whose headline ends at `col`. */
static void list_draw_figures(const struct list_rows *rows, struct area area,
                              int row, int col, size_t article)
{
	struct canvas *canvas = &rows->app->canvas;
	const struct issue *issue = list_reading(rows)->issue;
	int end_col = rows->cols - DOUBT_COLS - GAP_COLS, cols;
	struct buf text;

	buf_init(&text);
	buf_addf(&text, "%*zu", FIGURES_COLS, parts_chars(issue, article));
	end_col -= (int)text.len;
	canvas_text(canvas, area, row, end_col, buf_str(&text), STYLE_SMALL);
	end_col += (int)(text.len - str_trim(buf_str(&text)).len);
	buf_clear(&text);
	list_add_aside(&text, issue, article);
	cols = text_cols(buf_str(&text), canvas->ambiguous_cols);
	if (rows->cols >= ASIDE_FROM && text.len &&
	    col + cols + 2 * GAP_COLS <= end_col) {
		end_col = smaller(end_col, rows->cols - DOUBT_COLS - GAP_COLS -
		                                   FIGURES_COLS) -
		          GAP_COLS - cols;
		canvas_text(canvas, area, row, end_col, buf_str(&text),
		            STYLE_SMALL);
	}
	if (rows->cols >= ASIDE_FROM)
		list_lines_draw_leaders(canvas, area, row, col, end_col);
	buf_release(&text);
}

/* Draws the lines of a headline; returns where the last one ends. */
static int list_draw_title(const struct list_rows *rows, struct area area,
                           const struct list_title *title, enum style style)
{
	const struct reading *reading = list_reading(rows);
	int end_col = rows->title_col;
	size_t at = 0;

	for (int row = 0; title->passage != NPOS && row < title->count; row++) {
		struct wrap_line line =
			wrap_line(&title->wrap, at, title->cols, 0);
		struct range bytes = { line.start, line.end };

		if (row + 1 == title->count && line.next < title->wrap.text.len)
			bytes.end = reading->issue->passages[title->passage]
			                    .text.len;
		end_col = rows->title_col +
		          highlight_fit(&rows->app->canvas, area, row,
		                        rows->title_col, title->cols, reading,
		                        title->passage, bytes, style);
		at = line.next;
	}
	return end_col;
}

static void list_draw_lead(const struct list_rows *rows, struct area area,
                           int row, size_t passage)
{
	const struct reading *reading = list_reading(rows);
	const struct passage *text = &reading->issue->passages[passage];

	highlight_fit(&rows->app->canvas, area, row, rows->title_col,
	              rows->cols - rows->title_col - DOUBT_COLS, reading,
	              passage, (struct range){ 0, text->text.len },
	              STYLE_SMALL);
}

int list_rows_draw(const struct list_rows *rows, struct area area, size_t entry)
{
	const struct issue *issue = list_reading(rows)->issue;
	size_t article = list_article(rows, entry);
	size_t lead = list_shown_lead(rows, entry);
	const int first_row = area.row;
	struct list_title title;
	bool has_head;
	int end_col;

	if (list_has_rule(rows, entry)) {
		list_lines_draw_page(rows->app, area, 0,
		                     issue->articles[article].page);
		area.row++;
		area.rows--;
	}
	list_title_init(&title, rows, article);
	list_draw_number(rows, area, article);
	has_head = title.passage != NPOS &&
	           role_is_headline(issue->passages[title.passage].role);
	end_col = list_draw_title(rows, area, &title,
	                          list_is_here(rows, entry) ? STYLE_HEAD
	                          : has_head                ? STYLE_TEXT
	                                                    : STYLE_SMALL);
	if (rows->has_figures)
		list_draw_figures(rows, area, title.count - 1, end_col,
		                  article);
	if (rows->is_open && list_is_here(rows, entry))
		focus_mark_draw(&rows->app->canvas, area, 0, 0);
	if (lead != NPOS)
		list_draw_lead(rows, area, title.count, lead);
	wrap_release(&title.wrap);
	return area.row - first_row + title.count + (lead != NPOS);
}
