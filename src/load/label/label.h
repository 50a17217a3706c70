/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_LABEL_H
#define LOAD_LABEL_LABEL_H

#include "load/label/column_width.h"
#include "load/label/labels.h"
#include "load/lines/printed_line.h"

#include <stddef.h>

/*
 * What each printed line is, and to which measure it is set: the cheapest path
 * through (label, measure) of the whole page (Viterbi).  No sign decides alone;
 * every sign has a price, and all prices stand in tables (price_table.inc, …), but for
 * those that differ from page to page, which the page itself sets (priors.h).
 */

/* A page that is being labelled. */
struct labeller;

/* For a flow of count >= 1 lines; both are borrowed until labeller_free(). */
struct labeller *labeller_new(const struct flow *flow,
                              const struct column_widths *measures);

/* Goes over the lines of the page once, or over some of them; false when all is
 * labelled.  Adds the lines to *work.  Time: O(lines x states). */
bool labeller_step(struct labeller *labeller, size_t *work);

/* When it is: one for each line of the flow, in an array the caller frees. */
struct labelled *labeller_labels(struct labeller *labeller);

void labeller_free(struct labeller *labeller); /* may be NULL */

#endif
