/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PRICE_H
#define LOAD_PRICE_H

#include "load/label.h"

#include <stdbool.h>

/*
 * What a label costs at a line, and a step from one label to the next: negative
 * log likelihoods, roughly.  All of them stand in price.c.
 */

/* At or above this: it cannot be. */
#define PRICE_NEVER 1e9

/* What holds of a line whatever its label, found once. */
struct facts {
	bool sentence, date, jump, dateline, colon;
};

struct facts facts_of(struct str text);

/* Of `label` at a line, set to `measure_em` if the label has a measure. */
double price_line(const struct printed *line, const struct facts *facts,
                  enum label label, double measure_em);

/* Of `label` at the first line of a page. */
double price_start(enum label label);

/* Of `label` at the last line of a page. */
double price_end(enum label label);

/* From label `a` before `line` to `b` at it; `prev` is the line before. */
double price_step(enum label a, enum label b, bool same_measure,
                  const struct printed *line, const struct facts *prev);

#endif
