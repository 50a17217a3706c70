/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_PAGE_LAYOUT_H
#define LAYOUT_PAGE_LAYOUT_H

#include <stddef.h>

struct issue;
struct sheet;

/*
 * Sets page `page` (index) of `issue` on `sheet`, which is initialised here and
 * released by the caller, as the page was printed: the columns of each block side by
 * side at the printed line breaks, first lines of paragraphs indented 2 em,
 * headlines centred across their columns, thin rules between columns and under
 * headlines, heavy ones between articles, a pull quote inset beside its band.
 *
 * The method is layout by bands.  The blocks of an article stand in bands (bands.h);
 * articles of about one width (within 2 em) that follow each other form a stack and
 * stand below each other; the stacks stand side by side, from left to right.
 * O(blocks + lines log lines).
 *
 *  - `window_cols` >= 1 is the width of the window: headlines are broken to the
 *    narrower of their columns and the window; a column is as wide as printed, but
 *    no wider than the window; all columns together may be wider.  A window
 *    narrower than the widest glyph of the page counts as wide as that.
 *  - Every passage of the page, furniture too, is on the sheet exactly once: each
 *    byte is in exactly one slug, or is a space dropped at a break.
 *  - The places are inferred from equal columns and equal widths, as the file does
 *    not tell them: sheet->guessed is set.
 */
void page_layout(struct sheet *sheet, const struct issue *issue, size_t page,
                 int window_cols, int ambiguous_cols);

#endif
