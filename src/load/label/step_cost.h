/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_STEP_COST_H
#define LOAD_LABEL_STEP_COST_H

#include "load/label/labels.h"
#include "load/label/line_cost.h"
#include "load/label/priors.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>

/*
 * Transition costs: what it costs that one label follows another, that a page
 * begins with a label, and that it ends with one.  Costs are negative log
 * likelihoods; the weights stand in step_cost_table.inc.
 */

/* The cost of a page that begins with this label; `latin`: it is in an alphabet, and
 * may begin with a headline. */
double step_start_cost(enum label label, bool latin);

/* The cost of a page whose last line is `last`, of this label. */
double step_end_cost(enum label label, const struct printed_line *last);

/* Is the line so short a text before a colon that it is a salutation only
 * behind another line of one? */
bool step_is_salutation_stub(const struct printed_line *line);

/* The kind of gap between `line`, of label `to`, and the line before it, of
 * label `from`: what a blank line there would part. */
enum gap step_gap(enum label from, enum label to,
                  const struct printed_line *line);

/*
 * The cost of the step from `prev`, of label `from` and with these features, to
 * the line after it, `line`, of label `to`; `same_width` says that both are set
 * to one column width.  COST_NEVER: the step is impossible.
 *
 * Of the two lines only that decides which step_cache.c has in its key.
 */
double step_cost(enum label from, enum label to, bool same_width,
                 const struct printed_line *line,
                 const struct printed_line *prev,
                 const struct line_features *prev_features,
                 const struct priors *priors);

#endif
