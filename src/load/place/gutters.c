/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/gutters.h"

#include "base/mem.h"
#include "load/place/char_kind.h"
#include "load/place/head_gutters.h"
#include "load/place/place_weights.h"
#include "load/place/row_spaces.h"
#include "load/place/rules.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define ROWS_A_WAY 9 /* rows that are asked above, and below */
#define ROWS_ASKED (2 * ROWS_A_WAY + 1)

/* A gap between two characters of a row, and what the rows around it say of it. */
struct gap {
	const struct frame_char *after; /* behind the gap */
	float from, to;                 /* free of ink */
	float em_pt;                    /* the larger type beside it */
	float width_em;
	float room_em; /* the same with the white of marks as ink */
	bool latin;
	float rows;     /* that leave it free, those of one side less */
	float both;     /* of these, those with type on both sides */
	float least_em; /* of it that all of them leave free */
	bool filled;    /* a row stands against it */
	/* Where what is beside the gap begins and ends, in its row and those
	 * that were asked. */
	float begins[ROWS_ASKED], ends[ROWS_ASKED];
	size_t asked;
	size_t left, right; /* characters beside it, of the row that has most */
};

struct gutter_search {
	const struct frame_char *chars;
	struct char_grid *grid;
	const struct frame_rules *rules;
	struct row_line line; /* the row that is cut */
	size_t *near;         /* owned; scratch */
	size_t near_count, near_cap;
};

static bool rule_in_gap(const struct gutter_search *search,
                        const struct gap *gap)
{
	float aside = GUTTER_RULE_ASIDE_EM * gap->em_pt;
	float ends = GUTTER_RULE_ENDS_EM * gap->em_pt;
	float t = gap->after->t;

	return rules_between(search->rules->along_t,
	                     search->rules->along_t_count, gap->from - aside,
	                     gap->to + aside, t - ends, t + ends, 0);
}

/* Collects the characters around [from, to] in the rows next to t; gives the t of the
 * nearest, or NAN. */
static float find_next_row(struct gutter_search *search, const struct gap *gap,
                           float from, float to, float t, float sign)
{
	float em = gap->em_pt, sides = GUTTER_SIDES_EM * em;
	float a = t + sign * GUTTER_NEXT_EM * em;
	float b = t + sign * GUTTER_NEXT_MOST_EM * em;
	float nearest = NAN;
	struct grid_walk walk;
	const struct grid_item *item;

	search->near_count = 0;
	grid_walk_init(&walk, search->grid,
	               (struct grid_window){ from - sides, to + sides,
	                                     fminf(a, b), fmaxf(a, b),
	                                     GUTTER_SIZE * em,
	                                     em / GUTTER_SIZE });
	while ((item = grid_walk_next(&walk))) {
		*ARRAY_ADD(search->near, search->near_count, search->near_cap) =
			item->index;
		if (!(sign * (item->t - nearest) >= 0))
			nearest = item->t;
	}
	return nearest;
}

/* What a row next to a gap has beside it. */
struct row_sides {
	float from, to; /* what it leaves free */
	bool left, right;
	float end, begin;             /* of what is next to it on both sides */
	size_t left_same, right_same; /* characters of the gap's size */
};

static struct row_sides sides_of_row(const struct gutter_search *search,
                                     const struct gap *gap, float from,
                                     float to, float t)
{
	struct row_sides sides = {
		.from = from, .to = to, .end = -INFINITY, .begin = INFINITY
	};
	float middle = (from + to) / 2, em = gap->em_pt;

	for (size_t i = 0; i < search->near_count; i++) {
		const struct frame_char *c = &search->chars[search->near[i]];
		bool same = c->em_pt > GUTTER_SAME_SIZE * em &&
		            em > GUTTER_SAME_SIZE * c->em_pt;

		if (fabsf(c->t - t) >= ROW_ASIDE_SMALL * em)
			continue;
		if ((c->s0 + c->s1) / 2 < middle) {
			sides.left = true;
			sides.end = fmaxf(sides.end, c->end);
			sides.left_same += same;
		} else {
			sides.right = true;
			sides.begin = fminf(sides.begin, c->begin);
			sides.right_same += same;
		}
	}
	sides.from = fmaxf(from, sides.end);
	sides.to = fminf(to, sides.begin);
	return sides;
}

static size_t most(size_t a, size_t b)
{
	return a > b ? a : b;
}

