/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/article_words.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/byline.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/glyph.h"
#include "text/upright.h"

/* Characters that are read in a minute: ideographs, letters. */
#define IDEOGRAPHS_A_MINUTE 350
#define LETTERS_A_MINUTE    1200

/* A text of which so many bytes take more cells than one and a half a character is one of
 * ideographs. */
#define SAMPLE_BYTES 300

#define SEPARATOR_COLS 3 /* " · " */

/* What the line below the headline says, in its order. */
enum article_word {
	WORD_PAPER,
	WORD_DAY,
	WORD_PAGE,
	WORD_AUTHORS,
	WORD_LENGTH,
	WORD_TIME,
	WORD_COUNT
};

/* In which order they go where there is no room; the rest stays. */
static const enum article_word leaves[] = { WORD_PAPER, WORD_AUTHORS, WORD_DAY,
	                                    WORD_LENGTH, WORD_PAGE };

static void article_add_page(struct buf *out, const struct issue *issue,
                             size_t article)
{
	size_t first = issue->articles[article].page;
	size_t last = issue->articles[parts_last(issue, article)].page;

	/* TRANSLATORS: numbers of the first and the last page */
	if (last != first)
		buf_addf(out, _("pages %zu→%zu"), issue->pages[first].number,
		         issue->pages[last].number);
	else
		buf_addf(out, _("page %zu"), issue->pages[first].number);
}

/* Names that the printed byline does not show already, where they are certain. */
static void article_add_authors(struct buf *out, const struct issue *issue,
                                size_t article)
{
	const struct article *own = &issue->articles[article];
	struct byline_names names;

	for (size_t i = own->passages.start; i < own->passages.end; i++)
		if (issue->passages[i].role == ROLE_BYLINE)
			return;
	if (!own->byline.len)
		return;
	byline_names_init(&names, own->byline);
	for (size_t i = 0; names.are_certain && i < names.count; i++) {
		if (i)
			buf_add_c(out,
			          byline_is_latin(own->byline) ? ", " : "、");
		buf_add(out, buf_str(&names.items[i]));
	}
	byline_names_release(&names);
}

/* Is the text of an article one of ideographs? */
static bool article_is_wide(const struct issue *issue, size_t article)
{
	size_t at = parts_first_passage(issue, article);
	struct str text = STR("");
	size_t chars = 0;

	while (at != NPOS && issue->passages[at].role != ROLE_BODY)
		at = parts_next_passage(issue, at);
	if (at != NPOS)
		text = issue->passages[at].text;
	text.len = text_fit(text, SAMPLE_BYTES, 1);
	for (size_t byte = 0; byte < text.len; chars++)
		byte = glyph_next(text, byte, 1).end;
	return (size_t)text_cols(text, 1) * 2 > chars * 3;
}

static void article_add_time(struct buf *out, const struct issue *issue,
                             size_t article)
{
	size_t rate = article_is_wide(issue, article) ? IDEOGRAPHS_A_MINUTE
	                                              : LETTERS_A_MINUTE;
	size_t chars = parts_chars(issue, article);
	size_t minutes = (chars + rate / 2) / rate;

	if (minutes)
		/* TRANSLATORS: how long an article is to read */
		buf_addf(out,
		         i18n_plural("about %zu minute", "about %zu minutes",
		                     minutes),
		         minutes);
	else if (chars)
		buf_add_c(out, _("less than a minute"));
}

/* The cells of a text in a row, or its rows in a line that runs downwards. */
static int article_text_size(struct str text, bool upright, int ambiguous_cols)
{
	return upright ? upright_rows(text, 0, text.len)
	               : text_cols(text, ambiguous_cols);
}

static int article_words_size(const struct buf words[WORD_COUNT], bool upright,
                              int ambiguous_cols)
{
	int size = 0;

	for (size_t i = 0; i < WORD_COUNT; i++)
		if (words[i].len)
			size += (size ? SEPARATOR_COLS : 0) +
			        article_text_size(buf_str(&words[i]), upright,
			                          ambiguous_cols);
	return size;
}

/* Words in letters are not set downwards, one letter under the other. */
static bool article_word_has_letters(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((word.ptr[i] >= 'a' && word.ptr[i] <= 'z') ||
		    (word.ptr[i] >= 'A' && word.ptr[i] <= 'Z'))
			return true;
	return false;
}

