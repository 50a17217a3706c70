/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/viterbi.h"

#include "base/mem.h"
#include "load/label/step_cost.h"
#include "load/label/told_labels.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* How much of the negative log likelihood of a column width is paid for it. */
#define WIDTH_COST_SHARE .5
/* The cost of a label that the page speaks against. */
#define COST_RULED_OUT 1e3

#define WIDTH_MAIN_SHARE 8 /* a main column has one line in so many, or more */
#define WIDTH_SURE_EM    2 /* the width of a line of less spread is sure */

/* The cheapest state of each label of a column, and its cost. */
struct viterbi_best {
	size_t state[LABEL_COUNT];
	double cost[LABEL_COUNT];
};

static void viterbi_find_best(const struct lattice *lattice,
                              const struct lattice_column *column,
                              struct viterbi_best *best)
{
	for (int label = 0; label < LABEL_COUNT; label++) {
		size_t count = lattice_width_count(lattice, label);
		size_t first = state_of(label, 0), least = first;

		for (size_t state = first + 1; state < first + count; state++)
			if (column->cost[state] < column->cost[least])
				least = state;
		best->state[label] = least;
		best->cost[label] = column->cost[least];
	}
}

/* What the states of a label are entered from, while that is sought. */
struct viterbi_entry {
	double cost;
	size_t from; /* a state of the line before */
};

/* The cheapest of the states that a label can be entered from at any column width. */
static struct viterbi_entry
viterbi_other_width(const struct predecessors *others,
                    const struct viterbi_best *best)
{
	struct viterbi_entry entry = { COST_NEVER, 0 };

	for (size_t p = 0; p < others->count; p++) {
		int label = others->items[p].from;
		double cost = best->cost[label] + others->items[p].cost;

		if (cost < entry.cost) {
			entry.cost = cost;
			entry.from = best->state[label];
		}
	}
	return entry;
}

/* The minimum over the predecessors of the states of label `to` at line `i`,
 * without the emission. */
static void viterbi_enter_label(const struct lattice *lattice, size_t i,
                                const struct lattice_column *before,
                                const struct viterbi_best *best,
                                const struct step_costs *steps, int to,
                                struct lattice_column *column)
{
	const struct predecessors *same = &steps->same_width[to];
	const struct viterbi_entry other =
		viterbi_other_width(&steps->other_width[to], best);
	const size_t count = lattice_width_count(lattice, to);
	double *costs = &column->cost[state_of(to, 0)];
	uint8_t *from = &lattice->from[i][state_of(to, 0)];

	for (size_t k = 0; k < count; k++) {
		/* The states of a width are at the same distance. */
		const double *at_width = &before->cost[state_of(0, k)];
		struct viterbi_entry entry = other;

		entry.cost += lattice_width_cost(lattice, to, k);
		for (size_t p = 0; p < same->count; p++) {
			size_t prev =
				(size_t)same->items[p].from * COLUMN_WIDTHS_MAX;
			double cost = at_width[prev] + same->items[p].cost;

			if (cost < entry.cost) {
				entry.cost = cost;
				entry.from = prev + k;
			}
		}
		costs[k] = entry.cost < COST_NEVER ? entry.cost : COST_NEVER;
		from[k] = (uint8_t)entry.from;
	}
}

/* The same of all states of line `i`. */
static void viterbi_enter(struct lattice *lattice, size_t i,
                          const struct lattice_column *before,
                          struct lattice_column *column)
{
	const struct step_costs *steps = lattice_steps(lattice, i);
	struct viterbi_best best;

	viterbi_find_best(lattice, before, &best);
	for (int label = 0; label < LABEL_COUNT; label++)
		viterbi_enter_label(lattice, i, before, &best, steps, label,
		                    column);
}

static void viterbi_start_line(const struct lattice *lattice, size_t i,
                               struct line_start *start)
{
	line_start_init(start, lattice->flow->items[i], &lattice->features[i],
	                &lattice->priors);
}

/* The cost of a label that is not what was said of line `i`. */
static double viterbi_against(const struct lattice *lattice, size_t i,
                              int label)
{
	return lattice->told[i] >> label & 1 ? 0 : COST_AGAINST_USER;
}

