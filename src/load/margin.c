/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/margin.h"

/* What a line is, as far as a reader would see it. */
enum class {
	CLASS_FIRST, /* begins a paragraph */
	CLASS_LATER, /* goes on with one */
	CLASS_HEAD,
	CLASS_OTHER,
	CLASS_COUNT
};

static enum class class_of(enum label label) {
	if (label == LABEL_FIRST || label == LABEL_SINGLE) return CLASS_FIRST;
		if (label == LABEL_MIDDLE ||
	            label == LABEL_LAST) return CLASS_LATER;
		return label >= LABEL_INSET && label <= LABEL_SUBHEAD
	                       ? CLASS_HEAD
	                       : CLASS_OTHER;
}

/* What a doubt it is when a line of one class may be of another. */
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

/* What it costs from a state of line i to the end of the page. */
struct rest {
	double cost[STATES];
};

static void end_page(const struct trellis *trellis, struct rest *rest)
{
	const struct printed *last =
		trellis->flow->items[trellis->flow->count - 1];

	for (size_t state = 0; state < STATES; state++)
		rest->cost[state] = price_end(label_of(state), last);
}

static void lower(double *cost, double other)
{
	if (other < *cost)
		*cost = other;
}

/* The rest from line i - 1, from that of line `i`. */
static void go_back(struct trellis *trellis, size_t i,
                    const struct column *column, const struct rest *after,
                    struct rest *before)
{
	const struct steps *steps = trellis_steps(trellis, i);
	double from_label[LABEL_COUNT]; /* at whatever measure */

	for (int a = 0; a < LABEL_COUNT; a++)
		from_label[a] = PRICE_NEVER;
	for (size_t state = 0; state < STATES; state++)
		before->cost[state] = PRICE_NEVER;
	for (int b = 0; b < LABEL_COUNT; b++) {
		const struct ways *others = &steps->other[b];
		const struct ways *same = &steps->same[b];

		for (size_t k = 0; k < trellis_measures(trellis, b); k++) {
			size_t state = state_of(b, k);
			double cost = column->own[state] + after->cost[state];

			if (column->cost[state] + after->cost[state] >
			    trellis->cost + MARGIN_MOST)
				continue;
			for (size_t w = 0; w < others->count; w++)
				lower(&from_label[others->items[w].from],
				      cost + others->items[w].cost +
				              trellis_prior(trellis, b, k));
			for (size_t w = 0; w < same->count; w++)
				lower(&before->cost[state_of(
					      same->items[w].from, k)],
				      cost + same->items[w].cost);
		}
	}
	for (int a = 0; a < LABEL_COUNT; a++)
		for (size_t k = 0; k < trellis_measures(trellis, a); k++)
			lower(&before->cost[state_of(a, k)], from_label[a]);
}

/* The cheapest reading in which the line is of another class. */
static void compare(const struct trellis *trellis, const struct column *column,
                    const struct rest *rest, struct labelled *labelled)
{
	double costs[CLASS_COUNT];
	enum class own = class_of(labelled->label), other = own;

	for (int c = 0; c < CLASS_COUNT; c++)
		costs[c] = PRICE_NEVER;
	for (int b = 0; b < LABEL_COUNT; b++)
		for (size_t k = 0; k < trellis_measures(trellis, b); k++) {
			size_t state = state_of(b, k);

			lower(&costs[class_of((enum label)b)],
			      column->cost[state] + rest->cost[state]);
		}
	for (int c = 0; c < CLASS_COUNT; c++)
		if (c != (int)own && (other == own || costs[c] < costs[other]))
			other = (enum class)c;
	labelled->doubt =
		(struct doubt){ doubts[own][other], costs[other] - costs[own] };
}

void margins_find(struct trellis *trellis, const struct column *columns,
                  struct labelled *labels)
{
	size_t count = trellis->flow->count;
	struct rest rests[2];

	step_kinds_forget(&trellis->kinds);
	end_page(trellis, &rests[(count - 1) % 2]);
	for (size_t i = count; i-- > 0;) {
		compare(trellis, &columns[i], &rests[i % 2], &labels[i]);
		if (i)
			go_back(trellis, i, &columns[i], &rests[i % 2],
			        &rests[(i - 1) % 2]);
	}
}
