/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/column_flow.h"

#include "base/mem.h"
#include "base/num.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"
#include "layout/typeset.h"
#include "text/glyph.h"
#include "text/wrap.h"

#include <assert.h>
#include <stdlib.h>

#define SAME_LINE_COLS 2 /* between two lines of one printed line */

void column_flow_init(struct column_flow *flow, struct page_lines *lines,
                      int cols)
{
	assert(cols >= 1);
	*flow = (struct column_flow){ .lines = lines,
		                      .cols = cols,
		                      .measured_passage = NPOS };
}

void column_flow_release(struct column_flow *flow)
{
	free(flow->rows);
	*flow = (struct column_flow){ 0 };
}

static struct flow_row *column_flow_append(struct column_flow *flow,
                                           struct flow_row row)
{
	struct flow_row *added = ARRAY_ADD(flow->rows, flow->count, flow->cap);

	*added = row;
	return added;
}

/* A blank row below what is there; none at the beginning or below another one. */
static void column_flow_leave_blank(struct column_flow *flow)
{
	if (flow->count && flow->rows[flow->count - 1].passage != NPOS)
		column_flow_append(flow, (struct flow_row){ .passage = NPOS });
}

static const struct passage *column_flow_passage(const struct column_flow *flow,
                                                 size_t passage)
{
	return &flow->lines->sheet->issue->passages[passage];
}

static enum align column_flow_align(enum role role)
{
	switch (role) {
	case ROLE_SUBHEAD:
		return ALIGN_CENTRE;
	case ROLE_SIGNATURE:
	case ROLE_DATE:
		return ALIGN_RIGHT;
	default:
		return ALIGN_LEFT;
	}
}

/* Do all printed lines of the passage that are not placed yet fit into so many cells? */
static bool column_flow_fits_printed(const struct column_flow *flow,
                                     size_t passage, int cols)
{
	const struct page_lines *lines = flow->lines;

	for (size_t i = page_lines_first_of(lines, passage);
	     i < lines->count && lines->items[i].passage == passage; i++) {
		const struct page_line *line = &lines->items[i];

		if (!line->is_placed &&
		    line->cols + page_line_indent_cols(lines, line) > cols)
			return false;
	}
	return true;
}

/* Takes the lines of a passage out of those that are still to be placed; returns their
 * number. */
static size_t column_flow_take_lines(struct column_flow *flow, size_t passage)
{
	struct page_lines *lines = flow->lines;
	size_t count = 0;

	for (size_t i = page_lines_first_of(lines, passage);
	     i < lines->count && lines->items[i].passage == passage; i++) {
		lines->items[i].is_placed = true;
		count++;
	}
	return count;
}

/* Breaks bytes of a passage anew to `cols` cells, flush left behind `inset` cells. */
static void column_flow_break(struct column_flow *flow, size_t passage,
                              struct range bytes, int inset, int cols)
{
	const struct wrap wrap =
		wrap_before(page_lines_wrap(flow->lines, passage), bytes.end);

	for (size_t at = bytes.start; at < bytes.end;) {
		struct wrap_line line = wrap_line(&wrap, at, cols, 0);

		column_flow_append(
			flow,
			(struct flow_row){ .passage = passage,
		                           .bytes = { line.start, line.end },
		                           .col = inset,
		                           .cols = line.cols,
		                           .is_quote = inset > 0,
		                           .keeps_next = inset > 0 });
		at = line.next;
	}
}

/* Breaks what is not placed yet of a passage anew. */
static void column_flow_break_rest(struct column_flow *flow, size_t passage,
                                   int inset, int cols)
{
	struct page_lines *lines = flow->lines;
	size_t i = page_lines_first_of(lines, passage);

	while (i < lines->count && lines->items[i].passage == passage) {
		struct range bytes = lines->items[i].bytes;

		if (lines->items[i++].is_placed)
			continue;
		for (; i < lines->count && lines->items[i].passage == passage &&
		       !lines->items[i].is_placed;
		     i++)
			bytes.end = lines->items[i].bytes.end;
		column_flow_break(flow, passage, bytes, inset, cols);
	}
	column_flow_take_lines(flow, passage);
}

