/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_PRIORS_H
#define LOAD_LABEL_PRIORS_H

#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * How much the signs of a page are worth.  In one extractor's text a blank line
 * is always a paragraph, in another never; one paper drops the indent, another
 * keeps it; one ends a paragraph with 。, another with 、.  The page itself says
 * so: its lines are labelled with what is usual, the labels are counted, and
 * the page is labelled again with what was found, until nothing changes.
 *
 * A habit is a probability, from counts and from what is usual before anything
 * was counted (Beta and Dirichlet priors).
 */

/* What a blank line is on a page, before any is counted. */
enum blank_model {
	BLANK_IS_SIGN,      /* a sign among others: columns break there too */
	BLANK_IS_PARAGRAPH, /* a paragraph, always, and nothing else is one */
	BLANK_MODELS
};

/* Between which two lines a blank line stands. */
enum gap {
	GAP_INSIDE,  /* of a paragraph */
	GAP_HANGING, /* of one, before a line that begins with an opening mark */
	GAP_PARAGRAPH, /* between two paragraphs */
	GAP_HEAD,      /* inside a headline */
	GAP_SUBHEAD,   /* before and behind a subhead */
	GAP_NAMES,     /* between two bylines, dates, names */
	GAP_EDGE,      /* behind a text, before what is none */
	GAP_LEAD,      /* before a text, behind its head or byline */
	GAP_SMALL,     /* between greeting, text, signature, date */
	GAP_VERSE,     /* between two lines of a poem */
	GAP_COUNT
};

/* How far the first line of a paragraph is set in, against the others. */
enum indent {
	INDENT_HANGING, /* -1 em */
	INDENT_NONE,
	INDENT_ONE,
	INDENT_TWO,
	INDENT_COUNT
};

/* Where in a paragraph a line stands. */
enum place {
	PLACE_FIRST, /* its first line */
	PLACE_LATER,
	PLACE_COUNT
};

/* The costs of the signs: negative logs of their probabilities. */
struct priors {
	double blank[GAP_COUNT][2]; /* of no blank line, of one */
	double last[END_COUNT];     /* how the last line ends */
	double inner[END_COUNT];    /* and the lines before it */
	double indent[INDENT_COUNT];
	double kept[PLACE_COUNT][2]; /* white space before it: no, yes */
	double shift[2];  /* the measure changes inside a paragraph */
	double single[2]; /* a paragraph is of one line */
};

/* What was counted on a page. */
struct prior_counts {
	double blank[GAP_COUNT][2];
	double last[END_COUNT];
	double inner[END_COUNT];
	double indent[INDENT_COUNT];
	double kept[PLACE_COUNT][2];
	double shift[2];
	double single[2];
};

/* What is usual, corrected by what was counted. */
void priors_set(struct priors *priors, enum blank_model setting,
                const struct prior_counts *counts);

double indent_width_em(enum indent indent);

#endif