/* Keeps where what is beside the gap begins and ends in a row.  Text beside a picture is
 * flush as well: it counts where it is so with the row of the gap. */
static void gap_add_edges(struct gap *gap, const struct row_sides *sides)
{
	float near = GUTTER_FLUSH_EM * gap->em_pt;
	bool both = sides->left && sides->right;

	gap->begins[gap->asked] = both || fabsf(sides->begin - gap->to) <= near
	                                  ? sides->begin
	                                  : INFINITY;
	gap->ends[gap->asked++] = both || fabsf(sides->end - gap->from) <= near
	                                  ? sides->end
	                                  : -INFINITY;
}

/* Asks the rows above (sign -1) or below (1) a gap whether they leave it free. */
static void ask_rows(struct gutter_search *search, struct gap *gap, float sign)
{
	float from = gap->from, to = gap->to, t = gap->after->t;

	for (int i = 0; i < ROWS_A_WAY; i++) {
		struct row_sides sides;

		t = find_next_row(search, gap, from, to, t, sign);
		if (isnan(t))
			break;
		sides = sides_of_row(search, gap, from, to, t);
		from = sides.from;
		to = sides.to;
		if (to - from < GUTTER_FREE_EM * gap->em_pt) {
			gap->filled = true;
			break;
		}
		gap->left = most(gap->left, sides.left_same);
		gap->right = most(gap->right, sides.right_same);
		gap->rows += sides.left && sides.right ? 1 : GUTTER_ONE_SIDE;
		gap->both += sides.left && sides.right;
		gap_add_edges(gap, &sides);
		gap->least_em = fminf(gap->least_em, (to - from) / gap->em_pt);
	}
}

/* How many of the places that are most near each other, but one. */
static size_t flush_places(const float *places, size_t count, float near)
{
	size_t best = 0;

	for (size_t i = 0; i < count; i++) {
		size_t same = 0;

		for (size_t k = 0; k < count; k++)
			same += k != i && fabsf(places[k] - places[i]) <= near;
		best = most(best, same);
	}
	return best;
}

/* How many rows are flush with others, on both sides of the gap. */
static float flush_edges(const struct gap *gap)
{
	float near = GUTTER_FLUSH_EM * gap->em_pt;

	return (float)(flush_places(gap->begins, gap->asked, near) +
	               flush_places(gap->ends, gap->asked, near));
}

/*
 * In alphabets: lines that are flush show a gutter, be it narrow, for the words of other
 * rows begin and end there by chance alone.  The spaces of a justified line are as wide as
 * each other, so what is wider than those on both sides is a gutter if the rows around
 * leave it free.  Where no row is beside it, it is much wider.
 */
static bool is_latin_gutter(const struct gutter_search *search,
                            const struct gap *gap, size_t at)
{
	struct word_spaces words = row_word_spaces(&search->line, at);
	float flush = flush_edges(gap), width = gap->width_em * gap->em_pt;
	bool free = gap->least_em >= GUTTER_FREE_EM;
	bool alone = free && !gap->filled && gap->both >= GUTTER_BOTH;

	if (free && flush >= GUTTER_FLUSH)
		return true;
	if (gap->width_em > GUTTER_LATIN_FREE_EM && !gap->filled)
		return true;
	if (gap->rows < GUTTER_LATIN_ROWS)
		return !gap->filled && gap->width_em > GUTTER_LATIN_EM &&
		       (!isfinite(words.smaller) ||
		        width > GUTTER_WORDS * words.smaller);
	if (width > GUTTER_WORDS * words.smaller && flush >= GUTTER_FLUSH_WIDE)
		return true;
	return alone && (width > GUTTER_WORDS_ALL * words.larger ||
	                 (width > GUTTER_WORDS_ALL * words.smaller &&
	                  flush >= GUTTER_FLUSH_FREE));
}

static bool is_han_gutter(const struct gap *gap)
{
	float need = GUTTER_ROWS;

	if (gap->room_em < GUTTER_INK_EM)
		need += GUTTER_ROWS_INK;
	if (gap->rows >= need && gap->least_em >= GUTTER_FREE_EM)
		return true;
	return gap->width_em > GUTTER_WIDE_EM &&
	       gap->room_em > GUTTER_WIDE_ROOM_EM &&
	       (gap->rows >= GUTTER_WIDE_ROWS || !gap->filled);
}

