/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_BANDS_H
#define LAYOUT_BANDS_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

struct page_lines;

/*
 * How an article's columns stand on the page: bands under each other, each of
 * one or more blocks side by side.  Text keeps the order of the page; a pull
 * quote stands beside the text that is as high as it, or else beside the last.
 */

struct band {
	struct range blocks; /* of bands->blocks */
	size_t columns;
	int column_cols;
};

struct bands {
	const struct block **blocks; /* owned; the blocks are the page's */
	size_t block_count;
	struct band *items; /* owned */
	size_t count;
	double width_em; /* of the widest: measures and columns only */
};

void bands_init(struct bands *bands, const struct page_lines *page_lines,
                const struct page *page, size_t article);
void bands_release(struct bands *bands);

/* Has the article columns of text?  Without, it is set line by line. */
bool bands_have_columns(const struct bands *bands);

/* Cells of the band with its gaps, and of the widest band. */
int band_cols(const struct band *band);
int bands_cols(const struct bands *bands);

#endif
