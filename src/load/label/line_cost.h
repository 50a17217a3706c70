/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_LINE_COST_H
#define LOAD_LABEL_LINE_COST_H

#include "load/label/labels.h"
#include "load/label/priors.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>

/* What a label costs a line, as a negative log likelihood: the only place
 * where signs are weighed. */

#define COST_NEVER 1e9

/* A line is read otherwise than a person said: dearer than all guesses of a
 * page, but no reading is ruled out. */
#define COST_AGAINST_USER 1e5

/* What the words of a line say, read once. */
struct line_features {
	bool date, jump, jump_from, dateline, byline, signed_by, closing;
	bool bracketed; /* a name in brackets */
	bool bullet, item;
	bool saluted;          /* a greeting */
	bool greets;           /* words of one */
	bool announces;        /* a list, a speech behind it */
	bool name;             /* so short that it may be a bare name */
	size_t commas, pauses; /* ，； and 、 */
	bool paused;           /* ends in 、 */
	bool exclaims;         /* ends in ！ or ？ */
};
struct line_features line_features_of(const struct printed_line *line);

/* What the words of the line behind it say of a line. */
void facts_look_ahead(struct line_features *facts,
                      const struct line_features *next);

/* A line of this label at a measure (of no meaning for labels without one). */
double line_cost(const struct printed_line *line,
                 const struct line_features *facts, const struct priors *priors,
                 enum label label, double measure_em);

/* The indent at which a first line fits its measure best. */
enum indent price_indent(const struct printed_line *line,
                         const struct priors *priors, double measure_em);

#endif