/* Appends what fits into `size` cells, or rows. */
static void article_add_words(struct buf *out, const struct reading *reading,
                              size_t article, bool upright, int size)
{
	const struct issue *issue = reading->issue;
	size_t page = issue->articles[article].page, chars;
	struct buf words[WORD_COUNT];

	for (size_t i = 0; i < WORD_COUNT; i++)
		buf_init(&words[i]);
	buf_add(&words[WORD_PAPER], issue_page_title(issue, page));
	buf_add(&words[WORD_DAY], issue_page_date(issue, page));
	article_add_page(&words[WORD_PAGE], issue, article);
	article_add_authors(&words[WORD_AUTHORS], issue, article);
	chars = parts_chars(issue, article);
	if (chars)
		buf_addf(&words[WORD_LENGTH],
		         i18n_plural("%zu character", "%zu characters", chars),
		         chars);
	article_add_time(&words[WORD_TIME], issue, article);
	for (size_t i = 0; upright && i < WORD_COUNT; i++)
		if (article_word_has_letters(buf_str(&words[i])))
			buf_clear(&words[i]);
	for (size_t i = 0;
	     i < ARRAY_LEN(leaves) &&
	     article_words_size(words, upright, reading->ambiguous_cols) > size;
	     i++)
		buf_clear(&words[leaves[i]]);
	for (size_t i = 0; i < WORD_COUNT; i++) {
		if (out->len && words[i].len)
			buf_add_c(out,
			          reading->ambiguous_cols == 2 ? " - " : " · ");
		buf_add(out, buf_str(&words[i]));
		buf_release(&words[i]);
	}
}

/* "── end ──  → 石景山区召开…"; where lines run downwards the next article is to the
 * left. */
static void article_add_end(struct buf *out, const struct reading *reading,
                            size_t article, bool upright)
{
	static const struct {
		const char *rule, *to_next;
	} signs[2][2] = { { { "──", "→" }, { "--", ">" } },
		          { { "│", "←" }, { "|", "<" } } };
	const struct issue *issue = reading->issue;
	const bool is_plain = reading->ambiguous_cols == 2;
	const char *rule = signs[upright][is_plain].rule;
	size_t next = issue->articles[article].ordinal + 1;

	buf_addf(out, "%s %s %s", rule, _("end"), rule);
	if (next >= issue->whole_count)
		return;
	buf_addf(out, "  %s ", signs[upright][is_plain].to_next);
	buf_add(out, reading_name(reading, issue->wholes[next]));
}

/* The cells of a gap of the sheet on the canvas, as far as they are in the window; no rows:
 * none is. */
static struct area article_gap_area(const struct sheet_view *view,
                                    struct area window, struct gap gap)
{
	int row = gap.row - view->top_row;
	int rows = gap.upright_rows ? gap.upright_rows : 1;

	return (struct area){ window.row + row,
		              view->drawn.col + gap.col - view->left_col,
		              row >= 0 && row < window.rows
		                      ? smaller(rows, window.rows - row)
		                      : 0,
		              gap.cols };
}

/* Draws a text downwards; what has no room ends in …. */
static void article_draw_upright(struct app *app, struct area cells,
                                 struct str text)
{
	const bool plain = app->settings.plain_marks;
	const int ambiguous_cols = app->canvas.ambiguous_cols;
	bool whole = upright_rows(text, 0, text.len) <= cells.rows;
	int rows = cells.rows - !whole;
	struct buf shown;

	buf_init(&shown);
	for (size_t at = 0, next, row = 0; at < text.len && (int)row < rows;
	     at = next, row++) {
		next = upright_next(text, at);
		buf_clear(&shown);
		upright_show(&shown, text, at, next, plain, ambiguous_cols);
		canvas_text(&app->canvas, cells, (int)row, 0, buf_str(&shown),
		            STYLE_SMALL);
	}
	buf_release(&shown);
	if (!whole)
		canvas_text(&app->canvas, cells, rows, 0,
		            plain ? STR("…") : STR("︙"), STYLE_SMALL);
}

static void article_draw_row(struct app *app, struct area cells,
                             struct str text, bool centred)
{
	int cols = smaller(text_cols(text, app->canvas.ambiguous_cols),
	                   cells.cols);

	canvas_fit(&app->canvas, cells, 0,
	           centred ? (cells.cols - cols) / 2 : 0, cells.cols, text,
	           STYLE_SMALL);
}

void article_words_draw(struct app *app, struct area area, size_t article)
{
	const struct sheet_view *view = &app->document->article;
	const struct reading *reading = &app->document->reading;
	const struct gap gaps[] = { view->sheet.below_head,
		                    view->sheet.below_end };

	for (size_t i = 0; i < ARRAY_LEN(gaps); i++) {
		struct area cells = article_gap_area(view, area, gaps[i]);
		bool upright = gaps[i].upright_rows > 0;
		struct buf text;

		if (!gaps[i].cols || !cells.rows)
			continue;
		buf_init(&text);
		if (i)
			article_add_end(&text, reading, article, upright);
		else
			article_add_words(&text, reading, article, upright,
			                  upright ? cells.rows : cells.cols);
		if (upright)
			article_draw_upright(app, cells, buf_str(&text));
		else
			article_draw_row(app, cells, buf_str(&text), !i);
		buf_release(&text);
	}
}
