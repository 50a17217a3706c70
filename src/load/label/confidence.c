/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/confidence.h"

#include "load/label/step_cost.h"

/* What a line is, as far as a reader would see it. */
enum seen {
	SEEN_FIRST, /* begins a paragraph */
	SEEN_LATER, /* goes on with one */
	SEEN_HEAD,
	SEEN_OTHER,
	SEEN_COUNT
};

static enum seen seen_as(enum label label)
{
	if (label == LABEL_FIRST || label == LABEL_SINGLE)
		return SEEN_FIRST;
	if (label == LABEL_MIDDLE || label == LABEL_LAST)
		return SEEN_LATER;
	return label >= LABEL_INSET && label <= LABEL_SUBHEAD ? SEEN_HEAD
	                                                      : SEEN_OTHER;
}

/* What a doubt it is when a line of one class may be of another. */
static const enum doubt_kind doubts[SEEN_COUNT][SEEN_COUNT] = {
	[SEEN_FIRST] = { [SEEN_LATER] = DOUBT_GOES_ON,
	                 [SEEN_HEAD] = DOUBT_HEAD },
	[SEEN_LATER] = { [SEEN_FIRST] = DOUBT_BEGINS,
	                 [SEEN_HEAD] = DOUBT_HEAD },
	[SEEN_HEAD] = { [SEEN_FIRST] = DOUBT_NO_HEAD,
	                [SEEN_LATER] = DOUBT_NO_HEAD,
	                [SEEN_OTHER] = DOUBT_NO_HEAD },
	[SEEN_OTHER] = { [SEEN_HEAD] = DOUBT_HEAD },
};

/* What it costs from a state of line i to the end of the page. */
struct rest {
	double cost[LATTICE_STATES];
};

static void confidence_end_page(const struct lattice *lattice,
                                struct rest *rest)
{
	const struct printed_line *last =
		lattice->flow->items[lattice->flow->count - 1];

	for (size_t state = 0; state < LATTICE_STATES; state++)
		rest->cost[state] = step_end_cost(label_of(state), last);
}

static void lower(double *cost, double other)
{
	if (other < *cost)
		*cost = other;
}

/* The rest from line i - 1, from that of line `i`. */
static void go_back(struct lattice *lattice, size_t i,
                    const struct lattice_column *column,
                    const struct rest *after, struct rest *before)
{
	const struct step_costs *steps = lattice_steps(lattice, i);
	double from_label[LABEL_COUNT]; /* at whatever measure */

	for (int a = 0; a < LABEL_COUNT; a++)
		from_label[a] = COST_NEVER;
	for (size_t state = 0; state < LATTICE_STATES; state++)
		before->cost[state] = COST_NEVER;
	for (int b = 0; b < LABEL_COUNT; b++) {
		const struct predecessors *others = &steps->other[b];
		const struct predecessors *same = &steps->same[b];

		for (size_t k = 0; k < lattice_measures(lattice, b); k++) {
			size_t state = state_of(b, k);
			double cost = column->own[state] + after->cost[state];

			if (column->cost[state] + after->cost[state] >
			    lattice->cost + CONFIDENCE_MARGIN_MAX)
				continue;
			for (size_t w = 0; w < others->count; w++)
				lower(&from_label[others->items[w].from],
				      cost + others->items[w].cost +
				              lattice_prior(lattice, b, k));
			for (size_t w = 0; w < same->count; w++)
				lower(&before->cost[state_of(
					      same->items[w].from, k)],
				      cost + same->items[w].cost);
		}
	}
	for (int a = 0; a < LABEL_COUNT; a++)
		for (size_t k = 0; k < lattice_measures(lattice, a); k++)
			lower(&before->cost[state_of(a, k)], from_label[a]);
}

/* The cheapest reading in which the line is of another class. */
static void confidence_compare(const struct lattice *lattice,
                               const struct lattice_column *column,
                               const struct rest *rest,
                               struct labelled *labelled)
{
	double costs[SEEN_COUNT];
	enum seen own = seen_as(labelled->label), other = own;

	for (int c = 0; c < SEEN_COUNT; c++)
		costs[c] = COST_NEVER;
	for (int b = 0; b < LABEL_COUNT; b++)
		for (size_t k = 0; k < lattice_measures(lattice, b); k++) {
			size_t state = state_of(b, k);

			lower(&costs[seen_as((enum label)b)],
			      column->cost[state] + rest->cost[state]);
		}
	for (int c = 0; c < SEEN_COUNT; c++)
		if (c != (int)own && (other == own || costs[c] < costs[other]))
			other = (enum seen)c;
	labelled->doubt =
		(struct doubt){ doubts[own][other], costs[other] - costs[own] };
}

void confidence_find(struct lattice *lattice,
                     const struct lattice_column *columns,
                     struct labelled *labels)
{
	size_t count = lattice->flow->count;
	struct rest rests[2];

	step_cache_forget(&lattice->kinds);
	confidence_end_page(lattice, &rests[(count - 1) % 2]);
	for (size_t i = count; i-- > 0;) {
		confidence_compare(lattice, &columns[i], &rests[i % 2],
		                   &labels[i]);
		if (i)
			go_back(lattice, i, &columns[i], &rests[i % 2],
			        &rests[(i - 1) % 2]);
	}
}
