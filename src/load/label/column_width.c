/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/column_width.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

#define STEP_EM      0.5
#define FIRST_STEP   10 /* 5 em */
#define STEPS        100
#define RUN_MIN      4    /* lines that make a column */
#define TIGHT_SHARE  0.4  /* of them that need no stretching */
#define TOLERANCE_EM 0.25 /* of a font's real widths */
#define SLACK_EM     0.5  /* less is no sign of a line that ended early */
#define STRETCH_EM   2.1  /* what a justified line is stretched at most */
#define INDENT_EM    2
#define DEFAULT_EM   20
#define HEAD_EM      60 /* no headline is longer */
#define ROOM_EM      10 /* behind a line that no column broke */
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

/* Is the line exactly as wide as the measure? */
static bool is_tight(const struct printed_line *line, double measure_em)
{
	return line->lo_em - 0.05 <= measure_em &&
	       measure_em <= line->hi_em + 0.05 &&
	       line_is_full(line, measure_em);
}

/* Is line `i` the first of a paragraph, set in? */
static bool is_indented(const struct flow *flow, size_t i, double measure_em)
{
	return is_tight(flow->items[i], measure_em - INDENT_EM) &&
	       (!i || flow->items[i]->blank ||
	        flow->items[i - 1]->end == END_SENTENCE ||
	        flow->items[i - 1]->end == END_COLON);
}

/* A run of lines from `start` that the measure explains. */
struct run {
	size_t end, count, tight;
};

/* What counts as a column; a page too small for the first is asked the next. */
struct demand {
	size_t tight;  /* so many lines of it */
	bool indented; /* first lines that are set in are of them */
};

static struct run column_width_run_from(const struct flow *flow, size_t start,
                                        double measure_em,
                                        const struct demand *demand)
{
	struct run run = { start, 0, 0 };

	for (; run.end < flow->count; run.end++) {
		const struct printed_line *line = flow->items[run.end];
		bool full = is_full_or_indented(line, measure_em);

		if (line_overflow_em(line, measure_em) > 0 ||
		    (!full && line_slack_em(line, measure_em) < SLACK_EM))
			break;
		if (is_tight(line, measure_em) ||
		    (demand->indented &&
		     is_indented(flow, run.end, measure_em)))
			run.tight++;
		else if (!full && line->end != END_SENTENCE)
			break; /* it ended early in mid sentence */
		run.count++;
	}
	return run;
}

static size_t support(const struct flow *flow, double measure_em,
                      const struct demand *demand)
{
	size_t sum = 0;

	for (size_t i = 0; i < flow->count;) {
		struct run run =
			column_width_run_from(flow, i, measure_em, demand);

		if (run.tight >= demand->tight &&
		    (double)run.tight >= TIGHT_SHARE * (double)run.count)
			sum += run.tight;
		i = run.end > i ? run.end : i + 1;
	}
	return sum;
}

static int by_support(const void *a, const void *b)
{
	const struct column_width *one = a, *two = b;

	if (one->support != two->support)
		return one->support < two->support ? 1 : -1;
	return one->em < two->em ? -1 : one->em > two->em;
}

/* Beside a better one, half an em away, a measure is its shadow. */
static bool is_shadow(const struct column_widths *measures,
                      const struct column_width *measure)
{
	for (size_t i = 0; i < measures->count; i++)
		if (fabs(measures->items[i].em - measure->em) <= STEP_EM &&
		    measure->support < measures->items[i].support)
			return true;
	return false;
}

/* Paragraphs that no column broke stand on a line each, however long: their
 * measure has room behind the longest of them, so that none is full. */
static void add_unbroken(struct column_widths *measures,
                         const struct flow *flow)
{
	struct column_width unbroken = { 0, 0 };

	for (size_t i = 0; i < flow->count; i++) {
		const struct printed_line *line = flow->items[i];
		bool fits = line->end != END_SENTENCE && line->lo_em <= HEAD_EM;

		for (size_t k = 0; k < measures->count && !fits; k++)
			fits = line_overflow_em(line, measures->items[k].em) ==
			       0;
		if (fits)
			continue;
		unbroken.support++;
		if (unbroken.em < line->hi_em + ROOM_EM)
			unbroken.em = line->hi_em + ROOM_EM;
	}
	if (unbroken.support && measures->count < COLUMN_WIDTHS_MAX)
		measures->items[measures->count++] = unbroken;
}

/* Adds the measures that columns show. */
static void add_measures(struct column_widths *measures,
                         const struct flow *flow, const struct demand *demand)
{
	struct column_width found[STEPS];
	size_t count = 0;

	for (size_t step = FIRST_STEP; step < STEPS; step++) {
		double em = (double)step * STEP_EM;
		size_t lines_tight = support(flow, em, demand);

		if (lines_tight)
			found[count++] =
				(struct column_width){ em, lines_tight };
	}
	qsort(found, count, sizeof *found, by_support);
	for (size_t i = 0; i < count && measures->count < COLUMN_WIDTHS_MAX;
	     i++)
		if (!is_shadow(measures, &found[i]))
			measures->items[measures->count++] = found[i];
}

/* Is it the width of first lines only, which are set in?  A column has lines
 * inside paragraphs as well. */
static bool is_of_firsts(const struct flow *flow, double measure_em)
{
	size_t tight = 0, firsts = 0;

	for (size_t i = 0; i < flow->count; i++) {
		tight += is_tight(flow->items[i], measure_em);
		firsts += is_indented(flow, i, measure_em + INDENT_EM);
	}
	return firsts > tight - firsts;
}

void column_widths_find(struct column_widths *measures, const struct flow *flow)
{
	static const struct demand demands[] = {
		{ RUN_MIN, false }, { RUN_MIN, true }, { 3, true }, { 2, true }
	};

	*measures = (struct column_widths){ 0 };
	for (size_t i = 0; i < ARRAY_LEN(demands) && !measures->count; i++) {
		add_measures(measures, flow, &demands[i]);
		if (!demands[i].indented && measures->count &&
		    is_of_firsts(flow, measures->items[0].em))
			measures->count = 0;
	}
	if (!measures->count)
		measures->items[measures->count++] =
			(struct column_width){ DEFAULT_EM, 1 };
	add_unbroken(measures, flow);
}
