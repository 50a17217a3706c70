/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_COLUMN_WIDTH_H
#define LOAD_LABEL_COLUMN_WIDTH_H

#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Which measures (column widths in em) the lines of a page are set to.  A page
 * has several; each is found from runs of lines that it explains;
 * paragraphs that no column broke have one of their own.
 */

#define COLUMN_WIDTHS_MAX 12

struct column_width {
	double em;
	size_t support; /* lines that it explains */
};

struct column_widths {
	struct column_width items[COLUMN_WIDTHS_MAX];
	size_t count; /* at least 1, also for a page of no columns */
};

void column_widths_find(struct column_widths *measures,
                        const struct flow *flow);

/* By how much a line is too wide for the measure, in em; 0: it fits. */
double line_overflow_em(const struct printed_line *line, double measure_em);

/* How much room the line left although the next line's first unit would have
 * gone into it, in em; 0: it is as full as it can be. */
double line_slack_em(const struct printed_line *line, double measure_em);

/* How much white space filled the line up to the measure, in em. */
double line_stretch_em(const struct printed_line *line, double measure_em);

/* Fits, and no room was left. */
bool line_is_full(const struct printed_line *line, double measure_em);

#endif
