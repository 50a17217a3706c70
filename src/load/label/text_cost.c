/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/text_cost.h"

#include "load/label/column_width.h"

#include <math.h>

#define W(name, value) static const double name = value
#include "load/label/text_cost_table.inc"
#undef W

#define AROUND_LINES 4 /* of one width surely run around a picture */

static double overflow_cost(const struct printed_line *line, double measure_em)
{
	double over_em = line_overflow_em(line, measure_em);

	if (over_em > 0 && over_em < line->pulled_em)
		return OVERFLOW_PULLED;
	return over_em > 0
	               ? OVERFLOW_BASE +
	                         OVERFLOW_EM * fmin(over_em, OVERFLOW_MOST_EM)
	               : 0;
}

/* How sure it is, from 0 to 1, that the next unit would have gone into the line:
 * column widths are known to half an em only. */
static double slack_sureness(const struct printed_line *line, double measure_em)
{
	double room_em = measure_em - line->hi_em - line->next_em;

	return fmin(1, (room_em + SLACK_UNSURE_EM) / (3 * SLACK_UNSURE_EM));
}

/* The cost of the width of a line inside a paragraph in a column of this width;
 * `slack_base` is the cost of any room that was left. */
static double width_cost(const struct printed_line *line, double measure_em,
                         double slack_base)
{
	double slack_em = line_slack_em(line, measure_em);
	double stretch_em = line_stretch_em(line, measure_em);
	double cost = overflow_cost(line, measure_em);

	if (cost == 0 && line->equal_widths > 1 && slack_em >= AROUND_EM)
		return AROUND + AROUND_BEGUN / (double)line->equal_widths;
	if (cost == 0 && slack_em >= SLACK_MIN_EM &&
	    line->before_em <= measure_em)
		cost += slack_base * slack_sureness(line, measure_em) +
		        SLACK_EACH_EM * fmin(SLACK_MOST_EM, slack_em);
	if (stretch_em > STRETCH_FREE_EM)
		cost += STRETCH_EM * (stretch_em - STRETCH_FREE_EM);
	return cost;
}

/* Sets what the width of the line costs it as the last one of a paragraph. */
static void text_fit_last(struct text_fit *fit, const struct printed_line *line,
                          double measure_em)
{
	fit->colon_full = line->ragged && line->end == END_COLON &&
	                  line->hi_em + line->next_em > measure_em;
	fit->around = line->equal_next && line->equal_widths >= AROUND_LINES &&
	              line_slack_em(line, measure_em) >= AROUND_EM;
	fit->full = line->hi_em + 0.01 >= measure_em - 0.5;
}

void text_fit_init(struct text_fit *fit, const struct printed_line *line,
                   double measure_em)
{
	for (int i = 0; i < INDENT_COUNT; i++)
		fit->first[i] = width_cost(
			line, measure_em - indent_width_em((enum indent)i),
			SLACK_FIRST);
	fit->middle = width_cost(line, measure_em, SLACK_BASE);
	fit->overflow = overflow_cost(line, measure_em);
	text_fit_last(fit, line, measure_em);
}

/* The cost of the width of a first line at its cheapest indent, which goes into
 * *best. */
static double indented_cost(const struct text_fit *fit,
                            const struct priors *priors, enum indent *best)
{
	double least_cost = priors->indent[0] + fit->first[0];

	*best = (enum indent)0;
	for (int i = 1; i < INDENT_COUNT; i++) {
		double cost = priors->indent[i] + fit->first[i];

		if (cost < least_cost) {
			least_cost = cost;
			*best = (enum indent)i;
		}
	}
	return least_cost;
}

enum indent text_cost_indent(const struct printed_line *line,
                             const struct priors *priors, double measure_em)
{
	enum indent best;
	struct text_fit fit;

	text_fit_init(&fit, line, measure_em);
	indented_cost(&fit, priors, &best);
	return best;
}

static double first_cost(const struct printed_line *line,
                         const struct line_features *features,
                         const struct priors *priors,
                         const struct text_fit *fit)
{
	enum indent indent;
	double cost = FIRST_BASE + indented_cost(fit, priors, &indent) +
	              priors->inner_end[line->end];

	if (features->dateline)
		cost += FIRST_DATELINE;
	return cost;
}

/* The cost of the end of a paragraph, by how the text ends.  Behind a colon a sentence often
 * goes on, and only room that was left says that it does not. */
static double end_cost(const struct printed_line *line,
                       const struct priors *priors, const struct text_fit *fit)
{
	if (line->ends_item)
		return LISTED_END;
	if (fit->colon_full)
		return priors->last_end[END_COLON] + COLON_FULL;
	return priors->last_end[line->end];
}

static double last_cost(const struct printed_line *line,
                        const struct line_features *features,
                        const struct priors *priors, const struct text_fit *fit)
{
	double cost = LAST_BASE + fit->overflow + end_cost(line, priors, fit);

	if (fit->around)
		cost += AROUND_END;
	if (fit->full)
		cost += LAST_FULL + (line->end == END_OPEN && !features->loose
		                             ? LAST_FULL_OPEN
		                             : 0);
	return cost;
}

/* The cost of the first letter of a line of a paragraph. */
static double initial_cost(const struct line_features *features,
                           const struct priors *priors, bool first)
{
	if (!features->small_initial && !features->capital_initial)
		return 0;
	return priors->capital[first ? PLACE_FIRST : PLACE_LATER]
	                      [features->capital_initial];
}

double text_cost_start(const struct printed_line *line,
                       const struct line_features *features,
                       const struct priors *priors, enum place place)
{
	const bool first = place == PLACE_FIRST;
	double cost = priors->space[place][line->indent_em > 0];

	if (features->in_sentence)
		cost += initial_cost(features, priors, first);
	if (features->date || features->jump)
		cost += CUE_AS_TEXT;
	if (features->letter_style != LETTER_STYLE_PLAIN)
		cost += STYLED_AS_TEXT;
	if (features->byline && line->end == END_OPEN)
		cost += BYLINE_AS_TEXT;
	if (line->cap || line->cap_bytes)
		cost += first ? FIRST_CAP : LATER_CAP;
	if (features->bullet)
		cost += first ? FIRST_BULLET : LATER_BULLET;
	if (!first && char_first(line->text) == 0x3010)
		cost += LATER_BRACKET;
	if (features->item)
		cost += first ? FIRST_ITEM : LATER_ITEM;
	return cost;
}

double text_cost(const struct printed_line *line,
                 const struct line_features *features,
                 const struct priors *priors, enum label label,
                 const struct text_fit *fit, double start_cost)
{
	switch (label) {
	case LABEL_FIRST:
		return start_cost + first_cost(line, features, priors, fit);
	case LABEL_MIDDLE:
		return start_cost + fit->middle + priors->inner_end[line->end];
	case LABEL_LAST:
		return start_cost + last_cost(line, features, priors, fit);
	default:
		return start_cost + priors->single[1] +
		       (line->end == END_COLON ? COLON_SINGLE : 0) +
		       end_cost(line, priors, fit) + fit->overflow;
	}
}
