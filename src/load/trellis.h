/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_TRELLIS_H
#define LOAD_TRELLIS_H

#include "load/label.h"
#include "load/steps.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * All readings of a page: a column a line, in it a state for each label at each
 * measure, and between two columns the steps of steps.h.
 */

#define STATES (LABELS_MEASURED * MEASURES_MAX + LABEL_COUNT - LABELS_MEASURED)

/* A state is a label at a measure; states of one label stand together. */
static inline size_t state_of(int label, size_t measure)
{
	if (label < LABELS_MEASURED)
		return (size_t)label * MEASURES_MAX + measure;
	return (size_t)LABELS_MEASURED * MEASURES_MAX + (size_t)label -
	       LABELS_MEASURED;
}

static inline enum label label_of(size_t state)
{
	const size_t measured = (size_t)LABELS_MEASURED * MEASURES_MAX;

	if (state < measured)
		return (enum label)(state / MEASURES_MAX);
	return (enum label)(LABELS_MEASURED + (state - measured));
}

/* One line's column of the trellis. */
struct column {
	double cost[STATES];       /* of the cheapest way there */
	double own[STATES];        /* of the line itself, if one gets there */
	size_t best[LABEL_COUNT];  /* the cheapest state of each label */
	double least[LABEL_COUNT]; /* what that costs */
};

/* From here on a line costs the same at any measure, whatever the habits. */
#define PLAIN_FIRST LABEL_INSET
#define PLAIN_COUNT (LABEL_COUNT - PLAIN_FIRST)

struct trellis {
	const struct flow *flow; /* borrowed */
	struct facts *facts;     /* owned */
	const struct measures *measures;
	double prior[MEASURES_MAX];
	struct habits habits;
	double cost;                  /* of the path */
	uint8_t (*from)[STATES];      /* owned; per line: the state before */
	uint8_t *path;                /* owned; per line: its state */
	double (*plain)[PLAIN_COUNT]; /* owned; per line */
	struct step_kinds kinds;
};

/* For a page of flow->count >= 1 lines. */
void trellis_init(struct trellis *trellis, const struct flow *flow,
                  const struct measures *measures);
void trellis_release(struct trellis *trellis);

/* Reads what the lines [start, end) of the page say: from its first to its last,
 * before a path is looked for. */
void trellis_look(struct trellis *trellis, size_t start, size_t end);

/*
 * Finds the cheapest path under the habits; false when it is the one that was
 * known.  `columns` has room for `count` of them: all of the page, which are
 * kept, or two to work in.
 */
bool trellis_find_path(struct trellis *trellis, struct column *columns,
                       size_t count);

/* The steps from line i - 1 to line `i`. */
const struct steps *trellis_steps(struct trellis *trellis, size_t i);

/* How many measures a label has: one, if it belongs to none. */
static inline size_t trellis_measures(const struct trellis *trellis, int label)
{
	return label < LABELS_MEASURED ? trellis->measures->count : 1;
}

/* What it costs to come to measure `k` from another one. */
static inline double trellis_prior(const struct trellis *trellis, int label,
                                   size_t k)
{
	return label < LABELS_MEASURED ? trellis->prior[k] : 0;
}

/* The measure of a line on the path. */
double trellis_measure_em(const struct trellis *trellis, size_t i);

#endif
