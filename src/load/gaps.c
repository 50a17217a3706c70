/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/gaps.h"

#include "base/mem.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#define STARTS_MAX 16 /* chunks that one story may reach back */
/* Heads before and behind their text, before any was counted. */
#define BEFORE_USUAL 3
#define AFTER_USUAL  1.5

#define PASSES 2 /* the page says where its heads stand */

/* The cheapest way to: chunk i is in a story that began `back` chunks before
 * it, and has a head or none. */
struct way {
	double cost;
	enum act act;
	size_t a, b;
	unsigned char back; /* of the way before */
	unsigned char head;
};

struct ways {
	struct way at[STARTS_MAX][2];
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

struct solver {
	const struct chunks *chunks;
	struct ways *ways; /* per chunk, and one for the end of the page */
	double before_cost, after_cost;
	bool keeps_tries;
	struct tries tries;
};

/* A way over a gap to where a story began `back` chunks ago and has a head, or
 * none. */
static void take(struct solver *solver, size_t gap, size_t back, int head,
                 double from_cost, struct way way)
{
	struct way *best = &solver->ways[gap].at[back][head];

	if (way.cost < best->cost)
		*best = way;
	if (solver->keeps_tries && way.cost < CUT_NEVER)
		*ARRAY_ADD(solver->tries.items, solver->tries.count,
		           solver->tries.cap) =
			(struct tried){ way, way.cost - from_cost, gap,
			                (unsigned char)back,
			                (unsigned char)head };
}

static struct cut_place place_of(const struct solver *solver, size_t gap,
                                 size_t back)
{
	return (struct cut_place){ .chunks = solver->chunks,
		                   .start = gap ? gap - 1 - back : 0,
		                   .gap = gap,
		                   .before_cost = solver->before_cost,
		                   .after_cost = solver->after_cost };
}

static bool has_head(const struct chunks *chunks, size_t gap, size_t start,
                     size_t end)
{
	const struct list *items = &chunks->gaps[gap].pieces;

	for (size_t i = start; i < end; i++)
		if (chunks->pieces->items[items->items[i]].kind == PIECE_HEAD)
			return true;
	return false;
}

/* The story that began `back` chunks before the gap ends there. */
static void begin_anew(struct solver *solver, const struct cut_place *place,
                       const struct way *from, size_t back, int head)
{
	const struct chunks *chunks = solver->chunks;
	size_t gap = place->gap, count = chunks->gaps[gap].pieces.count;
	struct cut_limits limits = cut_limits(place);
	struct way way = { .act = ACT_BEGIN,
		           .back = (unsigned char)back,
		           .head = (unsigned char)head };

	for (way.a = limits.before_min; way.a <= limits.before_max; way.a++) {
		double cost = from->cost + cut_breaks(place);

		if (way.a)
			cost += cut_head_after(place, way.a);
		if (gap)
			cost += cut_story(
				chunks, place->start, gap,
				head + has_head(chunks, gap, 0, way.a));
		way.b = way.a > limits.after_min ? way.a : limits.after_min;
		for (; way.b <= limits.after_max; way.b++) {
			way.cost = cost + cut_teasers(place, way.a, way.b);
			if (way.b < count)
				way.cost += cut_head_before(place, way.b);
			take(solver, gap, 0,
			     has_head(chunks, gap, way.b, count), from->cost,
			     way);
		}
	}
}

static void go_on(struct solver *solver, const struct cut_place *place,
                  const struct way *from, size_t back, int head)
{
	double cost = from->cost + cut_goes_on(place);
	struct way way = { .back = (unsigned char)back,
		           .head = (unsigned char)head };

	if (back + 1 >= STARTS_MAX)
		return;
	way.act = ACT_SUBHEADS;
	way.cost = cost + cut_subheads(place);
	take(solver, place->gap, back + 1, head, from->cost, way);
	way.act = ACT_HEAD;
	way.cost = cost + cut_head_inside(place, head);
	take(solver, place->gap, back + 1, 1, from->cost, way);
}

static void solve(struct solver *solver)
{
	size_t count = solver->chunks->count;

	for (size_t i = 0; i <= count; i++)
		for (size_t back = 0; back < STARTS_MAX; back++)
			for (int head = 0; head < 2; head++)
				solver->ways[i].at[back][head].cost = CUT_NEVER;
	for (size_t gap = 0; gap <= count; gap++) {
		static const struct way start = { .cost = 0 };

		for (size_t back = 0; back < STARTS_MAX; back++)
			for (int head = 0; head < 2; head++) {
				struct cut_place place =
					place_of(solver, gap, back);
				const struct way *from =
					gap ? &solver->ways[gap - 1]
							.at[back][head]
					    : &start;

				if ((!gap && (back || head)) ||
				    from->cost >= CUT_NEVER)
					continue;
				begin_anew(solver, &place, from, back, head);
				if (gap && gap < count)
					go_on(solver, &place, from, back, head);
			}
	}
}

/* Per gap what is done there. */
static void follow(const struct solver *solver, struct way *acts)
{
	size_t gap = solver->chunks->count;
	const struct way *ways = solver->ways[gap].at[0];
	struct way way = ways[ways[1].cost < ways[0].cost];

	for (;; gap--) {
		acts[gap] = way;
		if (!gap)
			break;
		way = solver->ways[gap - 1].at[way.back][way.head];
	}
}

static void set_costs(struct solver *solver, double before, double after)
{
	solver->before_cost = -log(before / (before + after));
	solver->after_cost = -log(after / (before + after));
}

/* Where the heads of this page stand, told by a first reading of it. */
static void learn(struct solver *solver, const struct way *acts)
{
	double before = BEFORE_USUAL, after = AFTER_USUAL;

	for (size_t gap = 0; gap <= solver->chunks->count; gap++) {
		if (acts[gap].act != ACT_BEGIN)
			continue;
		after += acts[gap].a > 0;
		before += acts[gap].b < solver->chunks->gaps[gap].pieces.count;
	}
	set_costs(solver, before, after);
}

/* What it costs from behind each gap to the end of the page. */
struct rest {
	double at[STARTS_MAX][2];
};

static struct rest *new_rests(size_t count)
{
	struct rest *rests = mem_alloc((count + 1) * sizeof *rests);