/* Is a line of the passage placed, because another flow has it? */
static bool column_flow_is_begun(const struct column_flow *flow, size_t passage)
{
	const struct page_lines *lines = flow->lines;

	for (size_t i = page_lines_first_of(lines, passage);
	     i < lines->count && lines->items[i].passage == passage; i++)
		if (lines->items[i].is_placed)
			return true;
	return false;
}

/* Sets a passage without regard to its printed lines. */
static void column_flow_set_anew(struct column_flow *flow, size_t passage)
{
	const struct sheet *sheet = flow->lines->sheet;
	struct typesetting setting = { .issue = sheet->issue,
		                       .ambiguous_cols = sheet->ambiguous_cols,
		                       .breaks = WRAP_BASIC,
		                       .measure_cols = flow->cols };

	flow->is_anew =
		column_flow_take_lines(flow, passage) > 1 || flow->is_anew;
	typeset_add(&setting, passage);
	for (size_t i = 0; i < setting.count; i++) {
		const struct typeset_line *line = &setting.lines[i];

		if (line->passage == NPOS)
			column_flow_leave_blank(flow);
		else
			column_flow_append(
				flow, (struct flow_row){
					      .passage = passage,
					      .bytes = line->bytes,
					      .col = line->col,
					      .cols = line->cols,
					      .keeps_next = line->keeps_next });
	}
	typeset_release(&setting);
}

/* May a line stand on the row of the line before, as both were printed on one? */
static bool column_flow_shares_row(const struct column_flow *flow,
                                   const struct page_line *line, int own_cols)
{
	const struct flow_row *last =
		flow->count ? &flow->rows[flow->count - 1] : NULL;
	const struct passage *before;

	if (!last || last->passage == NPOS || last->passage == line->passage)
		return false;
	before = column_flow_passage(flow, last->passage);
	return before->span_count &&
	       passage_line_at(before, last->bytes.end - 1) ==
	               line->printed_line &&
	       last->col + last->cols + SAME_LINE_COLS + own_cols <= flow->cols;
}

/* Appends a printed line as it is. */
static void column_flow_add_printed(struct column_flow *flow,
                                    struct page_line *line)
{
	const int own_cols = line->cols;
	const int indent = page_line_indent_cols(flow->lines, line);
	enum role role = column_flow_passage(flow, line->passage)->role;
	struct flow_row row = { .passage = line->passage,
		                .bytes = line->bytes,
		                .cols = own_cols,
		                .hyphen = line->has_hyphen,
		                .shares_row = column_flow_shares_row(flow, line,
		                                                     own_cols),
		                .keeps_next = role == ROLE_SUBHEAD };
	int from = indent;

	line->is_placed = true;
	if (row.shares_row) {
		const struct flow_row *last = &flow->rows[flow->count - 1];

		from = last->col + last->cols + SAME_LINE_COLS;
	}
	row.col = sheet_aligned_col(column_flow_align(role), from,
	                            flow->cols - from, own_cols);
	column_flow_append(flow, row);
}

void column_flow_add(struct column_flow *flow, struct page_line *line)
{
	if (line->is_placed)
		return;
	if (flow->measured_passage != line->passage) {
		flow->measured_passage = line->passage;
		flow->fits = column_flow_fits_printed(flow, line->passage,
		                                      flow->cols);
	}
	if (flow->fits)
		column_flow_add_printed(flow, line);
	else if (role_is_headline(
			 column_flow_passage(flow, line->passage)->role))
		column_flow_break_rest(flow, line->passage, 0, flow->cols);
	else if (column_flow_is_begun(flow, line->passage)) {
		flow->is_anew = true;
		column_flow_break_rest(flow, line->passage, 0, flow->cols);
	} else
		column_flow_set_anew(flow, line->passage);
}

