/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/priors.h"

#include <math.h>

#define W(name, value) static const double name = value
#include "load/label/priors_table.inc"
#undef W

/*
 * What is usual: shares, and how many counted cases they weigh.  A probability
 * whose prior has a small weight follows the counts soon.
 */
static const struct {
	double share, weight;
} blank_prior[BLANK_MODELS][GAP_COUNT] = {
	[BLANK_IS_SIGN] = {
		[GAP_INSIDE] = { .05, 2 }, /* a column ends in mid sentence */
		[GAP_HANGING] = { .25, 3 }, /* the mark stands out of its column */
		[GAP_PARAGRAPH] = { .65, 4 },
		[GAP_HEAD] = { .2, 4 },
		[GAP_BYLINE] = { .7, 1 },
		[GAP_SUBHEAD] = { .5, 2 },
		[GAP_NAMES] = { .7, 4 },
		[GAP_EDGE] = { .85, 4 },
		[GAP_LEAD] = { .7, 4 },
		[GAP_SMALL] = { .7, 3 },
		[GAP_VERSE] = { .1, 12 },
	},
	[BLANK_IS_PARAGRAPH] = {
		[GAP_INSIDE] = { .001, 200 },
		[GAP_HANGING] = { .001, 200 },
		[GAP_PARAGRAPH] = { .999, 200 },
		[GAP_HEAD] = { .6, 4 },
		[GAP_BYLINE] = { .8, 2 },
		[GAP_SUBHEAD] = { .999, 200 },
		[GAP_NAMES] = { .6, 4 },
		[GAP_EDGE] = { .999, 200 },
		[GAP_LEAD] = { .97, 20 },
		[GAP_SMALL] = { .999, 200 },
		[GAP_VERSE] = { .1, 12 },
	},
};

/* Of a page of ideographs, and of one in letters of alphabets, whose papers never left
 * full stops out. */
static const double last_prior[2][END_COUNT] = {
	{
		[END_OPEN] = .035,
		[END_COMMA] = .015,
		[END_COLON] = .05,
		[END_SENTENCE] = .9,
	},
	{
		[END_OPEN] = .025,
		[END_COMMA] = .015,
		[END_COLON] = .05,
		[END_SENTENCE] = .91,
	},
};

static const double inner_prior[END_COUNT] = {
	[END_OPEN] = .79,
	[END_COMMA] = .14,
	[END_COLON] = .01,
	[END_SENTENCE] = .06,
};

/* Of a page of ideographs, and of one in letters of alphabets. */
static const double indent_prior[2][INDENT_COUNT] = {
	{
		[INDENT_HANGING] = .01,
		[INDENT_NONE] = .04,
		[INDENT_ONE] = .03,
		[INDENT_TWO] = .92,
	},
	{
		[INDENT_HANGING] = .01,
		[INDENT_NONE] = .25,
		[INDENT_ONE] = .65,
		[INDENT_TWO] = .09,
	},
};

static const struct {
	double share, weight;
} space_prior[PLACE_COUNT] = {
	[PLACE_FIRST] = { .1, 1 }, /* most extractors drop the indent */
	[PLACE_LATER] = { .02, 1 },
};

/* Capitals: of first lines, and of lines behind a line that ends in mid sentence, of which
 * German nouns begin many. */
static const struct {
	double share, weight;
} capital_prior[PLACE_COUNT] = {
	[PLACE_FIRST] = { .9, 12 },
	[PLACE_LATER] = { .3, 8 },
};

/* The least probability, and the distance of the largest one from 1: no sign is
 * certain, for extractors drop and add lines. */
#define PROBABILITY_MIN .0006

static double priors_cost(double probability)
{
	return -log(
		fmin(fmax(probability, PROBABILITY_MIN), 1 - PROBABILITY_MIN));
}

/* The mean of a Beta distribution. */
static void priors_set_pair(double *costs, const double *counts, double share,
                            double weight)
{
	double yes =
		(share * weight + counts[1]) / (weight + counts[0] + counts[1]);

	costs[0] = priors_cost(1 - yes);
	costs[1] = priors_cost(yes);
}

