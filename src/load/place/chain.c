/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/chain.h"

#include "base/mem.h"
#include "load/place/char_kind.h"
#include "load/place/place_weights.h"
#include "load/place/rules.h"

#include <math.h>
#include <stdlib.h>

#define PAIRS_A_LINE 6        /* the best that are kept */
#define COLOUR_BITS  0x808080 /* by which colours differ for the eye */
#define FEW          3 /* characters that may have a colour of their own */

struct pair {
	float cost;
	size_t upper, lower;
};

struct chaining {
	const struct placing *placing;
	struct line_index *index;
	const struct frame_rules *rules;
	struct pair *pairs; /* owned */
	size_t count, cap;
};

static bool has_han(const struct placing *placing,
                    const struct placed_line *line)
{
	for (size_t i = 0; i < line->char_count; i++)
		if (char_is_han(placing->chars->chars[line->chars[i]].code))
			return true;
	return false;
}

/* Both are of one kind of type; short lines may mix weights and colours. */
static bool same_type(const struct placing *placing,
                      const struct placed_line *a, const struct placed_line *b)
{
	if (a->heavy != b->heavy)
		return false;
	if (a->bold != b->bold && a->char_count > 1 && b->char_count > 1)
		return false;
	if (a->rgb != b->rgb && (a->rgb ^ b->rgb) & COLOUR_BITS &&
	    a->char_count > FEW && b->char_count > FEW)
		return false;
	return a->face == b->face || a->latin || b->latin ||
	       !has_han(placing, a) || !has_han(placing, b);
}

/* How the edges of two lines fit, in em of the upper one. */
struct fit {
	float begin, end, middle; /* the lower one's, from the upper one's */
	float shared;       /* of both; < 0: they stand beside each other */
	float narrow, wide; /* the lengths of both */
	float set; /* how far from flush, or set in or out as paragraphs are */
};

/* How far a line is from beginning flush with another, or an em or two in or out. */
static float set_off(float begin)
{
	float set = fabsf(begin);

	return fminf(fminf(set, fabsf(set - 2)),
	             fabsf(set - 1) + CHAIN_ONE_COST);
}

static struct fit fit_of(const struct placed_line *upper,
                         const struct placed_line *lower)
{
	float em = upper->em_pt;
	float a = (upper->s1 - upper->s0) / em;
	float b = (lower->s1 - lower->s0) / em;
	float begin = (lower->begin - upper->begin) / em;

	return (struct fit){
		.begin = begin,
		.end = (lower->finish - upper->finish) / em,
		.middle = fabsf(lower->s0 + lower->s1 - upper->s0 - upper->s1) /
		          (2 * em),
		.shared = frame_overlap(upper->s0, upper->s1, lower->s0,
		                        lower->s1) /
		          em,
		.narrow = fminf(a, b),
		.wide = fmaxf(a, b),
		/* Display type is not set in. */
		.set = upper->heavy ? fabsf(begin) : set_off(begin),
	};
}

/* They share no part of their column, or one is of another measure. */
static bool fit_is_none(const struct fit *fit)
{
	if (fit->shared < CHAIN_OVERLAP * fit->narrow &&
	    !(fit->shared > -CHAIN_ASIDE_EM &&
	      fabsf(fit->begin) <= CHAIN_SET_IN_EM))
		return true;
	return fit->wide > CHAIN_WIDER * fit->narrow &&
	       fit->narrow > CHAIN_WIDER_EM && fit->set >= CHAIN_FLUSH_EM &&
	       fabsf(fit->end) >= CHAIN_FLUSH_RIGHT_EM &&
	       fit->middle >= CHAIN_FLUSH_RIGHT_EM;
}

/* What the edges of running text cost, in em: lines are flush, set in or out by two em or
 * one, flush right, centred, or inside each other. */
static float text_cost(const struct fit *fit)
{
	float best = fit->set;

	best = fminf(best, fabsf(fit->end) + CHAIN_RIGHT_COST);
	best = fminf(best, fit->middle + CHAIN_MIDDLE_COST);
	if (fit->shared > CHAIN_INSIDE * fit->narrow)
		best = fminf(best, CHAIN_INSIDE_COST);
	return best > CHAIN_BAD_EM ? INFINITY : best;
}

/* The same of display type, which is never set in. */
static float display_cost(const struct fit *fit, float down_em)
{
	float best =
		fminf(fabsf(fit->begin), fabsf(fit->end) + CHAIN_RIGHT_COST);

	best = fminf(best, fit->middle + CHAIN_CENTRED_COST);
	if (best > CHAIN_BAD_EM && !(fit->shared > CHAIN_SINGLE * fit->narrow &&
	                             down_em < CHAIN_SINGLE_EM))
		return INFINITY;
	return fminf(best, CHAIN_BAD_MOST_EM);
}