	for (size_t gap = 0; gap <= count; gap++)
		for (size_t back = 0; back < STARTS_MAX; back++)
			for (int head = 0; head < 2; head++)
				rests[gap].at[back][head] =
					gap == count && !back ? 0 : CUT_NEVER;
	return rests;
}

static void compare(struct gap_act *act, const struct way *way, double margin)
{
	bool begins = way->act == ACT_BEGIN;

	if (begins != (act->act == ACT_BEGIN))
		act->act_margin = fmin(act->act_margin, margin);
	else if (begins && (way->a != act->a || way->b != act->b))
		act->cut_margin = fmin(act->cut_margin, margin);
}

/* From the end of the page back: all ways that lead over a gap, each with the
 * cheapest rest behind it. */
static void find_margins(const struct solver *solver, struct gap_act *acts)
{
	size_t count = solver->chunks->count;
	const struct way *last = solver->ways[count].at[0];
	double best = fmin(last[0].cost, last[1].cost);
	struct rest *rests = new_rests(count);

	for (size_t i = solver->tries.count; i-- > 0;) {
		const struct tried *tried = &solver->tries.items[i];
		const struct way *way = &tried->way;
		double rest = rests[tried->gap].at[tried->back][tried->head];
		double *before;

		compare(&acts[tried->gap], way, way->cost + rest - best);
		if (!tried->gap)
			continue;
		before = &rests[tried->gap - 1].at[way->back][way->head];
		*before = fmin(*before, tried->step_cost + rest);
	}
	free(rests);
}

struct cut_place gaps_place(const struct chunks *chunks, size_t gap)
{
	const struct solver solver = { .chunks = chunks };

	return place_of(&solver, gap, 0);
}

struct gap_act *gaps_solve(const struct chunks *chunks)
{
	struct solver solver = { .chunks = chunks };
	size_t count = chunks->count + 1;
	struct way *ways = mem_alloc(count * sizeof *ways);
	struct gap_act *acts = mem_alloc(count * sizeof *acts);

	solver.ways = mem_alloc(count * sizeof *solver.ways);
	set_costs(&solver, BEFORE_USUAL, AFTER_USUAL);
	for (int pass = 1; pass <= PASSES; pass++) {
		solver.keeps_tries = pass == PASSES && count <= GAPS_SURE;
		solve(&solver);
		follow(&solver, ways);
		learn(&solver, ways);
	}
	for (size_t gap = 0; gap < count; gap++)
		acts[gap] = (struct gap_act){ ways[gap].act, ways[gap].a,
			                      ways[gap].b, INFINITY, INFINITY };
	if (solver.keeps_tries)
		find_margins(&solver, acts);
	free(ways);
	free(solver.ways);
	free(solver.tries.items);
	return acts;
}
