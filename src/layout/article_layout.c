/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/article_layout.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "layout/sheet.h"
#include "layout/typeset.h"
#include "text/letter_space.h"

#include <assert.h>
#include <limits.h>

#define MARGIN_COLS      2  /* at least, where there is room */
#define MARGIN_FROM_COLS 32 /* windows narrower than this have none */
#define HANG_COLS        2
#define COLUMN_COLS      32 /* 16 em: no column of several is narrower */
#define COLUMN_GAP_COLS  4
#define SEAM_COLS        8 /* of the rule between two parts */
#define SHORT_TITLE_COLS 8 /* four ideographs: a headline of so few is spaced */
#define COLUMN_ROWS      8 /* a text that does not fill them has fewer columns */

/* The state of article_layout(). */
struct article_composer {
	struct sheet *sheet;
	int left_col, columns; /* of the text: first cell, number of columns */
	int hang_cols; /* into the margin; 0: the margin is too narrow */
	struct typesetting heads; /* the headline, across all columns */
	struct typesetting text;  /* the rest, to the measure of a column */
	int rows; /* of a screen; INT_MAX: the sheet is scrolled */
	bool has_gaps;
};

static int article_usable_cols(int cols)
{
	return cols >= MARGIN_FROM_COLS ? cols - 2 * MARGIN_COLS : cols;
}

int article_columns_of(int cols, int column_cols)
{
	return larger(1, (article_usable_cols(cols) + COLUMN_GAP_COLS) /
	                         (column_cols + COLUMN_GAP_COLS));
}

int article_columns_most(int cols)
{
	return article_columns_of(cols, COLUMN_COLS);
}

/* A measure of whole ems keeps the right edge even. */
int article_measure(int cols, int columns, int measure_cols)
{
	int room_cols =
		(article_usable_cols(cols) - (columns - 1) * COLUMN_GAP_COLS) /
		columns;

	room_cols = smaller(room_cols, measure_cols);
	return larger(1, room_cols > 2 ? room_cols - room_cols % 2 : room_cols);
}

static int article_width_cols(const struct article_composer *composer)
{
	return composer->columns * composer->text.measure_cols +
	       (composer->columns - 1) * COLUMN_GAP_COLS;
}

static struct typesetting
article_new_setting(const struct article_composer *composer,
                    const struct article_style *style, int cols)
{
	return (struct typesetting){ .issue = composer->sheet->issue,
		                     .ambiguous_cols = style->ambiguous_cols,
		                     .breaks = style->breaks,
		                     .measure_cols = cols,
		                     .hang_cols = composer->hang_cols };
}

/* Sets the passages of an article: its headline across all columns, the rest to
 * their measure. */
static void article_set_passages(struct article_composer *composer,
                                 const struct article_style *style,
                                 size_t article)
{
	const struct issue *issue = composer->sheet->issue;
	int cols = article_measure(style->cols, composer->columns,
	                           style->measure_cols);

	composer->text = article_new_setting(composer, style, cols);
	composer->left_col = (style->cols - article_width_cols(composer)) / 2;
	composer->hang_cols = composer->left_col >= HANG_COLS ? HANG_COLS : 0;
	composer->text.hang_cols = composer->hang_cols;
	if (composer->columns == 1)
		composer->text.row_cols =
			style->cols - composer->left_col -
			(style->cols - article_usable_cols(style->cols)) / 2;
	composer->heads = article_new_setting(composer, style,
	                                      article_width_cols(composer));
	for (size_t i = parts_first_passage(issue, article); i != NPOS;
	     i = parts_next_passage(issue, i)) {
		bool is_later = issue->passages[i].article != article;

		if (is_later && i == issue->articles[issue->passages[i].article]
		                                .passages.start)
			typeset_add_seam(&composer->text);
		typeset_add(
			!is_later && role_is_headline(issue->passages[i].role)
				? &composer->heads
				: &composer->text,
			i);
	}
}

static int article_head_rows(const struct article_composer *composer)
{
	int rows = (int)composer->heads.count + composer->has_gaps;

	/* The head stands by itself. */
	return rows + (rows && composer->text.count);
}

