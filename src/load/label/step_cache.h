/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_STEP_CACHE_H
#define LOAD_LABEL_STEP_CACHE_H

#include "load/label/labels.h"
#include "load/label/line_cost.h"

/*
 * The steps from the label of a line to that of the next, with what each costs:
 * only those that may be taken, and each kind priced once, for steps differ by
 * few signs of the two lines.
 */

/* The labels from which one may come to a label. */
struct predecessors {
	size_t count;
	struct {
		int from;
		double cost;
	} items[LABEL_COUNT];
};

/* The ways to each label: at another measure, at the same one. */
struct step_costs {
	bool known;
	struct predecessors other[LABEL_COUNT], same[LABEL_COUNT];
};

/* The steps of a page, under priors that stay the same. */
struct step_cache {
	struct step_costs *items; /* owned */
};

void step_cache_init(struct step_cache *kinds);
void step_cache_release(struct step_cache *kinds);

/* The priors have changed. */
void step_cache_forget(struct step_cache *kinds);

/* The steps from line `prev` with its facts to `line`; they hold until the
 * priors change. */
const struct step_costs *step_cache_get(struct step_cache *kinds,
                                        const struct printed_line *line,
                                        const struct printed_line *prev,
                                        const struct line_features *prev_facts,
                                        const struct priors *priors);

#endif