static bool rule_parts(const struct chaining *chaining,
                       const struct placed_line *upper,
                       const struct placed_line *lower, float narrow_pt)
{
	float off = CHAIN_RULE_EM * upper->em_pt;

	return rules_between(
		chaining->rules->along_s, chaining->rules->along_s_count,
		upper->t + off, lower->t - off, fminf(upper->s0, lower->s0),
		fmaxf(upper->s1, lower->s1), CHAIN_RULE * narrow_pt);
}

/* A line of any type stands between two lines that are farther apart than text is. */
static bool line_parts(struct chaining *chaining,
                       const struct placed_line *upper,
                       const struct placed_line *lower)
{
	float em = upper->em_pt, off = CHAIN_BETWEEN_EM * em;
	float s0 = fminf(upper->s0, lower->s0);
	float s1 = fmaxf(upper->s1, lower->s1);
	struct line_walk walk;

	if (lower->t - upper->t < CHAIN_BETWEEN_PITCH_EM * em || s1 - s0 < em)
		return false;
	line_walk_init(&walk, chaining->index,
	               (struct line_window){ s0 + off, s1 - off, upper->t + off,
	                                     lower->t - off,
	                                     CHAIN_BETWEEN_SIZE * em,
	                                     em / CHAIN_BETWEEN_SIZE });
	return line_walk_next(&walk) != NPOS;
}

/* What it costs that one line goes on under another; INFINITY: it does not. */
static float pair_cost(struct chaining *chaining,
                       const struct placed_line *upper,
                       const struct placed_line *lower)
{
	struct fit fit = fit_of(upper, lower);
	float down_em = (lower->t - upper->t) / upper->em_pt;
	float cost;

	if (!same_type(chaining->placing, upper, lower) || fit_is_none(&fit))
		return INFINITY;
	cost = upper->heavy ? display_cost(&fit, down_em) : text_cost(&fit);
	if (!isfinite(cost) ||
	    rule_parts(chaining, upper, lower, fit.narrow * upper->em_pt) ||
	    line_parts(chaining, upper, lower))
		return INFINITY;
	return down_em + cost + CHAIN_BEGIN_COST * fabsf(fit.begin);
}

/* Keeps a pair among the best of its upper line, which begin at `first`. */
static void keep_pair(struct chaining *chaining, size_t first, struct pair pair)
{
	size_t worst = first;

	if (chaining->count - first < PAIRS_A_LINE) {
		*ARRAY_ADD(chaining->pairs, chaining->count, chaining->cap) =
			pair;
		return;
	}
	for (size_t i = first; i < chaining->count; i++)
		if (chaining->pairs[i].cost > chaining->pairs[worst].cost)
			worst = i;
	if (pair.cost < chaining->pairs[worst].cost)
		chaining->pairs[worst] = pair;
}

static void find_pairs(struct chaining *chaining, size_t at)
{
	const struct placed_line *line = &chaining->placing->lines[at];
	float em = line->em_pt;
	size_t first = chaining->count, other;
	struct line_walk walk;

	line_walk_init(&walk, chaining->index,
	               (struct line_window){ line->s0 - CHAIN_ASIDE_EM * em,
	                                     line->s1 + CHAIN_ASIDE_EM * em,
	                                     line->t + CHAIN_NEAR_EM * em,
	                                     line->t + CHAIN_FAR_EM * em,
	                                     CHAIN_SIZE * em,
	                                     em / CHAIN_SIZE });
	while ((other = line_walk_next(&walk)) != NPOS) {
		float cost = pair_cost(chaining, line,
		                       &chaining->placing->lines[other]);

		if (isfinite(cost))
			keep_pair(chaining, first,
			          (struct pair){ cost, at, other });
	}
}

static int compare_pairs(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->cost != y->cost)
		return x->cost > y->cost ? 1 : -1;
	if (x->upper != y->upper)
		return x->upper > y->upper ? 1 : -1;
	return (x->lower > y->lower) - (x->lower < y->lower);
}

void lines_chain(struct line_index *index, const struct frame_rules *rules,
                 size_t *above, size_t *below)
{
	struct chaining chaining = { .placing = index->placing,
		                     .index = index,
		                     .rules = rules };

	for (size_t i = 0; i < index->count; i++)
		find_pairs(&chaining, index->entries[i].line);
	if (chaining.count)
		qsort(chaining.pairs, chaining.count, sizeof *chaining.pairs,
		      compare_pairs);
	for (size_t i = 0; i < chaining.count; i++) {
		const struct pair *pair = &chaining.pairs[i];

		if (below[pair->upper] != NPOS || above[pair->lower] != NPOS)
			continue;
		below[pair->upper] = pair->lower;
		above[pair->lower] = pair->upper;
	}
	free(chaining.pairs);
}
