/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_LABEL_H
#define LOAD_LABEL_LABEL_H

#include "load/label/column_width.h"
#include "load/label/labels.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The labelling of a page: every printed line of the running text gets a label
 * and, if the label has one, a column width.  Both are those of the cheapest
 * path through the whole page (viterbi.h).  No sign decides alone: each adds a
 * cost, and the costs stand in line_cost_table.inc and step_cost_table.inc, or
 * are estimated on the page itself (priors.h).
 *
 * A page is labelled twice, once under each model of blank lines (enum
 * blank_model), each time in rounds of hard EM; the labels of the cheaper model
 * hold.  What the user said of a line bounds its label.
 */

/* The labelling of one page while it is under way. */
struct labeller;

/* Begins the labelling of a flow of count >= 1 lines.  `flow` and `widths` are
 * borrowed until labeller_free(). */
struct labeller *labeller_new(const struct flow *flow,
                              const struct column_widths *widths);

/* Does a part of the labelling, at most one pass over the lines of the page, and
 * adds the number of lines to *work; false once the page is labelled.  Time of a
 * pass: O(lines x states x predecessors). */
bool labeller_step(struct labeller *labeller, size_t *work);

/* The labels of a page that is labelled, one for each line of the flow, with how
 * sure each is (confidence.h); the caller frees the array. */
struct labelled *labeller_labels(struct labeller *labeller);

void labeller_free(struct labeller *labeller); /* may be NULL */

#endif
