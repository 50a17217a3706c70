/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/segment.h"

#include "base/mem.h"

#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#define PASSES             2 /* with usual head costs, with those of the page */
#define TRANSITIONS_A_LINE 32 /* take as long as a line that is labelled */
#define STEP_GAPS          64 /* gaps of one step */

_Static_assert(STORY_RUNS_MAX <= UCHAR_MAX,
               "an unsigned char holds the text runs of a state");

/* A transition over a gap into some state, and the state it comes from. */
struct transition {
	double cost; /* of the cheapest path up to and with this transition */
	enum gap_use use;
	size_t before_end, after_start; /* see struct gap_decision */
	unsigned char from_runs, from_head;
};

/* The cheapest transition into each state (text runs of the story before this one,
 * story has a head). */
struct segment_states {
	struct transition at[STORY_RUNS_MAX][2];
};

/* A transition that was tried in the last pass, for the margins. */
struct tried {
	struct transition transition;
	double own_cost; /* of this transition without the path before it */
	size_t gap;
	unsigned char runs, head; /* the state it leads to */
};

struct tried_list {
	struct tried *items; /* owned; in order of their gaps */
	size_t count, cap;
};

struct segmenter {
	const struct text_runs *text_runs;
	struct gap_costs *costs;       /* owned; per gap */
	struct segment_states *states; /* owned; per gap */
	struct transition *path;       /* owned; per gap: the cheapest path */
	struct head_priors priors;
	bool keeps_tried;
	struct tried_list tried;
	int pass;   /* 0: the costs of the gaps are computed */
	size_t gap; /* the next one of the pass */
	size_t transitions_tried;
};

/* Offers a transition over `gap` to the state (`runs`, `head`). */
static void segment_try(struct segmenter *segmenter, size_t gap, size_t runs,
                        int head, double from_cost,
                        struct transition transition)
{
	struct transition *best = &segmenter->states[gap].at[runs][head];

	segmenter->transitions_tried++;
	if (transition.cost < best->cost)
		*best = transition;
	if (segmenter->keeps_tried && transition.cost < CUT_COST_NEVER)
		*ARRAY_ADD(segmenter->tried.items, segmenter->tried.count,
		           segmenter->tried.cap) =
			(struct tried){ transition, transition.cost - from_cost,
			                gap, (unsigned char)runs,
			                (unsigned char)head };
}

static struct boundary segment_boundary(const struct segmenter *segmenter,
                                        size_t gap, size_t runs)
{
	return (struct boundary){
		.text_runs = segmenter->text_runs,
		.start = gap ? gap - 1 - runs : 0,
		.gap = gap,
		.priors = &segmenter->priors,
		.costs = &segmenter->costs[gap],
	};
}

/* Tries all splits of the gap's units from state `from` to a new story, where
 * the story before has `head` heads. */
static void segment_try_boundary(struct segmenter *segmenter,
                                 const struct boundary *boundary,
                                 const struct transition *from,
                                 struct transition transition)
{
	const struct gap_costs *costs = boundary->costs;
	const struct cut_limits limits = costs->limits;
	size_t gap = boundary->gap;
	size_t count = boundary->text_runs->gaps[gap].units.count;
	size_t a, b;

	transition.use = GAP_USE_BOUNDARY;
	for (a = limits.before_min; a <= limits.before_max; a++) {
		double cost = from->cost + cut_cost_begin(boundary);

		if (a)
			cost += cut_cost_head_after(boundary, a);
		if (gap)
			cost += cut_cost_story(
				boundary->text_runs, boundary->start, gap,
				transition.from_head +
					(costs->after[a].lines > 0));
		b = a > limits.after_min ? a : limits.after_min;
		for (; b <= limits.after_max; b++) {
			transition.before_end = a;
			transition.after_start = b;
			transition.cost = cost + gap_costs_teasers(costs, a, b);
			if (b < count)
				transition.cost +=
					cut_cost_head_before(boundary, b);
			segment_try(segmenter, gap, 0,
			            costs->before[b - limits.after_min].lines >
			                    0,
			            from->cost, transition);
		}
	}
}

/* Tries both uses of the gap in a story that goes on over it. */
static void segment_try_continue(struct segmenter *segmenter,
                                 const struct boundary *boundary,
                                 const struct transition *from,
                                 struct transition transition)
{
	double cost = from->cost + cut_cost_continue(boundary);
	size_t runs = transition.from_runs + 1u;
	int head = transition.from_head;

