/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/cut_cost.h"

#include "load/lines/cues.h"

#include <assert.h>

/* The weights. */
#define W(name, value) static const double name = value
#include "load/segment/cut_cost_table.inc"
#undef W

#define SUBHEAD_LINES 2   /* more of them at one place cost extra */
#define SUBHEAD_ROOM  0.5 /* em by which it is narrower than its column */
#define SUBHEADS_MAX  4

_Static_assert(SUBHEADS_MAX <= HEAD_LINES_MAX,
               "gap_costs has the likeness of all that may be subheads");

static const struct list *units_of_gap(const struct boundary *boundary)
{
	return &boundary->text_runs->gaps[boundary->gap].units;
}

static const struct unit *cut_cost_unit_at(const struct boundary *boundary,
                                           size_t i)
{
	return text_runs_gap_unit(boundary->text_runs, boundary->gap, i);
}

static const struct text_run *text_run_at(const struct boundary *boundary,
                                          size_t i)
{
	return &boundary->text_runs->items[i];
}

static bool cut_cost_unit_is(const struct boundary *boundary, size_t i,
                             enum unit_kind kind)
{
	return cut_cost_unit_at(boundary, i)->kind == kind;
}

static bool has_bullets(const struct boundary *boundary, size_t start,
                        size_t end)
{
	return gap_has_bullets(boundary->text_runs, boundary->gap, start, end);
}

/* Would a split before unit `i` of the gap part a list of bullets? */
static bool splits_bullets(const struct boundary *boundary, size_t i)
{
	return i && i < units_of_gap(boundary)->count &&
	       has_bullets(boundary, i - 1, i) &&
	       has_bullets(boundary, i, i + 1);
}

/* The cost of the letters in which the headline of units [start, end) is set. */
static double cut_cost_style(const struct boundary *boundary, size_t start,
                             size_t end)
{
	for (size_t i = start; i < end; i++)
		if (cut_cost_unit_is(boundary, i, UNIT_HEAD))
			return boundary->priors->head_cost
			        [cut_cost_unit_at(boundary, i)->letter_style];
	return 0;
}

/* The likeness of a head with the story before the gap. */
static double story_likeness(const struct boundary *boundary,
                             const struct head_cost *head)
{
	return boundary->start < boundary->gap
	               ? head->likeness
	                         .story[boundary->gap - 1 - boundary->start]
	               : 0;
}

static const struct head_cost *head_cost_from(const struct boundary *boundary,
                                              size_t start)
{
	return &boundary->costs
	                ->before[start - boundary->costs->limits.after_min];
}

double cut_cost_head_before(const struct boundary *boundary, size_t start)
{
	const struct head_cost *head = head_cost_from(boundary, start);
	double cost =
		head->form +
		cut_cost_style(boundary, start, units_of_gap(boundary)->count);

	if (head->lines)
		cost += boundary->priors->byline_cost[text_runs_gap_has(
			boundary->text_runs, boundary->gap, start,
			units_of_gap(boundary)->count, UNIT_BYLINE)];
	if (head->lines)
		cost += boundary->priors->before_cost - head->likeness.next +
		        LIKENESS_OTHER * story_likeness(boundary, head);
	if (splits_bullets(boundary, start))
		cost += SPLIT_BULLETS;
	if (head->lines && cut_cost_unit_is(boundary, start, UNIT_BYLINE))
		cost += BYLINE_FIRST;
	return cost;
}

double cut_cost_head_after(const struct boundary *boundary, size_t end)
{
	const struct head_cost *head = &boundary->costs->after[end];
	double cost = head->form + cut_cost_style(boundary, 0, end);

	if (head->lines)
		cost += boundary->priors->after_cost -
		        story_likeness(boundary, head) +
		        LIKENESS_OTHER * head->likeness.next;
	if (splits_bullets(boundary, end))
		cost += SPLIT_BULLETS;
	return cost;
}

/* A head inside a text usually stands between lines of one column width. */
static double measure_change_cost(const struct boundary *boundary)
{
	const struct text_run *before =
		text_run_at(boundary, boundary->gap - 1);
	const struct text_run *after = text_run_at(boundary, boundary->gap);

	return units_of_gap(boundary)->count &&
	                       before->measure_em != after->measure_em
	               ? CONTINUE_MEASURE_HEAD
	               : 0;
}

double cut_cost_head_inside(const struct boundary *boundary, bool second)
{
	size_t end = units_of_gap(boundary)->count;
	double cost = HEAD_INSIDE + boundary->priors->inside_cost +
	              measure_change_cost(boundary) + (second ? TWO_HEADS : 0);

	for (size_t i = 0; i < end; i++)
		if (cut_cost_unit_is(boundary, i, UNIT_JUMP))
			return CUT_COST_NEVER;
	if (end > HEAD_LINES_MAX || !boundary->costs->after[end].lines)
		return CUT_COST_NEVER;
	cost += boundary->costs->after[end].form;
	cost -= story_likeness(boundary, &boundary->costs->after[end]);
	return cost;
}

