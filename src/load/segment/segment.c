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
	enum gap_act act;
	size_t a, b;
	unsigned char back; /* of the way before */
	unsigned char head;
};

struct predecessors {
	struct way at[STORY_CHUNKS][2];
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

struct gap_solver {
	const struct text_runs *text_runs;
	struct gap_prices *prices; /* owned; per gap */
	struct predecessors
		*ways; /* per text_run, and one for the end of the page */
	struct way
		*taken; /* owned; per gap: the cheapest, at the end of a pass */
	double before_cost, after_cost;
	bool keeps_tries;
	struct tries tries;
	int pass;   /* 0: the prices are worked out */
	size_t gap; /* the next one of it */
	size_t ways_tried;
};

/* A way over a gap to where a story began `back` text_runs ago and has a head, or
 * none. */
static void segment_take(struct gap_solver *solver, size_t gap, size_t back,
                         int head, double from_cost, struct way way)
{
	struct way *best = &solver->ways[gap].at[back][head];

	solver->ways_tried++;
	if (way.cost < best->cost)
		*best = way;
	if (solver->keeps_tries && way.cost < CUT_NEVER)
		*ARRAY_ADD(solver->tries.items, solver->tries.count,
		           solver->tries.cap) =
			(struct tried){ way, way.cost - from_cost, gap,
			                (unsigned char)back,
			                (unsigned char)head };
}

static struct cut_place segment_place_of(const struct gap_solver *solver,
                                         size_t gap, size_t back)
{
	return (struct cut_place){ .text_runs = solver->text_runs,
		                   .start = gap ? gap - 1 - back : 0,
		                   .gap = gap,
		                   .before_cost = solver->before_cost,
		                   .after_cost = solver->after_cost,
		                   .prices = solver->prices
		                                     ? &solver->prices[gap]
		                                     : NULL };
}

/* The story that began `back` text_runs before the gap ends there. */
static void begin_anew(struct gap_solver *solver, const struct cut_place *place,
                       const struct way *from, size_t back, int head)
{
	const struct text_runs *text_runs = solver->text_runs;
	const struct gap_prices *prices = place->prices;
	const struct cut_limits limits = prices->limits;
	size_t gap = place->gap, count = text_runs->gaps[gap].units.count;
	struct way way = { .act = ACT_BEGIN,
		           .back = (unsigned char)back,
		           .head = (unsigned char)head };

	for (way.a = limits.before_min; way.a <= limits.before_max; way.a++) {
		double cost = from->cost + cut_breaks(place);

		if (way.a)
			cost += cut_head_after(place, way.a);
		if (gap)
			cost += cut_story(
				text_runs, place->start, gap,
				head + (prices->after[way.a].lines > 0));
		way.b = way.a > limits.after_min ? way.a : limits.after_min;
		for (; way.b <= limits.after_max; way.b++) {
			way.cost = cost + cut_teasers(place, way.a, way.b);
			if (way.b < count)
				way.cost += cut_head_before(place, way.b);
			segment_take(
				solver, gap, 0,
				prices->before[way.b - limits.after_min].lines >
					0,
				from->cost, way);
		}
	}
}

static void segment_go_on(struct gap_solver *solver,
                          const struct cut_place *place, const struct way *from,
                          size_t back, int head)
{
	double cost = from->cost + cut_goes_on(place);
	struct way way = { .back = (unsigned char)back,
		           .head = (unsigned char)head };

	if (back + 1 >= STORY_CHUNKS)
		return;
	way.act = ACT_SUBHEADS;
	way.cost = cost + cut_subheads(place);
	segment_take(solver, place->gap, back + 1, head, from->cost, way);
	way.act = ACT_HEAD;
	way.cost = cost + cut_head_inside(place, head);
	segment_take(solver, place->gap, back + 1, 1, from->cost, way);
}

/* The ways over gap `gap` from all that lead there. */
static void cross(struct gap_solver *solver, size_t gap)
{
	static const struct way start = { .cost = 0 };

	for (size_t back = 0; back < STORY_CHUNKS; back++)
		for (int head = 0; head < 2; head++)
			solver->ways[gap].at[back][head].cost = CUT_NEVER;
	for (size_t back = 0; back < STORY_CHUNKS; back++)
		for (int head = 0; head < 2; head++) {
			struct cut_place place =
				segment_place_of(solver, gap, back);
			const struct way *from =
				gap ? &solver->ways[gap - 1].at[back][head]
				    : &start;

			if ((!gap && (back || head)) || from->cost >= CUT_NEVER)
				continue;
			begin_anew(solver, &place, from, back, head);
			if (gap && gap < solver->text_runs->count)
				segment_go_on(solver, &place, from, back, head);
		}
}

/* Per gap what is done there. */
static void segment_follow(const struct gap_solver *solver, struct way *acts)
{
	size_t gap = solver->text_runs->count;
	const struct way *ways = solver->ways[gap].at[0];
	struct way way = ways[ways[1].cost < ways[0].cost];

	for (;; gap--) {
		acts[gap] = way;
		if (!gap)
			break;
		way = solver->ways[gap - 1].at[way.back][way.head];
	}
}

static void set_costs(struct gap_solver *solver, double before, double after)
{
	solver->before_cost = -log(before / (before + after));
	solver->after_cost = -log(after / (before + after));
}

/* Where the heads of this page stand, told by a first reading of it. */
static void learn(struct gap_solver *solver, const struct way *acts)
{
	double before = BEFORE_USUAL, after = AFTER_USUAL;

	for (size_t gap = 0; gap <= solver->text_runs->count; gap++) {
		if (acts[gap].act != ACT_BEGIN)
			continue;
		after += acts[gap].a > 0;
		before +=
			acts[gap].b < solver->text_runs->gaps[gap].units.count;
	}
	set_costs(solver, before, after);
}

/* What it costs from behind each gap to the end of the page. */
struct rest {
	double at[STORY_CHUNKS][2];
};

static struct rest *new_rests(size_t count)
{
	struct rest *rests = mem_alloc((count + 1) * sizeof *rests);