	if (runs >= STORY_RUNS_MAX)
		return;
	transition.use = GAP_USE_SUBHEADS;
	transition.cost = cost + cut_cost_subheads(boundary);
	segment_try(segmenter, boundary->gap, runs, head, from->cost,
	            transition);
	transition.use = GAP_USE_HEAD;
	transition.cost = cost + cut_cost_head_inside(boundary, head);
	segment_try(segmenter, boundary->gap, runs, 1, from->cost, transition);
}

/* Tries all transitions over `gap` out of one state before it. */
static void segment_leave_state(struct segmenter *segmenter, size_t gap,
                                size_t runs, int head)
{
	static const struct transition page_start = { .cost = 0 };
	const struct boundary boundary = segment_boundary(segmenter, gap, runs);
	const struct transition *from =
		gap ? &segmenter->states[gap - 1].at[runs][head] : &page_start;
	const struct transition transition = { .from_runs = (unsigned char)runs,
		                               .from_head =
		                                       (unsigned char)head };

	if (from->cost >= CUT_COST_NEVER)
		return;
	segment_try_boundary(segmenter, &boundary, from, transition);
	if (gap && gap < segmenter->text_runs->count)
		segment_try_continue(segmenter, &boundary, from, transition);
}

static void segment_cross_gap(struct segmenter *segmenter, size_t gap)
{
	size_t runs_end = gap ? STORY_RUNS_MAX : 1;
	int head_end = gap ? 2 : 1;

	for (size_t runs = 0; runs < STORY_RUNS_MAX; runs++)
		for (int head = 0; head < 2; head++)
			segmenter->states[gap].at[runs][head].cost =
				CUT_COST_NEVER;
	for (size_t runs = 0; runs < runs_end; runs++)
		for (int head = 0; head < head_end; head++)
			segment_leave_state(segmenter, gap, runs, head);
}

/* Follows the transitions back from the cheapest final state. */
static void segment_trace_back(const struct segmenter *segmenter,
                               struct transition *path)
{
	size_t gap = segmenter->text_runs->count;
	const struct transition *last = segmenter->states[gap].at[0];
	struct transition transition = last[last[1].cost < last[0].cost];

	for (;; gap--) {
		path[gap] = transition;
		if (!gap)
			break;
		transition =
			segmenter->states[gap - 1]
				.at[transition.from_runs][transition.from_head];
	}
	assert(path[0].use == GAP_USE_BOUNDARY);
}

/* Counts on the path where the heads of this page stand, and how they are set. */
static void segment_learn_priors(struct segmenter *segmenter)
{
	const struct text_runs *text_runs = segmenter->text_runs;
	struct head_counts counts = { 0 };

	for (size_t gap = 0; gap <= text_runs->count; gap++) {
		const struct transition *taken = &segmenter->path[gap];

		if (taken->use == GAP_USE_SUBHEADS)
			head_counts_add_subheads(&counts, text_runs, gap);
		if (taken->use != GAP_USE_BOUNDARY)
			continue;
		head_counts_add_head(&counts, text_runs, gap, 0,
		                     taken->before_end, false);
		head_counts_add_head(&counts, text_runs, gap,
		                     taken->after_start,
		                     text_runs->gaps[gap].units.count, true);
	}
	head_priors_set(&segmenter->priors, text_runs->units->lines->latin,
	                &counts);
}

/* The cost-to-go: of the cheapest path from each state behind a gap to the end of
 * the page. */
struct cost_to_go {
	double at[STORY_RUNS_MAX][2];
};

static struct cost_to_go *new_costs_to_go(size_t count)
{
	struct cost_to_go *to_go = mem_alloc((count + 1) * sizeof *to_go);

	for (size_t gap = 0; gap <= count; gap++)
		for (size_t runs = 0; runs < STORY_RUNS_MAX; runs++)
			for (int head = 0; head < 2; head++)
				to_go[gap].at[runs][head] =
					gap == count && !runs ? 0
							      : CUT_COST_NEVER;
	return to_go;
}

/* Lowers the margin of a decision that differs from `transition`; a path through that
 * costs `extra` more than the cheapest one. */
