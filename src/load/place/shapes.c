/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/shapes.h"

#include "base/mem.h"
#include "load/place/frame.h"
#include "load/place/place_weights.h"
#include "load/place/rules.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WHITE 0xffffff
/* With more rules a page is ruled paper, and what they enclose are no boxes. */
#define BOX_RULES_MOST 512
#define BOXES_COMPARED 64  /* of nearly one size */
#define GROUNDS_MOST   256 /* larger areas that a white one may stand on */

static bool is_white_fill(const struct page_shape *shape)
{
	return shape->kind == SHAPE_FILL && shape->rgb == WHITE;
}

/* The shape is a rule, or a dash that may be part of one. */
static bool may_be_rule(const struct page_shape *shape, float along,
                        float aside)
{
	return (aside < RULE_WIDE_PT ||
	        (aside < RULE_BAR_PT && along > RULE_BAR * aside)) &&
	       along > aside && (shape->straight || along > RULE_LONG_PT) &&
	       !is_white_fill(shape);
}

/* After dashes were joined: what is too short is none. */
static size_t drop_short(struct placed_rule *rules, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (rules[i].to - rules[i].from > RULE_LONG_PT)
			rules[kept++] = rules[i];
	return kept;
}

void page_rules_init(struct page_rules *rules, const struct page_chars *page)
{
	memset(rules, 0, sizeof *rules);
	for (size_t i = 0; i < page->shape_count; i++) {
		const struct page_shape *shape = &page->shapes[i];
		struct page_box box = shape->box;

		if (shape->kind == SHAPE_PICTURE)
			continue;
		if (may_be_rule(shape, box.y1 - box.y0, box.x1 - box.x0)) {
			*ARRAY_ADD(rules->down, rules->down_count,
			           rules->down_cap) =
				(struct placed_rule){ (box.x0 + box.x1) / 2,
				                      box.y0, box.y1 };
		}
		if (may_be_rule(shape, box.x1 - box.x0, box.y1 - box.y0)) {
			*ARRAY_ADD(rules->across, rules->across_count,
			           rules->across_cap) =
				(struct placed_rule){ (box.y0 + box.y1) / 2,
				                      box.x0, box.x1 };
		}
	}
	rules_sort(rules->down, &rules->down_count);
	rules_sort(rules->across, &rules->across_count);
	rules->down_count = drop_short(rules->down, rules->down_count);
	rules->across_count = drop_short(rules->across, rules->across_count);
}

void page_rules_release(struct page_rules *rules)
{
	free(rules->down);
	free(rules->across);
	memset(rules, 0, sizeof *rules);
}

static struct placed_rule *copy_rules(const struct placed_rule *rules,
                                      size_t count)
{
	struct placed_rule *copy = mem_alloc(count * sizeof *copy);

	if (count)
		memcpy(copy, rules, count * sizeof *copy);
	return copy;
}

/* t = width - x: rules down the page change their places, in the other order; those
 * across it change their ends. */
static void turn_rules(struct frame_rules *rules, float width_pt)
{
	size_t count = rules->along_s_count;

	for (size_t i = 0; i < count; i++)
		rules->along_s[i].at = width_pt - rules->along_s[i].at;
	for (size_t i = 0; i < count / 2; i++) {
		struct placed_rule swap = rules->along_s[i];

		rules->along_s[i] = rules->along_s[count - 1 - i];
		rules->along_s[count - 1 - i] = swap;
	}
	for (size_t i = 0; i < rules->along_t_count; i++) {
		struct placed_rule *rule = &rules->along_t[i];

		*rule = (struct placed_rule){ rule->at, width_pt - rule->to,
			                      width_pt - rule->from };
	}
}

void frame_rules_init(struct frame_rules *out, const struct page_rules *rules,
                      bool vertical, float page_width_pt)
{
	out->along_s_count = vertical ? rules->down_count : rules->across_count;
	out->along_t_count = vertical ? rules->across_count : rules->down_count;
	out->along_s = copy_rules(vertical ? rules->down : rules->across,
	                          out->along_s_count);
	out->along_t = copy_rules(vertical ? rules->across : rules->down,
	                          out->along_t_count);
	if (vertical)
		turn_rules(out, page_width_pt);
}

void frame_rules_release(struct frame_rules *rules)
{
	free(rules->along_s);
	free(rules->along_t);
	memset(rules, 0, sizeof *rules);
}

/* ------------------------------------------------------------- boxes and pictures */

