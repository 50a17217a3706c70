/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/row_break.h"

#include "base/mem.h"
#include "text/glyph.h"

#define GAP_BYTES 2 /* blanks of a wide gap */

/* The last gap of at least `blanks` blanks that begins in bytes [start, end], behind
 * something that is none; NPOS: there is none. */
static size_t row_break_gap(struct str text, size_t start, size_t end,
                            size_t blanks)
{
	for (size_t at = end; at > start; at--) {
		size_t found = 0;

		if (text.ptr[at - 1] == ' ')
			continue;
		while (found < blanks && at + found < text.len &&
		       text.ptr[at + found] == ' ')
			found++;
		if (found == blanks)
			return at;
	}
	return NPOS;
}

/* The end of what fits into so many cells from byte `start` on. */
static size_t row_break_fits(const struct wrap *wrap, size_t start, int cols)
{
	return start + text_fit(str_slice(wrap->text, start, wrap->text.len),
	                        cols, wrap->ambiguous_cols);
}

struct wrap_line row_break_line(const struct wrap *wrap, size_t start, int cols)
{
	size_t fits = row_break_fits(wrap, start, cols), first = start;
	size_t blanks = GAP_BYTES, end = NPOS;

	while (first < wrap->text.len && wrap->text.ptr[first] == ' ')
		first++;
	/* A line of blanks alone is none. */
	if (first >= fits && first < wrap->text.len) {
		start = first;
		fits = row_break_fits(wrap, start, cols);
	}
	if (fits == wrap->text.len)
		return wrap_line(wrap, start, cols, 0);
	for (; blanks && end == NPOS; blanks -= end == NPOS)
		end = row_break_gap(wrap->text, start, fits, blanks);
	/* A text begins at its line. */
	if (end == NPOS)
		return wrap_line(wrap, first < wrap->text.len ? first : start,
		                 cols, 0);
	return (struct wrap_line){
		.start = start,
		.end = end,
		.next = end + blanks,
		.cols = text_cols_between(wrap->text, start, end,
		                          wrap->ambiguous_cols),
	};
}
