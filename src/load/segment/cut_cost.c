/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/cut_cost.h"

#include "base/mem.h"
#include "load/lines/cues.h"

#include <stdlib.h>

/* The prices. */
#define W(name, value) static const double name = value
#include "load/segment/cut_cost_table.inc"
#undef W

#define HEAD_LINES     5  /* so many lines are usual */
#define HEAD_LINES_MAX 14 /* no headline has more */
#define SUBHEAD_LINES  2
#define SUBHEAD_ROOM   0.5 /* em by which it is narrower than its column */
#define SUBHEADS_MAX   4

static const struct list *gap_of(const struct cut_place *place)
{
	return &place->text_runs->gaps[place->gap].units;
}

static const struct unit *cut_cost_unit_at(const struct cut_place *place,
                                           size_t i)
{
	return &place->text_runs->units->items[gap_of(place)->items[i]];
}

static const struct text_run *chunk_at(const struct cut_place *place, size_t i)
{
	return &place->text_runs->items[i];
}

static bool is_kind(const struct cut_place *place, size_t i,
                    enum unit_kind kind)
{
	return cut_cost_unit_at(place, i)->kind == kind;
}

/* What a head made of units [start, end) of the gap costs, wherever it goes. */
static struct head_price price_head(const struct cut_place *place, size_t start,
                                    size_t end)
{
	struct head_price price = { .form = HEAD_GIVEN };
	struct ngrams grams;
	struct buf text;

	buf_init(&text);
	for (size_t i = start; i < end; i++) {
		const struct unit *unit = cut_cost_unit_at(place, i);

		if (unit->kind != UNIT_HEAD)
			continue;
		buf_add(&text, buf_str(&unit->text));
		if (price.lines++)
			price.form += (unit->lead ? HEAD_BULLET : 0) +
			              (unit->blank ? HEAD_BLANK : 0);
		else if (cue_matches(CUE_JOINED, buf_str(&unit->text), NULL))
			price.form += HEAD_CONTINUES;
	}
	if (price.lines > HEAD_LINES)
		price.form += HEAD_LINE * (double)(price.lines - HEAD_LINES);
	if (!price.lines)
		price.form = 0;
	ngrams_init(&grams, buf_str(&text), place->text_runs->gram_chars);
	likeness_of_head(&price.likeness, place->text_runs, place->gap, &grams);
	ngrams_release(&grams);
	buf_release(&text);
	return price;
}

bool cut_has_bullets(const struct cut_place *place, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (cut_cost_unit_at(place, i)->lead ||
		    cut_cost_unit_at(place, i)->bullet)
			return true;
	return false;
}

/* Does a list of bullets go on over the cut before unit `i` of the gap? */
static bool parts_bullets(const struct cut_place *place, size_t i)
{
	return i && i < gap_of(place)->count &&
	       cut_has_bullets(place, i - 1, i) &&
	       cut_has_bullets(place, i, i + 1);
}

/* The story before the gap, as likeness.h counts them. */
static double story_likeness(const struct cut_place *place,
                             const struct head_price *head)
{
	return place->start < place->gap
	               ? head->likeness.story[place->gap - 1 - place->start]
	               : 0;
}

static const struct head_price *before_from(const struct cut_place *place,
                                            size_t start)
{
	return &place->prices->before[start - place->prices->limits.after_min];
}

double cut_head_before(const struct cut_place *place, size_t start)
{
	const struct head_price *head = before_from(place, start);
	double cost = head->form;

	if (head->lines)
		cost += place->before_cost - head->likeness.next +
		        LIKE_OTHER * story_likeness(place, head);
	if (parts_bullets(place, start))
		cost += HEAD_BULLET;
	if (head->lines && is_kind(place, start, UNIT_BYLINE))
		cost += BYLINE_LEADS;
	return cost;
}

double cut_head_after(const struct cut_place *place, size_t end)
{
	const struct head_price *head = &place->prices->after[end];
	double cost = head->form;

	if (head->lines)
		cost += place->after_cost - story_likeness(place, head) +
		        LIKE_OTHER * head->likeness.next;
	if (parts_bullets(place, end))
		cost += HEAD_BULLET;
	return cost;
}

/* A head inside a text stands between lines of one measure. */
static double measure_cost(const struct cut_place *place)
{
	const struct text_run *before = chunk_at(place, place->gap - 1);
	const struct text_run *after = chunk_at(place, place->gap);

	return gap_of(place)->count && before->measure_em != after->measure_em
	               ? ON_MEASURE_HEAD
	               : 0;
}

double cut_head_inside(const struct cut_place *place, bool second)
{
	size_t end = gap_of(place)->count;
	double cost =
		HEAD_INSIDE + measure_cost(place) + (second ? TWO_HEADS : 0);

	for (size_t i = 0; i < end; i++)
		if (is_kind(place, i, UNIT_JUMP))
			return CUT_NEVER;
	if (end > HEAD_LINES_MAX || !place->prices->after[end].lines)
		return CUT_NEVER;
	cost += place->prices->after[end].form;
	cost -= story_likeness(place, &place->prices->after[end]);
	return cost;
}

