/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/column_width.h"

#include "base/mem.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define STEP_EM      0.5 /* between two candidates */
#define FIRST_STEP   10  /* the narrowest candidate: 5 em */
#define STEPS        100
#define RUN_MIN      4    /* tight lines that make a column */
#define TIGHT_SHARE  0.4  /* the share of them in a run */
#define TIGHT_EM     0.05 /* a tight line is this close to the width */
#define TOLERANCE_EM 0.25 /* real fonts differ from the usual widths */
#define SLACK_EM     0.5  /* less room is no sign of a line that ended early */
#define STRETCH_EM   2.1  /* a justified line is stretched by no more */
#define INDENT_EM    2
#define DEFAULT_EM   20
#define WIDER_SHARE  3  /* one line in so many may be wider than all columns */
#define HEAD_EM      60 /* no headline is longer */
#define ROOM_EM      10 /* behind the longest line that no column broke */
#define ROUND_EM     0.01

double line_overflow_em(const struct printed_line *line, double measure_em)
{
	double over_em = line->lo_em - (measure_em + TOLERANCE_EM);

	return over_em > 0 ? over_em : 0;
}

double line_slack_em(const struct printed_line *line, double measure_em)
{
	double slack_em = measure_em - line->lo_em - line->next_em + ROUND_EM;

	if (line->hi_em + line->next_em > measure_em + ROUND_EM)
		return 0;
	return slack_em > 0 ? slack_em : 0;
}

double line_stretch_em(const struct printed_line *line, double measure_em)
{
	if (line->ragged && measure_em < line->lo_em + line->next_em)
		return 0;
	return line->hi_em < measure_em ? measure_em - line->hi_em : 0;
}

bool line_is_full(const struct printed_line *line, double measure_em)
{
	return line_overflow_em(line, measure_em) == 0 &&
	       line_slack_em(line, measure_em) < SLACK_EM &&
	       line_stretch_em(line, measure_em) <= STRETCH_EM;
}

static bool is_full_or_indented(const struct printed_line *line,
                                double measure_em)
{
	return line_is_full(line, measure_em) ||
	       line_is_full(line, measure_em - INDENT_EM);
}

/* Is the line too short to be full, with an indent or without?  Asked first, since of
 * most widths most lines are. */
static bool is_too_short(const struct printed_line *line, double measure_em)
{
	return line_stretch_em(line, measure_em - INDENT_EM) > STRETCH_EM;
}

bool line_is_tight(const struct printed_line *line, double measure_em)
{
	return line->lo_em - TIGHT_EM <= measure_em &&
	       (line->ragged || measure_em <= line->hi_em + TIGHT_EM) &&
	       line_is_full(line, measure_em);
}

/* Is line `i` the first of a paragraph, with an indent? */
static bool is_indented(const struct flow *flow, size_t i, double measure_em)
{
	return line_is_tight(flow->items[i], measure_em - INDENT_EM) &&
	       (!i || flow->items[i]->blank ||
	        flow->items[i - 1]->end == END_SENTENCE ||
	        flow->items[i - 1]->end == END_COLON);
}

/* A run of lines that a candidate explains. */
struct width_run {
	size_t end;      /* the line behind the run */
	size_t count;    /* lines in it */
	size_t tight;    /* lines in it that are exactly as wide */
	bool is_reached; /* one of them is so wide without room behind it */
};

/* What makes a run a column. */
struct run_criteria {
	size_t tight;  /* it has so many tight lines */
	bool indented; /* first lines that are tight but for an indent count */
};

static struct width_run
column_width_find_run(const struct flow *flow, size_t start, double measure_em,
                      const struct run_criteria *criteria)
{
	struct width_run run = { start, 0, 0, false };

	for (; run.end < flow->count; run.end++) {
		const struct printed_line *line = flow->items[run.end];
		bool full;

		/* Of most widths most lines are wider. */
		if (line_overflow_em(line, measure_em) > 0)
			break;
		if (line->end != END_SENTENCE && is_too_short(line, measure_em))
			break; /* it ended early in mid sentence */
		full = is_full_or_indented(line, measure_em);
		if (!full && line_slack_em(line, measure_em) < SLACK_EM)
			break;
		if (line_is_tight(line, measure_em) ||
		    (criteria->indented &&
		     is_indented(flow, run.end, measure_em)))
			run.tight++;
		else if (!full && line->end != END_SENTENCE)
			break; /* so did it */
		run.is_reached = run.is_reached || !line->ragged ||
		                 line->lo_em + TIGHT_EM >= measure_em;
		run.count++;
	}
	return run;
}

