/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/segment.h"

#include "base/mem.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* Heads before and behind their text, before any was counted. */
#define BEFORE_USUAL 3
#define AFTER_USUAL  1.5

#define PASSES      2  /* the page says where its heads stand */
#define WAYS_A_LINE 32 /* take as long as a line that is labelled */
#define STEP_GAPS   64 /* of a step */

/* The cheapest way to: text_run i is in a story that began `back` text_runs before
 * it, and has a head or none. */
struct way {
	double cost;
	enum gap_use use;
	size_t before_end, after_start;
	unsigned char back; /* of the way before */
	unsigned char head;
};

struct predecessors {
	struct way at[STORY_RUNS_MAX][2];
};

/* A way that was looked at: over which gap, and where it leads. */
struct tried {
	struct way way;
	double step_cost; /* of this gap alone */
	size_t gap;
	unsigned char back, head;
};

struct tries {
	struct tried *items; /* owned; in order of their gaps */
	size_t count, cap;
};

struct segmenter {
	const struct text_runs *text_runs;
	struct gap_costs *costs; /* owned; per gap */
	struct predecessors
		*ways; /* per text_run, and one for the end of the page */
	struct way
		*taken; /* owned; per gap: the cheapest, at the end of a pass */
	double head_before_cost, head_after_cost;
	bool keeps_tries;
	struct tries tries;
	int pass;   /* 0: the costs are worked out */
	size_t gap; /* the next one of it */
	size_t ways_tried;
};

/* A way over a gap to where a story began `back` text_runs ago and has a head, or
 * none. */
static void segment_take(struct segmenter *segmenter, size_t gap, size_t back,
                         int head, double from_cost, struct way way)
{
	struct way *best = &segmenter->ways[gap].at[back][head];

	segmenter->ways_tried++;
	if (way.cost < best->cost)
		*best = way;
	if (segmenter->keeps_tries && way.cost < CUT_COST_NEVER)
		*ARRAY_ADD(segmenter->tries.items, segmenter->tries.count,
		           segmenter->tries.cap) =
			(struct tried){ way, way.cost - from_cost, gap,
			                (unsigned char)back,
			                (unsigned char)head };
}

static struct boundary segment_place_of(const struct segmenter *segmenter,
                                        size_t gap, size_t back)
{
	return (struct boundary){
		.text_runs = segmenter->text_runs,
		.start = gap ? gap - 1 - back : 0,
		.gap = gap,
		.head_before_cost = segmenter->head_before_cost,
		.head_after_cost = segmenter->head_after_cost,
		.costs = segmenter->costs ? &segmenter->costs[gap] : NULL
	};
}

/* The story that began `back` text_runs before the gap ends there. */
static void begin_anew(struct segmenter *segmenter,
                       const struct boundary *boundary, const struct way *from,
                       size_t back, int head)
{
	const struct text_runs *text_runs = segmenter->text_runs;
	const struct gap_costs *costs = boundary->costs;
	const struct cut_limits limits = costs->limits;
	size_t gap = boundary->gap, count = text_runs->gaps[gap].units.count;
	struct way way = { .use = GAP_USE_BOUNDARY,
		           .back = (unsigned char)back,
		           .head = (unsigned char)head };

	for (way.before_end = limits.before_min;
	     way.before_end <= limits.before_max; way.before_end++) {
		double cost = from->cost + cut_cost_begin(boundary);

		if (way.before_end)
			cost += cut_cost_head_after(boundary, way.before_end);
		if (gap)
			cost += cut_cost_story(
				text_runs, boundary->start, gap,
				head + (costs->after[way.before_end].lines >
			                0));
		way.after_start = way.before_end > limits.after_min
		                          ? way.before_end
		                          : limits.after_min;
		for (; way.after_start <= limits.after_max; way.after_start++) {
			way.cost = cost + cut_cost_teasers(boundary,
			                                   way.before_end,
			                                   way.after_start);
			if (way.after_start < count)
				way.cost += cut_cost_head_before(
					boundary, way.after_start);
			segment_take(segmenter, gap, 0,
			             costs->before[way.after_start -
			                           limits.after_min]
			                             .lines > 0,
			             from->cost, way);
		}
	}
}