/* Would the columns be too short, for lack of text or of rows below the headline? */
static bool article_is_thin(const struct article_composer *composer)
{
	return composer->text.count < (size_t)composer->columns * COLUMN_ROWS ||
	       composer->rows - article_head_rows(composer) < COLUMN_ROWS;
}

static void article_choose_columns(struct article_composer *composer,
                                   const struct article_style *style,
                                   size_t article)
{
	int most = article_columns_of(
		style->cols, smaller(COLUMN_COLS, style->measure_cols));
	bool chosen = style->columns > 0;

	composer->columns = chosen ? smaller(style->columns, most)
	                           : article_columns_most(style->cols);
	composer->rows = style->rows;
	article_set_passages(composer, style, article);
	while (composer->columns > 1 &&
	       (article_is_thin(composer) || composer->text.breaks_rows ||
	        style->rows < COLUMN_ROWS)) {
		typeset_release(&composer->heads);
		typeset_release(&composer->text);
		composer->columns--;
		article_set_passages(composer, style, article);
	}
	if (composer->columns == 1)
		composer->rows = INT_MAX;
}

static void article_add_inset_rule(struct article_composer *composer, int row,
                                   int col, int length)
{
	sheet_add_rule(composer->sheet,
	               (struct rule){
			       .row = row,
			       .col = col + TYPESET_INSET_COLS / 2,
			       .length = length,
			       .vertical = true,
			       .weight = RULE_HEAVY,
		       });
}

static void article_add_seam(struct article_composer *composer,
                             const struct typesetting *setting, int row,
                             int col)
{
	int length = smaller(SEAM_COLS, setting->measure_cols);

	sheet_add_rule(
		composer->sheet,
		(struct rule){
			.row = row,
			.col = col + (setting->measure_cols - length) / 2,
			.length = length,
			.weight = RULE_THIN,
		});
}

/* The blanks with which a line is spaced: one that is a whole title of a few characters. */
static int article_space_cols(const struct typesetting *setting,
                              const struct typeset_line *line)
{
	const struct passage *passage =
		&setting->issue->passages[line->passage];

	return passage->role == ROLE_HEAD && line->cols <= SHORT_TITLE_COLS &&
	                       !line->bytes.start &&
	                       line->bytes.end == passage->text.len
	               ? letter_space_cols(passage->text, 0, passage->text.len,
	                                   setting->ambiguous_cols)
	               : 0;
}

static void article_place_line(struct sheet *sheet,
                               const struct typesetting *setting,
                               const struct typeset_line *line, int row,
                               int col)
{
	int space_cols = article_space_cols(setting, line);

	if (line->cols + space_cols > setting->measure_cols)
		space_cols = 0;
	sheet_add_measured(sheet, line->passage, line->bytes, row,
	                   larger(0, col + line->col - space_cols / 2),
	                   line->cols + space_cols);
	sheet->slugs[sheet->slug_count - 1].spaced = space_cols > 0;
}

/* Puts lines on the sheet from (row, col) on, below each other. */
static void article_place_lines(struct article_composer *composer,
                                const struct typesetting *setting,
                                struct range lines, int row, int col)
{
	int inset_rows = 0;

	for (size_t i = lines.start; i < lines.end; i++, row++) {
		const struct typeset_line *line = &setting->lines[i];

		if (line->passage != NPOS)
			article_place_line(composer->sheet, setting, line, row,
			                   col);
		if (line->is_seam)
			article_add_seam(composer, setting, row, col);
		inset_rows = line->is_inset ? inset_rows + 1 : 0;
		if (line->is_inset &&
		    (i + 1 == lines.end || !setting->lines[i + 1].is_inset))
			article_add_inset_rule(composer, row + 1 - inset_rows,
			                       col, inset_rows);
	}
}

/* The end of a column of `rows` rows that begins at line `from`.  The column is
 * shorter where its last line would be blank or a subhead. */
static size_t article_column_end(const struct typesetting *text, size_t from,
                                 int rows)
{
	size_t end = rows < INT_MAX ? from + (size_t)rows : text->count;

	if (end >= text->count)
		return text->count;
	while (end > from + 1 && (text->lines[end - 1].keeps_next ||
	                          text->lines[end - 1].passage == NPOS))
		end--;
	return text->lines[end - 1].keeps_next ? from + (size_t)rows : end;
}

