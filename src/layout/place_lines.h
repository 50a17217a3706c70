/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_PLACE_LINES_H
#define LAYOUT_PLACE_LINES_H

#include <stddef.h>

struct block;
struct page_lines;

/*
 * Places the printed lines of a page (page_lines.h) on its sheet, each on a row of
 * its own.  A line wider than its place is broken as text is.  Lines that were placed
 * before are passed over.  All functions return the number of rows they used.
 */

/* Places column `i` of the block in a new strip whose top left cell is (row, col)
 * and whose width is `cols`.  Two lines of one printed line share a row where there
 * is room. */
int place_lines_column(struct page_lines *lines, const struct block *block,
                       size_t i, int row, int col, int cols);

/* Places the lines of a headline passage in the open strip from `row` on, each
 * centred over [col, col + cols) and none wider than `room_cols`.  They may slide
 * sideways inside [col, col + cols) while a window is moved over the sheet. */
int place_lines_head(struct page_lines *lines, size_t passage, int row, int col,
                     int cols, int room_cols);

/* Places the lines of any passage that are left in the open strip from (row, col)
 * on, aligned by the passage's role and none wider than `room_cols`.  They may slide
 * as those of a headline. */
int place_lines_rest(struct page_lines *lines, size_t passage, int row, int col,
                     int cols, int room_cols);

#endif
