/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_margin.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "layout/page_lines.h"
#include "layout/row_break.h"
#include "layout/sheet.h"
#include "text/wrap.h"

#define ITEM_GAP_COLS 3

/* Lines that are set behind each other, in as many rows as they need. */
struct margin {
	struct sheet *sheet;
	struct page_lines *lines;
	int row, col; /* where the last line ends */
	int cols;     /* of the window */
	int used_cols;
	bool is_open; /* its strip is */
};

/* Adds bytes of a passage that take `cols` cells, on a new row where they have no room. */
static void margin_add_slug(struct margin *margin, size_t passage,
                            struct range bytes, int cols)
{
	if (!margin->is_open)
		sheet_open_strip(margin->sheet, NPOS, false);
	margin->is_open = true;
	if (margin->col)
		margin->col += ITEM_GAP_COLS;
	if (margin->col + cols > margin->cols && margin->col) {
		margin->row++;
		margin->col = 0;
	}
	sheet_add_measured(margin->sheet, passage, bytes, margin->row,
	                   margin->col, cols);
	margin->col += cols;
	margin->used_cols = larger(margin->used_cols, margin->col);
}

/* Adds a printed line, broken where it is wider than the window. */
static void margin_add_line(struct margin *margin, struct page_line *line)
{
	const struct wrap wrap = wrap_before(
		page_lines_wrap(margin->lines, line->passage), line->bytes.end);

	line->is_placed = true;
	for (size_t at = line->bytes.start; at < line->bytes.end;) {
		struct wrap_line row = row_break_line(&wrap, at, margin->cols);

		margin_add_slug(margin, line->passage,
		                (struct range){ row.start, row.end }, row.cols);
		at = row.next;
	}
}

/* Adds the lines that are left of the passages of a role, or of all for ROLE_COUNT. */
static void margin_add_role(struct margin *margin, struct range passages,
                            enum role role)
{
	struct page_lines *lines = margin->lines;
	const struct issue *issue = margin->sheet->issue;

	for (size_t i = page_lines_first_of(lines, passages.start);
	     i < lines->count && lines->items[i].passage < passages.end; i++) {
		struct page_line *line = &lines->items[i];

		if (!line->is_placed &&
		    (role == ROLE_COUNT ||
		     issue->passages[line->passage].role == role))
			margin_add_line(margin, line);
	}
}

int page_margin_top(struct sheet *sheet, struct page_lines *lines,
                    const struct page *page, int *cols, int window_cols)
{
	static const enum role roles[] = { ROLE_MASTHEAD, ROLE_EDITION_DATE,
		                           ROLE_FOLIO };
	struct margin margin = { .sheet = sheet,
		                 .lines = lines,
		                 .cols = window_cols };

	for (size_t i = 0; i < ARRAY_LEN(roles); i++)
		margin_add_role(&margin, page->furniture, roles[i]);
	if (!margin.is_open)
		return 0;
	*cols = larger(*cols, margin.used_cols);
	sheet_add_rule(sheet, (struct rule){ .row = margin.row + 1,
	                                     .length = *cols,
	                                     .weight = RULE_HEAVY });
	return margin.row + 2;
}

void page_margin_foot(struct sheet *sheet, struct page_lines *lines,
                      const struct page *page, int row, int window_cols)
{
	struct margin margin = {
		.sheet = sheet, .lines = lines, .row = row, .cols = window_cols
	};

	margin_add_role(&margin, page->furniture, ROLE_COUNT);
}
