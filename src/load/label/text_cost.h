/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_TEXT_COST_H
#define LOAD_LABEL_TEXT_COST_H

#include "load/label/labels.h"
#include "load/label/line_features.h"
#include "load/label/priors.h"
#include "load/lines/printed_line.h"

#include <stdbool.h>

/*
 * What it costs that a printed line is one of a paragraph, as line_cost.h has it.  The
 * cost has three parts: how the line fits a column width, which depends on no priors and
 * is computed once; how it begins, which depends on no column width; and how it ends.
 * The weights stand in text_cost_table.inc.
 */

/* How a line fits a column of one width. */
struct text_fit {
	double first
		[INDENT_COUNT]; /* costs of a first line, by how far it is set in */
	double middle;          /* cost of a line inside a paragraph */
	double overflow;        /* cost of being wider than the column */
	bool colon_full; /* ends in a colon, and the next word had no room */
	bool around;     /* one of several that run around a picture */
	bool full;       /* fills the column */
};

/* `measure_em`: the width of the column. */
void text_fit_init(struct text_fit *fit, const struct printed_line *line,
                   double measure_em);

/* What the beginning of a line costs it as the first line of a paragraph or as another
 * one. */
double text_cost_start(const struct printed_line *line,
                       const struct line_features *features,
                       const struct priors *priors, enum place place);

/* The cost of a label of paragraphs for a line that fits its column so; `start_cost` is
 * text_cost_start() at the place of that label. */
double text_cost(const struct printed_line *line,
                 const struct line_features *features,
                 const struct priors *priors, enum label label,
                 const struct text_fit *fit, double start_cost);

/* The indent at which `line`, as the first one of a paragraph, costs least in a
 * column of this width in em. */
enum indent text_cost_indent(const struct printed_line *line,
                             const struct priors *priors, double measure_em);

#endif
