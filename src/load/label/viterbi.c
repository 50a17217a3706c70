/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/viterbi.h"

#include "base/mem.h"
#include "load/label/step_cost.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* How much of the negative log likelihood of a column width is paid for it. */
#define WIDTH_COST_SHARE .5
/* The cost of a label that the page speaks against. */
#define COST_RULED_OUT 1e3

#define WIDTH_MAIN_SHARE 8 /* a main column has one line in so many, or more */
#define WIDTH_SURE_EM    2 /* the width of a line of less spread is sure */

static void viterbi_find_best(const struct lattice *lattice,
                              struct lattice_column *column)
{
	for (int label = 0; label < LABEL_COUNT; label++) {
		size_t count = lattice_width_count(lattice, label);
		size_t best = state_of(label, 0);

		for (size_t k = 1; k < count; k++) {
			size_t state = state_of(label, k);

			if (column->cost[state] < column->cost[best])
				best = state;
		}
		column->best_state[label] = best;
		column->best_cost[label] = column->cost[best];
	}
}

/* The minimum over the predecessors of the states of label `to` at line `i`,
 * without the emission. */
static void viterbi_enter_label(const struct lattice *lattice, size_t i,
                                const struct lattice_column *before,
                                const struct step_costs *steps, int to,
                                struct lattice_column *column)
{
	const struct predecessors *others = &steps->other_width[to];
	const struct predecessors *same = &steps->same_width[to];
	double other_cost = COST_NEVER;
	size_t other = 0;

	for (size_t p = 0; p < others->count; p++) {
		int label = others->items[p].from;
		double cost = before->best_cost[label] + others->items[p].cost;

		if (cost < other_cost) {
			other_cost = cost;
			other = before->best_state[label];
		}
	}
	for (size_t k = 0; k < lattice_width_count(lattice, to); k++) {
		size_t state = state_of(to, k), from = other;
		double best = other_cost + lattice_width_cost(lattice, to, k);

		for (size_t p = 0; p < same->count; p++) {
			size_t prev = state_of(same->items[p].from, k);
			double cost = before->cost[prev] + same->items[p].cost;

			if (cost < best) {
				best = cost;
				from = prev;
			}
		}
		column->cost[state] = best < COST_NEVER ? best : COST_NEVER;
		lattice->from[i][state] = (uint8_t)from;
	}
}

/* The same of all states of line `i`. */
static void viterbi_enter(struct lattice *lattice, size_t i,
                          const struct lattice_column *before,
                          struct lattice_column *column)
{
	const struct step_costs *steps = lattice_steps(lattice, i);

	for (int label = 0; label < LABEL_COUNT; label++)
		viterbi_enter_label(lattice, i, before, steps, label, column);
}

/* Does the label agree with what the user said of the line? */
static bool viterbi_is_allowed(enum user_label user_label, enum label label)
{
	switch (user_label) {
	case USER_LABEL_NONE:
		return true;
	case USER_LABEL_PARAGRAPH:
		return label_begins_paragraph(label);
	case USER_LABEL_JOINED:
		/* Such a line may look like a first one: units.c joins it all
		 * the same, and the line before it need not look unfinished. */
		return label_is_paragraph(label);
	case USER_LABEL_HEAD:
		return label_is_head(label);
	case USER_LABEL_NO_HEAD:
		return !label_is_head(label);
	}
	return true;
}

/* Does the label agree with what the line is by the signs of OCR? */
static bool viterbi_fits_ocr(enum ocr_label ocr, enum label label)
{
	switch (ocr) {
	case OCR_HEAD:
	case OCR_HEAD_MORE:
		return label_is_head(label) && label != LABEL_INSET;
	case OCR_BEGINS:
		return !label_is_head(label) && !label_continues(label);
	case OCR_TEXT:
		return !label_is_head(label);
	default:
		return true;
	}
}

/* A person's word counts before that. */
static bool viterbi_is_told(const struct printed_line *line, enum label label)
{
	return line->user_label == USER_LABEL_NONE
	               ? viterbi_fits_ocr(line->ocr, label)
	               : viterbi_is_allowed(line->user_label, label);
}

static double viterbi_emission(const struct lattice *lattice, size_t i,
                               int label, size_t width)
{
	const struct printed_line *line = lattice->flow->items[i];
	double cost;

	if (label >= FIXED_COST_FIRST)
		cost = lattice->fixed_costs[i][label - FIXED_COST_FIRST];
	else
		cost = line_cost(line, &lattice->features[i], &lattice->priors,
		                 (enum label)label,
		                 lattice->widths->items[width].em);
	return viterbi_is_told(line, (enum label)label)
	               ? cost
	               : cost + COST_AGAINST_USER;
}

static void viterbi_add_emissions(const struct lattice *lattice, size_t i,
                                  struct lattice_column *column)
{
	for (int label = 0; label < LABEL_COUNT; label++)
		for (size_t k = 0; k < lattice_width_count(lattice, label);
		     k++) {
			size_t state = state_of(label, k);

			if (column->cost[state] >= COST_NEVER)
				continue;
			column->emission[state] =
				viterbi_emission(lattice, i, label, k);
			column->cost[state] += column->emission[state];
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

static size_t viterbi_last_state(const struct lattice_column *column,
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
	assert(i > 0 && i < lattice->flow->count);
	return step_cache_get(&lattice->steps, lattice->flow->items[i],
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

		for (size_t s = 0; s < LATTICE_STATES; s++)
			column->cost[s] = COST_NEVER;
		if (i == 0)
			viterbi_start(lattice, column);
		else
			viterbi_enter(lattice, i, &columns[(i - 1) % count],
			              column);
		viterbi_add_emissions(lattice, i, column);
		viterbi_find_best(lattice, column);
	}
	return viterbi_trace(lattice,
	                     viterbi_last_state(&columns[last % count],
	                                        lattice->flow->items[last],
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
	lattice->from = mem_alloc(flow->count * sizeof *lattice->from);
	lattice->path = mem_alloc(flow->count * sizeof *lattice->path);
	lattice->fixed_costs =
		mem_alloc(flow->count * sizeof *lattice->fixed_costs);
	step_cache_init(&lattice->steps);
	viterbi_set_width_costs(lattice);
}

/* The features of line `i` are complete: its next line was read. */
static void viterbi_set_fixed_costs(struct lattice *lattice, size_t i)
{
	for (int label = 0; label < FIXED_COST_LABELS; label++)
		lattice->fixed_costs[i][label] =
			line_cost(lattice->flow->items[i],
		                  &lattice->features[i], &lattice->priors,
		                  (enum label)(FIXED_COST_FIRST + label), 0);
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
			viterbi_set_fixed_costs(lattice, i - 1);
		}
	}
	if (end == lattice->flow->count)
		viterbi_set_fixed_costs(lattice, end - 1);
}

void lattice_rule_out(struct lattice *lattice, size_t i, enum label label)
{
	assert(label >= FIXED_COST_FIRST);
	lattice->fixed_costs[i][label - FIXED_COST_FIRST] = COST_RULED_OUT;
}

void lattice_release(struct lattice *lattice)
{
	free(lattice->features);
	free(lattice->from);
	free(lattice->path);
	free(lattice->fixed_costs);
	step_cache_release(&lattice->steps);
}
