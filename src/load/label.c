/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label.h"

#include "base/mem.h"
#include "load/price.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#define STATES (LABELS_MEASURED * MEASURES_MAX + LABEL_COUNT - LABELS_MEASURED)

/* A state is a label at a measure; states of one label stand together. */
static size_t state_of(enum label label, size_t measure)
{
	if (label < LABELS_MEASURED)
		return (size_t)label * MEASURES_MAX + measure;
	return (size_t)LABELS_MEASURED * MEASURES_MAX + label - LABELS_MEASURED;
}

static enum label label_of(size_t state)
{
	const size_t measured = (size_t)LABELS_MEASURED * MEASURES_MAX;

	if (state < measured)
		return (enum label)(state / MEASURES_MAX);
	return (enum label)(LABELS_MEASURED + (state - measured));
}

/* One line's column of the trellis. */
struct column {
	double cost[STATES];
	size_t best[LABEL_COUNT]; /* the cheapest state of each label */
};

struct trellis {
	const struct printed_lines *lines;
	const struct measures *measures;
	double prior[MEASURES_MAX];
	uint8_t (*from)[STATES]; /* per line: the state before */
};

static size_t measures_of(const struct trellis *trellis, enum label label)
{
	return label < LABELS_MEASURED ? trellis->measures->count : 1;
}

static void find_best(const struct trellis *trellis, struct column *column)
{
	for (int label = 0; label < LABEL_COUNT; label++) {
		size_t count = measures_of(trellis, (enum label)label);
		size_t best = state_of((enum label)label, 0);

		for (size_t k = 1; k < count; k++) {
			size_t state = state_of((enum label)label, k);

			if (column->cost[state] < column->cost[best])
				best = state;
		}
		column->best[label] = best;
	}
}

/* The cheapest way into label `b` at measure `k` of line `i`. */
static double best_step(const struct trellis *trellis, size_t i,
                        const struct column *before, const struct facts *prev,
                        enum label b, size_t k, uint8_t *from)
{
	const struct printed *line = &trellis->lines->items[i];
	double prior = b < LABELS_MEASURED ? trellis->prior[k] : 0;
	double best = PRICE_NEVER;

	for (int a = 0; a < LABEL_COUNT; a++) {
		size_t other = before->best[a];
		size_t same = state_of((enum label)a, k);
		double cost = before->cost[other] + prior +
		              price_step((enum label)a, b, false, line, prev);

		if (cost < best) {
			best = cost;
			*from = (uint8_t)other;
		}
		if (a >= LABELS_MEASURED || b >= LABELS_MEASURED)
			continue;
		cost = before->cost[same] +
		       price_step((enum label)a, b, true, line, prev);
		if (cost < best) {
			best = cost;
			*from = (uint8_t)same;
		}
	}
	return best;
}

static void next_column(const struct trellis *trellis, size_t i,
                        const struct column *before, const struct facts *prev,
                        const struct facts *facts, struct column *column)
{
	const struct printed *line = &trellis->lines->items[i];

	for (size_t state = 0; state < STATES; state++)
		column->cost[state] = PRICE_NEVER;
	for (int b = 0; b < LABEL_COUNT; b++) {
		for (size_t k = 0; k < measures_of(trellis, (enum label)b);
		     k++) {
			size_t state = state_of((enum label)b, k);
			double em = trellis->measures->items[k].em;
			double own = price_line(line, facts, (enum label)b, em);
			double way = PRICE_NEVER;

			if (own >= PRICE_NEVER)
				continue;
			if (i)
				way = best_step(trellis, i, before, prev,
				                (enum label)b, k,
				                &trellis->from[i][state]);
			else
				way = price_start((enum label)b) +
				      (b < LABELS_MEASURED ? trellis->prior[k]
				                           : 0);
			if (way < PRICE_NEVER)
				column->cost[state] = way + own;
		}
	}
	find_best(trellis, column);
}

static void set_priors(struct trellis *trellis)
{
	const struct measures *measures = trellis->measures;
	double total = 0;

	for (size_t k = 0; k < measures->count; k++)
		total += (double)measures->items[k].support + 1;
	for (size_t k = 0; k < measures->count; k++)
		trellis->prior[k] =
			-.5 *
			log(((double)measures->items[k].support + 1) / total);
}

static size_t last_state(const struct column *column)
{
	size_t best = 0;
	double best_cost = 2 * PRICE_NEVER;

	for (size_t state = 0; state < STATES; state++) {
		double cost = column->cost[state] + price_end(label_of(state));

		if (cost < best_cost) {
			best_cost = cost;
			best = state;
		}
	}
	return best;
}

static struct labelled *read_path(const struct trellis *trellis, size_t state)
{
	size_t count = trellis->lines->count;
	struct labelled *path = mem_alloc(count * sizeof *path);

	for (size_t i = count; i-- > 0;) {
		path[i].label = label_of(state);
		if (path[i].label < LABELS_MEASURED)
			path[i].measure_em =
				trellis->measures->items[state % MEASURES_MAX]
					.em;
		state = trellis->from[i][state];
	}
	return path;
}

struct labelled *label_lines(const struct printed_lines *lines,
                             const struct measures *measures)
{
	struct trellis trellis = { .lines = lines, .measures = measures };
	struct column columns[2];
	struct facts facts, prev = { 0 };
	struct labelled *path;

	trellis.from = mem_alloc(lines->count * sizeof *trellis.from);
	set_priors(&trellis);
	for (size_t i = 0; i < lines->count; i++) {
		facts = facts_of(lines->items[i].text);
		next_column(&trellis, i, &columns[(i + 1) % 2], &prev, &facts,
		            &columns[i % 2]);
		prev = facts;
	}
	path = read_path(&trellis,
	                 last_state(&columns[(lines->count - 1) % 2]));
	free(trellis.from);
	return path;
}