double cut_subheads(const struct cut_place *place)
{
	size_t count = gap_of(place)->count;
	double measure_em = chunk_at(place, place->gap - 1)->measure_em;
	double cost = measure_cost(place);

	if (count > SUBHEADS_MAX)
		return CUT_NEVER;
	for (size_t i = 0; i < count; i++) {
		const struct unit *unit = cut_cost_unit_at(place, i);

		if (unit->kind == UNIT_JUMP)
			return CUT_NEVER;
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
	return cost - place->prices->after[count].likeness.next;
}

bool cut_begins_teaser(const struct cut_place *place, size_t start,
                       bool bullets, size_t i)
{
	if (i == start || is_kind(place, i - 1, UNIT_JUMP))
		return true;
	if (!is_kind(place, i, UNIT_HEAD))
		return false;
	if (bullets)
		return cut_has_bullets(place, i, i + 1);
	return cut_cost_unit_at(place, i)->blank;
}

static double price_teasers(const struct cut_place *place, size_t start,
                            size_t end)
{
	bool bullets = cut_has_bullets(place, start, end);
	double cost = 0;

	if (start >= end)
		return 0;
	for (size_t i = start; i < end; i++) {
		if (is_kind(place, i, UNIT_BYLINE) &&
		    cue_matches(CUE_REPORTER,
		                buf_str(&cut_cost_unit_at(place, i)->text),
		                NULL))
			cost += TEASER_BYLINE;
		if (i + 1 == end ||
		    cut_begins_teaser(place, start, bullets, i + 1))
			cost += is_kind(place, i, UNIT_JUMP) ? TEASER_JUMP
			                                     : TEASER_BARE;
	}
	if (cue_matches(CUE_JOINED,
	                buf_str(&cut_cost_unit_at(place, start)->text), NULL))
		cost += HEAD_CONTINUES;
	if (start && cut_has_bullets(place, 0, end) &&
	    !cut_has_bullets(place, start, start + 1))
		cost += TEASER_SPLIT;
	return cost;
}

double cut_goes_on(const struct cut_place *place)
{
	const struct text_run *before = chunk_at(place, place->gap - 1);
	const struct text_run *after = chunk_at(place, place->gap);
	double cost = -place->prices->gains[place->gap - 1 - place->start];

	if (after->dateline && !(before->note && !gap_of(place)->count))
		cost += ON_DATELINE;
	if (after->letter)
		cost += ON_GREETING;
	if (before->closed)
		cost += ON_CLOSED;
	if (before->verse != after->verse)
		cost += ON_VERSE;
	else if (before->measure_em != after->measure_em)
		cost += ON_MEASURE;
	if (after->resumed)
		cost += ON_RESUMED;
	return cost;
}

double cut_breaks(const struct cut_place *place)
{
	const struct text_run *after;
	double cost = gap_of(place)->count ? 0 : BREAK_TIGHT;

	if (place->gap == place->text_runs->count)
		return cost;
	after = chunk_at(place, place->gap);
	if (!after->dateline && !after->letter && !after->verse)
		cost += BREAK_PLAIN;
	if (after->soft)
		cost += BREAK_SOFT;
	return cost + (after->resumed ? BREAK_RESUMED : 0);
}

double cut_story(const struct text_runs *text_runs, size_t start, size_t end,
                 int heads)
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
static size_t heads_from(const struct cut_place *place, size_t start)
{
	size_t i = start;

	while (i < gap_of(place)->count && i < start + HEAD_LINES_MAX &&
	       !is_kind(place, i, UNIT_JUMP))
		i++;
	return i;
}

static struct cut_limits find_limits(const struct cut_place *place)
{
	struct cut_limits limits = { 0 };
	size_t count = gap_of(place)->count, heads = 0;

	limits.after_min = limits.after_max = count;
	/* A jump to another page right behind a text is of that text. */
	if (place->gap) {
		limits.before_max = heads_from(place, 0);
		if (count && is_kind(place, 0, UNIT_JUMP) &&
		    !cut_cost_unit_at(place, 0)->jump_from) {
			limits.before_min = 1;
			limits.before_max = heads_from(place, 1);
		}
	}
	if (place->gap == place->text_runs->count)
		return limits;
	while (limits.after_min > limits.before_min &&
	       heads++ < HEAD_LINES_MAX) {
		const struct unit *unit =
			cut_cost_unit_at(place, limits.after_min - 1);

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

double cut_teasers(const struct cut_place *place, size_t start, size_t end)
{
	const struct gap_prices *prices = place->prices;
	const struct cut_limits *limits = &prices->limits;

	return prices->teasers[(start - limits->before_min) *
	                               teasers_across(limits) +
	                       end - limits->after_min];
}

static void price_cuts(struct gap_prices *prices, const struct cut_place *place)
{
	const struct cut_limits *limits = &prices->limits;
	size_t count = gap_of(place)->count, across = teasers_across(limits);
	size_t most = limits->before_max;

	if (count <= HEAD_LINES_MAX && count > most)
		most = count;
	prices->after = mem_alloc((most + 1) * sizeof *prices->after);
	for (size_t a = 0; a <= most; a++)
		prices->after[a] = price_head(place, 0, a);
	prices->before = mem_alloc(across * sizeof *prices->before);
	for (size_t b = limits->after_min; b <= limits->after_max; b++)
		prices->before[b - limits->after_min] =
			price_head(place, b, count);
	prices->teasers =
		mem_alloc((limits->before_max - limits->before_min + 1) *
	                  across * sizeof *prices->teasers);
	for (size_t a = limits->before_min; a <= limits->before_max; a++)
		for (size_t b = limits->after_min; b <= limits->after_max; b++)
			prices->teasers[(a - limits->before_min) * across + b -
			                limits->after_min] =
				price_teasers(place, a, b);
}

void gap_prices_init(struct gap_prices *prices,
                     const struct text_runs *text_runs, size_t gap)
{
	const struct cut_place place = { .text_runs = text_runs,
		                         .start = gap,
		                         .gap = gap };

	*prices = (struct gap_prices){ .limits = find_limits(&place) };
	price_cuts(prices, &place);
	if (gap && gap < text_runs->count)
		likeness_of_texts(prices->gains, text_runs, gap);
}

void gap_prices_release(struct gap_prices *prices)
{
	free(prices->after);
	free(prices->before);
	free(prices->teasers);
}
