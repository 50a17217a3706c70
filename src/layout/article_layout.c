/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/article_layout.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/sheet.h"
#include "layout/typeset.h"

#include <limits.h>

#define MARGIN_COLS      2  /* at least, where there is room */
#define MARGIN_FROM_COLS 32 /* windows narrower than this have none */
#define HANG_COLS        2
#define COLUMN_COLS      32 /* 16 em: no column of several is narrower */
#define COLUMN_GAP_COLS  4
#define COLUMN_ROWS      8 /* a text that does not fill them has fewer columns */

/* An article being set: its columns side by side. */
struct flow {
	struct sheet *sheet;
	int left_col, columns, hang_cols;
	struct typesetting heads, text;
	int rows; /* of the window; INT_MAX: as many as there are */
};

static int usable_cols(int cols)
{
	return cols >= MARGIN_FROM_COLS ? cols - 2 * MARGIN_COLS : cols;
}

int flow_columns_most(int cols)
{
	return larger(1, (usable_cols(cols) + COLUMN_GAP_COLS) /
	                         (COLUMN_COLS + COLUMN_GAP_COLS));
}

/* A measure of whole ems keeps the right edge even. */
static int measure_of(const struct article_style *style, int columns)
{
	int cols =
		(usable_cols(style->cols) - (columns - 1) * COLUMN_GAP_COLS) /
		columns;

	cols = smaller(cols, style->measure_cols);
	return larger(1, cols > 2 ? cols - cols % 2 : cols);
}

static int width_of(const struct flow *flow)
{
	return flow->columns * flow->text.measure_cols +
	       (flow->columns - 1) * COLUMN_GAP_COLS;
}

static struct typesetting new_setting(const struct flow *flow,
                                      const struct article_style *style,
                                      int cols)
{
	return (struct typesetting){ .issue = flow->sheet->issue,
		                     .ambiguous_cols = style->ambiguous_cols,
		                     .breaks = style->breaks,
		                     .measure_cols = cols,
		                     .hang_cols = flow->hang_cols };
}

/* Sets the passages of an article: its headline across all columns, the rest to
 * their measure. */
static void set_passages(struct flow *flow, const struct article_style *style,
                         struct range passages)
{
	const struct issue *issue = flow->sheet->issue;
	int cols = measure_of(style, flow->columns);

	flow->text = new_setting(flow, style, cols);
	flow->left_col = (style->cols - width_of(flow)) / 2;
	flow->hang_cols = flow->left_col >= HANG_COLS ? HANG_COLS : 0;
	flow->text.hang_cols = flow->hang_cols;
	flow->heads = new_setting(flow, style, width_of(flow));
	for (size_t i = passages.start; i < passages.end; i++)
		typeset_add(role_is_headline(issue->passages[i].role)
		                    ? &flow->heads
		                    : &flow->text,
		            i);
}

static int article_layout_head_rows(const struct flow *flow)
{
	/* The head stands by itself. */
	return (int)flow->heads.count + (flow->heads.count && flow->text.count);
}

/* Is there too little text for so many columns, or room for too little? */
static bool is_thin(const struct flow *flow)
{
	return flow->text.count < (size_t)flow->columns * COLUMN_ROWS ||
	       flow->rows - article_layout_head_rows(flow) < COLUMN_ROWS;
}

static void set_article(struct flow *flow, const struct article_style *style,
                        struct range passages)
{
	int most = flow_columns_most(style->cols);
	bool chosen = style->columns > 0;

	flow->columns = smaller(chosen ? style->columns : most, most);
	flow->rows = style->rows;
	set_passages(flow, style, passages);
	while (flow->columns > 1 &&
	       (is_thin(flow) || style->rows < COLUMN_ROWS)) {
		typeset_release(&flow->heads);
		typeset_release(&flow->text);
		flow->columns--;
		set_passages(flow, style, passages);
	}
	if (flow->columns == 1)
		flow->rows = INT_MAX;
}