/* The emission of a label whose costs are not fixed, as far as the line says. */
static double viterbi_emission(const struct lattice *lattice, size_t i,
                               const struct line_start *start, int label,
                               size_t width)
{
	return line_cost_fitted(
		lattice->flow->items[i], &lattice->features[i],
		&lattice->priors, (enum label)label,
		&lattice->fits[i * lattice->widths->count + width], start);
}

double lattice_emission(const struct lattice *lattice, size_t i,
                        enum label label, size_t width)
{
	struct line_start start;
	double cost;

	if ((int)label >= FIXED_COST_FIRST)
		cost = lattice->fixed_costs[i][label - FIXED_COST_FIRST];
	else {
		viterbi_start_line(lattice, i, &start);
		cost = viterbi_emission(lattice, i, &start, (int)label, width);
	}
	return cost + viterbi_against(lattice, i, (int)label);
}

static void viterbi_add_emissions(const struct lattice *lattice, size_t i,
                                  struct lattice_column *column)
{
	const double *fixed = lattice->fixed_costs[i];
	struct line_start start;

	viterbi_start_line(lattice, i, &start);
	for (int label = 0; label < LABEL_COUNT; label++) {
		const size_t count = lattice_width_count(lattice, label);
		const double against = viterbi_against(lattice, i, label);
		double *costs = &column->cost[state_of(label, 0)];

		for (size_t k = 0; k < count; k++) {
			double cost;

			if (costs[k] >= COST_NEVER)
				continue;
			cost = label >= FIXED_COST_FIRST
			               ? fixed[label - FIXED_COST_FIRST]
			               : viterbi_emission(lattice, i, &start,
			                                  label, k);
			costs[k] += cost + against;
		}
	}
}

static void viterbi_start(const struct lattice *lattice,
                          struct lattice_column *column)
{
	/* What begins with a small letter is no headline. */
	bool latin =
		lattice->flow->latin && !lattice->features[0].small_initial;

	for (int label = 0; label < LABEL_COUNT; label++)
		for (size_t k = 0; k < lattice_width_count(lattice, label); k++)
			column->cost[state_of(label, k)] =
				step_start_cost((enum label)label, latin) +
				lattice_width_cost(lattice, label, k);
}

/* A width is as probable as the lines that it explains are many, one added to
 * each (Laplace's rule). */
static void viterbi_set_width_costs(struct lattice *lattice)
{
	const struct column_widths *widths = lattice->widths;
	double total = 0;

	for (size_t k = 0; k < widths->count; k++)
		total += (double)widths->items[k].support + 1;
	for (size_t k = 0; k < widths->count; k++)
		lattice->width_costs[k] =
			-WIDTH_COST_SHARE *
			log(((double)widths->items[k].support + 1) / total);
}

static size_t viterbi_last_state(const struct lattice *lattice,
                                 const struct lattice_column *column,
                                 double *total)
{
	const struct printed_line *last =
		lattice->flow->items[lattice->flow->count - 1];
	double best_cost = 2 * COST_NEVER;
	size_t best = 0;

	for (int label = 0; label < LABEL_COUNT; label++) {
		double end_cost = step_end_cost((enum label)label, last);

		for (size_t k = 0; k < lattice_width_count(lattice, label);
		     k++) {
			size_t state = state_of(label, k);
			double cost = column->cost[state] + end_cost;

			if (cost < best_cost) {
				best_cost = cost;
				best = state;
			}
		}
	}
	*total = best_cost;
	return best;
}

const struct step_costs *lattice_steps(struct lattice *lattice, size_t i)
{
	assert(i > 0 && i < lattice->flow->count);
	return step_cache_get(&lattice->steps, lattice->step_keys[i],
	                      lattice->flow->items[i],
	                      lattice->flow->items[i - 1],
	                      &lattice->features[i - 1], &lattice->priors);
}

/* Follows the backpointers from the state of the last line; false when the path
 * is the one that was known. */
