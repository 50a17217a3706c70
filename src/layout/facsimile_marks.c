/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/facsimile_marks.h"

#include "base/mem.h"

#include <math.h>

/* A rule is so long, a thin area so thin and so much longer. */
#define RULE_EM    2.f
#define THIN_EM    .6f
#define RULE_SHAPE 4.f

/* The shares of a page from which on a mark is around or behind all of it. */
#define PAGE_SHARE  .7f
#define LINES_SHARE .8f

/* A picture has at most so many lines upon it, and is so large. */
#define PICTURE_LINES 3
#define PICTURE_EM    3.f

static struct facsimile_place mark_place(const struct facsimile *plan,
                                         const struct page_mark *mark)
{
	float right = mark->left_pt + mark->width_pt;
	float bottom = mark->top_pt + mark->height_pt;

	if (plan->vertical)
		return (struct facsimile_place){ mark->top_pt, bottom,
			                         plan->page->width_pt - right,
			                         plan->page->width_pt -
			                                 mark->left_pt };
	return (struct facsimile_place){ mark->left_pt, right, mark->top_pt,
		                         bottom };
}

/* A filled area may be as thin as a rule. */
static bool mark_is_rule(const struct facsimile *plan,
                         const struct page_mark *mark)
{
	float thin = fminf(mark->width_pt, mark->height_pt);
	float length = fmaxf(mark->width_pt, mark->height_pt);

	if (length < RULE_EM * plan->body_em_pt || length < RULE_SHAPE * thin)
		return false;
	return mark->kind == MARK_RULE ||
	       (mark->kind == MARK_BOX && thin < THIN_EM * plan->body_em_pt);
}

/* Does one rule of `rules`, which run along s, say the same as `at`? */
static bool rule_is_double(const struct facsimile_place *rules, size_t count,
                           const struct facsimile_place *at, float near_pt)
{
	for (size_t i = 0; i < count; i++)
		if (fabsf(rules[i].t0 - at->t0) < near_pt &&
		    facsimile_overlap(rules[i].s0, rules[i].s1, at->s0,
		                      at->s1) > (at->s1 - at->s0) / 2)
			return true;
	return false;
}

bool facsimile_is_parted(const struct facsimile *plan,
                         const struct facsimile_place *above,
                         const struct facsimile_place *below)
{
	float from = (above->t0 + above->t1) / 2;
	float to = (below->t0 + below->t1) / 2;
	float length = fminf(above->s1 - above->s0, below->s1 - below->s0);

	for (size_t r = 0; r < plan->rule_s_count; r++) {
		const struct facsimile_place *rule = &plan->rules_s[r];

		if (rule->t0 > from && rule->t1 < to &&
		    facsimile_overlap(rule->s0, rule->s1, above->s0,
		                      above->s1) > length / 2)
			return true;
	}
	return false;
}

/* Is the middle of a place inside another one? */
static bool place_holds(const struct facsimile_place *outer,
                        const struct facsimile_place *inner)
{
	float s = (inner->s0 + inner->s1) / 2, t = (inner->t0 + inner->t1) / 2;

	return s > outer->s0 && s < outer->s1 && t > outer->t0 && t < outer->t1;
}

static size_t lines_inside(const struct facsimile *plan,
                           const struct facsimile_place *at)
{
	size_t count = 0;

	for (size_t l = 0; l < plan->line_count; l++)
		count += place_holds(at, &plan->lines[l].at);
	return count;
}

static float place_area(const struct facsimile_place *at)
{
	return (at->s1 - at->s0) * (at->t1 - at->t0);
}

static bool is_around_page(const struct facsimile *plan,
                           const struct facsimile_place *at)
{
	return place_area(at) >
	       PAGE_SHARE * plan->page->width_pt * plan->page->height_pt;
}

static void mark_add_block(struct facsimile *plan, enum facsimile_kind kind,
                           struct facsimile_place at, float order_t)
{
	*ARRAY_ADD(plan->blocks, plan->block_count, plan->block_cap) =
		(struct facsimile_block){ .kind = kind,
		                          .article = NPOS,
		                          .at = at,
		                          .order_t = order_t,
		                          .box = NPOS };
}