void column_flow_add_quote(struct column_flow *flow, size_t passage)
{
	struct page_lines *lines = flow->lines;
	const int inset = page_lines_inset_cols(lines, flow->cols);
	const size_t first = flow->count;

	column_flow_leave_blank(flow);
	if (!column_flow_fits_printed(flow, passage, flow->cols - inset))
		column_flow_break_rest(flow, passage, inset,
		                       flow->cols - inset);
	for (size_t i = page_lines_first_of(lines, passage);
	     i < lines->count && lines->items[i].passage == passage; i++) {
		struct page_line *line = &lines->items[i];

		if (line->is_placed)
			continue;
		line->is_placed = true;
		column_flow_append(
			flow, (struct flow_row){ .passage = passage,
		                                 .bytes = line->bytes,
		                                 .col = inset,
		                                 .cols = line->cols,
		                                 .hyphen = line->has_hyphen,
		                                 .is_quote = true,
		                                 .keeps_next = true });
	}
	if (flow->count > first)
		flow->rows[flow->count - 1].keeps_next = false;
	column_flow_leave_blank(flow);
}

/* May a column begin with the row? */
static bool column_flow_may_begin(const struct column_flow *flow, size_t at)
{
	return !flow->rows[at].shares_row && !flow->rows[at - 1].keeps_next;
}

/* The end of a column that begins with row `start` and has at most `height` rows: where a
 * column may begin again, if there is such a row. */
static size_t column_flow_column_end(const struct column_flow *flow,
                                     size_t start, int height)
{
	size_t end = start;
	int used = 0;

	while (end < flow->count) {
		used += !flow->rows[end].shares_row;
		if (used > height)
			break;
		end++;
	}
	if (end == flow->count)
		return end;
	for (size_t at = end; at > start; at--)
		if (column_flow_may_begin(flow, at))
			return at;
	return end;
}

static size_t column_flow_skip_blank(const struct column_flow *flow, size_t at)
{
	while (at < flow->count && flow->rows[at].passage == NPOS)
		at++;
	return at;
}

/* How many rows of the page lines [start, end) of the flow take. */
static int column_flow_rows(const struct column_flow *flow, struct range rows)
{
	int count = 0;

	for (size_t i = rows.start; i < rows.end; i++)
		count += !flow->rows[i].shares_row;
	return count;
}

/* Fills columns of at most `height` rows one after the other; `evenly`: none is filled higher
 * than what is left needs.  False when rows are left. */
static bool column_flow_fill(const struct column_flow *flow, size_t columns,
                             int height, bool evenly, struct flow_deal *deal)
{
	size_t at = column_flow_skip_blank(flow, 0);
	int left = column_flow_rows(flow, (struct range){ at, flow->count });

	*deal = (struct flow_deal){ .rows = 0 };
	for (size_t c = 0; c < columns; c++) {
		int others = (int)(columns - c);
		int most =
			evenly ? smaller(height, (left + others - 1) / others)
			       : height;
		size_t end = column_flow_column_end(flow, at, most), last = end;

		while (last > at && flow->rows[last - 1].passage == NPOS)
			last--;
		deal->columns[c] = (struct range){ at, last };
		deal->rows = larger(deal->rows,
		                    column_flow_rows(flow, deal->columns[c]));
		end = column_flow_skip_blank(flow, end);
		left -= column_flow_rows(flow, (struct range){ at, end });
		at = end;
	}
	return at == flow->count;
}

struct flow_deal column_flow_deal(const struct column_flow *flow,
                                  size_t columns)
{
	int low = (int)(flow->count / columns), high = (int)flow->count;
	struct flow_deal deal;

	assert(columns >= 1 && columns <= FLOW_COLUMNS_MOST);
	while (low < high) {
		int mid = low + (high - low) / 2;

		if (column_flow_fill(flow, columns, mid, false, &deal))
			high = mid;
		else
			low = mid + 1;
	}
	if (!column_flow_fill(flow, columns, high, true, &deal))
		column_flow_fill(flow, columns, high, false, &deal);
	return deal;
}
