/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/cuts.h"

#include "load/cues.h"

#include <math.h>

/* The prices. */
#define W(name, value) static const double name = value
#include "load/cut_table.inc"
#undef W

#define HEAD_LINES     5  /* so many lines are usual */
#define HEAD_LINES_MAX 14 /* no headline has more */
#define SUBHEAD_LINES  2
#define SUBHEAD_ROOM   0.5 /* em by which it is narrower than its column */
#define SUBHEADS_MAX   4
#define KINSHIP_GRAMS  100 /* shorter texts say nothing */

static const struct list *gap_of(const struct cut_place *place)
{
	return &place->chunks->gaps[place->gap].pieces;
}

static const struct piece *piece_at(const struct cut_place *place, size_t i)
{
	return &place->chunks->pieces->items[gap_of(place)->items[i]];
}

static const struct chunk *chunk_at(const struct cut_place *place, size_t i)
{
	return &place->chunks->items[i];
}

static bool is_kind(const struct cut_place *place, size_t i,
                    enum piece_kind kind)
{
	return piece_at(place, i)->kind == kind;
}

/* How much a head says of the text of chunks [start, end). */
static double likeness(const struct cut_place *place, const struct grams *head,
                       size_t start, size_t end)
{
	double all = 0, found = 0;

	for (size_t i = 0; i < head->count; i++) {
		double weight =
			gram_weight(&place->chunks->bigrams, head->items[i]);
		bool in_text = false;

		all += weight;
		if (start < end &&
		    grams_have(&chunk_at(place, start)->lead, head->items[i])) {
			found += weight;
			continue;
		}
		for (size_t c = start; c < end && !in_text; c++)
			in_text = grams_have(&chunk_at(place, c)->all,
			                     head->items[i]);
		found += in_text ? LIKE_TEXT * weight : 0;
	}
	if (all == 0)
		return 0;
	return LIKE_SHARE * found / all +
	       LIKE_WEIGHT * fmin(found, LIKE_WEIGHT_MOST);
}

/* A head made of pieces [start, end) of the gap, wherever it goes: what its
 * form costs, and its words. */
static double head_form(const struct cut_place *place, size_t start, size_t end,
                        struct grams *grams)
{
	double cost = HEAD_GIVEN;
	size_t lines = 0;
	struct buf text;

	buf_init(&text);
	for (size_t i = start; i < end; i++) {
		const struct piece *piece = piece_at(place, i);

		if (piece->kind != PIECE_HEAD)
			continue;
		buf_add(&text, buf_str(&piece->text));
		if (lines++)
			cost += (piece->lead ? HEAD_BULLET : 0) +
			        (piece->blank ? HEAD_BLANK : 0);
		else if (cue_matches(CUE_JOINED, buf_str(&piece->text), NULL))
			cost += HEAD_CONTINUES;
	}
	if (lines > HEAD_LINES)
		cost += HEAD_LINE * (double)(lines - HEAD_LINES);
	grams_init(grams, buf_str(&text), place->chunks->gram_chars);
	buf_release(&text);
	return lines ? cost : 0;
}

static bool has_head(const struct cut_place *place, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (is_kind(place, i, PIECE_HEAD))
			return true;
	return false;
}

bool cut_has_bullets(const struct cut_place *place, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (piece_at(place, i)->lead || piece_at(place, i)->bullet)
			return true;
	return false;
}

/* Does a list of bullets go on over the cut before piece `i` of the gap? */
static bool parts_bullets(const struct cut_place *place, size_t i)
{
	return i && i < gap_of(place)->count &&
	       cut_has_bullets(place, i - 1, i) &&
	       cut_has_bullets(place, i, i + 1);
}

