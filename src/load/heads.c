/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/heads.h"

#include "base/mem.h"
#include "load/cues.h"

#include <stdlib.h>

#define HEAD_LINES_MAX 12 /* no headline has more lines */

/* The prices of a cut. */
#define HEAD_GIVEN       0.6 /* a head goes to a story */
#define HEAD_BEHIND      0.8 /* to the one before it */
#define HEAD_CONTINUES   2.5 /* it begins as the rest of a line does */
#define HEAD_BULLET      2.0 /* a bullet inside it */
#define HEAD_BLANK       0.3 /* a blank line inside it */
#define HEAD_LINES       4   /* so many lines are usual */
#define HEAD_LINE        1.0 /* each line more */
#define LIKE_SHARE       2.0 /* the share of the head that is in the lead */
#define LIKE_WEIGHT      0.3 /* and how much that is */
#define LIKE_WEIGHT_MOST 10
#define LIKE_OTHER       0.6 /* it fits the neighbour as well */
#define TEASER_JUMP      0.3 /* a teaser closed by a jump */
#define TEASER_BARE      2.2 /* or by none */
#define TEASER_SPLIT     1.2 /* that begins between two bullets */
#define NO_HEAD_REPORT   2.2 /* a dateline or a letter without a head */
#define NO_HEAD          1.2 /* any other text without one */
#define TWO_HEADS        2.5 /* a text with two */

/* The heads and jumps between two stories (NPOS at the ends of the page). */
struct gap {
	size_t *items; /* pieces */
	size_t count, cap;
	size_t before, after; /* stories */
};

/* A cut of a gap: [0, a) to the story before, [b, count) to the one after. */
struct cut {
	size_t a, b;
	double cost;
	int from; /* had the story before a head already? */
};

struct assigner {
	struct stories *stories;
	struct gram_counts counts;
	struct gap *gaps;
	size_t gap_count, gap_cap;
	struct cut (
		*cuts)[2]; /* per gap: the best with 0 and 1 head given on */
};

static const struct piece *piece_at(const struct assigner *assigner,
                                    const struct gap *gap, size_t i)
{
	return &assigner->stories->pieces[gap->items[i]];
}

static bool is_head(const struct assigner *assigner, const struct gap *gap,
                    size_t i)
{
	return piece_at(assigner, gap, i)->kind == PIECE_HEAD;
}

static double gain(const struct assigner *assigner, const struct grams *head,
                   size_t story)
{
	struct likeness like;

	if (story == NPOS)
		return 0;
	like = grams_likeness(head, &assigner->stories->items[story].lead,
	                      &assigner->counts);
	if (like.weight > LIKE_WEIGHT_MOST)
		like.weight = LIKE_WEIGHT_MOST;
	return LIKE_SHARE * like.share + LIKE_WEIGHT * like.weight;
}

/* What it costs that [start, end) is the head of `story` and not of `other`. */
static double head_cost(const struct assigner *assigner, const struct gap *gap,
                        size_t start, size_t end, size_t story, size_t other)
{
	const struct piece *first = piece_at(assigner, gap, start);
	double cost = HEAD_GIVEN;
	struct grams grams;
	struct buf text;

	buf_init(&text);
	for (size_t i = start; i < end; i++) {
		const struct piece *piece = piece_at(assigner, gap, i);

		buf_add(&text, buf_str(&piece->text));
		if (i == start)
			continue;
		cost += (piece->lead ? HEAD_BULLET : 0) +
		        (piece->blank ? HEAD_BLANK : 0);
	}
	if (cue_matches(CUE_JOINED, buf_str(&first->text), NULL))
		cost += HEAD_CONTINUES;
	if (end - start > HEAD_LINES)
		cost += HEAD_LINE * (double)(end - start - HEAD_LINES);
	if (story == gap->before)
		cost += HEAD_BEHIND;
	grams_init(&grams, buf_str(&text), 2);
	cost += LIKE_OTHER * gain(assigner, &grams, other) -
	        gain(assigner, &grams, story);
	grams_release(&grams);
	buf_release(&text);
	return cost;
}

static bool has_bullets(const struct assigner *assigner, const struct gap *gap,
                        size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (piece_at(assigner, gap, i)->lead)
			return true;
	return false;
}

/* Does a teaser begin at `i` of the heads [start, end)? */
static bool begins_teaser(const struct assigner *assigner,
                          const struct gap *gap, size_t i, bool bullets)
{
	const struct piece *piece = piece_at(assigner, gap, i);

	return bullets ? piece->lead : piece->blank;
}

