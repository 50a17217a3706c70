/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/stories.h"

#include "base/mem.h"
#include "load/cuts.h"

#include <math.h>
#include <stdlib.h>

#define STARTS_MAX 16 /* chunks that one story may reach back */
#define PASSES     2  /* the page says where its heads stand */

/* What is done at a gap. */
enum act {
	ACT_BEGIN, /* a story begins; the gap is cut */
	ACT_SUBHEADS,
	ACT_HEAD, /* the gap is the head of the story around it */
};

/* The cheapest way to: chunk i is in a story that began `back` chunks before
 * it, and has a head or none. */
struct way {
	double cost;
	enum act act;
	size_t a, b;        /* ACT_BEGIN: [0, a) to the one before, [b, …) */
	unsigned char back; /* of the way before */
	unsigned char head;
};

struct ways {
	struct way at[STARTS_MAX][2];
};

struct solver {
	const struct chunks *chunks;
	struct ways *ways; /* per chunk, and one for the end of the page */
	double before_cost, after_cost;
};

static void take(struct way *way, struct way other)
{
	if (other.cost < way->cost)
		*way = other;
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
			take(&solver->ways[gap].at[0][has_head(chunks, gap,
			                                       way.b, count)],
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
	take(&solver->ways[place->gap].at[back + 1][head], way);
	way.act = ACT_HEAD;
	way.cost = cost + cut_head_inside(place) + (head ? 2.5 : 0);
	take(&solver->ways[place->gap].at[back + 1][1], way);
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

/* Where the heads of this page stand, told by a first reading of it. */
static void learn(struct solver *solver, const struct way *acts)
{
	double before = 3, after = 1.5;

	for (size_t gap = 0; gap <= solver->chunks->count; gap++) {
		if (acts[gap].act != ACT_BEGIN)
			continue;
		after += acts[gap].a > 0;
		before += acts[gap].b < solver->chunks->gaps[gap].pieces.count;
	}
	solver->before_cost = -log(before / (before + after));
	solver->after_cost = -log(after / (before + after));
}

static struct story *add_story(struct stories *stories)
{
	struct story *story =
		ARRAY_ADD(stories->items, stories->count, stories->cap);

	*story = (struct story){ .home = NPOS };
	buf_init(&story->text);
	return story;
}

static void add_chunk(struct story *story, const struct pieces *pieces,
                      const struct chunk *chunk)
{
	bool first = !story->pieces.count;

	for (size_t i = 0; i < chunk->pieces.count; i++)
		list_add(&story->pieces, chunk->pieces.items[i]);
	for (size_t i = 0; i < chunk->insets.count; i++)
		list_add(pieces->items[chunk->insets.items[i]].kind ==
		                         PIECE_HEAD
		                 ? &story->heads
		                 : &story->bylines,
		         chunk->insets.items[i]);
	if (first) {
		story->measure_em = chunk->measure_em;
		story->dateline = chunk->dateline;
		story->letter = chunk->letter;
		story->verse = chunk->verse;
	}
	buf_add(&story->text, buf_str(&chunk->text));
}

/* Pieces [start, end) of a gap go to a story. */
static void give(struct stories *stories, struct story *story,
                 const struct list *gap, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++) {
		size_t p = gap->items[i];
		enum piece_kind kind = stories->pieces->items[p].kind;

		list_add(kind == PIECE_HEAD     ? &story->heads
		         : kind == PIECE_BYLINE ? &story->bylines
		                                : &story->jumps,
		         p);
	}
}

static void make_subheads(struct stories *stories, struct story *story,
                          const struct list *gap)
{
	for (size_t i = 0; i < gap->count; i++) {
		struct piece *piece = &stories->pieces->items[gap->items[i]];

		if (piece->kind == PIECE_HEAD)
			piece->kind = PIECE_SUBHEAD;
		list_add(&story->pieces, gap->items[i]);
	}
}

static void make_teasers(struct stories *stories, const struct cut_place *place,
                         size_t start, size_t end)
{
	const struct list *gap = &place->chunks->gaps[place->gap].pieces;
	struct teasers *teasers = &stories->teasers;
	struct teaser *open = NULL;

	for (size_t i = start; i < end; i++) {
		if (!open || cut_begins_teaser(place, start, end, i)) {
			open = ARRAY_ADD(teasers->items, teasers->count,
			                 teasers->cap);
			*open = (struct teaser){ .jump = NPOS };
		}
		if (stories->pieces->items[gap->items[i]].kind == PIECE_JUMP)
			open->jump = gap->items[i];
		else
			list_add(&open->heads, gap->items[i]);
	}
}

static void build(struct stories *stories, const struct solver *solver,
                  const struct way *acts)
{
	const struct chunks *chunks = solver->chunks;
	struct story *story = NULL;

	for (size_t gap = 0; gap <= chunks->count; gap++) {
		const struct list *items = &chunks->gaps[gap].pieces;
		const struct way *act = &acts[gap];

		if (act->act == ACT_BEGIN) {
			struct cut_place place = place_of(solver, gap, 0);

			if (story) {
				story->heads_after = !story->heads.count;
				give(stories, story, items, 0, act->a);
			}
			make_teasers(stories, &place, act->a, act->b);
			if (gap == chunks->count)
				break;
			story = add_story(stories);
			give(stories, story, items, act->b, items->count);
		} else if (act->act == ACT_HEAD) {
			give(stories, story, items, 0, items->count);
		} else {
			make_subheads(stories, story, items);
		}
		add_chunk(story, stories->pieces, &chunks->items[gap]);
	}
}

void stories_init(struct stories *stories, struct pieces *pieces)
{
	struct solver solver = { .before_cost = 0.3, .after_cost = 1.1 };
	struct chunks chunks;
	struct way *acts;

	*stories = (struct stories){ .pieces = pieces };
	chunks_init(&chunks, pieces);
	solver.chunks = &chunks;
	solver.ways = mem_alloc((chunks.count + 1) * sizeof *solver.ways);
	acts = mem_alloc((chunks.count + 1) * sizeof *acts);
	for (int pass = 0; pass < PASSES; pass++) {
		solve(&solver);
		follow(&solver, acts);
		learn(&solver, acts);
	}
	build(stories, &solver, acts);
	free(acts);
	free(solver.ways);
	chunks_release(&chunks);
}

void stories_release(struct stories *stories)
{
	for (size_t i = 0; i < stories->count; i++) {
		struct story *story = &stories->items[i];

		free(story->pieces.items);
		free(story->heads.items);
		free(story->bylines.items);
		free(story->jumps.items);
		free(story->quotes.items);
		free(story->captions.items);
		buf_release(&story->text);
	}
	for (size_t i = 0; i < stories->teasers.count; i++)
		free(stories->teasers.items[i].heads.items);
	free(stories->items);
	free(stories->teasers.items);
	*stories = (struct stories){ 0 };
}
