/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_LINE_COST_H
#define LOAD_LABEL_LINE_COST_H

#include "load/label/labels.h"
#include "load/label/line_features.h"
#include "load/label/priors.h"
#include "load/label/text_cost.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Emission costs: what it costs that a printed line has a label.  Costs are
 * negative log likelihoods, roughly; the weights stand in line_cost_table.inc and,
 * for lines of paragraphs, text_cost_table.inc, those that are estimated on the page
 * in struct priors.
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

/*
 * The same cost for many labels, column widths and priors: what depends on the column
 * width alone, and what depends on the priors alone, is computed once.
 */

/* A line in a column of one width. */
struct line_fit {
	struct text_fit text;
	double salutation; /* the cost of that label */
};

/* The beginning of a line under some priors. */
struct line_start {
	double costs[PLACE_COUNT]; /* text_cost_start() */
};

void line_fit_init(struct line_fit *fit, const struct printed_line *line,
                   const struct line_features *features, double measure_em);
void line_start_init(struct line_start *start, const struct printed_line *line,
                     const struct line_features *features,
                     const struct priors *priors);

/* `fit` is used for labels with a column width, `start` for those of paragraphs, and may be
 * NULL for others. */
double line_cost_fitted(const struct printed_line *line,
                        const struct line_features *features,
                        const struct priors *priors, enum label label,
                        const struct line_fit *fit,
                        const struct line_start *start);

#endif
