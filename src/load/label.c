/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label.h"

#include "base/mem.h"
#include "load/price.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define STATES      (LABELS_MEASURED * MEASURES_MAX + LABEL_COUNT - LABELS_MEASURED)
#define MARKED_COST 1.3 /* few extractors mark each paragraph */
#define ROUNDS_MAX  4   /* of labelling and counting */

/* A state is a label at a measure; states of one label stand together. */
static size_t state_of(int label, size_t measure)
{
	if (label < LABELS_MEASURED)
		return (size_t)label * MEASURES_MAX + measure;
	return (size_t)LABELS_MEASURED * MEASURES_MAX + (size_t)label -
	       LABELS_MEASURED;
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

/* The labels from which one may come to a label, and what each step costs. */
struct ways {
	size_t count;
	struct {
		int from;
		double cost;
	} items[LABEL_COUNT];
};

/* The ways to each label: at another measure, at the same one. */
struct steps {
	bool known;
	struct ways other[LABEL_COUNT], same[LABEL_COUNT];
};

/* Steps differ by few signs: lines that have the same are priced once. */
#define STEP_KINDS (2 * 2 * 2 * END_COUNT)

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
	struct steps *kinds;          /* owned; STEP_KINDS of them */
};

static size_t measures_of(const struct trellis *trellis, int label)
{
	return label < LABELS_MEASURED ? trellis->measures->count : 1;
}

static double prior_of(const struct trellis *trellis, int label, size_t k)
{
	return label < LABELS_MEASURED ? trellis->prior[k] : 0;
}

static void find_best(const struct trellis *trellis, struct column *column)
{
	for (int label = 0; label < LABEL_COUNT; label++) {
		size_t count = measures_of(trellis, label);
		size_t best = state_of(label, 0);

		for (size_t k = 1; k < count; k++) {
			size_t state = state_of(label, k);

			if (column->cost[state] < column->cost[best])
				best = state;
		}
		column->best[label] = best;
	}
}

static void add_way(struct ways *ways, int from, double cost)
{
	if (cost >= PRICE_NEVER)
		return;
	ways->items[ways->count].from = from;
	ways->items[ways->count++].cost = cost;
}

static size_t step_kind(const struct trellis *trellis, size_t i)
{
	const struct printed *line = trellis->flow->items[i];
	const struct printed *prev = trellis->flow->items[i - 1];
	size_t kind = (size_t)prev->end;

	kind = kind * 2 + line->blank;
	kind = kind * 2 + char_opens(first_char(line->text));
	return kind * 2 + trellis->facts[i - 1].jump_from;
}