static void add_box(struct placing *placing, struct page_box box, bool filled)
{
	*ARRAY_ADD(placing->boxes, placing->box_count,
	           placing->box_cap) = (struct placed_box){
		frame_of_box(placing->vertical, placing->chars->width_pt, box),
		filled
	};
}

static bool is_box(const struct page_chars *page,
                   const struct page_shape *shape)
{
	float page_area = page->width_pt * page->height_pt;
	float across = shape->box.x1 - shape->box.x0;
	float down = shape->box.y1 - shape->box.y0;
	float most = is_white_fill(shape) ? BOX_WHITE : BOX_PAGE;

	return shape->kind != SHAPE_PICTURE && shape->straight &&
	       across > BOX_ACROSS_PT && down > BOX_DOWN_PT &&
	       across * down < most * page_area;
}

void page_rules_add_frames(struct page_rules *rules,
                           const struct page_chars *page)
{
	for (size_t i = 0; i < page->shape_count; i++) {
		struct page_box box = page->shapes[i].box;
		struct placed_rule sides[] = { { box.x0, box.y0, box.y1 },
			                       { box.x1, box.y0, box.y1 },
			                       { box.y0, box.x0, box.x1 },
			                       { box.y1, box.x0, box.x1 } };

		if (page->shapes[i].kind != SHAPE_STROKE ||
		    !is_box(page, &page->shapes[i]))
			continue;
		for (size_t side = 0; side < 2; side++) {
			*ARRAY_ADD(rules->down, rules->down_count,
			           rules->down_cap) = sides[side];
			*ARRAY_ADD(rules->across, rules->across_count,
			           rules->across_cap) = sides[side + 2];
		}
	}
	rules_sort(rules->down, &rules->down_count);
	rules_sort(rules->across, &rules->across_count);
}

static float shape_area(const struct page_shape *shape)
{
	return (shape->box.x1 - shape->box.x0) *
	       (shape->box.y1 - shape->box.y0);
}

/* May a shape be the ground that a white area is seen on? */
static bool may_be_ground(const struct page_shape *shape)
{
	return shape->kind != SHAPE_STROKE &&
	       shape->box.x1 - shape->box.x0 > BOX_ACROSS_PT &&
	       shape->box.y1 - shape->box.y0 > BOX_DOWN_PT;
}

static bool shape_is_around(const struct page_shape *outer,
                            const struct page_shape *inner)
{
	return outer->box.x0 - BOX_SAME_PT < inner->box.x0 &&
	       outer->box.y0 - BOX_SAME_PT < inner->box.y0 &&
	       outer->box.x1 + BOX_SAME_PT > inner->box.x1 &&
	       outer->box.y1 + BOX_SAME_PT > inner->box.y1;
}

/* Is a white area seen: is the smallest larger one around it a picture, or not white?
 * Programs lay frames of white under text, which are not seen on white paper. */
static bool white_is_seen(const struct page_chars *page,
                          const struct page_shape *white)
{
	const struct page_shape *ground = NULL;
	size_t grounds = 0;

	for (size_t i = 0; i < page->shape_count && grounds < GROUNDS_MOST;
	     i++) {
		const struct page_shape *shape = &page->shapes[i];

		if (!may_be_ground(shape))
			continue;
		grounds++;
		if (shape_area(shape) > shape_area(white) &&
		    shape_is_around(shape, white) &&
		    (!ground || shape_area(shape) < shape_area(ground)))
			ground = shape;
	}
	return grounds == GROUNDS_MOST || (ground && !is_white_fill(ground));
}

static void boxes_of_shapes(struct placing *placing)
{
	const struct page_chars *page = placing->chars;

	for (size_t i = 0; i < page->shape_count; i++) {
		const struct page_shape *shape = &page->shapes[i];

		if (is_box(page, shape) &&
		    (!is_white_fill(shape) || white_is_seen(page, shape)))
			add_box(placing, shape->box, shape->kind == SHAPE_FILL);
	}
}

/* A rule down the page near one end of two rules across it covers the room between them, but
 * for its corners.  The rules may cross, `inside` of that end. */
static bool has_side(const struct page_rules *rules, float x, float inside,
                     float y0, float y1)
{
	float length = y1 - y0 - 2 * BOX_SAME_PT;

	return rules_between(rules->down, rules->down_count,
	                     fminf(x - BOX_SAME_PT, x + inside),
	                     fmaxf(x + BOX_SAME_PT, x + inside),
	                     y0 + BOX_SAME_PT, y1 - BOX_SAME_PT,
	                     length * .999f);
}

/* Boxes that have their top at a rule: to the nearest and to the farthest rule below it
 * that closes one. */
