/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/cut_cost.h"

#include "base/mem.h"
#include "load/lines/cues.h"

#include <stdlib.h>

/* The costs. */
#define W(name, value) static const double name = value
#include "load/segment/cut_cost_table.inc"
#undef W

#define HEAD_LINES     5  /* so many lines are usual */
#define HEAD_LINES_MAX 14 /* no headline has more */
#define SUBHEAD_LINES  2
#define SUBHEAD_ROOM   0.5 /* em by which it is narrower than its column */
#define SUBHEADS_MAX   4

static const struct list *gap_of(const struct boundary *boundary)
{
	return &boundary->text_runs->gaps[boundary->gap].units;
}

static const struct unit *cut_cost_unit_at(const struct boundary *boundary,
                                           size_t i)
{
	return &boundary->text_runs->units->items[gap_of(boundary)->items[i]];
}

static const struct text_run *text_run_at(const struct boundary *boundary,
                                          size_t i)
{
	return &boundary->text_runs->items[i];
}

static bool is_kind(const struct boundary *boundary, size_t i,
                    enum unit_kind kind)
{
	return cut_cost_unit_at(boundary, i)->kind == kind;
}

/* What a head made of units [start, end) of the gap costs, wherever it goes. */
static struct head_cost price_head(const struct boundary *boundary,
                                   size_t start, size_t end)
{
	struct head_cost price = { .form = HEAD_GIVEN };
	struct ngrams grams;
	struct buf text;

	buf_init(&text);
	for (size_t i = start; i < end; i++) {
		const struct unit *unit = cut_cost_unit_at(boundary, i);

		if (unit->kind != UNIT_HEAD)
			continue;
		buf_add(&text, buf_str(&unit->text));
		if (price.lines++)
			price.form += (unit->indented ? HEAD_BULLET : 0) +
			              (unit->blank ? HEAD_BLANK : 0);
		else if (cue_matches(CUE_JOINED, buf_str(&unit->text), NULL))
			price.form += HEAD_CONTINUES;
	}
	if (price.lines > HEAD_LINES)
		price.form += HEAD_LINE * (double)(price.lines - HEAD_LINES);
	if (!price.lines)
		price.form = 0;
	ngrams_init(&grams, buf_str(&text), boundary->text_runs->gram_chars);
	likeness_of_head(&price.likeness, boundary->text_runs, boundary->gap,
	                 &grams);
	ngrams_release(&grams);
	buf_release(&text);
	return price;
}

bool gap_has_bullets(const struct boundary *boundary, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (cut_cost_unit_at(boundary, i)->indented ||
		    cut_cost_unit_at(boundary, i)->bullet)
			return true;
	return false;
}

/* Does a list of bullets go on over the cut before unit `i` of the gap? */
static bool parts_bullets(const struct boundary *boundary, size_t i)
{
	return i && i < gap_of(boundary)->count &&
	       gap_has_bullets(boundary, i - 1, i) &&
	       gap_has_bullets(boundary, i, i + 1);
}

/* The story before the gap, as likeness.h counts them. */
static double story_likeness(const struct boundary *boundary,
                             const struct head_cost *head)
{
	return boundary->start < boundary->gap
	               ? head->likeness
	                         .story[boundary->gap - 1 - boundary->start]
	               : 0;
}

static const struct head_cost *before_from(const struct boundary *boundary,
                                           size_t start)
{
	return &boundary->costs
	                ->before[start - boundary->costs->limits.after_min];
}

double cut_cost_head_before(const struct boundary *boundary, size_t start)
{
	const struct head_cost *head = before_from(boundary, start);
	double cost = head->form;

	if (head->lines)
		cost += boundary->head_before_cost - head->likeness.next +
		        LIKENESS_OTHER * story_likeness(boundary, head);
	if (parts_bullets(boundary, start))
		cost += HEAD_BULLET;
	if (head->lines && is_kind(boundary, start, UNIT_BYLINE))
		cost += BYLINE_LEADS;
	return cost;
}

double cut_cost_head_after(const struct boundary *boundary, size_t end)
{
	const struct head_cost *head = &boundary->costs->after[end];
	double cost = head->form;

	if (head->lines)
		cost += boundary->head_after_cost -
		        story_likeness(boundary, head) +
		        LIKENESS_OTHER * head->likeness.next;
	if (parts_bullets(boundary, end))
		cost += HEAD_BULLET;
	return cost;
}