/* The cost of the heads [start, end), closed by a jump or not, as teasers;
 * `bullets`: the whole run [run, end) has some. */
static double teaser_cost(const struct assigner *assigner,
                          const struct gap *gap, size_t run, size_t start,
                          size_t end, bool jump)
{
	bool own_bullets = has_bullets(assigner, gap, start, end);
	size_t teasers = 1;
	double cost = 0;

	if (start == end)
		return 0;
	for (size_t i = start + 1; i < end; i++)
		teasers += begins_teaser(assigner, gap, i, own_bullets);
	if (cue_matches(CUE_JOINED,
	                buf_str(&piece_at(assigner, gap, start)->text), NULL))
		cost += HEAD_CONTINUES;
	if (start > run && has_bullets(assigner, gap, run, end) &&
	    !piece_at(assigner, gap, start)->lead)
		cost += TEASER_SPLIT;
	return cost + (jump ? TEASER_JUMP : TEASER_BARE) * (double)teasers;
}

/* The teasers of [a, b), run by run: a jump closes a run. */
static double teasers_cost(const struct assigner *assigner,
                           const struct gap *gap, size_t a, size_t b)
{
	double cost = 0;
	size_t run = 0;

	for (size_t i = 0; i <= gap->count; i++) {
		bool jump = i < gap->count && !is_head(assigner, gap, i);

		if (i < gap->count && !jump)
			continue;
		cost += teaser_cost(assigner, gap, run, run > a ? run : a,
		                    i < b ? i : (b > run ? b : run), jump);
		run = i + 1;
		if (run > b)
			break;
	}
	return cost;
}

static double story_cost(const struct assigner *assigner, size_t story,
                         int heads)
{
	const struct story *of;

	if (story == NPOS || heads == 1)
		return 0;
	of = &assigner->stories->items[story];
	if (heads > 1)
		return TWO_HEADS;
	return of->dateline || of->letter ? NO_HEAD_REPORT : NO_HEAD;
}

/* How many heads from the start of the gap may go to the story before it. */
static size_t most_before(const struct assigner *assigner,
                          const struct gap *gap)
{
	size_t most = 0;

	if (gap->before == NPOS)
		return 0;
	while (most < gap->count && most < HEAD_LINES_MAX &&
	       is_head(assigner, gap, most))
		most++;
	return most;
}

static size_t first_after(const struct assigner *assigner,
                          const struct gap *gap)
{
	size_t first = gap->count;

	if (gap->after == NPOS)
		return first;
	while (first && gap->count - first < HEAD_LINES_MAX &&
	       is_head(assigner, gap, first - 1))
		first--;
	return first;
}

static void try_cut(const struct assigner *assigner, size_t g, struct cut cut,
                    const struct cut *before)
{
	const struct gap *gap = &assigner->gaps[g];
	struct cut *best = &assigner->cuts[g][cut.b < gap->count];

	for (int from = 0; from < 2; from++) {
		double cost =
			cut.cost + before[from].cost +
			story_cost(assigner, gap->before, from + (cut.a > 0));

		if (cost >= best->cost)
			continue;
		*best = cut;
		best->cost = cost;
		best->from = from;
	}
}

static void cut_gap(const struct assigner *assigner, size_t g,
                    const struct cut *before)
{
	const struct gap *gap = &assigner->gaps[g];
	size_t most = most_before(assigner, gap);
	size_t first = first_after(assigner, gap);

	for (size_t a = 0; a <= most; a++) {
		double cost_a = a ? head_cost(assigner, gap, 0, a, gap->before,
		                              gap->after)
		                  : 0;

		for (size_t b = first > a ? first : a; b <= gap->count; b++) {
			struct cut cut = { .a = a, .b = b, .cost = cost_a };

			if (b < gap->count)
				cut.cost +=
					head_cost(assigner, gap, b, gap->count,
				                  gap->after, gap->before);
			cut.cost += teasers_cost(assigner, gap, a, b);
			try_cut(assigner, g, cut, before);
		}
	}
}

static struct gap *add_gap(struct assigner *assigner, size_t before)
{
	struct gap *gap = ARRAY_ADD(assigner->gaps, assigner->gap_count,
	                            assigner->gap_cap);

	*gap = (struct gap){ .before = before, .after = NPOS };
	return gap;
}

