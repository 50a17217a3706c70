/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_VITERBI_H
#define LOAD_LABEL_VITERBI_H

#include "load/label/column_width.h"
#include "load/label/labels.h"
#include "load/label/step_cache.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * All readings of a page: a column a line, in it a state for each label at each
 * measure, and between two columns the steps of steps.h.
 */

#define LATTICE_STATES                                                         \
 (LABELS_WITH_WIDTH * COLUMN_WIDTHS_MAX + LABEL_COUNT - LABELS_WITH_WIDTH)

/* A state is a label at a measure; states of one label stand together. */
static inline size_t state_of(int label, size_t measure)
{
	if (label < LABELS_WITH_WIDTH)
		return (size_t)label * COLUMN_WIDTHS_MAX + measure;
	return (size_t)LABELS_WITH_WIDTH * COLUMN_WIDTHS_MAX + (size_t)label -
	       LABELS_WITH_WIDTH;
}

static inline enum label label_of(size_t state)
{
	const size_t measured = (size_t)LABELS_WITH_WIDTH * COLUMN_WIDTHS_MAX;

	if (state < measured)
		return (enum label)(state / COLUMN_WIDTHS_MAX);
	return (enum label)(LABELS_WITH_WIDTH + (state - measured));
}

/* One line's column of the lattice. */
struct lattice_column {
	double cost[LATTICE_STATES]; /* of the cheapest way there */
	double own[LATTICE_STATES];  /* of the line itself, if one gets there */
	size_t best[LABEL_COUNT];    /* the cheapest state of each label */
	double least[LABEL_COUNT];   /* what that costs */
};

/* From here on a line costs the same at any measure, whatever the priors. */
#define FIXED_COST_FIRST  LABEL_INSET
#define FIXED_COST_LABELS (LABEL_COUNT - FIXED_COST_FIRST)

struct lattice {
	const struct flow *flow;     /* borrowed */
	struct line_features *facts; /* owned */
	const struct column_widths *measures;
	double prior[COLUMN_WIDTHS_MAX];
	struct priors priors;
	double cost;                     /* of the path */
	uint8_t (*from)[LATTICE_STATES]; /* owned; per line: the state before */
	uint8_t *path;                   /* owned; per line: its state */
	double (*plain)[FIXED_COST_LABELS]; /* owned; per line */
	struct step_cache kinds;
};

/* For a page of flow->count >= 1 lines. */
void lattice_init(struct lattice *lattice, const struct flow *flow,
                  const struct column_widths *measures);
void lattice_release(struct lattice *lattice);

/* Reads what the lines [start, end) of the page say: from its first to its last,
 * before a path is looked for. */
void lattice_look(struct lattice *lattice, size_t start, size_t end);

/*
 * Finds the cheapest path under the priors; false when it is the one that was
 * known.  `columns` has room for `count` of them: all of the page, which are
 * kept, or two to work in.
 */
bool lattice_find_path(struct lattice *lattice, struct lattice_column *columns,
                       size_t count);

/* The steps from line i - 1 to line `i`. */
const struct step_costs *lattice_steps(struct lattice *lattice, size_t i);

/* How many measures a label has: one, if it belongs to none. */
static inline size_t lattice_measures(const struct lattice *lattice, int label)
{
	return label < LABELS_WITH_WIDTH ? lattice->measures->count : 1;
}

/* What it costs to come to measure `k` from another one. */
static inline double lattice_prior(const struct lattice *lattice, int label,
                                   size_t k)
{
	return label < LABELS_WITH_WIDTH ? lattice->prior[k] : 0;
}

/* The measure of a line on the path. */
double lattice_measure_em(const struct lattice *lattice, size_t i);

#endif
