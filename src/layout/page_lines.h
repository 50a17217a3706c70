/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_PAGE_LINES_H
#define LAYOUT_PAGE_LINES_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

struct sheet;
struct wrap;

/*
 * The type of one page, line by line as it was printed, ready to be put on a
 * sheet.  Each unit of type is taken once: what a column took, a later call
 * does not find any more, so nothing is set twice and what is left can be set
 * at the end.
 */

/* A stretch of a passage that stands on one printed line. */
struct page_line {
	size_t passage, line;
	struct range bytes; /* of the passage */
	size_t at;          /* byte of the line it begins at */
	bool first;         /* of its passage */
	bool taken;
};

struct page_lines {
	struct sheet *sheet;     /* borrowed; slugs go there */
	struct page_line *units; /* owned; in order of the passages */
	size_t count, cap;
	size_t *by_line; /* owned; indices of units as they stand on the page */
	int glyph_cols;  /* of the widest: no column is narrower */
	struct range passages; /* of the page */
	struct wrap **wraps;   /* owned; by passage of the page, NULL until one
	                          of its lines has to be broken */
};

/* Between two columns: blank, rule, blank. */
#define PAGE_LINES_GAP_COLS 3

/* Width of a stack on a page that has no columns to say it. */
#define PAGE_LINES_USUAL_COLS 56

/* Finds the units of `page`; the sheet's issue must outlive the page_lines. */
void page_lines_init(struct page_lines *page_lines, struct sheet *sheet,
                     size_t page);
void page_lines_release(struct page_lines *page_lines);

/* Have these passages units that are not taken? */
bool page_lines_has(const struct page_lines *page_lines, struct range passages);

/* Printed lines in a range of lines, blank ones not counted. */
size_t page_lines_rows(const struct page_lines *page_lines, struct range lines);

/* Cells a column of the block needs: its measure, or its widest line with the
 * indent restored; a limit keeps a page of unbroken paragraphs readable. */
int page_lines_block_cols(const struct page_lines *page_lines,
                          const struct block *block);

/* How far behind its rule a pull quote stands in a column of `cols`; 0: the
 * block is none, or there is no room for a rule. */
int page_lines_inset_cols(const struct page_lines *page_lines,
                          const struct block *block, int cols);

/* Sets column `i` of the block as a strip at row and col; lines wider than
 * `cols` are broken.  Returns its rows. */
int page_lines_set_column(struct page_lines *page_lines,
                          const struct block *block, size_t i, int row, int col,
                          int cols);

/* Sets the head passage with each line centred over `cols`, no line wider than
 * `room_cols`, in the open strip.  The lines may slide.  Returns its rows. */
int page_lines_set_head(struct page_lines *page_lines, size_t passage, int row,
                        int col, int cols, int room_cols);

/* Sets what is left of the passage line by line, likewise but not centred. */
int page_lines_set_rest(struct page_lines *page_lines, size_t passage, int row,
                        int col, int cols, int room_cols);

#endif
