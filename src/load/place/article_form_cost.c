/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/article_form_cost.h"

#include "base/mem.h"
#include "load/place/head_cost.h"
#include "load/place/place_weights.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define MEASURES_FEW 32 /* columns whose widths need no memory */
#define COLOUR_SAME                                                            \
 0x808080 /* the bits of rgb in which dark colours are alike */

static const struct placed_column *form_column(const struct article_form *form,
                                               size_t i)
{
	return &form->placing->columns[form->columns[i]];
}

static float form_room(float a0, float a1, float b0, float b1)
{
	return fmaxf(0, -frame_overlap(a0, a1, b0, b1));
}

/* The first column stands at the head's edge, or the head over the middle of all. */
static float form_cost_off(const struct article_form *form,
                           const struct placed_head *head)
{
	const struct frame_box *first = &form_column(form, 0)->at;
	float em = form->placing->body_em, s0 = first->s0, s1 = first->s1;
	float aside, off;

	if (head_is_at_side(form->placing, form->columns[0], form->head))
		return 0;
	for (size_t i = 1; i < form->count; i++) {
		s0 = fminf(s0, form_column(form, i)->at.s0);
		s1 = fmaxf(s1, form_column(form, i)->at.s1);
	}
	aside = fabsf((s0 + s1) / 2 - (head->at.s0 + head->at.s1) / 2);
	off = fminf(fabsf(first->s0 - head->at.s0), LEAD_MIDDLE * aside) / em;
	return LEAD_OFF_PER_EM * fminf(off, LEAD_OFF_MOST_EM) +
	       LEAD_GAP_PER_EM * fmaxf(0, first->t0 - head->at.t1) / em;
}

/* Is a head of small type alone, neither bold nor as large as text? */
static bool form_head_is_small(const struct placing *placing,
                               const struct placed_head *head)
{
	for (size_t i = 0; i < head->block_count; i++)
		if (placing->blocks[head->blocks[i]].kind != BLOCK_SMALL)
			return false;
	return true;
}

static float form_cost_lead(const struct article_form *form)
{
	const struct placed_head *head = &form->placing->heads[form->head];
	const struct column_end *first = &form->ends[form->columns[0]];
	const struct column_above *upper = &form->above[form->columns[0]];
	float cost = 0;

	if (first->subhead && !head->across)
		cost += LEAD_SUBHEAD;
	if (form->placing->indent_em && !first->set_in && !first->greets &&
	    !form_column(form, 0)->latin)
		cost += LEAD_FLUSH;
	if (form_head_is_small(form->placing, head) &&
	    (upper->kind != ABOVE_IS_HEAD || upper->index != form->head))
		cost += LEAD_SMALLER;
	return head->across ? cost : cost + form_cost_off(form, head);
}

static bool form_has(const struct article_form *form, size_t column)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->columns[i] == column)
			return true;
	return false;
}

/* Does the column stand right under the head, or the head at its side? */
static bool form_is_under_head(const struct article_form *form, size_t i)
{
	const struct column_above *upper = &form->above[form->columns[i]];

	return (upper->kind == ABOVE_IS_HEAD && upper->index == form->head) ||
	       head_is_at_side(form->placing, form->columns[i], form->head);
}

/* Is the column level with one that stands right under the head? */
static bool form_is_level(const struct article_form *form, size_t i)
{
	float t0 = form_column(form, i)->at.t0;

	for (size_t j = 0; j < form->count; j++)
		if (form_is_under_head(form, j) &&
		    fabsf(form_column(form, j)->at.t0 - t0) <
		            HEAD_LEVEL_EM * form->placing->body_em)
			return true;
	return false;
}

static float form_cost_above(const struct article_form *form, size_t i)
{
	const struct placed_column *column = form_column(form, i);
	const struct column_above *upper = &form->above[form->columns[i]];
	const struct frame_box *head = &form->placing->heads[form->head].at;
	float em = form->placing->body_em;
	float under = fmaxf(0, (column->at.t0 - head->t1) / em - ABOVE_FREE_EM);
	float white =
		fmaxf(0, (column->at.t0 - upper->foot) / em - ABOVE_FREE_EM);

	if (upper->kind == ABOVE_IS_NOTHING || form_is_level(form, i))
		return ABOVE_WHITE_PER_EM * under;
	if (upper->kind == ABOVE_IS_HEAD)
		return ABOVE_HEAD;
	if (upper->kind == ABOVE_IS_COLUMN && !form_has(form, upper->index) &&
	    form->placing->columns[upper->index].inside == column->inside)
		return ABOVE_FOREIGN;
	return ABOVE_INSET_PER_EM * white;
}

/* Of text without a head: one of its columns stands under a head. */
static float form_cost_under_head(const struct article_form *form, size_t i)
{
	const struct column_above *upper = &form->above[form->columns[i]];

	return upper->kind == ABOVE_IS_HEAD && form->count > 1 &&
	                       !form->placing->heads[upper->index].across
	               ? ABOVE_OTHER_HEAD
	               : 0;
}

static int form_by_width(const void *a, const void *b)
{
	const float *one = a, *two = b;

	return (*one > *two) - (*one < *two);
}

