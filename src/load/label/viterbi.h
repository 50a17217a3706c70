/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_VITERBI_H
#define LOAD_LABEL_VITERBI_H

#include "load/label/column_width.h"
#include "load/label/labels.h"
#include "load/label/line_cost.h"
#include "load/label/step_cache.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The Viterbi lattice of a page: a column for each printed line, and in each
 * column a state for each pair of a label and a column width.  A path has one
 * state a column; the cheapest one labels the page.  With s and s' as states of
 * line i and of the line before it:
 *
 *   cost[0][s] = start(s) + emission(0, s)
 *   cost[i][s] = emission(i, s) + min over s' of (cost[i-1][s'] + step(s', s))
 *   cost of the path = min over s of (cost[last][s] + end(s))
 *
 * Emissions are those of line_cost.h, and COST_AGAINST_USER where a label is not
 * what the user said; start, step and end are those of step_cost.h, and a step
 * to another column width pays for that width too (lattice_width_cost()).
 *
 * Time: O(lines x states x predecessors).  The predecessors are few: a step
 * costs the same from any column width but the own one, so only the best state
 * of each label is tried, and steps that are impossible are left out.
 *
 * Viterbi, A. (1967), Error bounds for convolutional codes, IEEE Transactions
 * on Information Theory 13(2); for labels, Rabiner, L. (1989), A tutorial on
 * hidden Markov models, Proceedings of the IEEE 77(2).
 */

#define LATTICE_STATES                                                         \
 (LABELS_WITH_WIDTH * COLUMN_WIDTHS_MAX + LABEL_COUNT - LABELS_WITH_WIDTH)

/* Backpointers and paths hold a state in a byte; UINT8_MAX is no state. */
_Static_assert(LATTICE_STATES < UINT8_MAX, "a state fits into a byte");

/* No state: a path that was not found yet. */
#define LATTICE_NO_STATE UINT8_MAX

/* The state of `label` at the column width number `width`, which counts for
 * labels with a width only.  The states of a label are neighbours. */
static inline size_t state_of(int label, size_t width)
{
	if (label < LABELS_WITH_WIDTH)
		return (size_t)label * COLUMN_WIDTHS_MAX + width;
	return (size_t)LABELS_WITH_WIDTH * COLUMN_WIDTHS_MAX + (size_t)label -
	       LABELS_WITH_WIDTH;
}

static inline enum label label_of(size_t state)
{
	const size_t with_width = (size_t)LABELS_WITH_WIDTH * COLUMN_WIDTHS_MAX;

	if (state < with_width)
		return (enum label)(state / COLUMN_WIDTHS_MAX);
	return (enum label)(LABELS_WITH_WIDTH + (state - with_width));
}

/* The number of the column width of a state whose label has one. */
static inline size_t width_of(size_t state)
{
	return state % COLUMN_WIDTHS_MAX;
}

/* The column of the lattice for one line.  Costs of states that no path reaches are
 * COST_NEVER; those at widths that the page does not have are not set. */
struct lattice_column {
	double cost[LATTICE_STATES]; /* of the cheapest path to each state */
};

/* The labels from this one on have emissions that depend on neither column
 * width nor priors, so that they are computed once for all rounds. */
#define FIXED_COST_FIRST  LABEL_INSET
#define FIXED_COST_LABELS (LABEL_COUNT - FIXED_COST_FIRST)

struct lattice {
	const struct flow *flow;            /* borrowed */
	const struct column_widths *widths; /* borrowed */
	struct line_features *features;     /* owned; a line each */
	struct line_fit *fits; /* owned; for each line one of each width */
	uint32_t *told; /* owned; the labels that a line may have, as bits */
	uint16_t *step_keys;     /* owned; of the step to each line */
	struct priors priors;    /* set before a path is sought */
	struct step_cache steps; /* step costs under those priors */
	double width_costs[COLUMN_WIDTHS_MAX];
	double (*fixed_costs)[FIXED_COST_LABELS]; /* owned; a line each */
	/* Backpointers: per line and state, the best state of the line before. */
	uint8_t (*from)[LATTICE_STATES]; /* owned */
	uint8_t *path; /* owned; per line the state of the cheapest path */
	double cost;   /* of that path */
};

/* Makes the lattice of a page of flow->count >= 1 lines.  `flow` and `widths`
 * are borrowed until lattice_release(). */
void lattice_init(struct lattice *lattice, const struct flow *flow,
                  const struct column_widths *widths);
void lattice_release(struct lattice *lattice);

/* Reads the features of the lines [start, end).  All lines have to be read, in
 * order, before a path is sought. */
void lattice_read_lines(struct lattice *lattice, size_t start, size_t end);

/* Line `i` does not have this label, one of those whose costs are fixed, unless a person
 * says so. */
void lattice_rule_out(struct lattice *lattice, size_t i, enum label label);

/*
 * Finds the cheapest path under lattice->priors; false when it is the path that
 * lattice->path held before.  `columns` has room for `count` columns: one for
 * each line, which hold the whole lattice afterwards, or two to work in.
 */
bool lattice_find_path(struct lattice *lattice, struct lattice_column *columns,
                       size_t count);

/* The emission of line `i` in a state, under lattice->priors. */
double lattice_emission(const struct lattice *lattice, size_t i,
                        enum label label, size_t width);

/* The costs of the steps from line i - 1 to line `i` >= 1, borrowed from the
 * cache of the lattice. */
const struct step_costs *lattice_steps(struct lattice *lattice, size_t i);

/* How many states `label` has: as many as the page has column widths, or one. */
static inline size_t lattice_width_count(const struct lattice *lattice,
                                         int label)
{
	return label < LABELS_WITH_WIDTH ? lattice->widths->count : 1;
}

/* The cost of starting at column width `width`, or of coming to it from another
 * one: rare widths cost more.  0 for a label without a width. */
static inline double lattice_width_cost(const struct lattice *lattice,
                                        int label, size_t width)
{
	return label < LABELS_WITH_WIDTH ? lattice->width_costs[width] : 0;
}

/* The column width in em that line `i` has on the path; its label has one. */
double lattice_measure_em(const struct lattice *lattice, size_t i);

#endif
