/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/gap_costs.h"

#include "base/mem.h"
#include "load/lines/cues.h"

#include <stdlib.h>

/* The weights. */
#define W(name, value) static const double name = value
#include "load/segment/gap_costs_table.inc"
#undef W

#define HEAD_LINES_USUAL 5 /* more of them in one headline cost extra */

/* A gap, whose costs are computed. */
struct gap {
	const struct text_runs *text_runs;
	size_t index, count; /* of its units */
};

static const struct unit *gap_unit(const struct gap *gap, size_t i)
{
	return text_runs_gap_unit(gap->text_runs, gap->index, i);
}

static bool gap_unit_is(const struct gap *gap, size_t i, enum unit_kind kind)
{
	return gap_unit(gap, i)->kind == kind;
}

static bool gap_bullets(const struct gap *gap, size_t start, size_t end)
{
	return gap_has_bullets(gap->text_runs, gap->index, start, end);
}

/* The cost of the form of a headline; adds its words to `text`. */
static void gap_add_head(const struct gap *gap, size_t start, size_t end,
                         struct head_cost *cost, struct buf *text)
{
	cost->form = HEAD_GIVEN;
	for (size_t i = start; i < end; i++) {
		const struct unit *unit = gap_unit(gap, i);

		if (unit->kind != UNIT_HEAD)
			continue;
		buf_add(text, buf_str(&unit->text));
		if (cost->lines++)
			cost->form += (unit->indented ? HEAD_BULLET : 0) +
			              (unit->blank ? HEAD_BLANK : 0);
		else if (cue_matches(CUE_JOINED, buf_str(&unit->text), NULL))
			cost->form += HEAD_CONTINUES;
	}
	if (cost->lines > HEAD_LINES_USUAL)
		cost->form +=
			HEAD_LINE * (double)(cost->lines - HEAD_LINES_USUAL);
	if (!cost->lines)
		cost->form = 0;
}

/* Units [start, end) of the gap as a headline. */
static struct head_cost gap_head_cost(const struct gap *gap, size_t start,
                                      size_t end)
{
	struct head_cost cost = { 0 };
	struct ngrams grams;
	struct buf text;

	buf_init(&text);
	gap_add_head(gap, start, end, &cost, &text);
	ngrams_init(&grams, buf_str(&text), gap->text_runs->head_gram_chars);
	likeness_of_head(&cost.likeness, gap->text_runs, gap->index, &grams);
	ngrams_release(&grams);
	buf_release(&text);
	return cost;
}

bool gap_has_bullets(const struct text_runs *text_runs, size_t gap,
                     size_t start, size_t end)
{
	for (size_t i = start; i < end; i++) {
		const struct unit *unit = text_runs_gap_unit(text_runs, gap, i);

		if (unit->indented || unit->bullet)
			return true;
	}
	return false;
}

bool gap_begins_teaser(const struct text_runs *text_runs, size_t gap,
                       size_t start, bool bullets, size_t i)
{
	const struct unit *unit = text_runs_gap_unit(text_runs, gap, i);

	if (i == start ||
	    text_runs_gap_unit(text_runs, gap, i - 1)->kind == UNIT_JUMP)
		return true;
	if (unit->kind != UNIT_HEAD)
		return false;
	return bullets ? unit->indented || unit->bullet : unit->blank;
}

static double gap_teaser_cost(const struct gap *gap, size_t start, size_t end)
{
	bool bullets = gap_bullets(gap, start, end);
	double cost = 0;

	if (start >= end)
		return 0;
	for (size_t i = start; i < end; i++) {
		if (gap_unit_is(gap, i, UNIT_BYLINE) &&
		    cue_matches(CUE_REPORTER, buf_str(&gap_unit(gap, i)->text),
		                NULL))
			cost += TEASER_BYLINE;
		if (i + 1 == end ||
		    gap_begins_teaser(gap->text_runs, gap->index, start,
		                      bullets, i + 1))
			cost += gap_unit_is(gap, i, UNIT_JUMP) ? TEASER_JUMP
			                                       : TEASER_BARE;
	}
	if (cue_matches(CUE_JOINED, buf_str(&gap_unit(gap, start)->text), NULL))
		cost += HEAD_CONTINUES;
	if (start && gap_bullets(gap, 0, end) &&
	    !gap_bullets(gap, start, start + 1))
		cost += TEASER_SPLIT;
	return cost;
}