static void marks_find_pictures(struct facsimile *plan)
{
	const struct page *page = plan->page;
	const float least = PICTURE_EM * plan->body_em_pt;

	for (size_t m = 0; m < page->mark_count; m++) {
		struct facsimile_place at = mark_place(plan, &page->marks[m]);
		bool again = false;

		if (page->marks[m].kind != MARK_PICTURE ||
		    at.t1 <= plan->body_t0 || at.s1 - at.s0 < least ||
		    at.t1 - at.t0 < least ||
		    plan->picture_count == FACSIMILE_MARKS_MOST ||
		    is_around_page(plan, &at) ||
		    lines_inside(plan, &at) > PICTURE_LINES)
			continue;
		for (size_t p = 0; p < plan->picture_count; p++)
			again = again || place_holds(&plan->pictures[p], &at);
		if (again)
			continue;
		*ARRAY_ADD(plan->pictures, plan->picture_count,
		           plan->picture_cap) = at;
		*ARRAY_ADD(plan->picture_marks, plan->picture_mark_count,
		           plan->picture_mark_cap) = &page->marks[m];
	}
}

static void marks_find_rules(struct facsimile *plan)
{
	const struct page *page = plan->page;

	for (size_t m = 0; m < page->mark_count; m++) {
		struct facsimile_place at = mark_place(plan, &page->marks[m]);

		if (!mark_is_rule(plan, &page->marks[m]) ||
		    at.t1 <= plan->body_t0)
			continue;
		if (at.s1 - at.s0 < at.t1 - at.t0) {
			if (plan->rule_t_count < FACSIMILE_MARKS_MOST)
				*ARRAY_ADD(plan->rules_t, plan->rule_t_count,
				           plan->rule_t_cap) = at;
		} else if (plan->rule_s_count < FACSIMILE_MARKS_MOST &&
		           !rule_is_double(plan->rules_s, plan->rule_s_count,
		                           &at, plan->pitch_pt / 2)) {
			*ARRAY_ADD(plan->rules_s, plan->rule_s_count,
			           plan->rule_s_cap) = at;
		}
	}
}

void facsimile_find_marks(struct facsimile *plan)
{
	marks_find_rules(plan);
	marks_find_pictures(plan);
}

/* Whether a box is one of plan->boxes, holds one, or stands in one. */
static bool box_is_nested(const struct facsimile *plan,
                          const struct facsimile_place *at)
{
	for (size_t b = 0; b < plan->box_count; b++)
		if (place_holds(at, &plan->boxes[b].at) ||
		    place_holds(&plan->boxes[b].at, at))
			return true;
	return false;
}

static void marks_find_boxes(struct facsimile *plan)
{
	const struct page *page = plan->page;

	for (size_t m = 0; m < page->mark_count; m++) {
		struct facsimile_place at = mark_place(plan, &page->marks[m]);
		size_t inside;

		if (page->marks[m].kind != MARK_BOX ||
		    mark_is_rule(plan, &page->marks[m]) ||
		    plan->box_count == FACSIMILE_MARKS_MOST ||
		    is_around_page(plan, &at) || box_is_nested(plan, &at))
			continue;
		inside = lines_inside(plan, &at);
		if (inside &&
		    (float)inside < LINES_SHARE * (float)plan->line_count)
			*ARRAY_ADD(plan->boxes, plan->box_count,
			           plan->box_cap) =
				(struct facsimile_box){ .at = at };
	}
}

/* Sets which blocks stand in the box; false: none does. */
static bool box_take_blocks(struct facsimile *plan, size_t box)
{
	bool any = false;

	for (size_t b = 0; b < plan->text_blocks; b++)
		if (place_holds(&plan->boxes[box].at, &plan->blocks[b].at)) {
			plan->blocks[b].box = box;
			any = true;
		}
	return any;
}

static void marks_add_edges(struct facsimile *plan)
{
	for (size_t b = 0; b < plan->box_count; b++) {
		struct facsimile_box *box = &plan->boxes[b];

		if (!box_take_blocks(plan, b)) {
			*box = plan->boxes[--plan->box_count];
			b--;
			continue;
		}
		box->first_edge = plan->block_count;
		mark_add_block(plan, FACSIMILE_EDGE, box->at, box->at.t0);
		box->last_edge = plan->block_count;
		mark_add_block(plan, FACSIMILE_EDGE, box->at, box->at.t1);
	}
}

void facsimile_add_marks(struct facsimile *plan)
{
	for (size_t r = 0; r < plan->rule_s_count; r++)
		mark_add_block(plan, FACSIMILE_RULE, plan->rules_s[r],
		               plan->rules_s[r].t0);
	for (size_t p = 0; p < plan->picture_count; p++) {
		mark_add_block(plan, FACSIMILE_PICTURE, plan->pictures[p],
		               plan->pictures[p].t0 + plan->pitch_pt / 2);
		plan->blocks[plan->block_count - 1].mark =
			plan->picture_marks[p];
	}
	marks_find_boxes(plan);
	marks_add_edges(plan);
}
