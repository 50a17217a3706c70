/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_STEP_CACHE_H
#define LOAD_LABEL_STEP_CACHE_H

#include "load/label/labels.h"
#include "load/label/line_cost.h"
#include "load/label/priors.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A cache of step costs.  step_cost() depends on a few features of the two lines
 * only, which have STEP_KEYS combinations; for each combination that a page has, the
 * costs of all pairs of labels are computed once, and impossible steps dropped.
 */

/* The combinations of the features that step_cost() looks at: how the first line ends,
 * and five of yes and no. */
#define STEP_KEYS (END_COUNT * 2 * 2 * 2 * 2 * 2)

/* The labels from which a label can be reached, with the costs of the steps. */
struct predecessors {
	size_t count;
	struct {
		int from; /* enum label */
		double cost;
	} items[LABEL_COUNT];
};

/* The steps between two lines, by the label of the second one. */
struct step_costs {
	bool known; /* the lists below are computed */
	struct predecessors
		other_width[LABEL_COUNT];            /* from any column width */
	struct predecessors same_width[LABEL_COUNT]; /* from the own one only */
};

/* The steps of a page, under priors that stay the same. */
struct step_cache {
	/* Owned; by combination, NULL where the page has none of it: a page has few,
	 * and the costs of one are 10 kB. */
	struct step_costs *items[STEP_KEYS];
};

void step_cache_init(struct step_cache *cache);
void step_cache_release(struct step_cache *cache);

/* Empties the cache: the priors have changed. */
void step_cache_forget(struct step_cache *cache);

/* Which combination two lines have, `prev` with these features: below STEP_KEYS. */
size_t step_cache_key(const struct printed_line *line,
                      const struct printed_line *prev,
                      const struct line_features *prev_features);

/* The steps from the line `prev`, which has these features, to the line `line`
 * under `priors`; `key` is their combination.  Borrowed from the cache until it is
 * emptied. */
const struct step_costs *
step_cache_get(struct step_cache *cache, size_t key,
               const struct printed_line *line, const struct printed_line *prev,
               const struct line_features *prev_features,
               const struct priors *priors);

#endif
