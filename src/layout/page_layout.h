/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_PAGE_LAYOUT_H
#define LAYOUT_PAGE_LAYOUT_H

#include <stddef.h>

struct issue;
struct sheet;

/*
 * Sets page `page` of `issue` on `sheet` (initialised here; the caller releases
 * it) as it was printed: the blocks' columns side by side at the printed line
 * breaks, first lines of paragraphs indented 2 em, heads centred across their
 * columns, thin rules between columns and under heads, heavy ones between
 * articles, a pull quote inset beside the band it belongs to.
 *
 *  - `window_cols` >= 1 is the width of the screen: heads are broken so as to
 *    fit into min(their columns, the window); columns are as wide as printed,
 *    but no wider than the window, and together may make the sheet wider.  A
 *    window narrower than a glyph of the page counts as wide as that.
 *  - Every passage of the page, furniture too, is on the sheet exactly once:
 *    each byte in exactly one slug, or a space dropped at a break.
 *  - Places come from arithmetic (equal columns, equal widths), not from the
 *    file: sheet->guessed is set.
 */
void page_layout(struct sheet *sheet, const struct issue *issue, size_t page,
                 int window_cols, int ambiguous_cols);

#endif
