/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/line_metric.h"

#include "base/mem.h"
#include "text/hyphen.h"

#include <stdlib.h>
#include <unictype.h>

#define LINES_MIN   8 /* that go on; fewer tell nothing */
#define STEP_EM     .5
#define FIRST_STEP  12 /* the narrowest width: 6 em */
#define STEPS       160
#define DIVIDED_EM  3 /* so much room a divided word leaves at the most */
#define KNOWN_SHARE 8 /* one line in so many may contradict */
#define ROUND_EM    .01

/* A line that goes on: it fills its column with `em`, and no longer fits it with `more_em`. */
struct line_fill {
	double em, more_em;
};

/* Does line `i` go on in the next one for certain? */
static bool line_metric_goes_on(const struct printed_lines *lines, size_t i)
{
	const struct printed_line *line = &lines->items[i], *next = line + 1;

	return i + 1 < lines->count && line->aside == ASIDE_NONE &&
	       next->aside == ASIDE_NONE && !next->blank &&
	       (line->end == END_OPEN || line->end == END_COMMA) &&
	       uc_is_lower(char_first(next->text));
}

static struct line_fill line_metric_fill(const struct printed_line *line,
                                         enum line_metric metric)
{
	struct line_width width = line_width_of(line->text, metric);
	struct line_fill fill = { (width.lo_em + width.hi_em) / 2, 0 };

	if (hyphen_before(line->text, line->text.len))
		fill.more_em = fill.em + DIVIDED_EM;
	else
		fill.more_em = fill.em +
		               line_width_unit_em(line[1].text, metric, false);
	return fill;
}

/* How many of the lines contradict the width that contradicts the fewest. */
static size_t line_metric_misses(const struct line_fill *fills, size_t count)
{
	size_t least = count;

	for (size_t step = FIRST_STEP; step < STEPS; step++) {
		double em = (double)step * STEP_EM + ROUND_EM;
		size_t misses = 0;

		for (size_t i = 0; i < count && misses < least; i++)
			misses += fills[i].em > em || fills[i].more_em <= em;
		least = misses;
	}
	return least;
}

/* The same under a metric; *count is how many lines go on. */
static size_t line_metric_try(const struct printed_lines *lines,
                              enum line_metric metric, size_t *count)
{
	struct line_fill *fills = mem_alloc((lines->count + 1) * sizeof *fills);
	size_t misses;

	*count = 0;
	for (size_t i = 0; i < lines->count; i++)
		if (line_metric_goes_on(lines, i))
			fills[(*count)++] =
				line_metric_fill(&lines->items[i], metric);
	misses = line_metric_misses(fills, *count);
	free(fills);
	return misses;
}

void line_metric_find(struct printed_lines *lines)
{
	size_t count, by_face, by_chars;

	if (lines->metric == LINE_METRIC_SOLID)
		return;
	lines->metric = LINE_METRIC_FACE;
	by_face = line_metric_try(lines, LINE_METRIC_FACE, &count);
	if (count < LINES_MIN)
		return;
	by_chars = line_metric_try(lines, LINE_METRIC_CHARS, &count);
	if (by_chars * KNOWN_SHARE <= count && by_chars <= by_face)
		lines->metric = LINE_METRIC_CHARS;
}