/* The median of the widths of the columns. */
static float form_measure(const struct article_form *form)
{
	float few[MEASURES_FEW], *widths = few, median;

	if (form->count > MEASURES_FEW)
		widths = mem_alloc(form->count * sizeof *widths);
	for (size_t i = 0; i < form->count; i++)
		widths[i] = form_column(form, i)->right -
		            form_column(form, i)->left;
	qsort(widths, form->count, sizeof *widths, form_by_width);
	median = widths[form->count / 2];
	if (widths != few)
		free(widths);
	return median;
}

static size_t form_lines(const struct placing *placing,
                         const struct placed_column *column)
{
	size_t count = 0;

	for (size_t i = 0; i < column->block_count; i++)
		count += placing->blocks[column->blocks[i]].line_count;
	return count;
}

/* The columns are set in one type and to one measure, all in one box or none. */
static float form_cost_type(const struct article_form *form, size_t i,
                            float measure)
{
	const struct placed_column *column = form_column(form, i);
	const struct placed_column *first = form_column(form, 0);
	float em = form->placing->body_em;
	float off = fabsf(column->right - column->left - measure) / em;
	float cost = 0;

	if (fabsf(column->em_pt - first->em_pt) > ARTICLE_SIZE_EM * em)
		cost += ARTICLE_SIZE;
	if ((column->rgb ^ first->rgb) & COLOUR_SAME)
		cost += ARTICLE_SIZE;
	if (off > ARTICLE_MEASURE_EM &&
	    form_lines(form->placing, column) >= ARTICLE_MEASURE_LINES)
		cost += fminf(ARTICLE_MEASURE_MOST,
		              ARTICLE_MEASURE_PER_EM * off);
	if (column->inside != first->inside)
		cost += ARTICLE_BOX;
	return cost;
}

/* Do rules between two columns part them: do they begin above both? */
static size_t form_separators(const struct placing *placing,
                              const struct frame_box *a,
                              const struct frame_box *b)
{
	float em = placing->body_em, top = fminf(a->t0, b->t0);
	float t0 = fmaxf(a->t0, b->t0), t1 = fminf(a->t1, b->t1);
	size_t count = 0;

	for (size_t i = 0; i < placing->along_t_count; i++) {
		const struct placed_rule *rule = &placing->rules_along_t[i];

		count +=
			rule->at > fminf(a->s1, b->s1) - ARTICLE_RULE_EM * em &&
			rule->at < fmaxf(a->s0, b->s0) + ARTICLE_RULE_EM * em &&
			frame_overlap(rule->from, rule->to, t0, t1) >
				ARTICLE_RULE_SHARE * (t1 - t0) &&
			rule->from < top - ARTICLE_RULE_ABOVE_EM * em;
	}
	return count;
}

/* How far one column is from another, in em beyond what is usual in an article. */
static float form_apart_em(const struct placing *placing,
                           const struct frame_box *a, const struct frame_box *b)
{
	float em = placing->body_em;
	float s = form_room(a->s0, a->s1, b->s0, b->s1) / em;
	float t = form_room(a->t0, a->t1, b->t0, b->t1) / em;
	float apart = s + t;

	if (t > 0 && frame_overlap(a->s0, a->s1, b->s0, b->s1) > 0)
		apart = ARTICLE_UNDER * t + 1;
	apart = fmaxf(0, apart - ARTICLE_APART_FREE_EM);
	if (frame_overlap(a->t0, a->t1, b->t0, b->t1) > 0)
		apart += ARTICLE_SEPARATOR_EM *
		         (float)form_separators(placing, a, b);
	return apart;
}

/* Does column `i` go on in mid sentence from the one before, wherever that stands? */
static bool form_goes_on(const struct article_form *form, size_t i)
{
	return i > 0 && i < form->count && form->ends[form->columns[i]].small &&
	       column_ends_go_on(form->placing, form->ends,
	                         form->columns[i - 1], form->columns[i]);
}

static float form_cost_apart(const struct article_form *form, size_t i)
{
	float best = INFINITY;

	if (form_goes_on(form, i) || form_goes_on(form, i + 1))
		return 0;
	for (size_t j = 0; j < form->count; j++)
		if (j != i)
			best = fminf(best,
			             form_apart_em(form->placing,
			                           &form_column(form, i)->at,
			                           &form_column(form, j)->at));
	return form->count > 1
	               ? fminf(ARTICLE_APART_MOST, ARTICLE_APART_PER_EM * best)
	               : 0;
}

float article_form_cost(const struct article_form *form)
{
	bool under =
		form->head != NPOS && !form->placing->heads[form->head].across;
	float cost = form->head != NPOS ? form_cost_lead(form) : 0;
	float measure = form_measure(form);

	assert(form->count);
	for (size_t i = 0; i < form->count; i++) {
		if (under)
			cost += form_cost_above(form, i);
		else if (form->head == NPOS)
			cost += form_cost_under_head(form, i);
		cost += form_cost_type(form, i, measure) +
		        form_cost_apart(form, i);
	}
	return cost;
}
