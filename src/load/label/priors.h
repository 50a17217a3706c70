/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_PRIORS_H
#define LOAD_LABEL_PRIORS_H

#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Page-specific probabilities of the signs by which lines are labelled.  In the
 * text of one extractor a blank line always parts two paragraphs, in that of
 * another never; one paper drops the indent of a first line, another keeps it;
 * one ends a paragraph with 。, another with 、.
 *
 * They are estimated on the page by hard EM, whose rounds label.c has: the page
 * is labelled under the probabilities that are usual (a hard E step: only the
 * cheapest path counts), the signs of the labelled lines are counted, the
 * probabilities follow the counts (M step), and the page is labelled again,
 * until the labels do not change.
 *
 * A probability of one of two is the mean of a Beta distribution, one of several
 * the mean of a Dirichlet distribution.  The prior gives a share p and a weight
 * w in cases; of n cases counted, k showed the sign:
 *
 *   probability = (p * w + k) / (w + n),    cost = -log(probability)
 *
 * Time: O(1).  Neal, R. and Hinton, G. (1998), A view of the EM algorithm that
 * justifies incremental, sparse, and other variants; Gelman, A. et al.,
 * Bayesian Data Analysis, for the priors.
 */

/* What blank lines are on a page, before any is counted. */
enum blank_model {
	BLANK_IS_SIGN, /* one sign of many: a column break leaves one, too */
	BLANK_IS_PARAGRAPH, /* each parts two paragraphs, and nothing else does */
	BLANK_MODELS
};

/* The gaps between two lines, by what the lines are. */
enum gap {
	GAP_INSIDE, /* inside a paragraph */
	GAP_HANGING, /* the same, before a line with an opening mark at its head */
	GAP_PARAGRAPH, /* between two paragraphs */
	GAP_HEAD,      /* inside a headline */
	GAP_BYLINE,    /* between a headline and its byline */
	GAP_SUBHEAD,   /* before and behind a subhead */
	GAP_NAMES,     /* between two bylines, two dates, two names */
	GAP_EDGE,      /* behind a text, before another kind of line */
	GAP_LEAD,      /* behind a headline or a byline, before its text */
	GAP_SMALL,     /* between salutation, text, signature and date */
	GAP_VERSE,     /* between two lines of a poem */
	GAP_COUNT
};

/* How far the first line of a paragraph is set in, against the others. */
enum indent {
	INDENT_HANGING, /* -1 em */
	INDENT_NONE,
	INDENT_ONE, /* 1 em */
	INDENT_TWO, /* 2 em */
	INDENT_COUNT
};

/* Where a line stands in its paragraph. */
enum place {
	PLACE_FIRST, /* the first line */
	PLACE_LATER, /* any other */
	PLACE_COUNT
};

/* The costs of the signs, each the negative log of its probability.  In a pair,
 * [0] is the cost of the sign's absence, and [1] that of the sign. */
struct priors {
	double blank[GAP_COUNT][2];  /* a blank line in a gap */
	double last_end[END_COUNT];  /* how the last line of a paragraph ends */
	double inner_end[END_COUNT]; /* how the lines before it end */
	double indent[INDENT_COUNT]; /* of the first line of several */
	double space[PLACE_COUNT][2]; /* white space before a line */
	double width_change[2];       /* inside a paragraph */
	double single[2];             /* a paragraph has one line only */
	/* A line of a paragraph begins with a capital, against even odds; only in
	 * scripts that have them, and not behind the end of a sentence. */
	double capital[PLACE_COUNT][2];
	/* Where writers are named, against even odds: [0] under headlines, [1]
	 * behind texts. */
	double byline[2];
};

/* How often each sign was counted on a page; as in struct priors. */
struct prior_counts {
	double blank[GAP_COUNT][2];
	double last_end[END_COUNT];
	double inner_end[END_COUNT];
	double indent[INDENT_COUNT];
	double space[PLACE_COUNT][2];
	double width_change[2];
	double single[2];
	double capital[PLACE_COUNT][2];
	double byline[2];
};

/* Sets the costs from what is usual under `model` and from what was counted
 * (all 0: what is usual alone).  `latin`: most of the page is in letters of alphabets,
 * whose papers indent less or not at all.  No probability is below 1 in about 1700. */
void priors_set(struct priors *priors, enum blank_model model, bool latin,
                const struct prior_counts *counts);

/*
 * The negative log of the density of the probabilities under their prior distributions, up
 * to a constant.  Each round of hard EM makes the cost of the labels and this penalty together
 * cheaper, and ends in a local minimum of their sum; by that sum two such minima of one model
 * compare.
 */
double priors_penalty(const struct priors *priors, enum blank_model model,
                      bool latin);

/* The width of an indent in em, -1 to 2. */
double indent_width_em(enum indent indent);

#endif
