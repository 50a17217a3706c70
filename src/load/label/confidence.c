/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/confidence.h"

#include "load/label/step_cost.h"

#include <assert.h>

/* The classes of labels that a reader can tell apart. */
enum label_class {
	CLASS_FIRST, /* begins a paragraph */
	CLASS_LATER, /* goes on with a paragraph */
	CLASS_HEAD,
	CLASS_OTHER,
	CLASS_COUNT
};

static enum label_class class_of(enum label label)
{
	if (label_begins_paragraph(label))
		return CLASS_FIRST;
	if (label_continues(label))
		return CLASS_LATER;
	return label_is_head(label) ? CLASS_HEAD : CLASS_OTHER;
}

/* The doubt about a line of one class that may be of another. */
static const enum doubt_kind doubts[CLASS_COUNT][CLASS_COUNT] = {
	[CLASS_FIRST] = { [CLASS_LATER] = DOUBT_GOES_ON,
	                  [CLASS_HEAD] = DOUBT_HEAD },
	[CLASS_LATER] = { [CLASS_FIRST] = DOUBT_BEGINS,
	                  [CLASS_HEAD] = DOUBT_HEAD },
	[CLASS_HEAD] = { [CLASS_FIRST] = DOUBT_NO_HEAD,
	                 [CLASS_LATER] = DOUBT_NO_HEAD,
	                 [CLASS_OTHER] = DOUBT_NO_HEAD },
	[CLASS_OTHER] = { [CLASS_HEAD] = DOUBT_HEAD },
};

/* The backward costs of a line: from each of its states to the page's end. */
struct backward {
	double cost[LATTICE_STATES];
};

static void confidence_set_last(const struct lattice *lattice,
                                struct backward *backward)
{
	const struct printed_line *last =
		lattice->flow->items[lattice->flow->count - 1];

	for (size_t state = 0; state < LATTICE_STATES; state++)
		backward->cost[state] = step_end_cost(label_of(state), last);
}

static void lower(double *cost, double other)
{
	if (other < *cost)
		*cost = other;
}

/* The backward costs of line i - 1 from those of line `i`.  States on no path
 * within CONFIDENCE_MARGIN_MAX of the best are left out. */
static void confidence_go_back(struct lattice *lattice, size_t i,
                               const struct lattice_column *column,
                               const struct backward *after,
                               struct backward *before)
{
	const struct step_costs *steps = lattice_steps(lattice, i);
	double from_label[LABEL_COUNT]; /* from any column width of a label */

	for (int a = 0; a < LABEL_COUNT; a++)
		from_label[a] = COST_NEVER;
	for (size_t state = 0; state < LATTICE_STATES; state++)
		before->cost[state] = COST_NEVER;
	for (int b = 0; b < LABEL_COUNT; b++) {
		const struct predecessors *others = &steps->other_width[b];
		const struct predecessors *same = &steps->same_width[b];

		for (size_t k = 0; k < lattice_width_count(lattice, b); k++) {
			size_t state = state_of(b, k);
			double cost;

			if (column->cost[state] + after->cost[state] >
			    lattice->cost + CONFIDENCE_MARGIN_MAX)
				continue;
			cost = lattice_emission(lattice, i, (enum label)b, k) +
			       after->cost[state];
			for (size_t p = 0; p < others->count; p++)
				lower(&from_label[others->items[p].from],
				      cost + others->items[p].cost +
				              lattice_width_cost(lattice, b,
				                                 k));
			for (size_t p = 0; p < same->count; p++)
				lower(&before->cost[state_of(
					      same->items[p].from, k)],
				      cost + same->items[p].cost);
		}
	}
	for (int a = 0; a < LABEL_COUNT; a++)
		for (size_t k = 0; k < lattice_width_count(lattice, a); k++)
			lower(&before->cost[state_of(a, k)], from_label[a]);
}

/* Sets the doubt of a line from the min-marginals of its classes. */
static void confidence_compare(const struct lattice *lattice,
                               const struct lattice_column *column,
                               const struct backward *backward,
                               struct labelled *labelled)
{
	double costs[CLASS_COUNT];
	enum label_class own = class_of(labelled->label), other = own;

	for (int c = 0; c < CLASS_COUNT; c++)
		costs[c] = COST_NEVER;
	for (int b = 0; b < LABEL_COUNT; b++)
		for (size_t k = 0; k < lattice_width_count(lattice, b); k++) {
			size_t state = state_of(b, k);

			lower(&costs[class_of((enum label)b)],
			      column->cost[state] + backward->cost[state]);
		}
	for (int c = 0; c < CLASS_COUNT; c++)
		if (c != (int)own && (other == own || costs[c] < costs[other]))
			other = (enum label_class)c;
	labelled->doubt =
		(struct doubt){ doubts[own][other], costs[other] - costs[own] };
}

void confidence_find(struct lattice *lattice,
                     const struct lattice_column *columns,
                     struct labelled *labels)
{
	size_t count = lattice->flow->count;
	struct backward backward[2]; /* of line i in [i % 2] */

	assert(count <= CONFIDENCE_LINES_MAX);
	step_cache_forget(&lattice->steps);
	confidence_set_last(lattice, &backward[(count - 1) % 2]);
	for (size_t i = count; i-- > 0;) {
		confidence_compare(lattice, &columns[i], &backward[i % 2],
		                   &labels[i]);
		if (i)
			confidence_go_back(lattice, i, &columns[i],
			                   &backward[i % 2],
			                   &backward[(i - 1) % 2]);
	}
}