/* The first line from `from` on that is not blank. */
static size_t article_column_start(const struct typesetting *text, size_t from)
{
	while (from < text->count && text->lines[from].passage == NPOS)
		from++;
	return from;
}

/* The first line that does not fit into a screen of columns of `rows` rows which
 * begins at line `from`. */
static size_t article_screen_end(const struct article_composer *composer,
                                 size_t from, int rows)
{
	for (int i = 0; i < composer->columns; i++)
		from = article_column_end(
			&composer->text,
			article_column_start(&composer->text, from), rows);
	return from;
}

/* The height of the columns of a screen: `room_rows`, or on the last screen the
 * smallest height at which they hold the text, so that they are equally high. */
static int article_screen_rows(const struct article_composer *composer,
                               size_t from, int room_rows)
{
	size_t left = composer->text.count - from;
	int rows;

	if (composer->columns == 1 ||
	    article_screen_end(composer, from, room_rows) <
	            composer->text.count)
		return room_rows;
	rows = (int)(left / (size_t)composer->columns);
	while (rows < room_rows &&
	       (rows < 1 || article_screen_end(composer, from, rows) <
	                            composer->text.count))
		rows++;
	return rows;
}

static void article_place_text(struct article_composer *composer,
                               size_t article)
{
	const struct typesetting *text = &composer->text;
	int row = article_head_rows(composer);
	int room_rows = composer->columns > 1 ? composer->rows - row : INT_MAX;

	for (size_t from = 0; from < text->count;) {
		int rows = article_screen_rows(composer, from, room_rows);

		for (int i = 0; i < composer->columns && from < text->count;
		     i++) {
			size_t end;

			from = article_column_start(text, from);
			end = article_column_end(text, from, rows);
			if (composer->columns > 1)
				sheet_open_strip(composer->sheet, article,
				                 true);
			article_place_lines(composer, text,
			                    (struct range){ from, end }, row,
			                    composer->left_col +
			                            i * (text->measure_cols +
			                                 COLUMN_GAP_COLS));
			from = end;
		}
		if (from == text->count)
			break;
		row += room_rows;
		room_rows = composer->rows;
	}
}

/* The rows of a screen of several columns that are left below row `rows` of the sheet. */
static int article_left_rows(const struct article_composer *composer, int rows)
{
	if (composer->columns == 1)
		return INT_MAX;
	return composer->rows - 1 -
	       (rows + composer->rows - 1) % composer->rows;
}

/* Leaves a row below the headline, and one below the last line, with a blank row between
 * them if that fits on the screen. */
static void article_leave_gaps(struct article_composer *composer)
{
	struct sheet *sheet = composer->sheet;
	const int cols = article_width_cols(composer);
	const int head_row = (int)composer->heads.count;
	int rows = larger(sheet->rows, head_row + 1);
	int left_rows = article_left_rows(composer, rows);

	sheet->below_head =
		(struct gap){ head_row, composer->left_col, cols, 0 };
	if (left_rows < 1)
		return;
	rows += left_rows > 1;
	sheet->below_end = (struct gap){ rows, composer->left_col, cols, 0 };
	sheet->rows = rows + 1;
}

void article_layout(struct sheet *sheet, const struct issue *issue,
                    size_t article, const struct article_style *style)
{
	struct article_composer composer = { .sheet = sheet,
		                             .has_gaps = style->has_gaps };

	assert(style->rows >= 1 && style->cols >= 1);
	sheet_init(sheet, issue, style->ambiguous_cols);
	article_choose_columns(&composer, style, article);
	sheet_open_strip(sheet, article, composer.columns == 1);
	article_place_lines(&composer, &composer.heads,
	                    (struct range){ 0, composer.heads.count }, 0,
	                    composer.left_col);
	article_place_text(&composer, article);
	if (composer.has_gaps)
		article_leave_gaps(&composer);
	sheet->cols = style->cols;
	sheet->columns = composer.columns;
	sheet->turn_rows = composer.columns > 1 ? composer.rows : 0;
	typeset_release(&composer.heads);
	typeset_release(&composer.text);
}
