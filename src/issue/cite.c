/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/cite.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

static bool cite_is_text(const struct block *block)
{
	return block->part == PART_BODY || block->part == PART_QUOTE;
}

static size_t rows_to(const struct issue *issue, size_t from, size_t line)
{
	size_t rows = 0;

	for (size_t i = from; i <= line; i++)
		rows += str_trim(issue->lines[i].text).len > 0;
	return rows;
}

/* The column of text that holds the line; an empty range: none does.  *before is set to
 * the number of columns of the page that begin before the line. */
static struct range column_of(const struct issue *issue, size_t line,
                              size_t *before)
{
	const struct page *page = &issue->pages[issue->lines[line].page];
	struct range found = { 0 };

	*before = 0;
	for (size_t b = 0; b < page->block_count; b++) {
		const struct block *block = &page->blocks[b];

		for (size_t c = 0;
		     cite_is_text(block) && c < block->column_count; c++) {
			const struct range column = block->columns[c];

			if (line >= column.start && line < column.end)
				found = column;
			else
				*before += column.start < line;
		}
	}
	return found;
}

/* Lines of text so far before and behind a line are of its column, where they share so
 * much of the shorter one; two columns are alike where the narrower one has so much of the
 * other's width. */
#define COLUMN_EM    10.f
#define SHARE_LEAST  .5f
#define WIDTHS_ALIKE .75f

/* No page has so many columns; damaged places may. */
#define COLUMNS_MOST 200

/* A line in the frame of its page: s along lines, t from line to line. */
struct cite_line {
	float s0, s1, t;
	bool is_text;
};

/* The lines of a page with places. */
struct cite_page {
	const struct page *page;
	struct cite_line *lines; /* owned; by line of the page */
	size_t count;
};

static void cite_page_init(struct cite_page *page, const struct issue *issue,
                           size_t index)
{
	bool vertical = issue_page_is_vertical(issue, index);

	*page = (struct cite_page){ &issue->pages[index], NULL, 0 };
	page->count = page->page->lines.end - page->page->lines.start;
	page->lines = mem_alloc((page->count + 1) * sizeof *page->lines);
	for (size_t p = page->page->passages.start;
	     p < page->page->passages.end; p++) {
		const struct passage *passage = &issue->passages[p];

		for (size_t s = 0; s < passage->span_count; s++)
			page->lines[passage->spans[s].line -
			            page->page->lines.start]
				.is_text = passage->role >= ROLE_BYLINE &&
			                   passage->role < ROLE_MASTHEAD;
	}
	for (size_t l = 0; l < page->count; l++) {
		const struct line_box *box = &page->page->boxes[l];
		struct cite_line *line = &page->lines[l];

		line->is_text = line->is_text && box->width_pt > 0 &&
		                box->vertical == vertical;
		line->s0 = vertical ? box->top_pt : box->left_pt;
		line->s1 =
			line->s0 + (vertical ? box->height_pt : box->width_pt);
		line->t = vertical ? -box->left_pt - box->width_pt / 2
		                   : box->top_pt + box->height_pt / 2;
	}
}

/* Does the line stand in the stretch [s0, s1)? */
static bool cite_shares(const struct cite_line *line, float s0, float s1)
{
	float shared = fminf(line->s1, s1) - fmaxf(line->s0, s0);

	return line->is_text &&
	       shared >= SHARE_LEAST * fminf(line->s1 - line->s0, s1 - s0);
}

/* The edges of the column of a line: those of the longest line around it. */
static struct cite_line cite_column(const struct cite_page *page,
                                    const struct cite_line *line, float em_pt)
{
	struct cite_line column = *line;

	for (size_t l = 0; l < page->count; l++) {
		const struct cite_line *other = &page->lines[l];

		if (fabsf(other->t - line->t) < COLUMN_EM * em_pt &&
		    cite_shares(other, line->s0, line->s1) &&
		    other->s1 - other->s0 > column.s1 - column.s0)
			column = *other;
	}
	return column;
}

/* How many columns like `column` end before it begins: as many lines like it as stand
 * behind each other. */
static size_t cite_columns_before(const struct cite_page *page,
                                  const struct cite_line *column)
{
	float width = column->s1 - column->s0, reached = -1;
	size_t count = 0;

	for (; count < COLUMNS_MOST; count++) {
		float next = INFINITY;

		for (size_t l = 0; l < page->count; l++) {
			const struct cite_line *line = &page->lines[l];
			float own = line->s1 - line->s0;

			if (line->is_text && line->s0 >= reached &&
			    own >= WIDTHS_ALIKE * width &&
			    own * WIDTHS_ALIKE <= width)
				next = fminf(next, line->s1);
		}
		/* A little of a column may stand in the next one. */
		if (next > column->s0 + width * (1 - WIDTHS_ALIKE))
			return count;
		reached = next - width * (1 - WIDTHS_ALIKE) / 2;
	}
	return count;
}

static struct cite cite_placed(const struct issue *issue, size_t line)
{
	size_t page = issue->lines[line].page;
	struct cite cite = { .page = issue->pages[page].number };
	const struct cite_line *own;
	struct cite_line column;
	struct cite_page lines;

	cite_page_init(&lines, issue, page);
	own = &lines.lines[line - issue->pages[page].lines.start];
	if (own->is_text) {
		column = cite_column(&lines, own,
		                     issue_line_box(issue, line)->em_pt);
		cite.column = cite_columns_before(&lines, &column) + 1;
		cite.row = 1;
		for (size_t l = 0; l < lines.count; l++)
			cite.row += lines.lines[l].t < own->t &&
			            cite_shares(&lines.lines[l], column.s0,
			                        column.s1);
	}
	free(lines.lines);
	return cite;
}

static struct cite cite_inferred(const struct issue *issue, size_t line)
{
	size_t before;
	struct range column = column_of(issue, line, &before);
	struct cite cite = {
		.page = issue->pages[issue->lines[line].page].number,
	};

	if (column.start < column.end) {
		cite.column = before + 1;
		cite.row = rows_to(issue, column.start, line);
	}
	return cite;
}

struct cite cite_line(const struct issue *issue, size_t line)
{
	return issue->pages[issue->lines[line].page].boxes
	               ? cite_placed(issue, line)
	               : cite_inferred(issue, line);
}
