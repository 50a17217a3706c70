/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/priors.h"

#include <math.h>

/*
 * What is usual: shares, and how many counted cases they are worth.  A habit
 * with a small weight follows the page soon.
 */
static const struct {
	double share, weight;
} blank_prior[BLANK_MODELS][GAP_COUNT] = {
	[BLANK_IS_SIGN] = {
		[GAP_INSIDE] = { .05, 2 }, /* a column ends in mid sentence */
		[GAP_HANGING] = { .25, 3 }, /* the hung mark parted lines */
		[GAP_PARAGRAPH] = { .65, 4 },
		[GAP_HEAD] = { .2, 4 },
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
		[GAP_SUBHEAD] = { .999, 200 },
		[GAP_NAMES] = { .6, 4 },
		[GAP_EDGE] = { .999, 200 },
		[GAP_LEAD] = { .999, 200 },
		[GAP_SMALL] = { .999, 200 },
		[GAP_VERSE] = { .1, 12 },
	},
};

static const double last_prior[END_COUNT] = {
	[END_OPEN] = .035,
	[END_COMMA] = .015,
	[END_COLON] = .05,
	[END_SENTENCE] = .9,
};
#define LAST_WEIGHT 5

static const double inner_prior[END_COUNT] = {
	[END_OPEN] = .79,
	[END_COMMA] = .14,
	[END_COLON] = .01,
	[END_SENTENCE] = .06,
};
#define INNER_WEIGHT 10

static const double indent_prior[INDENT_COUNT] = {
	[INDENT_HANGING] = .01,
	[INDENT_NONE] = .04,
	[INDENT_ONE] = .03,
	[INDENT_TWO] = .92,
};
#define INDENT_WEIGHT 4

static const struct {
	double share, weight;
} kept_prior[PLACE_COUNT] = {
	[PLACE_FIRST] = { .1, 1 }, /* most extractors drop the indent */
	[PLACE_LATER] = { .02, 1 },
};

#define SHIFT_SHARE  .0015 /* where a picture stands in a column */
#define SHIFT_WEIGHT 60

#define SINGLE_SHARE  .04
#define SINGLE_WEIGHT 10

/* No sign is certain: of so many, one is a slip of the extractor. */
#define SLIP .0006

static double cost_of(double share)
{
	return -log(share < SLIP ? SLIP : share > 1 - SLIP ? 1 - SLIP : share);
}

static void set_pair(double *costs, const double *counts, double share,
                     double weight)
{
	double yes =
		(share * weight + counts[1]) / (weight + counts[0] + counts[1]);

	costs[0] = cost_of(1 - yes);
	costs[1] = cost_of(yes);
}

static void set_many(double *costs, const double *counts, const double *prior,
                     size_t kinds, double weight)
{
	double total = weight;

	for (size_t i = 0; i < kinds; i++)
		total += counts[i];
	for (size_t i = 0; i < kinds; i++)
		costs[i] = cost_of((prior[i] * weight + counts[i]) / total);
}

void priors_set(struct priors *priors, enum blank_model setting,
                const struct prior_counts *counts)
{
	for (size_t i = 0; i < GAP_COUNT; i++)
		set_pair(priors->blank[i], counts->blank[i],
		         blank_prior[setting][i].share,
		         blank_prior[setting][i].weight);
	for (size_t i = 0; i < PLACE_COUNT; i++)
		set_pair(priors->kept[i], counts->kept[i], kept_prior[i].share,
		         kept_prior[i].weight);
	set_pair(priors->shift, counts->shift, SHIFT_SHARE, SHIFT_WEIGHT);
	set_pair(priors->single, counts->single, SINGLE_SHARE, SINGLE_WEIGHT);
	set_many(priors->last, counts->last, last_prior, END_COUNT,
	         LAST_WEIGHT);
	set_many(priors->inner, counts->inner, inner_prior, END_COUNT,
	         INNER_WEIGHT);
	set_many(priors->indent, counts->indent, indent_prior, INDENT_COUNT,
	         INDENT_WEIGHT);
}

double indent_width_em(enum indent indent)
{
	return (double)indent - INDENT_NONE;
}