static bool viterbi_trace(struct lattice *lattice, size_t state)
{
	bool changed = false;

	for (size_t i = lattice->flow->count; i-- > 0;) {
		assert(state < LATTICE_STATES);
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

	assert(count > last || count == 2);
	step_cache_forget(&lattice->steps);
	for (size_t i = 0; i <= last; i++) {
		struct lattice_column *column = &columns[i % count];

		if (i == 0)
			viterbi_start(lattice, column);
		else
			viterbi_enter(lattice, i, &columns[(i - 1) % count],
			              column);
		viterbi_add_emissions(lattice, i, column);
	}
	return viterbi_trace(lattice,
	                     viterbi_last_state(lattice, &columns[last % count],
	                                        &lattice->cost));
}

double lattice_measure_em(const struct lattice *lattice, size_t i)
{
	assert(label_of(lattice->path[i]) < LABELS_WITH_WIDTH);
	return lattice->widths->items[width_of(lattice->path[i])].em;
}

void lattice_init(struct lattice *lattice, const struct flow *flow,
                  const struct column_widths *widths)
{
	assert(flow->count >= 1 && widths->count >= 1 &&
	       widths->count <= COLUMN_WIDTHS_MAX);
	*lattice = (struct lattice){ .flow = flow, .widths = widths };
	lattice->features = mem_alloc(flow->count * sizeof *lattice->features);
	lattice->fits =
		mem_alloc(flow->count * widths->count * sizeof *lattice->fits);
	lattice->told = mem_alloc(flow->count * sizeof *lattice->told);
	lattice->step_keys =
		mem_alloc(flow->count * sizeof *lattice->step_keys);
	lattice->from = mem_alloc(flow->count * sizeof *lattice->from);
	lattice->path = mem_alloc(flow->count * sizeof *lattice->path);
	lattice->fixed_costs =
		mem_alloc(flow->count * sizeof *lattice->fixed_costs);
	step_cache_init(&lattice->steps);
	viterbi_set_width_costs(lattice);
}

/* The features of line `i` are complete: its next line was read. */
static void viterbi_set_fixed(struct lattice *lattice, size_t i)
{
	const struct column_widths *widths = lattice->widths;
	const struct printed_line *line = lattice->flow->items[i];

	lattice->told[i] = told_labels(line);
	for (size_t k = 0; k < widths->count; k++)
		line_fit_init(&lattice->fits[i * widths->count + k], line,
		              &lattice->features[i], widths->items[k].em);
	if (i)
		lattice->step_keys[i] = (uint16_t)step_cache_key(
			line, lattice->flow->items[i - 1],
			&lattice->features[i - 1]);
	for (int label = 0; label < FIXED_COST_LABELS; label++)
		lattice->fixed_costs[i][label] = line_cost_fitted(
			line, &lattice->features[i], &lattice->priors,
			(enum label)(FIXED_COST_FIRST + label),
			&lattice->fits[i * widths->count], NULL);
}

/* Is the line exactly as wide as one of the widths with most support? */
static bool viterbi_fills(const struct lattice *lattice,
                          const struct printed_line *line)
{
	const struct column_widths *widths = lattice->widths;

	for (size_t k = 0; k < widths->count; k++)
		if (widths->items[k].support * WIDTH_MAIN_SHARE >=
		            lattice->flow->count &&
		    line->hi_em - line->lo_em < WIDTH_SURE_EM &&
		    line_is_tight(line, widths->items[k].em))
			return true;
	return false;
}

void lattice_read_lines(struct lattice *lattice, size_t start, size_t end)
{
	assert(start <= end && end <= lattice->flow->count);
	for (size_t i = start; i < end; i++) {
		lattice->features[i] =
			line_features_of(lattice->flow->items[i]);
		line_features_look_back(&lattice->features[i],
		                        lattice->flow->items[i],
		                        i ? &lattice->features[i - 1] : NULL);
		lattice->features[i].pauses_part = lattice->flow->pauses;
		lattice->features[i].loose = lattice->flow->loose;
		lattice->features[i].fills =
			viterbi_fills(lattice, lattice->flow->items[i]);
		if (i) {
			line_features_look_ahead(&lattice->features[i - 1],
			                         &lattice->features[i]);
			viterbi_set_fixed(lattice, i - 1);
		}
	}
	if (end == lattice->flow->count)
		viterbi_set_fixed(lattice, end - 1);
}

void lattice_rule_out(struct lattice *lattice, size_t i, enum label label)
{
	assert(label >= FIXED_COST_FIRST);
	lattice->fixed_costs[i][label - FIXED_COST_FIRST] = COST_RULED_OUT;
}

void lattice_release(struct lattice *lattice)
{
	free(lattice->features);
	free(lattice->fits);
	free(lattice->told);
	free(lattice->step_keys);
	free(lattice->from);
	free(lattice->path);
	free(lattice->fixed_costs);
	step_cache_release(&lattice->steps);
}