/* A head inside a text stands between lines of one measure. */
static double measure_cost(const struct boundary *boundary)
{
	const struct text_run *before =
		text_run_at(boundary, boundary->gap - 1);
	const struct text_run *after = text_run_at(boundary, boundary->gap);

	return gap_of(boundary)->count &&
	                       before->measure_em != after->measure_em
	               ? CONTINUE_MEASURE_HEAD
	               : 0;
}

double cut_cost_head_inside(const struct boundary *boundary, bool second)
{
	size_t end = gap_of(boundary)->count;
	double cost =
		HEAD_INSIDE + measure_cost(boundary) + (second ? TWO_HEADS : 0);

	for (size_t i = 0; i < end; i++)
		if (is_kind(boundary, i, UNIT_JUMP))
			return CUT_COST_NEVER;
	if (end > HEAD_LINES_MAX || !boundary->costs->after[end].lines)
		return CUT_COST_NEVER;
	cost += boundary->costs->after[end].form;
	cost -= story_likeness(boundary, &boundary->costs->after[end]);
	return cost;
}

double cut_cost_subheads(const struct boundary *boundary)
{
	size_t count = gap_of(boundary)->count;
	double measure_em =
		text_run_at(boundary, boundary->gap - 1)->measure_em;
	double cost = measure_cost(boundary);

	if (count > SUBHEADS_MAX)
		return CUT_COST_NEVER;
	for (size_t i = 0; i < count; i++) {
		const struct unit *unit = cut_cost_unit_at(boundary, i);

		if (unit->kind == UNIT_JUMP)
			return CUT_COST_NEVER;
		if (unit->kind == UNIT_BYLINE) {
			cost += SUBHEAD_BYLINE;
			continue;
		}
		cost += SUBHEAD_LINE;
		if (cue_matches(CUE_NOTICE_HEAD, buf_str(&unit->text), NULL))
			cost += SUBHEAD_NOTICE;
		if (unit->width_em > measure_em - SUBHEAD_ROOM)
			cost += SUBHEAD_WIDE;
		if (i >= SUBHEAD_LINES)
			cost += SUBHEAD_MORE;
	}
	return cost - boundary->costs->after[count].likeness.next;
}

bool gap_begins_teaser(const struct boundary *boundary, size_t start,
                       bool bullets, size_t i)
{
	if (i == start || is_kind(boundary, i - 1, UNIT_JUMP))
		return true;
	if (!is_kind(boundary, i, UNIT_HEAD))
		return false;
	if (bullets)
		return gap_has_bullets(boundary, i, i + 1);
	return cut_cost_unit_at(boundary, i)->blank;
}

static double price_teasers(const struct boundary *boundary, size_t start,
                            size_t end)
{
	bool bullets = gap_has_bullets(boundary, start, end);
	double cost = 0;

	if (start >= end)
		return 0;
	for (size_t i = start; i < end; i++) {
		if (is_kind(boundary, i, UNIT_BYLINE) &&
		    cue_matches(CUE_REPORTER,
		                buf_str(&cut_cost_unit_at(boundary, i)->text),
		                NULL))
			cost += TEASER_BYLINE;
		if (i + 1 == end ||
		    gap_begins_teaser(boundary, start, bullets, i + 1))
			cost += is_kind(boundary, i, UNIT_JUMP) ? TEASER_JUMP
			                                        : TEASER_BARE;
	}
	if (cue_matches(CUE_JOINED,
	                buf_str(&cut_cost_unit_at(boundary, start)->text),
	                NULL))
		cost += HEAD_CONTINUES;
	if (start && gap_has_bullets(boundary, 0, end) &&
	    !gap_has_bullets(boundary, start, start + 1))
		cost += TEASER_SPLIT;
	return cost;
}