/* The lines that show that columns of this width are on the page. */
static size_t column_width_support(const struct flow *flow, double measure_em,
                                   const struct run_criteria *criteria)
{
	size_t sum = 0;

	for (size_t i = 0; i < flow->count;) {
		struct width_run run =
			column_width_find_run(flow, i, measure_em, criteria);

		if (run.is_reached && run.tight >= criteria->tight &&
		    (double)run.tight >= TIGHT_SHARE * (double)run.count)
			sum += run.tight;
		i = run.end > i ? run.end : i + 1;
	}
	return sum;
}

static int column_width_by_support(const void *a, const void *b)
{
	const struct column_width *one = a, *two = b;

	if (one->support != two->support)
		return one->support < two->support ? 1 : -1;
	return one->em < two->em ? -1 : one->em > two->em;
}

/* Does a width half an em away have more support?  Both are then signs of one
 * column. */
static bool column_width_is_neighbour(const struct column_widths *widths,
                                      const struct column_width *width)
{
	for (size_t i = 0; i < widths->count; i++)
		if (fabs(widths->items[i].em - width->em) <= STEP_EM &&
		    width->support < widths->items[i].support)
			return true;
	return false;
}

/* Adds the width of paragraphs that no column broke, each on a line however
 * long.  It has room behind the longest of them, so that none is full. */
static void column_width_add_unbroken(struct column_widths *widths,
                                      const struct flow *flow)
{
	struct column_width unbroken = { 0, 0 };

	for (size_t i = 0; i < flow->count; i++) {
		const struct printed_line *line = flow->items[i];
		bool fits = line->end != END_SENTENCE && line->lo_em <= HEAD_EM;

		for (size_t k = 0; k < widths->count && !fits; k++)
			fits = line_overflow_em(line, widths->items[k].em) == 0;
		if (fits)
			continue;
		unbroken.support++;
		if (unbroken.em < line->hi_em + ROOM_EM)
			unbroken.em = line->hi_em + ROOM_EM;
	}
	if (unbroken.support && widths->count < COLUMN_WIDTHS_MAX)
		widths->items[widths->count++] = unbroken;
}

/* Adds the widths with support, the best ones first. */
static void column_width_add_supported(struct column_widths *widths,
                                       const struct flow *flow,
                                       const struct run_criteria *criteria)
{
	struct column_width found[STEPS];
	size_t count = 0;

	for (size_t step = FIRST_STEP; step < STEPS; step++) {
		double em = (double)step * STEP_EM;
		size_t tight = column_width_support(flow, em, criteria);

		if (tight)
			found[count++] = (struct column_width){ em, tight };
	}
	qsort(found, count, sizeof *found, column_width_by_support);
	for (size_t i = 0; i < count && widths->count < COLUMN_WIDTHS_MAX; i++)
		if (!column_width_is_neighbour(widths, &found[i]))
			widths->items[widths->count++] = found[i];
}

/* Is the width that of first lines with an indent only?  A column has lines
 * inside paragraphs as well. */
static bool column_width_is_of_first_lines(const struct flow *flow,
                                           double measure_em)
{
	size_t tight = 0, first = 0;

	for (size_t i = 0; i < flow->count; i++) {
		tight += line_is_tight(flow->items[i], measure_em);
		first += is_indented(flow, i, measure_em + INDENT_EM);
	}
	return first > tight - first;
}

/* Do most lines fit into a column that was found?  A short poem is no column of the page. */
static bool column_widths_explain(const struct column_widths *widths,
                                  const struct flow *flow)
{
	double widest_em = 0;
	size_t wider = 0;

	for (size_t i = 0; i < widths->count; i++)
		widest_em = fmax(widest_em, widths->items[i].em);
	for (size_t i = 0; i < flow->count; i++)
		wider += flow->items[i]->lo_em > widest_em + TOLERANCE_EM;
	return wider * WIDER_SHARE <= flow->count;
}

void column_widths_find(struct column_widths *widths, const struct flow *flow)
{
	static const struct run_criteria criteria[] = {
		{ RUN_MIN, false }, { RUN_MIN, true }, { 3, true }, { 2, true }
	};

	*widths = (struct column_widths){ 0 };
	/* A page too small for the first criteria is tried with the next. */
	for (size_t i = 0;
	     i < ARRAY_LEN(criteria) &&
	     !(widths->count && column_widths_explain(widths, flow));
	     i++) {
		widths->count = 0;
		column_width_add_supported(widths, flow, &criteria[i]);
		if (!criteria[i].indented && widths->count &&
		    column_width_is_of_first_lines(flow, widths->items[0].em))
			widths->count = 0;
	}
	if (!widths->count)
		widths->items[widths->count++] =
			(struct column_width){ DEFAULT_EM, 1 };
	column_width_add_unbroken(widths, flow);
	assert(widths->count >= 1 && widths->count <= COLUMN_WIDTHS_MAX);
}
