/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_COLUMN_WIDTH_H
#define LOAD_LABEL_COLUMN_WIDTH_H

#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The column widths of a page.  The width in em to which the lines of a column
 * are set is their measure (`measure_em`); a page has several.
 *
 * Widths are found by their support.  For each candidate, 5 em and up in steps
 * of half an em, the page is parted into runs of lines that the candidate
 * explains: lines that fill it, first lines that fill it but for their indent,
 * and last lines that end early at the end of a sentence.  The support is the
 * number of lines in those runs that are exactly as wide as the candidate, if a
 * run has enough of them.  Candidates half an em beside a better one are dropped
 * and the others ordered by support.
 *
 * A page on which no column broke the paragraphs, each a line however long,
 * gets one width more, which holds the longest of them with room behind it.
 *
 * Time: O(candidates x lines), with 90 candidates.
 */

#define COLUMN_WIDTHS_MAX 12

struct column_width {
	double em;
	size_t support; /* lines that show this width */
};

struct column_widths {
	struct column_width items
		[COLUMN_WIDTHS_MAX]; /* by support, most first; the one of unbroken
	 paragraphs last */
	size_t count; /* at least 1: a page without columns gets 20 em */
};

void column_widths_find(struct column_widths *widths, const struct flow *flow);

/* By how many em a line is wider than its column; 0: it fits. */
double line_overflow_em(const struct printed_line *line, double measure_em);

/* How many em a line left empty although what the next line begins with would
 * have gone into it; 0: the line is as full as it can be. */
double line_slack_em(const struct printed_line *line, double measure_em);

/* How many em of white space filled a line up to its column, at the least. */
double line_stretch_em(const struct printed_line *line, double measure_em);

/* Does a line fit its column, and leave no room that could have been used? */
bool line_is_full(const struct printed_line *line, double measure_em);

/* Is a line exactly as wide as its column? */
bool line_is_tight(const struct printed_line *line, double measure_em);

#endif
