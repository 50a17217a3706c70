/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/viterbi.h"

#include "base/mem.h"
#include "load/label/step_cost.h"

#include <math.h>
#include <stdlib.h>

static void find_best(const struct lattice *lattice,
                      struct lattice_column *column)
{
	for (int label = 0; label < LABEL_COUNT; label++) {
		size_t count = lattice_measures(lattice, label);
		size_t best = state_of(label, 0);

		for (size_t k = 1; k < count; k++) {
			size_t state = state_of(label, k);

			if (column->cost[state] < column->cost[best])
				best = state;
		}
		column->best[label] = best;
		column->least[label] = column->cost[best];
	}
}

/* The cheapest way into each state of line `i`. */
static void enter(const struct lattice *lattice, size_t i,
                  const struct lattice_column *before,
                  const struct step_costs *steps, int b,
                  struct lattice_column *column)
{
	const struct predecessors *others = &steps->other[b],
				  *same = &steps->same[b];
	double other_cost = COST_NEVER;
	size_t other = 0;

	for (size_t w = 0; w < others->count; w++) {
		int label = others->items[w].from;
		double cost = before->least[label] + others->items[w].cost;

		if (cost < other_cost) {
			other_cost = cost;
			other = before->best[label];
		}
	}
	for (size_t k = 0; k < lattice_measures(lattice, b); k++) {
		size_t state = state_of(b, k), from = other;
		double best = other_cost + lattice_prior(lattice, b, k);

		for (size_t w = 0; w < same->count; w++) {
			size_t one = state_of(same->items[w].from, k);
			double cost = before->cost[one] + same->items[w].cost;

			if (cost < best) {
				best = cost;
				from = one;
			}
		}
		column->cost[state] = best < COST_NEVER ? best : COST_NEVER;
		lattice->from[i][state] = (uint8_t)from;
	}
}

/* A joined line may look like a first one: units.c joins it all the same, and
 * what is before it need not look unfinished. */
static double told_cost(enum user_label told, enum label label)
{
	bool head = label >= LABEL_INSET && label <= LABEL_SUBHEAD;
	bool kept = true;

	switch (told) {
	case USER_LABEL_NONE:
		break;
	case USER_LABEL_PARAGRAPH:
		kept = label == LABEL_FIRST || label == LABEL_SINGLE;
		break;
	case USER_LABEL_JOINED:
		kept = label <= LABEL_SINGLE;
		break;
	case USER_LABEL_HEAD:
		kept = head;
		break;
	case USER_LABEL_NO_HEAD:
		kept = !head;
		break;
	}
	return kept ? 0 : COST_AGAINST_USER;
}

static double own_cost(const struct lattice *lattice, size_t i, int label,
                       size_t k)
{
	if (label >= FIXED_COST_FIRST)
		return lattice->plain[i][label - FIXED_COST_FIRST];
	return line_cost(lattice->flow->items[i], &lattice->facts[i],
	                 &lattice->priors, (enum label)label,
	                 lattice->measures->items[k].em);
}

static void add_own(const struct lattice *lattice, size_t i,
                    struct lattice_column *column)
{
	const struct printed_line *line = lattice->flow->items[i];

	for (int b = 0; b < LABEL_COUNT; b++)
		for (size_t k = 0; k < lattice_measures(lattice, b); k++) {
			size_t state = state_of(b, k);

			if (column->cost[state] >= COST_NEVER)
				continue;
			column->own[state] = own_cost(lattice, i, b, k);
			if (line->user_label != USER_LABEL_NONE)
				column->own[state] += told_cost(
					line->user_label, (enum label)b);
			column->cost[state] += column->own[state];
		}
}

static void start_lattice(const struct lattice *lattice,
                          struct lattice_column *column)
{
	for (int b = 0; b < LABEL_COUNT; b++)
		for (size_t k = 0; k < lattice_measures(lattice, b); k++)
			column->cost[state_of(b, k)] =
				step_start_cost((enum label)b) +
				lattice_prior(lattice, b, k);
}

