/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_PAGE_MARGIN_H
#define LAYOUT_PAGE_MARGIN_H

struct page;
struct page_lines;
struct sheet;

/* The furniture of a page: what a printed page has above and below its articles. */

/* Sets the name of the paper, the day and the folio behind each other at the top of the
 * sheet, in a window of `window_cols`, and a heavy rule below them.  The page, which is *cols
 * wide, becomes as wide as they are.  Returns the next free row. */
int page_margin_top(struct sheet *sheet, struct page_lines *lines,
                    const struct page *page, int *cols, int window_cols);

/* Sets the rest of the furniture from row `row` on. */
void page_margin_foot(struct sheet *sheet, struct page_lines *lines,
                      const struct page *page, int row, int window_cols);

#endif