static void find_gaps(struct assigner *assigner)
{
	const struct stories *stories = assigner->stories;
	struct gap *gap = add_gap(assigner, NPOS);

	for (size_t i = 0; i < stories->piece_count; i++) {
		size_t story = stories_holding(stories, i);

		if (story == NPOS) {
			*ARRAY_ADD(gap->items, gap->count, gap->cap) = i;
		} else if (stories->items[story].quote_of == NPOS &&
		           story != gap->before) {
			gap->after = story;
			gap = add_gap(assigner, story);
		}
	}
}

static void count_grams(struct assigner *assigner)
{
	const struct stories *stories = assigner->stories;
	struct grams *leads = mem_alloc(stories->count * sizeof *leads);
	size_t count = 0;

	for (size_t i = 0; i < stories->count; i++)
		if (stories->items[i].quote_of == NPOS)
			leads[count++] = stories->items[i].lead;
	gram_counts_init(&assigner->counts, leads, count);
	free(leads);
}

static void give(struct assigner *assigner, const struct gap *gap, size_t start,
                 size_t end, size_t to)
{
	struct story *story;

	if (start == end)
		return;
	story = &assigner->stories->items[to];
	if (to == gap->before)
		story->heads_after = true;
	for (size_t i = start; i < end; i++)
		*ARRAY_ADD(story->heads.items, story->heads.count,
		           story->heads.cap) = gap->items[i];
}

/* [a, b) of a gap become teasers. */
static void make_teasers(const struct assigner *assigner, const struct gap *gap,
                         size_t a, size_t b, struct teasers *teasers)
{
	struct teaser *open = NULL;
	size_t run = a;
	bool bullets = false;

	for (size_t i = a; i < b; i++) {
		if (i == run) {
			size_t end = i;

			while (end < b && is_head(assigner, gap, end))
				end++;
			bullets = has_bullets(assigner, gap, i, end);
		}
		if (!is_head(assigner, gap, i)) {
			if (!open) {
				open = ARRAY_ADD(teasers->items, teasers->count,
				                 teasers->cap);
				*open = (struct teaser){ .jump = NPOS };
			}
			open->jump = gap->items[i];
			open = NULL;
			run = i + 1;
			continue;
		}
		if (!open || begins_teaser(assigner, gap, i, bullets)) {
			open = ARRAY_ADD(teasers->items, teasers->count,
			                 teasers->cap);
			*open = (struct teaser){ .jump = NPOS };
		}
		*ARRAY_ADD(open->heads.items, open->heads.count,
		           open->heads.cap) = gap->items[i];
	}
}

/* Follows the best cuts back from the end of the page. */
static void choose(struct assigner *assigner, int *chosen)
{
	size_t last = assigner->gap_count - 1;
	int state = assigner->cuts[last][0].cost > assigner->cuts[last][1].cost;

	for (size_t g = last + 1; g-- > 0;) {
		chosen[g] = state;
		state = assigner->cuts[g][state].from;
	}
}

void heads_assign(struct stories *stories, struct teasers *teasers)
{
	static const struct cut none[2] = { { .cost = 0 }, { .cost = 1e9 } };
	struct assigner assigner = { .stories = stories };
	int *chosen;

	count_grams(&assigner);
	find_gaps(&assigner);
	assigner.cuts = mem_alloc(assigner.gap_count * sizeof *assigner.cuts);
	chosen = mem_alloc(assigner.gap_count * sizeof *chosen);
	for (size_t g = 0; g < assigner.gap_count; g++) {
		assigner.cuts[g][0].cost = assigner.cuts[g][1].cost = 2e9;
		cut_gap(&assigner, g, g ? assigner.cuts[g - 1] : none);
	}
	choose(&assigner, chosen);
	for (size_t g = 0; g < assigner.gap_count; g++) {
		const struct gap *gap = &assigner.gaps[g];
		const struct cut *cut = &assigner.cuts[g][chosen[g]];

		give(&assigner, gap, 0, cut->a, gap->before);
		make_teasers(&assigner, gap, cut->a, cut->b, teasers);
		give(&assigner, gap, cut->b, gap->count, gap->after);
		free(gap->items);
	}
	free(chosen);
	free(assigner.cuts);
	free(assigner.gaps);
	gram_counts_release(&assigner.counts);
}

void teasers_release(struct teasers *teasers)
{
	for (size_t i = 0; i < teasers->count; i++)
		free(teasers->items[i].heads.items);
	free(teasers->items);
	*teasers = (struct teasers){ 0 };
}
