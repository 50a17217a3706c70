/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_BANDS_H
#define LAYOUT_BANDS_H

#include "issue/issue.h"

#include <stdbool.h>
#include <stddef.h>

struct page_lines;

/*
 * How the blocks of an article (issue.h) stand on the page.  A band is a row of
 * blocks side by side; the bands of an article stand below each other.  Each block of
 * text begins a band, in the order of the page.  A pull quote joins the first band
 * behind it whose text is as high as the quote, or else the last band.
 */

struct band {
	struct range blocks; /* indices into bands->blocks; never empty */
	size_t columns;      /* of all its blocks together */
	int column_cols;     /* width of its widest column, and so of each */
};

struct bands {
	const struct block *
		*blocks; /* owned array; the blocks are the page's */
	size_t block_count;
	struct band *items; /* owned */
	size_t count;
	double width_em; /* of the widest band: the sum of its column widths */
};

/* Finds the bands of article `article` (index) on `page`, whose lines are
 * `page_lines`.  Headlines are in no band.  O(blocks of the page).  Release with
 * bands_release(). */
void bands_init(struct bands *bands, const struct page_lines *page_lines,
                const struct page *page, size_t article);
void bands_release(struct bands *bands);

/* Has the article a block of running text?  If not, it is set line by line. */
bool bands_have_columns(const struct bands *bands);

/* The width of a band with the gaps between its columns, and of the widest band (0
 * without bands). */
int band_cols(const struct band *band);
int bands_cols(const struct bands *bands);

#endif
