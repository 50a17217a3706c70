/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/head_priors.h"

#include <math.h>

/* What is usual: shares, and how many counted cases they weigh. */
#define BEFORE_SHARE  (2. / 3)
#define BEFORE_WEIGHT 4.5

/* Papers in Latin letters set headlines above their texts; behind them and in the middle of
 * them they stand where lines are out of order. */
#define BEFORE_LATIN .95
#define INSIDE_LATIN 2 /* the cost of a headline in the middle of its text */

static const double head_prior[LETTER_STYLES] = {
	[LETTER_STYLE_PLAIN] = .8,
	[LETTER_STYLE_CAPITALS] = .15,
	[LETTER_STYLE_SPACED] = .05,
};

static const double subhead_prior[LETTER_STYLES] = {
	[LETTER_STYLE_PLAIN] = .96,
	[LETTER_STYLE_CAPITALS] = .03,
	[LETTER_STYLE_SPACED] = .01,
};
#define STYLE_WEIGHT 6

/* Of the heads of a page, those inside stories. */
#define SUBHEADS_SHARE  .3
#define SUBHEADS_WEIGHT 4

#define BYLINE_SHARE  .3
#define BYLINE_WEIGHT 4

/* The means of a Dirichlet distribution as costs, relative to the usual cost of plain
 * letters. */
static void head_priors_set_styles(double *costs, const double *counts,
                                   const double *prior)
{
	double total = STYLE_WEIGHT;

	for (size_t i = 0; i < LETTER_STYLES; i++)
		total += counts[i];
	for (size_t i = 0; i < LETTER_STYLES; i++)
		costs[i] = log(prior[LETTER_STYLE_PLAIN]) -
		           log((prior[i] * STYLE_WEIGHT + counts[i]) / total);
}

static double head_priors_subheads(const struct head_counts *counts)
{
	double heads = counts->before + counts->after, inside = -1;

	for (size_t i = 0; i < LETTER_STYLES; i++)
		inside += counts->subheads[i];
	if (inside < 0)
		inside = 0;
	return log(SUBHEADS_SHARE) -
	       log((SUBHEADS_SHARE * SUBHEADS_WEIGHT + inside) /
	           (SUBHEADS_WEIGHT + inside + heads));
}

void head_priors_set(struct head_priors *priors, bool latin,
                     const struct head_counts *counts)
{
	double usual = latin ? BEFORE_LATIN : BEFORE_SHARE;
	double before = usual * BEFORE_WEIGHT + counts->before;
	double after = (1 - usual) * BEFORE_WEIGHT + counts->after;

	priors->inside_cost = latin ? INSIDE_LATIN : 0;
	priors->before_cost = -log(before / (before + after));
	priors->after_cost = -log(after / (before + after));
	for (int i = 0; i < 2; i++) {
		double share = i ? BYLINE_SHARE : 1 - BYLINE_SHARE;

		priors->byline_cost[i] =
			log(share) -
			log((share * BYLINE_WEIGHT + counts->bylines[i]) /
		            (BYLINE_WEIGHT + counts->bylines[0] +
		             counts->bylines[1]));
	}
	priors->subheads_cost = head_priors_subheads(counts);
	head_priors_set_styles(priors->head_cost, counts->heads, head_prior);
	head_priors_set_styles(priors->subhead_cost, counts->subheads,
	                       subhead_prior);
}

void head_counts_add_head(struct head_counts *counts,
                          const struct text_runs *text_runs, size_t gap,
                          size_t start, size_t end, bool before)
{
	if (start >= end)
		return;
	if (before)
		counts->bylines[text_runs_gap_has(text_runs, gap, start, end,
		                                  UNIT_BYLINE)]++;
	*(before ? &counts->before : &counts->after) += 1;
	for (size_t i = start; i < end; i++) {
		const struct unit *unit = text_runs_gap_unit(text_runs, gap, i);

		if (unit->kind != UNIT_HEAD)
			continue;
		counts->heads[unit->letter_style]++;
		return;
	}
}

void head_counts_add_subheads(struct head_counts *counts,
                              const struct text_runs *text_runs, size_t gap)
{
	for (size_t i = 0; i < text_runs->gaps[gap].units.count; i++) {
		const struct unit *unit = text_runs_gap_unit(text_runs, gap, i);

		if (unit->kind == UNIT_HEAD)
			counts->subheads[unit->letter_style]++;
	}
}