static void segment_go_on(struct segmenter *segmenter,
                          const struct boundary *boundary,
                          const struct way *from, size_t back, int head)
{
	double cost = from->cost + cut_cost_continue(boundary);
	struct way way = { .back = (unsigned char)back,
		           .head = (unsigned char)head };

	if (back + 1 >= STORY_RUNS_MAX)
		return;
	way.use = GAP_USE_SUBHEADS;
	way.cost = cost + cut_cost_subheads(boundary);
	segment_take(segmenter, boundary->gap, back + 1, head, from->cost, way);
	way.use = GAP_USE_HEAD;
	way.cost = cost + cut_cost_head_inside(boundary, head);
	segment_take(segmenter, boundary->gap, back + 1, 1, from->cost, way);
}

/* The ways over gap `gap` from all that lead there. */
static void cross(struct segmenter *segmenter, size_t gap)
{
	static const struct way start = { .cost = 0 };

	for (size_t back = 0; back < STORY_RUNS_MAX; back++)
		for (int head = 0; head < 2; head++)
			segmenter->ways[gap].at[back][head].cost =
				CUT_COST_NEVER;
	for (size_t back = 0; back < STORY_RUNS_MAX; back++)
		for (int head = 0; head < 2; head++) {
			struct boundary boundary =
				segment_place_of(segmenter, gap, back);
			const struct way *from =
				gap ? &segmenter->ways[gap - 1].at[back][head]
				    : &start;

			if ((!gap && (back || head)) ||
			    from->cost >= CUT_COST_NEVER)
				continue;
			begin_anew(segmenter, &boundary, from, back, head);
			if (gap && gap < segmenter->text_runs->count)
				segment_go_on(segmenter, &boundary, from, back,
				              head);
		}
}

/* Per gap what is done there. */
static void segment_follow(const struct segmenter *segmenter,
                           struct way *decisions)
{
	size_t gap = segmenter->text_runs->count;
	const struct way *ways = segmenter->ways[gap].at[0];
	struct way way = ways[ways[1].cost < ways[0].cost];

	for (;; gap--) {
		decisions[gap] = way;
		if (!gap)
			break;
		way = segmenter->ways[gap - 1].at[way.back][way.head];
	}
}

static void set_costs(struct segmenter *segmenter, double before, double after)
{
	segmenter->head_before_cost = -log(before / (before + after));
	segmenter->head_after_cost = -log(after / (before + after));
}

/* Where the heads of this page stand, told by a first reading of it. */
static void learn(struct segmenter *segmenter, const struct way *decisions)
{
	double before = BEFORE_USUAL, after = AFTER_USUAL;

	for (size_t gap = 0; gap <= segmenter->text_runs->count; gap++) {
		if (decisions[gap].use != GAP_USE_BOUNDARY)
			continue;
		after += decisions[gap].before_end > 0;
		before += decisions[gap].after_start <
		          segmenter->text_runs->gaps[gap].units.count;
	}
	set_costs(segmenter, before, after);
}

/* What it costs from behind each gap to the end of the page. */
struct rest {
	double at[STORY_RUNS_MAX][2];
};

static struct rest *new_rests(size_t count)
{
	struct rest *rests = mem_alloc((count + 1) * sizeof *rests);

	for (size_t gap = 0; gap <= count; gap++)
		for (size_t back = 0; back < STORY_RUNS_MAX; back++)
			for (int head = 0; head < 2; head++)
				rests[gap].at[back][head] =
					gap == count && !back ? 0
							      : CUT_COST_NEVER;
	return rests;
}

static void segment_compare(struct gap_decision *decision,
                            const struct way *way, double margin)
{
	bool begins = way->use == GAP_USE_BOUNDARY;

	if (begins != (decision->use == GAP_USE_BOUNDARY))
		decision->boundary_margin =
			fmin(decision->boundary_margin, margin);
	else if (begins && (way->before_end != decision->before_end ||
	                    way->after_start != decision->after_start))
		decision->split_margin = fmin(decision->split_margin, margin);
}