/* Type that is spaced out: only more room than between its letters counts. */
static void gap_less(struct gap *gap, float space_em)
{
	if (space_em <= 0)
		return;
	gap->width_em -= space_em;
	gap->room_em -= space_em;
}

/* The gap is more than one between words, so what is below it may tell. */
static bool is_wider_than_usual(const struct gutter_search *search,
                                const struct gap *gap, size_t at)
{
	float words = row_word_spaces(&search->line, at).smaller;

	if (gap->latin && isfinite(words))
		return gap->width_em * gap->em_pt > HEADS_WORDS * words;
	return gap->room_em > HEADS_GAP_EM;
}

/* `start` is where the part of the row begins that the gap before `at` ends. */
static bool is_gutter(struct gutter_search *search, struct gap *gap,
                      size_t start, size_t at)
{
	bool gutter;

	if (gap->width_em < GUTTER_RULE_EM)
		return false;
	if (rule_in_gap(search, gap))
		return true;
	if (!gap->latin)
		gap_less(gap, row_letter_space(&search->line, at) / gap->em_pt);
	if (gap->width_em < GUTTER_GAP_EM)
		return false;
	gap->least_em = gap->width_em;
	gap->begins[0] = gap->to;
	gap->ends[0] = gap->from;
	gap->asked = 1;
	gap->left = at - start;
	gap->right = search->line.count - at;
	ask_rows(search, gap, -1);
	ask_rows(search, gap, 1);
	gutter = gap->latin ? is_latin_gutter(search, gap, at)
	                    : is_han_gutter(gap);
	gutter = gutter ||
	         (is_wider_than_usual(search, gap, at) &&
	          head_gap_is_gutter(search->grid, search->chars, gap->from,
	                             gap->to, gap->after->t, gap->em_pt));
	/* A few letters beside a picture are no column. */
	return gutter && (gap->width_em >= GUTTER_WIDEST_EM ||
	                  (gap->left >= (size_t)GUTTER_CHARS &&
	                   gap->right >= (size_t)GUTTER_CHARS));
}

/* A character of an alphabet, or one of its marks: quotation marks and dashes that fill
 * an em are those of Chinese. */
static bool is_latin(const struct frame_char *c)
{
	return char_is_western(c->code) &&
	       (c->code < 0x2000 || c->s1 - c->s0 <= GUTTER_FULL_EM * c->em_pt);
}

static bool is_latin_gap(const struct frame_char *before,
                         const struct frame_char *after)
{
	return is_latin(before) && is_latin(after);
}

static struct gap gap_between(const struct frame_char *before,
                              const struct frame_char *after)
{
	float em = fmaxf(before->em_pt, after->em_pt);

	return (struct gap){
		.after = after,
		.from = before->end,
		.to = after->begin,
		.em_pt = em,
		.width_em = (after->begin - before->end) / em,
		.room_em = (after->s0 - before->s1) / em,
		.latin = is_latin_gap(before, after),
	};
}

static void cut_row(struct gutter_search *search, struct rows *cut,
                    size_t offset)
{
	size_t start = 0;

	for (size_t at = 1; at < search->line.count; at++) {
		struct gap gap =
			gap_between(&search->chars[search->line.row[at - 1]],
		                    &search->chars[search->line.row[at]]);

		if (!is_gutter(search, &gap, start, at))
			continue;
		*ARRAY_ADD(cut->items, cut->count, cut->cap) =
			(struct row){ offset + start, offset + at };
		start = at;
	}
	*ARRAY_ADD(cut->items, cut->count, cut->cap) =
		(struct row){ offset + start, offset + search->line.count };
}

void gutters_cut(struct rows *rows, const struct frame_char *chars,
                 struct char_grid *grid, const struct frame_rules *rules)
{
	struct gutter_search search = { .line.chars = chars,
		                        .chars = chars,
		                        .grid = grid,
		                        .rules = rules };
	struct rows cut = { .chars = rows->chars,
		            .char_count = rows->char_count };

	for (size_t i = 0; i < rows->count; i++) {
		search.line.row = rows->chars + rows->items[i].start;
		search.line.count = rows->items[i].end - rows->items[i].start;
		cut_row(&search, &cut, rows->items[i].start);
	}
	free(rows->items);
	free(search.near);
	*rows = cut;
}