/* The means of a Dirichlet distribution. */
static void priors_set_many(double *costs, const double *counts,
                            const double *prior, size_t kinds, double weight)
{
	double total = weight;

	for (size_t i = 0; i < kinds; i++)
		total += counts[i];
	for (size_t i = 0; i < kinds; i++)
		costs[i] = priors_cost((prior[i] * weight + counts[i]) / total);
}

static void priors_set_capitals(struct priors *priors,
                                const struct prior_counts *counts)
{
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		priors_set_pair(priors->capital[i], counts->capital[i],
		                capital_prior[i].share,
		                capital_prior[i].weight);
		for (size_t k = 0; k < 2; k++)
			priors->capital[i][k] -= priors_cost(.5);
	}
}

void priors_set(struct priors *priors, enum blank_model model, bool latin,
                const struct prior_counts *counts)
{
	for (size_t i = 0; i < GAP_COUNT; i++)
		priors_set_pair(priors->blank[i], counts->blank[i],
		                blank_prior[model][i].share,
		                blank_prior[model][i].weight);
	for (size_t i = 0; i < PLACE_COUNT; i++)
		priors_set_pair(priors->space[i], counts->space[i],
		                space_prior[i].share, space_prior[i].weight);
	priors_set_pair(priors->width_change, counts->width_change,
	                WIDTH_CHANGE_SHARE, WIDTH_CHANGE_WEIGHT);
	priors_set_pair(priors->single, counts->single, SINGLE_SHARE,
	                SINGLE_WEIGHT);
	priors_set_pair(priors->byline, counts->byline, BYLINE_SHARE,
	                BYLINE_WEIGHT);
	for (size_t i = 0; i < 2; i++)
		priors->byline[i] -= priors_cost(BYLINE_SHARE);
	priors_set_capitals(priors, counts);
	priors_set_many(priors->last_end, counts->last_end, last_prior[latin],
	                END_COUNT, LAST_WEIGHT);
	priors_set_many(priors->inner_end, counts->inner_end, inner_prior,
	                END_COUNT, INNER_WEIGHT);
	priors_set_many(priors->indent, counts->indent, indent_prior[latin],
	                INDENT_COUNT, INDENT_WEIGHT);
}

/* The penalty of a pair: -log of the density of its Beta distribution. */
static double priors_pair_penalty(const double *costs, double share,
                                  double weight)
{
	return weight * (share * costs[1] + (1 - share) * costs[0]);
}

/* The same of a Dirichlet distribution. */
static double priors_many_penalty(const double *costs, const double *prior,
                                  size_t kinds, double weight)
{
	double penalty = 0;

	for (size_t i = 0; i < kinds; i++)
		penalty += weight * prior[i] * costs[i];
	return penalty;
}

double priors_penalty(const struct priors *priors, enum blank_model model,
                      bool latin)
{
	double penalty =
		priors_pair_penalty(priors->width_change, WIDTH_CHANGE_SHARE,
	                            WIDTH_CHANGE_WEIGHT) +
		priors_pair_penalty(priors->single, SINGLE_SHARE,
	                            SINGLE_WEIGHT) +
		priors_pair_penalty(priors->byline, BYLINE_SHARE,
	                            BYLINE_WEIGHT) +
		priors_many_penalty(priors->last_end, last_prior[latin],
	                            END_COUNT, LAST_WEIGHT) +
		priors_many_penalty(priors->inner_end, inner_prior, END_COUNT,
	                            INNER_WEIGHT) +
		priors_many_penalty(priors->indent, indent_prior[latin],
	                            INDENT_COUNT, INDENT_WEIGHT);

	for (size_t i = 0; i < GAP_COUNT; i++)
		penalty += priors_pair_penalty(priors->blank[i],
		                               blank_prior[model][i].share,
		                               blank_prior[model][i].weight);
	for (size_t i = 0; i < PLACE_COUNT; i++)
		penalty += priors_pair_penalty(priors->space[i],
		                               space_prior[i].share,
		                               space_prior[i].weight) +
		           priors_pair_penalty(priors->capital[i],
		                               capital_prior[i].share,
		                               capital_prior[i].weight);
	return penalty;
}

_Static_assert(INDENT_HANGING - INDENT_NONE == -1 &&
                       INDENT_TWO - INDENT_NONE == 2,
               "an indent's place in the enum is its width");

double indent_width_em(enum indent indent)
{
	return (double)indent - INDENT_NONE;
}
