/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_LINE_METRIC_H
#define LOAD_LINES_LINE_METRIC_H

#include "load/lines/printed_line.h"

/*
 * The metric by which the lines of a page in an alphabet were broken: by the widths of
 * letters, as a compositor does, or by their number, as programs do that write plain text.
 *
 * The page itself tells.  A line goes on for certain where the next one begins with a small
 * letter.  Such a line is no wider than its column, and has no room for the next word.  For
 * each metric the width is sought that the fewest of these lines contradict; the metric
 * that fewer lines contradict is that of the page.  A page in several widths contradicts
 * both, and its metric stays unknown.
 *
 * Time: O(lines x widths), with 150 widths.
 */

/* Sets lines->metric, from which printed_lines_measure() takes the widths; lines that are
 * set aside do not count. */
void line_metric_find(struct printed_lines *lines);

#endif