/* The end of the units from `start` on that one headline may consist of. */
static size_t gap_heads_end(const struct gap *gap, size_t start)
{
	size_t i = start;

	while (i < gap->count && i < start + HEAD_LINES_MAX &&
	       !gap_unit_is(gap, i, UNIT_JUMP))
		i++;
	return i;
}

static struct cut_limits gap_limits(const struct gap *gap)
{
	struct cut_limits limits = { 0 };
	size_t heads = 0;

	limits.after_min = limits.after_max = gap->count;
	if (gap->index) {
		limits.before_max = gap_heads_end(gap, 0);
		if (gap->count && gap_unit_is(gap, 0, UNIT_JUMP) &&
		    !gap_unit(gap, 0)->jump_from) {
			limits.before_min = 1;
			limits.before_max = gap_heads_end(gap, 1);
		}
	}
	if (gap->index == gap->text_runs->count)
		return limits;
	while (limits.after_min > limits.before_min &&
	       heads++ < HEAD_LINES_MAX) {
		const struct unit *unit = gap_unit(gap, limits.after_min - 1);

		if (unit->kind == UNIT_JUMP && !unit->jump_from)
			break;
		limits.after_min--;
		if (unit->kind == UNIT_JUMP &&
		    limits.after_max > limits.after_min)
			limits.after_max = limits.after_min;
	}
	if (limits.before_max > limits.after_max)
		limits.before_max = limits.after_max;
	return limits;
}

static size_t teaser_ends(const struct cut_limits *limits)
{
	return limits->after_max - limits->after_min + 1;
}

/* A row for each start, a column for each end. */
static double *teaser_cost_at(const struct gap_costs *costs, size_t start,
                              size_t end)
{
	const struct cut_limits *limits = &costs->limits;

	return &costs->teasers[(start - limits->before_min) *
	                               teaser_ends(limits) +
	                       end - limits->after_min];
}

double gap_costs_teasers(const struct gap_costs *costs, size_t start,
                         size_t end)
{
	return *teaser_cost_at(costs, start, end);
}

static void gap_costs_fill(struct gap_costs *costs, const struct gap *gap)
{
	const struct cut_limits *limits = &costs->limits;
	size_t ends = teaser_ends(limits), most = limits->before_max;

	if (gap->count <= HEAD_LINES_MAX && gap->count > most)
		most = gap->count;
	costs->after = mem_alloc((most + 1) * sizeof *costs->after);
	for (size_t a = 0; a <= most; a++)
		costs->after[a] = gap_head_cost(gap, 0, a);
	costs->before = mem_alloc(ends * sizeof *costs->before);
	for (size_t b = limits->after_min; b <= limits->after_max; b++)
		costs->before[b - limits->after_min] =
			gap_head_cost(gap, b, gap->count);
	costs->teasers =
		mem_alloc((limits->before_max - limits->before_min + 1) * ends *
	                  sizeof *costs->teasers);
	for (size_t a = limits->before_min; a <= limits->before_max; a++)
		for (size_t b = limits->after_min; b <= limits->after_max; b++)
			*teaser_cost_at(costs, a, b) =
				gap_teaser_cost(gap, a, b);
}

void gap_costs_init(struct gap_costs *costs, const struct text_runs *text_runs,
                    size_t gap)
{
	const struct gap own = { text_runs, gap,
		                 text_runs->gaps[gap].units.count };

	*costs = (struct gap_costs){ .limits = gap_limits(&own) };
	gap_costs_fill(costs, &own);
	if (gap && gap < text_runs->count)
		likeness_of_texts(costs->gains, text_runs, gap);
}

void gap_costs_release(struct gap_costs *costs)
{
	free(costs->after);
	free(costs->before);
	free(costs->teasers);
}