double cut_head_before(const struct cut_place *place, size_t start)
{
	size_t end = gap_of(place)->count;
	struct grams grams;
	double cost = head_form(place, start, end, &grams);

	if (has_head(place, start, end))
		cost += place->before_cost -
		        likeness(place, &grams, place->gap, place->gap + 1) +
		        LIKE_OTHER * likeness(place, &grams, place->start,
		                              place->gap);
	if (parts_bullets(place, start))
		cost += HEAD_BULLET;
	if (start < end && is_kind(place, start, PIECE_BYLINE) &&
	    has_head(place, start, end))
		cost += BYLINE_LEADS;
	grams_release(&grams);
	return cost;
}

double cut_head_after(const struct cut_place *place, size_t end)
{
	bool last = place->gap == place->chunks->count;
	struct grams grams;
	double cost = head_form(place, 0, end, &grams);

	if (has_head(place, 0, end))
		cost += place->after_cost -
		        likeness(place, &grams, place->start, place->gap) +
		        LIKE_OTHER * (last ? 0
		                           : likeness(place, &grams, place->gap,
		                                      place->gap + 1));
	if (parts_bullets(place, end))
		cost += HEAD_BULLET;
	grams_release(&grams);
	return cost;
}

/* A head inside a text stands between lines of one measure. */
static double measure_cost(const struct cut_place *place)
{
	const struct chunk *before = chunk_at(place, place->gap - 1);
	const struct chunk *after = chunk_at(place, place->gap);

	return gap_of(place)->count && before->measure_em != after->measure_em
	               ? ON_MEASURE_HEAD
	               : 0;
}

double cut_head_inside(const struct cut_place *place, bool second)
{
	size_t end = gap_of(place)->count;
	struct grams grams;
	double cost =
		HEAD_INSIDE + measure_cost(place) + (second ? TWO_HEADS : 0);

	for (size_t i = 0; i < end; i++)
		if (is_kind(place, i, PIECE_JUMP))
			return CUT_NEVER;
	if (!has_head(place, 0, end) || end > HEAD_LINES_MAX)
		return CUT_NEVER;
	cost += head_form(place, 0, end, &grams);
	cost -= likeness(place, &grams, place->start, place->gap);
	grams_release(&grams);
	return cost;
}

double cut_subheads(const struct cut_place *place)
{
	size_t count = gap_of(place)->count;
	double measure_em = chunk_at(place, place->gap - 1)->measure_em;
	struct grams grams;
	double cost = measure_cost(place);

	if (count > SUBHEADS_MAX)
		return CUT_NEVER;
	for (size_t i = 0; i < count; i++) {
		const struct piece *piece = piece_at(place, i);

		if (piece->kind == PIECE_JUMP)
			return CUT_NEVER;
		if (piece->kind == PIECE_BYLINE) {
			cost += SUBHEAD_BYLINE;
			continue;
		}
		cost += SUBHEAD_LINE;
		if (cue_matches(CUE_NOTICE_HEAD, buf_str(&piece->text), NULL))
			cost += SUBHEAD_NOTICE;
		if (piece->width_em > measure_em - SUBHEAD_ROOM)
			cost += SUBHEAD_WIDE;
		if (i >= SUBHEAD_LINES)
			cost += SUBHEAD_MORE;
	}
	head_form(place, 0, count, &grams);
	cost -= likeness(place, &grams, place->gap, place->gap + 1);
	grams_release(&grams);
	return cost;
}

bool cut_begins_teaser(const struct cut_place *place, size_t start,
                       bool bullets, size_t i)
{
	if (i == start || is_kind(place, i - 1, PIECE_JUMP))
		return true;
	if (!is_kind(place, i, PIECE_HEAD))
		return false;
	if (bullets)
		return cut_has_bullets(place, i, i + 1);
	return piece_at(place, i)->blank;
}