static void set_priors(struct lattice *lattice)
{
	const struct column_widths *measures = lattice->measures;
	double total = 0;

	for (size_t k = 0; k < measures->count; k++)
		total += (double)measures->items[k].support + 1;
	for (size_t k = 0; k < measures->count; k++)
		lattice->prior[k] =
			-.5 *
			log(((double)measures->items[k].support + 1) / total);
}

static size_t last_state(const struct lattice_column *column,
                         const struct printed_line *last, double *total)
{
	double best_cost = 2 * COST_NEVER;
	size_t best = 0;

	for (size_t state = 0; state < LATTICE_STATES; state++) {
		double cost = column->cost[state] +
		              step_end_cost(label_of(state), last);

		if (cost < best_cost) {
			best_cost = cost;
			best = state;
		}
	}
	*total = best_cost;
	return best;
}

const struct step_costs *lattice_steps(struct lattice *lattice, size_t i)
{
	return step_cache_get(&lattice->kinds, lattice->flow->items[i],
	                      lattice->flow->items[i - 1],
	                      &lattice->facts[i - 1], &lattice->priors);
}

/* Goes back from the end; false when that way was known. */
static bool trace(struct lattice *lattice, size_t state)
{
	bool changed = false;

	for (size_t i = lattice->flow->count; i-- > 0;) {
		changed = changed || lattice->path[i] != state;
		lattice->path[i] = (uint8_t)state;
		state = lattice->from[i][state];
	}
	return changed;
}

bool lattice_find_path(struct lattice *lattice, struct lattice_column *columns,
                       size_t count)
{
	size_t last = lattice->flow->count - 1;

	step_cache_forget(&lattice->kinds);
	for (size_t i = 0; i <= last; i++) {
		struct lattice_column *column = &columns[i % count];

		for (size_t s = 0; s < LATTICE_STATES; s++)
			column->cost[s] = COST_NEVER;
		if (i == 0)
			start_lattice(lattice, column);
		for (int b = 0; i && b < LABEL_COUNT; b++)
			enter(lattice, i, &columns[(i - 1) % count],
			      lattice_steps(lattice, i), b, column);
		add_own(lattice, i, column);
		find_best(lattice, column);
	}
	return trace(lattice,
	             last_state(&columns[last % count],
	                        lattice->flow->items[last], &lattice->cost));
}

double lattice_measure_em(const struct lattice *lattice, size_t i)
{
	return lattice->measures->items[lattice->path[i] % COLUMN_WIDTHS_MAX]
	        .em;
}

void lattice_init(struct lattice *lattice, const struct flow *flow,
                  const struct column_widths *measures)
{
	*lattice = (struct lattice){ .flow = flow, .measures = measures };
	lattice->facts = mem_alloc(flow->count * sizeof *lattice->facts);
	lattice->from = mem_alloc(flow->count * sizeof *lattice->from);
	lattice->path = mem_alloc(flow->count * sizeof *lattice->path);
	step_cache_init(&lattice->kinds);
	lattice->plain = mem_alloc(flow->count * sizeof *lattice->plain);
	set_priors(lattice);
}

/* The line before this one knows all that decides about it. */
static void price_plain(struct lattice *lattice, size_t i)
{
	for (int b = 0; b < FIXED_COST_LABELS; b++)
		lattice->plain[i][b] =
			line_cost(lattice->flow->items[i], &lattice->facts[i],
		                  &lattice->priors,
		                  (enum label)(FIXED_COST_FIRST + b), 0);
}

void lattice_look(struct lattice *lattice, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++) {
		lattice->facts[i] = line_features_of(lattice->flow->items[i]);
		if (i) {
			facts_look_ahead(&lattice->facts[i - 1],
			                 &lattice->facts[i]);
			price_plain(lattice, i - 1);
		}
	}
	if (end == lattice->flow->count)
		price_plain(lattice, end - 1);
}

void lattice_release(struct lattice *lattice)
{
	free(lattice->facts);
	free(lattice->from);
	free(lattice->path);
	free(lattice->plain);
	step_cache_release(&lattice->kinds);
}
