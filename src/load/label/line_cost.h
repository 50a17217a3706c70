/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_LINE_COST_H
#define LOAD_LABEL_LINE_COST_H

#include "load/label/labels.h"
#include "load/label/line_features.h"
#include "load/label/priors.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Emission costs: what it costs that a printed line has a label.  Costs are
 * negative log likelihoods, roughly; the weights stand in line_cost_table.inc,
 * those that are estimated on the page in struct priors.
 */

/* The cost of what is impossible: larger than that of any path. */
#define COST_NEVER 1e9

/* The cost of a label that is not what the user said of the line: larger than
 * all guesses of a page, but no label is ruled out. */
#define COST_AGAINST_USER 1e5

/* The cost of `line`, which has these features, with this label in a column of
 * this width in em (ignored for a label without one); COST_NEVER: impossible. */
double line_cost(const struct printed_line *line,
                 const struct line_features *features,
                 const struct priors *priors, enum label label,
                 double measure_em);

/* The indent at which `line`, as the first one of a paragraph, costs least in a
 * column of this width in em. */
enum indent line_cost_indent(const struct printed_line *line,
                             const struct priors *priors, double measure_em);

#endif