	for (size_t gap = 0; gap <= count; gap++)
		for (size_t back = 0; back < STORY_CHUNKS; back++)
			for (int head = 0; head < 2; head++)
				rests[gap].at[back][head] =
					gap == count && !back ? 0 : CUT_NEVER;
	return rests;
}

static void segment_compare(struct gap_decision *act, const struct way *way,
                            double margin)
{
	bool begins = way->act == ACT_BEGIN;

	if (begins != (act->act == ACT_BEGIN))
		act->act_margin = fmin(act->act_margin, margin);
	else if (begins && (way->a != act->a || way->b != act->b))
		act->cut_margin = fmin(act->cut_margin, margin);
}

/* From the end of the page back: all ways that lead over a gap, each with the
 * cheapest rest behind it. */
static void find_margins(const struct gap_solver *solver,
                         struct gap_decision *acts)
{
	size_t count = solver->text_runs->count;
	const struct way *last = solver->ways[count].at[0];
	double best = fmin(last[0].cost, last[1].cost);
	struct rest *rests = new_rests(count);

	for (size_t i = solver->tries.count; i-- > 0;) {
		const struct tried *tried = &solver->tries.items[i];
		const struct way *way = &tried->way;
		double rest = rests[tried->gap].at[tried->back][tried->head];
		double *before;

		segment_compare(&acts[tried->gap], way,
		                way->cost + rest - best);
		if (!tried->gap)
			continue;
		before = &rests[tried->gap - 1].at[way->back][way->head];
		*before = fmin(*before, tried->step_cost + rest);
	}
	free(rests);
}

struct cut_place segment_place(const struct text_runs *text_runs, size_t gap)
{
	const struct gap_solver solver = { .text_runs = text_runs };

	return segment_place_of(&solver, gap, 0);
}

struct gap_solver *gaps_begin(const struct text_runs *text_runs)
{
	struct gap_solver *solver = mem_alloc(sizeof *solver);
	size_t count = text_runs->count + 1;

	solver->text_runs = text_runs;
	solver->prices = mem_alloc(count * sizeof *solver->prices);
	solver->ways = mem_alloc(count * sizeof *solver->ways);
	solver->taken = mem_alloc(count * sizeof *solver->taken);
	set_costs(solver, BEFORE_USUAL, AFTER_USUAL);
	return solver;
}

/* All gaps have been looked at: by the prices, or once more. */
static void end_pass(struct gap_solver *solver)
{
	size_t count = solver->text_runs->count + 1;

	if (solver->pass) {
		segment_follow(solver, solver->taken);
		learn(solver, solver->taken);
	}
	solver->pass++;
	solver->gap = 0;
	solver->keeps_tries =
		solver->pass == PASSES && count <= SEGMENT_GAPS_SURE;
}

bool gaps_step(struct gap_solver *solver, size_t *work)
{
	size_t end = solver->gap + STEP_GAPS, ways = solver->ways_tried;

	if (solver->pass > PASSES)
		return false;
	for (; solver->gap < end && solver->gap <= solver->text_runs->count;
	     solver->gap++)
		if (solver->pass)
			cross(solver, solver->gap);
		else
			gap_prices_init(&solver->prices[solver->gap],
			                solver->text_runs, solver->gap);
	*work += solver->gap + STEP_GAPS - end +
	         (solver->ways_tried - ways) / WAYS_A_LINE;
	if (solver->gap > solver->text_runs->count)
		end_pass(solver);
	return solver->pass <= PASSES;
}

struct gap_decision *gaps_acts(const struct gap_solver *solver)
{
	size_t count = solver->text_runs->count + 1;
	struct gap_decision *acts = mem_alloc(count * sizeof *acts);

	for (size_t gap = 0; gap < count; gap++)
		acts[gap] = (struct gap_decision){ solver->taken[gap].act,
			                           solver->taken[gap].a,
			                           solver->taken[gap].b,
			                           INFINITY, INFINITY };
	if (count <= SEGMENT_GAPS_SURE)
		find_margins(solver, acts);
	return acts;
}

void gaps_free(struct gap_solver *solver)
{
	if (!solver)
		return;
	for (size_t gap = 0; gap <= solver->text_runs->count; gap++)
		gap_prices_release(&solver->prices[gap]);
	free(solver->prices);
	free(solver->ways);
	free(solver->taken);
	free(solver->tries.items);
	free(solver);
}
