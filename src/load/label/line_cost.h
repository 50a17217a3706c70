/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_LINE_COST_H
#define LOAD_LABEL_LINE_COST_H

#include "load/label/labels.h"
#include "load/label/priors.h"
#include "load/lines/letter_style.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Emission costs: what it costs that a printed line has a label.  Costs are
 * negative log likelihoods, roughly; the weights stand in line_cost_table.inc,
 * those that are estimated on the page in struct priors.
 */

/* The cost of what is impossible: larger than that of any path. */
#define COST_NEVER 1e9

/* The cost of a label that is not what the user said of the line: larger than
 * all guesses of a page, but no label is ruled out. */
#define COST_AGAINST_USER 1e5

/* What the words and marks of a line say, whatever its label. */
struct line_features {
	bool date;      /* CUE_DATE */
	bool jump;      /* CUE_JUMP_FROM or CUE_JUMP_TO */
	bool jump_from; /* CUE_JUMP_FROM */
	bool dateline;  /* CUE_DATELINE */
	bool byline;    /* CUE_BYLINE, without marks and digits */
	bool ranked;    /* CUE_RANK, right under a line with `byline` */
	bool signed_by; /* CUE_SIGNED, or nothing but brackets */
	bool closing;   /* CUE_CLOSING */
	bool bracketed; /* a name in brackets */
	bool bullet;    /* CUE_BULLET */
	bool item;      /* CUE_ITEM */
	bool saluted;   /* a whole salutation */
	bool greets;    /* has words of a salutation (CUE_SALUTED) */
	bool announces; /* CUE_ANNOUNCING: a list or a speech follows */
	bool name;      /* so short that it may be a bare name */
	bool paused;    /* ends in 、 */
	bool wordless;  /* has neither letters nor digits: ornaments */
	bool fills;     /* is exactly as wide as a column of the page */
	bool verse;     /* it looks like a line of a poem */
	bool poet;      /* a byline under which lines of a poem stand */
	bool exclaims;  /* ends in ！ or ？ */
	enum letter_style letter_style; /* in capitals, spaced out */
	size_t commas;                  /* how many ， and ； the line has */
	size_t pauses;                  /* how many 、 */
};

/* The features of a line, from its text and its end. */
struct line_features line_features_of(const struct printed_line *line);

/* Completes the features of `line` with those of the line before it; NULL: none. */
void line_features_look_back(struct line_features *features,
                             const struct printed_line *line,
                             const struct line_features *prev);

/* Completes the features of a line with those of the line after it. */
void line_features_look_ahead(struct line_features *features,
                              const struct line_features *next);

/* The cost of `line`, which has these features, with this label in a column of
 * this width in em (ignored for a label without one); COST_NEVER: impossible. */
double line_cost(const struct printed_line *line,
                 const struct line_features *features,
                 const struct priors *priors, enum label label,
                 double measure_em);

/* The indent at which `line`, as the first one of a paragraph, costs least in a
 * column of this width in em. */
enum indent line_cost_indent(const struct printed_line *line,
                             const struct priors *priors, double measure_em);

#endif