double cut_cost_subheads(const struct boundary *boundary)
{
	size_t count = units_of_gap(boundary)->count;
	double measure_em =
		text_run_at(boundary, boundary->gap - 1)->measure_em;
	double cost = measure_change_cost(boundary);
	bool latin = boundary->text_runs->units->lines->latin;

	if (count > SUBHEADS_MAX)
		return CUT_COST_NEVER;
	for (size_t i = 0; i < count; i++) {
		const struct unit *unit = cut_cost_unit_at(boundary, i);

		if (unit->kind == UNIT_JUMP)
			return CUT_COST_NEVER;
		if (unit->kind == UNIT_BYLINE) {
			cost += i && cue_matches(CUE_BYLINE,
			                         buf_str(&unit->text), NULL)
			                ? SUBHEAD_AND_BYLINE
			                : SUBHEAD_BYLINE;
			continue;
		}
		cost += SUBHEAD_LINE +
		        boundary->priors->subhead_cost[unit->letter_style];
		if (cue_matches(CUE_NOTICE_HEAD, buf_str(&unit->text), NULL))
			cost += SUBHEAD_NOTICE;
		if (unit->width_em > measure_em - SUBHEAD_ROOM)
			cost += SUBHEAD_WIDE;
		else if (latin && unit->width_em > SUBHEAD_SHARE * measure_em)
			cost += SUBHEAD_LONG;
		if (i >= SUBHEAD_LINES)
			cost += SUBHEAD_MORE;
	}
	if (boundary->costs->after[count].lines)
		cost += boundary->priors->subheads_cost;
	return cost - boundary->costs->after[count].likeness.next;
}

double cut_cost_continue(const struct boundary *boundary)
{
	const struct text_run *before =
		text_run_at(boundary, boundary->gap - 1);
	const struct text_run *after = text_run_at(boundary, boundary->gap);
	double cost =
		-boundary->costs->gains[boundary->gap - 1 - boundary->start];

	if (after->dateline &&
	    !(before->note && !units_of_gap(boundary)->count))
		cost += CONTINUE_DATELINE *
		        boundary->text_runs->headed_datelines;
	if (after->run_in)
		cost += CONTINUE_RUN_IN;
	if (after->drop_cap)
		cost += CONTINUE_CAP;
	if (after->letter)
		cost += CONTINUE_GREETING;
	if (before->closed)
		cost += CONTINUE_CLOSED;
	if (before->verse != after->verse)
		cost += CONTINUE_VERSE;
	else if (before->measure_em != after->measure_em)
		cost += CONTINUE_MEASURE;
	if (after->resumed)
		cost += CONTINUE_RESUMED;
	return cost;
}

/* Is the story before the gap a box, around which the one before it goes on in its own
 * column width? */
static bool resumes_around_box(const struct boundary *boundary)
{
	const struct text_run *after = text_run_at(boundary, boundary->gap);
	const struct text_run *before;

	if (!boundary->start || units_of_gap(boundary)->count ||
	    after->dateline || after->run_in || after->letter || after->verse)
		return false;
	before = text_run_at(boundary, boundary->start - 1);
	return before->measure_em == after->measure_em &&
	       text_run_at(boundary, boundary->gap - 1)->measure_em !=
	               after->measure_em;
}

double cut_cost_begin(const struct boundary *boundary)
{
	const struct text_run *after;
	double cost = units_of_gap(boundary)->count ? 0 : BEGIN_TIGHT;

	if (boundary->gap == boundary->text_runs->count)
		return cost;
	after = text_run_at(boundary, boundary->gap);
	if (!after->dateline && !after->run_in && !after->drop_cap &&
	    !after->letter && !after->verse)
		cost += BEGIN_PLAIN;
	if (resumes_around_box(boundary))
		cost += BEGIN_AROUND_BOX;
	if (after->by_words)
		cost += BEGIN_BY_WORDS;
	return cost + (after->resumed ? BEGIN_RESUMED : 0);
}

double cut_cost_story(const struct text_runs *text_runs, size_t start,
                      size_t end, int heads)
{
	const struct text_run *first = &text_runs->items[start];

	assert(start < end);
	heads += first->run_in;
	for (size_t c = start; c < end; c++)
		heads += text_runs->items[c].insets.count > 0;
	if (heads > 1)
		return TWO_HEADS * (heads - 1);
	if (heads)
		return 0;
	return first->dateline || first->letter ? NO_HEAD_REPORT : NO_HEAD;
}