static const struct steps *price_steps(const struct trellis *trellis, size_t i)
{
	const struct printed *line = trellis->flow->items[i];
	const struct printed *prev = trellis->flow->items[i - 1];
	const struct facts *facts = &trellis->facts[i - 1];
	struct steps *steps = &trellis->kinds[step_kind(trellis, i)];

	if (steps->known)
		return steps;
	for (int b = 0; b < LABEL_COUNT; b++) {
		steps->other[b].count = steps->same[b].count = 0;
		for (int a = 0; a < LABEL_COUNT; a++) {
			add_way(&steps->other[b], a,
			        price_step((enum label)a, (enum label)b, false,
			                   line, prev, facts,
			                   &trellis->habits));
			if (a < LABELS_MEASURED && b < LABELS_MEASURED)
				add_way(&steps->same[b], a,
				        price_step((enum label)a, (enum label)b,
				                   true, line, prev, facts,
				                   &trellis->habits));
		}
	}
	steps->known = true;
	return steps;
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
		size_t state = before->best[others->items[w].from];
		double cost = before->cost[state] + others->items[w].cost;

		if (cost < other_cost) {
			other_cost = cost;
			other = state;
		}
	}
	for (size_t k = 0; k < measures_of(trellis, b); k++) {
		size_t state = state_of(b, k), from = other;
		double best = other_cost + prior_of(trellis, b, k);

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
static double told_cost(enum told told, enum label label)
{
	bool head = label == LABEL_HEAD || label == LABEL_INSET ||
	            label == LABEL_SUBHEAD || label == LABEL_RESUMED;
	bool kept = true;

	switch (told) {
	case TOLD_NOTHING:
		break;
	case TOLD_PARAGRAPH:
		kept = label == LABEL_FIRST || label == LABEL_SINGLE;
		break;
	case TOLD_JOINED:
		kept = label <= LABEL_SINGLE;
		break;
	case TOLD_HEAD:
		kept = head;
		break;
	case TOLD_NO_HEAD:
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
	const struct printed *line = trellis->flow->items[i];

	for (int b = 0; b < LABEL_COUNT; b++)
		for (size_t k = 0; k < measures_of(trellis, b); k++) {
			double *cost = &column->cost[state_of(b, k)];

			if (*cost < PRICE_NEVER)
				*cost += own_cost(trellis, i, b, k) +
				         told_cost(line->told, (enum label)b);
		}
}

static void start(const struct trellis *trellis, struct column *column)
{
	for (int b = 0; b < LABEL_COUNT; b++)
		for (size_t k = 0; k < measures_of(trellis, b); k++)
			column->cost[state_of(b, k)] =
				price_start((enum label)b) +
				prior_of(trellis, b, k);
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
                         const struct printed *last, double *total)
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

/* Finds the cheapest path; false when it is the one that was known. */
static bool find_path(struct trellis *trellis)
{
	const struct steps *steps = NULL;
	struct column columns[2];
	bool changed = false;
	size_t state;

	for (size_t kind = 0; kind < STEP_KINDS; kind++)
		trellis->kinds[kind].known = false;
	for (size_t i = 0; i < trellis->flow->count; i++) {
		struct column *column = &columns[i % 2];

		for (size_t s = 0; s < STATES; s++)
			column->cost[s] = PRICE_NEVER;
		if (i == 0)
			start(trellis, column);
		else
			steps = price_steps(trellis, i);
		for (int b = 0; i && b < LABEL_COUNT; b++)
			enter(trellis, i, &columns[(i + 1) % 2], steps, b,
			      column);
		add_own(trellis, i, column);
		find_best(trellis, column);
	}
	state = last_state(&columns[(trellis->flow->count - 1) % 2],
	                   trellis->flow->items[trellis->flow->count - 1],
	                   &trellis->cost);
	for (size_t i = trellis->flow->count; i-- > 0;) {
		changed = changed || trellis->path[i] != state;
		trellis->path[i] = (uint8_t)state;
		state = trellis->from[i][state];
	}
	return changed;
}

static double measure_at(const struct trellis *trellis, size_t i)
{
	return trellis->measures->items[trellis->path[i] % MEASURES_MAX].em;
}

static void count_line(const struct trellis *trellis, size_t i,
                       struct habit_counts *counts)
{
	const struct printed *line = trellis->flow->items[i];
	enum label label = label_of(trellis->path[i]);
	bool first = label == LABEL_FIRST || label == LABEL_SINGLE;

	if (i)
		counts->blank[price_gap(label_of(trellis->path[i - 1]), label,
		                        line)][line->blank]++;
	if (label > LABEL_SINGLE)
		return;
	if (i && !first)
		counts->shift[trellis->path[i] % MEASURES_MAX !=
		              trellis->path[i - 1] % MEASURES_MAX]++;
	counts->kept[first ? PLACE_FIRST : PLACE_LATER][line->indent_em > 0]++;
	if (label == LABEL_LAST || label == LABEL_SINGLE)
		counts->last[line->end]++;
	else
		counts->inner[line->end]++;
	if (first)
		counts->single[label == LABEL_SINGLE]++;
	if (label == LABEL_FIRST)
		counts->indent[price_indent(line, &trellis->habits,
		                            measure_at(trellis, i))]++;
}

static void trellis_init(struct trellis *trellis, const struct flow *flow,
                         const struct measures *measures)
{
	*trellis = (struct trellis){ .flow = flow, .measures = measures };
	trellis->facts = mem_alloc(flow->count * sizeof *trellis->facts);
	trellis->from = mem_alloc(flow->count * sizeof *trellis->from);
	trellis->path = mem_alloc(flow->count * sizeof *trellis->path);
	trellis->kinds = mem_alloc(STEP_KINDS * sizeof *trellis->kinds);
	trellis->plain = mem_alloc(flow->count * sizeof *trellis->plain);
	for (size_t i = 0; i < flow->count; i++) {
		trellis->facts[i] = facts_of(flow->items[i]);
		for (int b = 0; b < PLAIN_COUNT; b++)
			trellis->plain[i][b] =
				price_line(flow->items[i], &trellis->facts[i],
			                   &trellis->habits,
			                   (enum label)(PLAIN_FIRST + b), 0);
	}
	set_priors(trellis);
}

static void trellis_release(struct trellis *trellis)
{
	free(trellis->facts);
	free(trellis->from);
	free(trellis->path);
	free(trellis->plain);
	free(trellis->kinds);
}

/* Labels and counts in turn until nothing changes. */
static void settle(struct trellis *trellis, enum setting setting)
{
	struct habit_counts counts = { 0 };

	memset(trellis->path, UINT8_MAX, trellis->flow->count);
	for (int round = 0; round < ROUNDS_MAX; round++) {
		habits_set(&trellis->habits, setting, &counts);
		if (!find_path(trellis))
			break;
		memset(&counts, 0, sizeof counts);
		for (size_t i = 0; i < trellis->flow->count; i++)
			count_line(trellis, i, &counts);
	}
}

/* The setting whose labels are the cheaper ones explains the page better. */
static void settle_best(struct trellis *trellis)
{
	size_t count = trellis->flow->count;
	uint8_t *loose = mem_alloc(count);
	double loose_cost;

	settle(trellis, SETTING_LOOSE);
	loose_cost = trellis->cost;
	memcpy(loose, trellis->path, count);
	settle(trellis, SETTING_MARKED);
	if (trellis->cost + MARKED_COST >= loose_cost)
		memcpy(trellis->path, loose, count);
	free(loose);
}

struct labelled *label_lines(const struct flow *flow,
                             const struct measures *measures)
{
	struct labelled *labels = mem_alloc(flow->count * sizeof *labels);
	struct trellis trellis;

	trellis_init(&trellis, flow, measures);
	settle_best(&trellis);
	for (size_t i = 0; i < flow->count; i++) {
		labels[i].label = label_of(trellis.path[i]);
		if (labels[i].label < LABELS_MEASURED)
			labels[i].measure_em = measure_at(&trellis, i);
	}
	trellis_release(&trellis);
	return labels;
}