/* From the end of the page back: all ways that lead over a gap, each with the
 * cheapest rest behind it. */
static void find_margins(const struct segmenter *segmenter,
                         struct gap_decision *decisions)
{
	size_t count = segmenter->text_runs->count;
	const struct way *last = segmenter->ways[count].at[0];
	double best = fmin(last[0].cost, last[1].cost);
	struct rest *rests = new_rests(count);

	for (size_t i = segmenter->tries.count; i-- > 0;) {
		const struct tried *tried = &segmenter->tries.items[i];
		const struct way *way = &tried->way;
		double rest = rests[tried->gap].at[tried->back][tried->head];
		double *before;

		segment_compare(&decisions[tried->gap], way,
		                way->cost + rest - best);
		if (!tried->gap)
			continue;
		before = &rests[tried->gap - 1].at[way->back][way->head];
		*before = fmin(*before, tried->step_cost + rest);
	}
	free(rests);
}

struct boundary segment_place(const struct text_runs *text_runs, size_t gap)
{
	const struct segmenter segmenter = { .text_runs = text_runs };

	return segment_place_of(&segmenter, gap, 0);
}

struct segmenter *segment_begin(const struct text_runs *text_runs)
{
	struct segmenter *segmenter = mem_alloc(sizeof *segmenter);
	size_t count = text_runs->count + 1;

	segmenter->text_runs = text_runs;
	segmenter->costs = mem_alloc(count * sizeof *segmenter->costs);
	segmenter->ways = mem_alloc(count * sizeof *segmenter->ways);
	segmenter->taken = mem_alloc(count * sizeof *segmenter->taken);
	set_costs(segmenter, BEFORE_USUAL, AFTER_USUAL);
	return segmenter;
}

/* All gaps have been looked at: by the costs, or once more. */
static void end_pass(struct segmenter *segmenter)
{
	size_t count = segmenter->text_runs->count + 1;

	if (segmenter->pass) {
		segment_follow(segmenter, segmenter->taken);
		learn(segmenter, segmenter->taken);
	}
	segmenter->pass++;
	segmenter->gap = 0;
	segmenter->keeps_tries =
		segmenter->pass == PASSES && count <= SEGMENT_GAPS_SURE;
}

bool segment_step(struct segmenter *segmenter, size_t *work)
{
	size_t end = segmenter->gap + STEP_GAPS, ways = segmenter->ways_tried;

	if (segmenter->pass > PASSES)
		return false;
	for (; segmenter->gap < end &&
	       segmenter->gap <= segmenter->text_runs->count;
	     segmenter->gap++)
		if (segmenter->pass)
			cross(segmenter, segmenter->gap);
		else
			gap_costs_init(&segmenter->costs[segmenter->gap],
			               segmenter->text_runs, segmenter->gap);
	*work += segmenter->gap + STEP_GAPS - end +
	         (segmenter->ways_tried - ways) / WAYS_A_LINE;
	if (segmenter->gap > segmenter->text_runs->count)
		end_pass(segmenter);
	return segmenter->pass <= PASSES;
}

struct gap_decision *segment_decisions(const struct segmenter *segmenter)
{
	size_t count = segmenter->text_runs->count + 1;
	struct gap_decision *decisions = mem_alloc(count * sizeof *decisions);

	for (size_t gap = 0; gap < count; gap++)
		decisions[gap] = (struct gap_decision){
			segmenter->taken[gap].use,
			segmenter->taken[gap].before_end,
			segmenter->taken[gap].after_start, INFINITY, INFINITY
		};
	if (count <= SEGMENT_GAPS_SURE)
		find_margins(segmenter, decisions);
	return decisions;
}

void segment_free(struct segmenter *segmenter)
{
	if (!segmenter)
		return;
	for (size_t gap = 0; gap <= segmenter->text_runs->count; gap++)
		gap_costs_release(&segmenter->costs[gap]);
	free(segmenter->costs);
	free(segmenter->ways);
	free(segmenter->taken);
	free(segmenter->tries.items);
	free(segmenter);
}
