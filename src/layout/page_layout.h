/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_PAGE_LAYOUT_H
#define LAYOUT_PAGE_LAYOUT_H

#include <stddef.h>

struct issue;
struct sheet;

/* The window in which a page is looked at. */
struct page_window {
	int rows; /* 0: of any height */
	int cols; /* >= 1; less than the widest glyph of the page counts as that */
	int ambiguous_cols; /* 1 or 2 */
};

/*
 * Sets page `page` (index) of `issue` on `sheet`, which is initialised here and released by
 * the caller, as a page whose places are not known: the paper's name, day and folio at the
 * top, the articles as boxes (article_box.h) that are packed as low as they can be
 * (page_pack.h), thin rules between columns and under headlines, heavy ones between
 * articles, a blank row above headlines, a thin rule where the text ends, and the rest of the
 * furniture below that.
 *
 *  - Columns are as wide as printed, and lines end as printed, but where that is too wide to
 *    be read or wider than the window; then sheet->is_anew is set.
 *  - Nothing stands beyond the window: a box has no more columns than there is room for.
 *  - A page that stands whole and is much lower than the window takes fewer columns, so that
 *    it is as high as the window, or about of the shape of a newspaper's page.
 *  - Every passage of the page, furniture too, is on the sheet exactly once: each byte is in
 *    exactly one slug, or is a space dropped at a break.
 *  - The places are inferred from the order and length of the texts: sheet->guessed is set.
 *
 * O(lines log lines + articles), with the constants of page_pack.h; of a page that is lower than
 * the window, a few times that.
 */
void page_layout(struct sheet *sheet, const struct issue *issue, size_t page,
                 const struct page_window *window);

#endif
