/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_PAGE_LINES_H
#define LAYOUT_PAGE_LINES_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

struct sheet;
struct wrap;

/*
 * The printed lines of one page, found and measured before place_lines.h puts them
 * on a sheet.  A line that was placed is marked, so that no line is placed twice
 * and what no column took can be placed at the end.
 */

/* The stretch of a passage that stands on one printed line.  Two passages may share
 * a printed line (side by side), and so may two spans of a passage. */
struct page_line {
	size_t passage;      /* index into the passages */
	size_t printed_line; /* index into the lines */
	struct range bytes;  /* of the passage's text */
	size_t line_byte;    /* byte of the printed line at which it begins */
	int cols;            /* width of its text with its hyphen */
	bool has_hyphen; /* a hyphen that is in no passage divides its last word */
	bool begins_passage;
	bool is_placed;
};

struct page_lines {
	struct sheet *sheet;     /* borrowed; lines are placed on it */
	struct page_line *items; /* owned; in the order of the passages */
	size_t count, cap;
	struct page_line *
		*by_line;      /* owned; the items in the order of the page,
	                               from top to bottom and left to right */
	int glyph_cols;        /* width of the page's widest glyph: no column is
	                    narrower */
	struct range passages; /* of the page */
	struct wrap **wraps;   /* owned; the line breaks of each passage of the
	                          page, NULL until one of its lines is broken */
};

/* Finds the lines of page `page` (index) of the sheet's issue, which must outlive
 * `lines`.  O(n log n) of the page's lines.  Release with page_lines_release(). */
void page_lines_init(struct page_lines *lines, struct sheet *sheet,
                     size_t page);
void page_lines_release(struct page_lines *lines);

/* For qsort() of pointers to lines: the order of the page, from top to bottom and from left to
 * right. */
int page_lines_compare(const void *a, const void *b);

/* The line breaks of a passage of the page, found when one of its lines is broken and
 * kept: finding them for each of its lines would make the work quadratic. */
const struct wrap *page_lines_wrap(struct page_lines *lines, size_t passage);

/* Does one of the passages have a line that is not placed yet? */
bool page_lines_has(const struct page_lines *lines, struct range passages);

/* The first item of passage `passage` or of a later one; lines->count: none. */
size_t page_lines_first_of(const struct page_lines *lines, size_t passage);

/* The indent that the first line of a paragraph gets (2 em; 0 for other lines). */
int page_line_indent_cols(const struct page_lines *lines,
                          const struct page_line *line);

/* The room of `room_cols` that a line which is broken has for text: without a cell for its
 * hyphen, if it has one and both have room. */
int page_line_text_cols(const struct page_lines *lines,
                        const struct page_line *line, int room_cols);

/* The cells of a line with its indent in a column of `measure_em`; 0 for a line that is much
 * wider than such a column.  measure_em 0: the column width is not known, and lines count up to
 * 240 cells. */
int page_line_column_cols(const struct page_lines *lines,
                          const struct page_line *line, double measure_em);

/* The distance of a pull quote's text from the rule at its left side in a column of
 * `cols` cells; 0: there is no room for the rule. */
int page_lines_inset_cols(const struct page_lines *lines, int cols);

#endif
