/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/separators.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <stdlib.h>

/* Does a rule stand over a pull quote, or a short quote in the middle of a rule as long as
 * the column? */
static bool separators_is_over(const struct placing *placing,
                               const struct placed_rule *rule,
                               const struct frame_box *at)
{
	float em = placing->body_em, length = rule->to - rule->from;

	return frame_overlap(rule->from, rule->to,
	                     at->s0 - SEPARATOR_QUOTE_EM * em,
	                     at->s1 + SEPARATOR_QUOTE_EM * em) >
	               SEPARATOR_QUOTE_COVER * length ||
	       (length < QUOTE_WIDE_EM * em &&
	        fabsf(rule->from + rule->to - at->s0 - at->s1) < em);
}

bool rule_is_of_quote(const struct placing *placing,
                      const struct placed_rule *rule)
{
	float em = placing->body_em;

	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];
		const struct frame_box *at = &block->at;

		if (block->kind == BLOCK_QUOTE &&
		    separators_is_over(placing, rule, at) &&
		    (fabsf(at->t0 - rule->at) < SEPARATOR_QUOTE_ROOM_EM * em ||
		     fabsf(at->t1 - rule->at) < SEPARATOR_QUOTE_ROOM_EM * em))
			return true;
	}
	return false;
}

/* Is the block running text of several lines right under or above the rule? */
static bool separators_is_text_at(const struct placing *placing,
                                  const struct placed_block *block,
                                  const struct placed_rule *rule)
{
	float em = placing->body_em;
	const struct frame_box *at = &block->at;

	if (block->kind != BLOCK_TEXT || block->line_count < 2 ||
	    frame_overlap(rule->from, rule->to, at->s0, at->s1) <=
	            SEPARATOR_HEAD_COVER * (rule->to - rule->from))
		return false;
	return (at->t0 - rule->at > -em &&
	        at->t0 - rule->at < SEPARATOR_HEAD_BELOW_EM * em) ||
	       (rule->at - at->t1 > -em &&
	        rule->at - at->t1 < SEPARATOR_HEAD_ABOVE_EM * em);
}

bool rule_is_of_head(const struct placing *placing,
                     const struct placed_rule *rule)
{
	float em = placing->body_em;
	bool has_text = false;

	for (size_t i = 0; i < placing->block_count; i++) {
		const struct placed_block *block = &placing->blocks[i];

		if (!separators_is_text_at(placing, block, rule))
			continue;
		if (rule->to - rule->from >=
		            SEPARATOR_HEAD_WIDTH *
		                    (block->right - block->left) ||
		    rule->from <= block->at.s0 - em ||
		    rule->to >= block->at.s1 + em)
			return false;
		has_text = true;
	}
	return has_text;
}

static int separators_by_place(const void *a, const void *b)
{
	const struct placed_rule *one = a, *two = b;

	return (one->at > two->at) - (one->at < two->at);
}

void separators_init(struct separators *separators,
                     const struct placing *placing)
{
	bool checked = placing->along_s_count * placing->block_count <=
	               SEPARATORS_CHECKED;

	*separators = (struct separators){ .placing = placing };
	for (size_t i = 0; i < placing->along_s_count; i++) {
		const struct placed_rule *rule = &placing->rules_along_s[i];

		if (checked && (rule_is_of_quote(placing, rule) ||
		                rule_is_of_head(placing, rule)))
			continue;
		*ARRAY_ADD(separators->along_s, separators->count,
		           separators->cap) = *rule;
	}
	if (separators->count)
		qsort(separators->along_s, separators->count,
		      sizeof *separators->along_s, separators_by_place);
}

void separators_release(struct separators *separators)
{
	free(separators->along_s);
	*separators = (struct separators){ 0 };
}

/* Does the way from (a, x) to (b, y) cross the rule, x and y being places along it? */
static bool separators_crosses(const struct placed_rule *rule, float a, float b,
                               float x, float y, float longer)
{
	float at;

	if (rule->at <= fminf(a, b) || rule->at >= fmaxf(a, b))
		return false;
	at = x + (y - x) * (rule->at - a) / (b - a);
	return at > rule->from - longer && at < rule->to + longer;
}

size_t separators_between(const struct separators *separators,
                          struct frame_point a, struct frame_point b)
{
	const struct placing *placing = separators->placing;
	float longer = SEPARATOR_LONGER_EM * placing->body_em;
	size_t count = 0;

	for (size_t i = 0; i < separators->count; i++)
		count += separators_crosses(&separators->along_s[i], a.t, b.t,
		                            a.s, b.s, longer);
	for (size_t i = 0; i < placing->along_t_count; i++)
		count += separators_crosses(&placing->rules_along_t[i], a.s,
		                            b.s, a.t, b.t, longer);
	return count;
}