double cut_cost_continue(const struct boundary *boundary)
{
	const struct text_run *before =
		text_run_at(boundary, boundary->gap - 1);
	const struct text_run *after = text_run_at(boundary, boundary->gap);
	double cost =
		-boundary->costs->gains[boundary->gap - 1 - boundary->start];

	if (after->dateline && !(before->note && !gap_of(boundary)->count))
		cost += CONTINUE_DATELINE;
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

double cut_cost_begin(const struct boundary *boundary)
{
	const struct text_run *after;
	double cost = gap_of(boundary)->count ? 0 : BEGIN_TIGHT;

	if (boundary->gap == boundary->text_runs->count)
		return cost;
	after = text_run_at(boundary, boundary->gap);
	if (!after->dateline && !after->letter && !after->verse)
		cost += BEGIN_PLAIN;
	if (after->by_words)
		cost += BEGIN_SOFT;
	return cost + (after->resumed ? BEGIN_RESUMED : 0);
}

double cut_cost_story(const struct text_runs *text_runs, size_t start,
                      size_t end, int heads)
{
	const struct text_run *first = &text_runs->items[start];

	for (size_t c = start; c < end; c++)
		heads += text_runs->items[c].insets.count > 0;
	if (heads > 1)
		return TWO_HEADS * (heads - 1);
	if (heads)
		return 0;
	return first->dateline || first->letter ? NO_HEAD_REPORT : NO_HEAD;
}

/* Where the heads of one story end that stand from unit `start` on. */
static size_t heads_from(const struct boundary *boundary, size_t start)
{
	size_t i = start;

	while (i < gap_of(boundary)->count && i < start + HEAD_LINES_MAX &&
	       !is_kind(boundary, i, UNIT_JUMP))
		i++;
	return i;
}

static struct cut_limits find_limits(const struct boundary *boundary)
{
	struct cut_limits limits = { 0 };
	size_t count = gap_of(boundary)->count, heads = 0;

	limits.after_min = limits.after_max = count;
	/* A jump to another page right behind a text is of that text. */
	if (boundary->gap) {
		limits.before_max = heads_from(boundary, 0);
		if (count && is_kind(boundary, 0, UNIT_JUMP) &&
		    !cut_cost_unit_at(boundary, 0)->jump_from) {
			limits.before_min = 1;
			limits.before_max = heads_from(boundary, 1);
		}
	}
	if (boundary->gap == boundary->text_runs->count)
		return limits;
	while (limits.after_min > limits.before_min &&
	       heads++ < HEAD_LINES_MAX) {
		const struct unit *unit =
			cut_cost_unit_at(boundary, limits.after_min - 1);

		if (unit->kind == UNIT_JUMP && !unit->jump_from)
			break;
		limits.after_min--;
		/* One from another page belongs to what follows it. */
		if (unit->kind == UNIT_JUMP &&
		    limits.after_max > limits.after_min)
			limits.after_max = limits.after_min;
	}
	if (limits.before_max > limits.after_max)
		limits.before_max = limits.after_max;
	return limits;
}

static size_t teasers_across(const struct cut_limits *limits)
{
	return limits->after_max - limits->after_min + 1;
}

double cut_cost_teasers(const struct boundary *boundary, size_t start,
                        size_t end)
{
	const struct gap_costs *costs = boundary->costs;
	const struct cut_limits *limits = &costs->limits;

	return costs->teasers[(start - limits->before_min) *
	                              teasers_across(limits) +
	                      end - limits->after_min];
}

static void price_cuts(struct gap_costs *costs, const struct boundary *boundary)
{
	const struct cut_limits *limits = &costs->limits;
	size_t count = gap_of(boundary)->count, across = teasers_across(limits);
	size_t most = limits->before_max;

	if (count <= HEAD_LINES_MAX && count > most)
		most = count;
	costs->after = mem_alloc((most + 1) * sizeof *costs->after);
	for (size_t a = 0; a <= most; a++)
		costs->after[a] = price_head(boundary, 0, a);
	costs->before = mem_alloc(across * sizeof *costs->before);
	for (size_t b = limits->after_min; b <= limits->after_max; b++)
		costs->before[b - limits->after_min] =
			price_head(boundary, b, count);
	costs->teasers =
		mem_alloc((limits->before_max - limits->before_min + 1) *
	                  across * sizeof *costs->teasers);
	for (size_t a = limits->before_min; a <= limits->before_max; a++)
		for (size_t b = limits->after_min; b <= limits->after_max; b++)
			costs->teasers[(a - limits->before_min) * across + b -
			               limits->after_min] =
				price_teasers(boundary, a, b);
}

void gap_costs_init(struct gap_costs *costs, const struct text_runs *text_runs,
                    size_t gap)
{
	const struct boundary boundary = { .text_runs = text_runs,
		                           .start = gap,
		                           .gap = gap };

	*costs = (struct gap_costs){ .limits = find_limits(&boundary) };
	price_cuts(costs, &boundary);
	if (gap && gap < text_runs->count)
		likeness_of_texts(costs->gains, text_runs, gap);
}

void gap_costs_release(struct gap_costs *costs)
{
	free(costs->after);
	free(costs->before);
	free(costs->teasers);
}
