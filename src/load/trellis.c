/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/trellis.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

static void find_best(const struct trellis *trellis, struct column *column)
{
	for (int label = 0; label < LABEL_COUNT; label++) {
		size_t count = trellis_measures(trellis, label);
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
static void enter(const struct trellis *trellis, size_t i,
                  const struct column *before, const struct steps *steps, int b,
                  struct column *column)
{
	const struct ways *others = &steps->other[b], *same = &steps->same[b];
	double other_cost = PRICE_NEVER;
	size_t other = 0;

	for (size_t w = 0; w < others->count; w++) {
		int label = others->items[w].from;
		double cost = before->least[label] + others->items[w].cost;

		if (cost < other_cost) {
			other_cost = cost;
			other = before->best[label];
		}
	}
	for (size_t k = 0; k < trellis_measures(trellis, b); k++) {
		size_t state = state_of(b, k), from = other;
		double best = other_cost + trellis_prior(trellis, b, k);

		for (size_t w = 0; w < same->count; w++) {
			size_t one = state_of(same->items[w].from, k);
			double cost = before->cost[one] + same->items[w].cost;

			if (cost < best) {
				best = cost;
				from = one;
			}
		}
		column->cost[state] = best < PRICE_NEVER ? best : PRICE_NEVER;
		trellis->from[i][state] = (uint8_t)from;
	}
}

/* A joined line may look like a first one: pieces.c joins it all the same, and
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
	return kept ? 0 : PRICE_TOLD;
}

static double own_cost(const struct trellis *trellis, size_t i, int label,
                       size_t k)
{
	if (label >= PLAIN_FIRST)
		return trellis->plain[i][label - PLAIN_FIRST];
	return price_line(trellis->flow->items[i], &trellis->facts[i],
	                  &trellis->habits, (enum label)label,
	                  trellis->measures->items[k].em);
}

static void add_own(const struct trellis *trellis, size_t i,
                    struct column *column)
{
	const struct printed_line *line = trellis->flow->items[i];

	for (int b = 0; b < LABEL_COUNT; b++)
		for (size_t k = 0; k < trellis_measures(trellis, b); k++) {
			size_t state = state_of(b, k);

			if (column->cost[state] >= PRICE_NEVER)
				continue;
			column->own[state] = own_cost(trellis, i, b, k);
			if (line->told != USER_LABEL_NONE)
				column->own[state] +=
					told_cost(line->told, (enum label)b);
			column->cost[state] += column->own[state];
		}
}

static void start(const struct trellis *trellis, struct column *column)
{
	for (int b = 0; b < LABEL_COUNT; b++)
		for (size_t k = 0; k < trellis_measures(trellis, b); k++)
			column->cost[state_of(b, k)] =
				price_start((enum label)b) +
				trellis_prior(trellis, b, k);
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

static size_t last_state(const struct column *column,
                         const struct printed_line *last, double *total)
{
	double best_cost = 2 * PRICE_NEVER;
	size_t best = 0;

	for (size_t state = 0; state < STATES; state++) {
		double cost =
			column->cost[state] + price_end(label_of(state), last);

		if (cost < best_cost) {
			best_cost = cost;
			best = state;
		}
	}
	*total = best_cost;
	return best;
}

const struct steps *trellis_steps(struct trellis *trellis, size_t i)
{
	return steps_between(&trellis->kinds, trellis->flow->items[i],
	                     trellis->flow->items[i - 1],
	                     &trellis->facts[i - 1], &trellis->habits);
}

/* Goes back from the end; false when that way was known. */
static bool trace(struct trellis *trellis, size_t state)
{
	bool changed = false;

	for (size_t i = trellis->flow->count; i-- > 0;) {
		changed = changed || trellis->path[i] != state;
		trellis->path[i] = (uint8_t)state;
		state = trellis->from[i][state];
	}
	return changed;
}

bool trellis_find_path(struct trellis *trellis, struct column *columns,
                       size_t count)
{
	size_t last = trellis->flow->count - 1;

	step_kinds_forget(&trellis->kinds);
	for (size_t i = 0; i <= last; i++) {
		struct column *column = &columns[i % count];

		for (size_t s = 0; s < STATES; s++)
			column->cost[s] = PRICE_NEVER;
		if (i == 0)
			start(trellis, column);
		for (int b = 0; i && b < LABEL_COUNT; b++)
			enter(trellis, i, &columns[(i - 1) % count],
			      trellis_steps(trellis, i), b, column);
		add_own(trellis, i, column);
		find_best(trellis, column);
	}
	return trace(trellis,
	             last_state(&columns[last % count],
	                        trellis->flow->items[last], &trellis->cost));
}

double trellis_measure_em(const struct trellis *trellis, size_t i)
{
	return trellis->measures->items[trellis->path[i] % MEASURES_MAX].em;
}

void trellis_init(struct trellis *trellis, const struct flow *flow,
                  const struct measures *measures)
{
	*trellis = (struct trellis){ .flow = flow, .measures = measures };
	trellis->facts = mem_alloc(flow->count * sizeof *trellis->facts);
	trellis->from = mem_alloc(flow->count * sizeof *trellis->from);
	trellis->path = mem_alloc(flow->count * sizeof *trellis->path);
	step_kinds_init(&trellis->kinds);
	trellis->plain = mem_alloc(flow->count * sizeof *trellis->plain);
	set_priors(trellis);
}

/* The line before this one knows all that decides about it. */
static void price_plain(struct trellis *trellis, size_t i)
{
	for (int b = 0; b < PLAIN_COUNT; b++)
		trellis->plain[i][b] = price_line(
			trellis->flow->items[i], &trellis->facts[i],
			&trellis->habits, (enum label)(PLAIN_FIRST + b), 0);
}

void trellis_look(struct trellis *trellis, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++) {
		trellis->facts[i] = facts_of(trellis->flow->items[i]);
		if (i) {
			facts_look_ahead(&trellis->facts[i - 1],
			                 &trellis->facts[i]);
			price_plain(trellis, i - 1);
		}
	}
	if (end == trellis->flow->count)
		price_plain(trellis, end - 1);
}

void trellis_release(struct trellis *trellis)
{
	free(trellis->facts);
	free(trellis->from);
	free(trellis->path);
	free(trellis->plain);
	step_kinds_release(&trellis->kinds);
}
