/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/gutters.h"

#include "base/mem.h"
#include "load/place/char_kind.h"
#include "load/place/place_weights.h"
#include "load/place/rules.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define WORD_SPACES     3  /* on each side that are measured */
#define WORD_SPACES_FAR 80 /* characters in which they are looked for */
#define LETTER_SPACES   5  /* on each side that are measured */

/* A gap between two characters of a row, and what the rows around it say of it. */
struct gap {
	const struct frame_char *before, *after;
	float from, to; /* free of ink */
	float em_pt;    /* the larger type beside it */
	float width_em;
	bool latin;
	float rows;          /* that leave it free, those of one side less */
	float least_em;      /* of it that all of them leave free */
	bool filled;         /* a row stands against it */
	size_t begins, ends; /* rows with an edge where the gap has its own */
	size_t left, right; /* characters beside it, of the row that has most */
};

struct gutter_search {
	const struct frame_char *chars;
	struct char_grid *grid;
	const struct frame_rules *rules;
	const size_t *row; /* characters of the row that is cut */
	size_t length;
	size_t *near; /* owned; scratch */
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

/* Asks the rows above (sign -1) or below (1) a gap whether they leave it free. */
static void ask_rows(struct gutter_search *search, struct gap *gap, float sign)
{
	float from = gap->from, to = gap->to, t = gap->after->t;

	for (int i = 0; i < (int)GUTTER_ROWS_MOST; i++) {
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
		gap->begins += fabsf(sides.begin - gap->to) <=
		               GUTTER_FLUSH_EM * gap->em_pt;
		gap->ends += fabsf(sides.end - gap->from) <=
		             GUTTER_FLUSH_EM * gap->em_pt;
		gap->least_em = fminf(gap->least_em, (to - from) / gap->em_pt);
	}
}

/* The room between two characters of the row that is cut, of which `at` is the latter. */
static float row_space(const struct gutter_search *search,
                       const struct gap *gap, size_t at)
{
	return (search->chars[search->row[at]].s0 -
	        search->chars[search->row[at - 1]].s1) /
	       gap->em_pt;
}

/* The median of at most `most` spaces of more than `least_em` next to the gap before `at`
 * in one direction; `usual` if there are none. */
static float median_space(const struct gutter_search *search,
                          const struct gap *gap, size_t at, int step,
                          float least_em, size_t most, float usual)
{
	float spaces[LETTER_SPACES];
	size_t count = 0, k = at;

	assert(most <= ARRAY_LEN(spaces));
	for (size_t i = 0; i < WORD_SPACES_FAR && count < most; i++) {
		float space;
		size_t j = count;

		k += (size_t)step;
		if (!k || k >= search->length)
			break;
		space = row_space(search, gap, k);
		if (space <= least_em)
			continue;
		for (; j && spaces[j - 1] > space; j--)
			spaces[j] = spaces[j - 1];
		spaces[j] = space;
		count++;
	}
	return count ? spaces[count / 2] : usual;
}

/* The smaller of the usual spaces on both sides of a gap: between letters of type that is
 * spaced out, or between words. */
static float letter_space(const struct gutter_search *search,
                          const struct gap *gap, size_t at)
{
	float left = median_space(search, gap, at, -1, -INFINITY, LETTER_SPACES,
	                          INFINITY);
	float right = median_space(search, gap, at, 1, -INFINITY, LETTER_SPACES,
	                           INFINITY);
	float space = fminf(left, right);

	return isfinite(space) ? space : 0;
}

static float word_space(const struct gutter_search *search,
                        const struct gap *gap, size_t at)
{
	float left = median_space(search, gap, at, -1, GUTTER_WORD_EM,
	                          WORD_SPACES, INFINITY);
	float right = median_space(search, gap, at, 1, GUTTER_WORD_EM,
	                           WORD_SPACES, INFINITY);
	float space = fminf(left, right);

	return isfinite(space) ? space : GUTTER_WORDS_USUAL_EM;
}

/*
 * In alphabets: lines that are flush show a gutter, be it narrow, for the words of other
 * rows begin and end there by chance alone.  Where no row is beside it, a gutter is much
 * wider than the spaces between the words of its row.
 */
static bool is_latin_gutter(const struct gutter_search *search,
                            const struct gap *gap, size_t at)
{
	float words = word_space(search, gap, at);
	size_t flush = gap->begins + gap->ends;

	if (gap->least_em >= GUTTER_FREE_EM && flush >= (size_t)GUTTER_FLUSH)
		return true;
	if (gap->width_em > GUTTER_LATIN_FREE_EM && !gap->filled)
		return true;
	if (gap->width_em <= GUTTER_WORDS * words)
		return false;
	return gap->rows >= GUTTER_LATIN_ROWS
	               ? flush >= (size_t)GUTTER_FLUSH_WIDE
	               : !gap->filled && gap->width_em > GUTTER_LATIN_EM;
}

static bool is_han_gutter(const struct gap *gap)
{
	float need = GUTTER_ROWS;

	if (gap->after->s0 - gap->before->s1 < GUTTER_INK_EM * gap->em_pt)
		need += GUTTER_ROWS_INK;
	if (gap->rows >= need && gap->least_em >= GUTTER_FREE_EM)
		return true;
	return gap->width_em > GUTTER_WIDE_EM &&
	       (gap->rows >= GUTTER_WIDE_ROWS || !gap->filled);
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
		gap->width_em -= fmaxf(letter_space(search, gap, at), 0);
	if (gap->width_em < GUTTER_GAP_EM)
		return false;
	gap->least_em = gap->width_em;
	gap->left = at - start;
	gap->right = search->length - at;
	ask_rows(search, gap, -1);
	ask_rows(search, gap, 1);
	gutter = gap->latin ? is_latin_gutter(search, gap, at)
	                    : is_han_gutter(gap);
	/* A few letters beside a picture are no column. */
	return gutter && (gap->width_em >= GUTTER_WIDEST_EM ||
	                  (gap->left >= (size_t)GUTTER_CHARS &&
	                   gap->right >= (size_t)GUTTER_CHARS));
}

static bool is_latin_gap(const struct frame_char *before,
                         const struct frame_char *after)
{
	return !before->han && char_is_western(after->code) &&
	       (char_is_western(before->code) ||
	        !char_closes_white(before->code));
}

static struct gap gap_between(const struct frame_char *before,
                              const struct frame_char *after)
{
	float em = fmaxf(before->em_pt, after->em_pt);

	return (struct gap){
		.before = before,
		.after = after,
		.from = before->end,
		.to = after->begin,
		.em_pt = em,
		.width_em = (after->begin - before->end) / em,
		.latin = is_latin_gap(before, after),
	};
}

static void cut_row(struct gutter_search *search, struct rows *cut,
                    size_t offset)
{
	size_t start = 0;

	for (size_t at = 1; at < search->length; at++) {
		struct gap gap =
			gap_between(&search->chars[search->row[at - 1]],
		                    &search->chars[search->row[at]]);

		if (!is_gutter(search, &gap, start, at))
			continue;
		*ARRAY_ADD(cut->items, cut->count, cut->cap) =
			(struct row){ offset + start, offset + at };
		start = at;
	}
	*ARRAY_ADD(cut->items, cut->count, cut->cap) =
		(struct row){ offset + start, offset + search->length };
}

void gutters_cut(struct rows *rows, const struct frame_char *chars,
                 struct char_grid *grid, const struct frame_rules *rules)
{
	struct gutter_search search = { .chars = chars,
		                        .grid = grid,
		                        .rules = rules };
	struct rows cut = { .chars = rows->chars,
		            .char_count = rows->char_count };

	for (size_t i = 0; i < rows->count; i++) {
		search.row = rows->chars + rows->items[i].start;
		search.length = rows->items[i].end - rows->items[i].start;
		cut_row(&search, &cut, rows->items[i].start);
	}
	free(rows->items);
	free(search.near);
	*rows = cut;
}
