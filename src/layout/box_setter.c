/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/box_setter.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/article_box.h"
#include "layout/sheet.h"

#define GAP_COLS_MOST (FLOW_GAP_COLS + 5)

static void box_add_slug(struct sheet *sheet, const struct flow_row *line,
                         int row, int col)
{
	sheet_add_measured(sheet, line->passage, line->bytes, row,
	                   col + line->col, line->cols - line->hyphen);
	if (line->hyphen)
		sheet_add_hyphen(sheet);
}

/* Sets the headline; returns the row below it and its rule. */
static int box_set_heads(struct sheet *sheet, const struct article_box *box,
                         struct box_place place)
{
	struct head_lines heads;

	article_box_heads(box, place.cols, &heads);
	if (heads.count)
		sheet_open_strip(sheet, box->article, false);
	for (size_t i = 0; i < heads.count; i++) {
		struct slug *slug;

		box_add_slug(sheet, &heads.rows[i], place.row++, place.col);
		slug = &sheet->slugs[sheet->slug_count - 1];
		slug->spaced = heads.rows[i].spaced;
		slug->align = ALIGN_CENTRE;
		slug->room_col = place.col;
		slug->room_cols = place.cols;
	}
	if (heads.count)
		sheet_add_rule(sheet, (struct rule){ .row = place.row++,
		                                     .col = place.col,
		                                     .length = place.cols,
		                                     .weight = RULE_THIN });
	head_lines_release(&heads);
	return place.row;
}

/* Sets rows [rows.start, rows.end) of a flow in a column, with the rules of pull quotes. */
static void box_set_column(struct sheet *sheet, const struct article_box *box,
                           const struct column_flow *flow, struct range rows,
                           struct box_place place)
{
	int row = place.row - 1;

	if (rows.start == rows.end)
		return;
	sheet_open_strip(sheet, box->article, box->has_columns);
	for (size_t i = rows.start; i < rows.end; i++) {
		const struct flow_row *line = &flow->rows[i];

		row += !line->shares_row || row < place.row;
		if (line->passage == NPOS)
			continue;
		box_add_slug(sheet, line, row, place.col);
		if (line->is_quote && line->col)
			sheet_add_rule(sheet,
			               (struct rule){ row, place.col, 1, true,
			                              RULE_HEAVY });
	}
}

/* The cells between the columns of a band that are `columns`. */
static int box_gap_cols(const struct column_flow *flow, size_t columns,
                        int cols)
{
	int spare;

	if (columns < 2)
		return FLOW_GAP_COLS;
	spare = cols - (int)columns * flow->cols;
	return smaller(GAP_COLS_MOST,
	               larger(FLOW_GAP_COLS, spare / (int)(columns - 1)));
}

/* Sets a band in the columns it has room for; returns the row below it. */
static int box_set_band(struct sheet *sheet, const struct article_box *box,
                        const struct box_band *band, struct box_place place)
{
	const struct column_flow *flow = &band->flow;
	const size_t columns = article_box_columns(box, band, place.cols);
	const struct flow_deal deal = column_flow_deal(flow, columns);
	const int gap = box_gap_cols(flow, columns, place.cols);

	for (size_t c = 0; c < columns; c++) {
		struct box_place own = place;

		own.col += (int)c * (flow->cols + gap);
		box_set_column(sheet, box, flow, deal.columns[c], own);
		if (c && deal.columns[c].start < deal.columns[c].end)
			sheet_add_rule(
				sheet,
				(struct rule){ place.row, own.col - gap / 2 - 1,
			                       deal.rows, true, RULE_THIN });
	}
	return place.row + deal.rows;
}

int box_set(struct sheet *sheet, const struct article_box *box,
            struct box_place place)
{
	const int first_row = place.row;

	place.row = box_set_heads(sheet, box, place);
	for (size_t b = 0; b < box->band_count; b++)
		place.row = box_set_band(sheet, box, &box->bands[b], place);
	*ARRAY_ADD(sheet->boxes, sheet->box_count, sheet->box_cap) =
		(struct box){ .article = box->article,
		              .row = first_row,
		              .col = place.col,
		              .rows = place.row - first_row,
		              .cols = place.cols };
	return place.row;
}