static void add_inset_rule(struct flow *flow, int row, int col, int length)
{
	sheet_add_rule(flow->sheet, (struct rule){
					    .row = row,
					    .col = col + SETTING_INSET_COLS / 2,
					    .length = length,
					    .vertical = true,
					    .weight = RULE_HEAVY,
				    });
}

/* Puts lines [from, end) under each other, blank ones as room. */
static void paste(struct flow *flow, const struct typesetting *setting,
                  struct range lines, int row, int col)
{
	int inset_rows = 0;

	for (size_t i = lines.start; i < lines.end; i++, row++) {
		const struct set_line *line = &setting->lines[i];

		if (line->passage != NPOS)
			sheet_add_measured(flow->sheet, line->passage,
			                   line->bytes, row, col + line->col,
			                   line->cols);
		inset_rows = line->inset ? inset_rows + 1 : 0;
		if (line->inset &&
		    (i + 1 == lines.end || !setting->lines[i + 1].inset))
			add_inset_rule(flow, row + 1 - inset_rows, col,
			               inset_rows);
	}
}

/* Where a column that begins at line `from` ends, when it has so many rows: a
 * line that is to have something under it does not end it. */
static size_t column_end(const struct typesetting *text, size_t from, int rows)
{
	size_t end = rows < INT_MAX ? from + (size_t)rows : text->count;

	if (end >= text->count)
		return text->count;
	while (end > from + 1 && (text->lines[end - 1].keeps ||
	                          text->lines[end - 1].passage == NPOS))
		end--;
	return text->lines[end - 1].keeps ? from + (size_t)rows : end;
}

/* The first line of a column that is no blank one. */
static size_t column_start(const struct typesetting *text, size_t from)
{
	while (from < text->count && text->lines[from].passage == NPOS)
		from++;
	return from;
}

/* The line behind `columns` columns of so many rows. */
static size_t screen_end(const struct flow *flow, size_t from, int rows)
{
	for (int i = 0; i < flow->columns; i++)
		from = column_end(&flow->text, column_start(&flow->text, from),
		                  rows);
	return from;
}

/* The rows of the columns of a screen: of the last one, as many as bring them to
 * an equal height. */
static int screen_rows(const struct flow *flow, size_t from, int room_rows)
{
	size_t left = flow->text.count - from;
	int rows;

	if (flow->columns == 1 ||
	    screen_end(flow, from, room_rows) < flow->text.count)
		return room_rows;
	rows = (int)(left / (size_t)flow->columns);
	while (rows < room_rows &&
	       (rows < 1 || screen_end(flow, from, rows) < flow->text.count))
		rows++;
	return rows;
}

static void paste_text(struct flow *flow, size_t article)
{
	const struct typesetting *text = &flow->text;
	int row = article_layout_head_rows(flow);
	int room_rows = flow->columns > 1 ? flow->rows - row : INT_MAX;

	for (size_t from = 0; from < text->count;) {
		int rows = screen_rows(flow, from, room_rows);

		for (int i = 0; i < flow->columns && from < text->count; i++) {
			size_t end;

			from = column_start(text, from);
			end = column_end(text, from, rows);
			if (flow->columns > 1)
				sheet_open_strip(flow->sheet, article, true);
			paste(flow, text, (struct range){ from, end }, row,
			      flow->left_col + i * (text->measure_cols +
			                            COLUMN_GAP_COLS));
			from = end;
		}
		if (from == text->count)
			break;
		row += room_rows;
		room_rows = flow->rows;
	}
}

void article_layout(struct sheet *sheet, const struct issue *issue,
                    size_t article, const struct article_style *style)
{
	struct flow flow = { .sheet = sheet };

	sheet_init(sheet, issue, style->ambiguous_cols);
	set_article(&flow, style, issue->articles[article].passages);
	sheet_open_strip(sheet, article, flow.columns == 1);
	paste(&flow, &flow.heads, (struct range){ 0, flow.heads.count }, 0,
	      flow.left_col);
	paste_text(&flow, article);
	sheet->cols = style->cols;
	sheet->columns = flow.columns;
	sheet->turn_rows = flow.columns > 1 ? flow.rows : 0;
	typeset_release(&flow.heads);
	typeset_release(&flow.text);
}