double cut_teasers(const struct cut_place *place, size_t start, size_t end)
{
	bool bullets = cut_has_bullets(place, start, end);
	double cost = 0;

	if (start >= end)
		return 0;
	for (size_t i = start; i < end; i++) {
		if (is_kind(place, i, PIECE_BYLINE) &&
		    cue_matches(CUE_REPORTER,
		                buf_str(&piece_at(place, i)->text), NULL))
			cost += TEASER_BYLINE;
		if (i + 1 == end ||
		    cut_begins_teaser(place, start, bullets, i + 1))
			cost += is_kind(place, i, PIECE_JUMP) ? TEASER_JUMP
			                                      : TEASER_BARE;
	}
	if (cue_matches(CUE_JOINED, buf_str(&piece_at(place, start)->text),
	                NULL))
		cost += HEAD_CONTINUES;
	if (start && cut_has_bullets(place, 0, end) &&
	    !cut_has_bullets(place, start, start + 1))
		cost += TEASER_SPLIT;
	return cost;
}

/* Two texts of one article share rare words: names, things. */
static double kinship_gain(const struct cut_place *place)
{
	const struct grams *after = &chunk_at(place, place->gap)->rare;
	double most = ON_KINSHIP_LEAST;

	if (after->count < KINSHIP_GRAMS)
		return 0;
	for (size_t c = place->start; c < place->gap; c++) {
		const struct grams *before = &chunk_at(place, c)->rare;
		double kinship =
			grams_kinship(before, after, &place->chunks->rares);
		double usual = ON_KINSHIP_USUAL * sqrt((double)before->count *
		                                       (double)after->count);

		most = before->count < KINSHIP_GRAMS
		               ? fmax(most, 0)
		               : fmax(most, ON_KINSHIP * (kinship - usual));
	}
	return fmin(most, ON_KINSHIP_MOST);
}

double cut_goes_on(const struct cut_place *place)
{
	const struct chunk *before = chunk_at(place, place->gap - 1);
	const struct chunk *after = chunk_at(place, place->gap);
	double cost = -kinship_gain(place);

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
	const struct chunk *after;
	double cost = gap_of(place)->count ? 0 : BREAK_TIGHT;

	if (place->gap == place->chunks->count)
		return cost;
	after = chunk_at(place, place->gap);
	if (!after->dateline && !after->letter && !after->verse)
		cost += BREAK_PLAIN;
	if (after->soft)
		cost += BREAK_SOFT;
	return cost + (after->resumed ? BREAK_RESUMED : 0);
}

double cut_story(const struct chunks *chunks, size_t start, size_t end,
                 int heads)
{
	const struct chunk *first = &chunks->items[start];

	for (size_t c = start; c < end; c++)
		heads += chunks->items[c].insets.count > 0;
	if (heads > 1)
		return TWO_HEADS * (heads - 1);
	if (heads)
		return 0;
	return first->dateline || first->letter ? NO_HEAD_REPORT : NO_HEAD;
}

/* Where the heads of one story end that stand from piece `start` on. */
static size_t heads_from(const struct cut_place *place, size_t start)
{
	size_t i = start;

	while (i < gap_of(place)->count && i < start + HEAD_LINES_MAX &&
	       !is_kind(place, i, PIECE_JUMP))
		i++;
	return i;
}

struct cut_limits cut_limits(const struct cut_place *place)
{
	struct cut_limits limits = { 0 };
	size_t count = gap_of(place)->count, heads = 0;

	limits.after_min = limits.after_max = count;
	/* A jump to another page right behind a text is of that text. */
	if (place->gap) {
		limits.before_max = heads_from(place, 0);
		if (count && is_kind(place, 0, PIECE_JUMP) &&
		    !piece_at(place, 0)->jump_from) {
			limits.before_min = 1;
			limits.before_max = heads_from(place, 1);
		}
	}
	if (place->gap == place->chunks->count)
		return limits;
	while (limits.after_min > limits.before_min &&
	       heads++ < HEAD_LINES_MAX) {
		const struct piece *piece =
			piece_at(place, limits.after_min - 1);

		if (piece->kind == PIECE_JUMP && !piece->jump_from)
			break;
		limits.after_min--;
		/* One from another page belongs to what follows it. */
		if (piece->kind == PIECE_JUMP &&
		    limits.after_max > limits.after_min)
			limits.after_max = limits.after_min;
	}
	if (limits.before_max > limits.after_max)
		limits.before_max = limits.after_max;
	return limits;
}
