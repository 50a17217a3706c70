/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_TYPESET_H
#define LAYOUT_TYPESET_H

#include "issue/issue.h"
#include "text/wrap.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Passages broken into lines of a measure (the width of a column of text), one line
 * under the other.  The role of a passage decides how it is set: a paragraph with
 * its first line indented, a headline in balanced lines and centred, a signature in
 * balanced lines and flush right; both keep their printed lines where these fit.  Where the lines stand on a sheet is decided by article_layout.h.
 */

/* The space on both sides of a pull quote. */
#define TYPESET_INSET_COLS 4

/* One line, or a blank row. */
struct typeset_line {
	size_t passage;     /* index; NPOS: a blank row */
	struct range bytes; /* of the passage */
	int cols;           /* width of the text */
	int col; /* of its first cell, from the left edge of the measure */
	bool is_inset;   /* a line of a pull quote that is inset */
	bool is_seam;    /* a blank row with a short rule, where a part ends */
	bool keeps_next; /* a subhead: the next line is to stand below it, not in
	                       another column */
};

struct typesetting {
	const struct issue *issue; /* borrowed */
	int ambiguous_cols; /* 1 or 2, of characters of ambiguous width */
	enum wrap_level breaks;
	int measure_cols; /* >= 1 */
	int row_cols;     /* what a row of a table may take, if that is more */
	int hang_cols;    /* one mark may hang so far into the margin */
	struct typeset_line *lines; /* owned */
	size_t count, cap;
	bool breaks_rows; /* a row of a table takes several lines */
	int owed_rows;    /* blank rows to leave below the last passage */
};

/* Sets passage `index` below the lines that are there; the members up to hang_cols
 * must be set.  Blank rows between two passages are those that either of them wants,
 * not their sum; none stands above the first line. */
void typeset_add(struct typesetting *setting, size_t index);

/* Sets the seam between two parts of an article below the lines that are there. */
void typeset_add_seam(struct typesetting *setting);

/* Frees the lines and empties `setting`. */
void typeset_release(struct typesetting *setting);

#endif