static void boxes_below(struct placing *placing, const struct page_rules *rules,
                        size_t top)
{
	const struct placed_rule *a = &rules->across[top];
	size_t first = NPOS, last = NPOS;

	for (size_t i = top + 1; i < rules->across_count; i++) {
		const struct placed_rule *b = &rules->across[i];

		if (b->at > a->at + BOX_DOWN_PT &&
		    fabsf(a->from - b->from) < BOX_SAME_PT &&
		    fabsf(a->to - b->to) < BOX_SAME_PT &&
		    has_side(rules, a->from, BOX_CROSS_PT, a->at, b->at) &&
		    has_side(rules, a->to, -BOX_CROSS_PT, a->at, b->at)) {
			first = first == NPOS ? i : first;
			last = i;
		}
	}
	if (first != NPOS)
		add_box(placing,
		        (struct page_box){ a->from, a->at, a->to,
		                           rules->across[first].at },
		        false);
	if (first != last)
		add_box(placing,
		        (struct page_box){ a->from, a->at, a->to,
		                           rules->across[last].at },
		        false);
}

static float box_area(const struct placed_box *box)
{
	return (box->at.s1 - box->at.s0) * (box->at.t1 - box->at.t0);
}

static int compare_boxes(const void *a, const void *b)
{
	const struct placed_box *x = a, *y = b;
	float sizes = box_area(x) - box_area(y);

	if (sizes == 0)
		sizes = x->at.t0 - y->at.t0;
	if (sizes == 0)
		sizes = x->at.s0 - y->at.s0;
	if (sizes == 0)
		return x->filled - y->filled;
	return (sizes > 0) - (sizes < 0);
}

static bool boxes_alike(const struct placed_box *a, const struct placed_box *b)
{
	return fabsf(a->at.s0 - b->at.s0) < BOX_SAME_PT &&
	       fabsf(a->at.s1 - b->at.s1) < BOX_SAME_PT &&
	       fabsf(a->at.t0 - b->at.t0) < BOX_SAME_PT &&
	       fabsf(a->at.t1 - b->at.t1) < BOX_SAME_PT;
}

static void drop_alike(struct placing *placing)
{
	size_t kept = 0;

	if (!placing->box_count)
		return;
	qsort(placing->boxes, placing->box_count, sizeof *placing->boxes,
	      compare_boxes);
	for (size_t i = 0; i < placing->box_count; i++) {
		const struct placed_box *box = &placing->boxes[i];
		bool alike = false;

		for (size_t k = kept; k > 0 && kept - k < BOXES_COMPARED; k--)
			alike = alike ||
			        boxes_alike(&placing->boxes[k - 1], box);
		if (!alike)
			placing->boxes[kept++] = *box;
	}
	placing->box_count = kept;
}

static void place_pictures(struct placing *placing)
{
	const struct page_chars *page = placing->chars;

	for (size_t i = 0; i < page->shape_count; i++) {
		struct page_box box = page->shapes[i].box;

		if (page->shapes[i].kind != SHAPE_PICTURE)
			continue;
		box.x0 = fmaxf(box.x0, 0);
		box.y0 = fmaxf(box.y0, 0);
		box.x1 = fminf(box.x1, page->width_pt);
		box.y1 = fminf(box.y1, page->height_pt);
		if (box.x1 - box.x0 <= PICTURE_LEAST_PT ||
		    box.y1 - box.y0 <= PICTURE_LEAST_PT ||
		    (box.x1 - box.x0) * (box.y1 - box.y0) >=
		            PICTURE_PAGE * page->width_pt * page->height_pt)
			continue;
		*ARRAY_ADD(placing->pictures, placing->picture_count,
		           placing->picture_cap) =
			frame_of_box(placing->vertical, page->width_pt, box);
	}
}

void shapes_place(struct placing *placing, const struct page_rules *rules)
{
	struct frame_rules main_rules;

	frame_rules_init(&main_rules, rules, placing->vertical,
	                 placing->chars->width_pt);
	placing->rules_along_s = main_rules.along_s;
	placing->along_s_count = placing->along_s_cap =
		main_rules.along_s_count;
	placing->rules_along_t = main_rules.along_t;
	placing->along_t_count = placing->along_t_cap =
		main_rules.along_t_count;
	boxes_of_shapes(placing);
	if (rules->across_count <= BOX_RULES_MOST)
		for (size_t i = 0; i < rules->across_count; i++)
			boxes_below(placing, rules, i);
	drop_alike(placing);
	place_pictures(placing);
}