static void segment_lower_margin(struct gap_decision *decision,
                                 const struct transition *transition,
                                 double extra)
{
	bool boundary = transition->use == GAP_USE_BOUNDARY;

	if (boundary != (decision->use == GAP_USE_BOUNDARY))
		decision->boundary_margin =
			fmin(decision->boundary_margin, extra);
	else if (boundary && (transition->before_end != decision->before_end ||
	                      transition->after_start != decision->after_start))
		decision->split_margin = fmin(decision->split_margin, extra);
}

/* The backward pass over the tried transitions: the cheapest path through each costs
 * what leads to it, and the cost-to-go of its state. */
static void segment_find_margins(const struct segmenter *segmenter,
                                 struct gap_decision *decisions)
{
	size_t count = segmenter->text_runs->count;
	const struct transition *last = segmenter->states[count].at[0];
	double best = fmin(last[0].cost, last[1].cost);
	struct cost_to_go *costs_to_go = new_costs_to_go(count);

	for (size_t i = segmenter->tried.count; i-- > 0;) {
		const struct tried *tried = &segmenter->tried.items[i];
		const struct transition *transition = &tried->transition;
		double to_go =
			costs_to_go[tried->gap].at[tried->runs][tried->head];
		double *from;

		segment_lower_margin(&decisions[tried->gap], transition,
		                     transition->cost + to_go - best);
		if (!tried->gap)
			continue;
		from = &costs_to_go[tried->gap - 1].at[transition->from_runs]
		                                      [transition->from_head];
		*from = fmin(*from, tried->own_cost + to_go);
	}
	free(costs_to_go);
}

struct segmenter *segment_begin(const struct text_runs *text_runs)
{
	static const struct head_counts none = { 0 };
	struct segmenter *segmenter = mem_alloc(sizeof *segmenter);
	size_t count = text_runs->count + 1;

	segmenter->text_runs = text_runs;
	segmenter->costs = mem_alloc(count * sizeof *segmenter->costs);
	segmenter->states = mem_alloc(count * sizeof *segmenter->states);
	segmenter->path = mem_alloc(count * sizeof *segmenter->path);
	head_priors_set(&segmenter->priors, text_runs->units->lines->latin,
	                &none);
	return segmenter;
}

static void segment_end_pass(struct segmenter *segmenter)
{
	size_t count = segmenter->text_runs->count + 1;

	if (segmenter->pass) {
		segment_trace_back(segmenter, segmenter->path);
		segment_learn_priors(segmenter);
	}
	segmenter->pass++;
	segmenter->gap = 0;
	segmenter->keeps_tried =
		segmenter->pass == PASSES && count <= SEGMENT_GAPS_SURE;
}

bool segment_step(struct segmenter *segmenter, size_t *work)
{
	size_t start = segmenter->gap, end = start + STEP_GAPS;
	size_t tried = segmenter->transitions_tried;

	if (segmenter->pass > PASSES)
		return false;
	for (; segmenter->gap < end &&
	       segmenter->gap <= segmenter->text_runs->count;
	     segmenter->gap++)
		if (segmenter->pass)
			segment_cross_gap(segmenter, segmenter->gap);
		else
			gap_costs_init(&segmenter->costs[segmenter->gap],
			               segmenter->text_runs, segmenter->gap);
	*work += segmenter->gap - start +
	         (segmenter->transitions_tried - tried) / TRANSITIONS_A_LINE;
	if (segmenter->gap > segmenter->text_runs->count)
		segment_end_pass(segmenter);
	return segmenter->pass <= PASSES;
}

struct gap_decision *segment_decisions(const struct segmenter *segmenter)
{
	size_t count = segmenter->text_runs->count + 1;
	struct gap_decision *decisions = mem_alloc(count * sizeof *decisions);

	assert(segmenter->pass > PASSES);
	for (size_t gap = 0; gap < count; gap++)
		decisions[gap] =
			(struct gap_decision){ segmenter->path[gap].use,
			                       segmenter->path[gap].before_end,
			                       segmenter->path[gap].after_start,
			                       INFINITY, INFINITY };
	if (count <= SEGMENT_GAPS_SURE)
		segment_find_margins(segmenter, decisions);
	return decisions;
}

void segment_free(struct segmenter *segmenter)
{
	if (!segmenter)
		return;
	for (size_t gap = 0; gap <= segmenter->text_runs->count; gap++)
		gap_costs_release(&segmenter->costs[gap]);
	free(segmenter->costs);
	free(segmenter->states);
	free(segmenter->path);
	free(segmenter->tried.items);
	free(segmenter);
}
