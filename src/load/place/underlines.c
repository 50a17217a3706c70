/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/underlines.h"

#include "base/mem.h"
#include "load/place/line_index.h"
#include "load/place/place_weights.h"

/* Does a rule stand right under words of a line, and nowhere else? */
static bool underlines_is_under(struct line_index *index,
                                const struct placed_rule *rule)
{
	const struct placing *placing = index->placing;
	float em = placing->body_em;
	struct line_walk walk;
	size_t i;

	line_walk_init(
		&walk, index,
		(struct line_window){
			rule->from, rule->to,
			rule->at - UNDERLINE_BELOW_EM * UNDERLINE_LARGE * em,
			rule->at - UNDERLINE_ABOVE_EM * em / UNDERLINE_LARGE,
			em / UNDERLINE_LARGE, em * UNDERLINE_LARGE });
	while ((i = line_walk_next(&walk)) != NPOS) {
		const struct placed_line *line = &placing->lines[i];
		float below = (rule->at - line->t) / line->em_pt;
		float out = UNDERLINE_OUT_EM * line->em_pt;

		if (below > UNDERLINE_ABOVE_EM && below < UNDERLINE_BELOW_EM &&
		    rule->from > line->s0 - out && rule->to < line->s1 + out)
			return true;
	}
	return false;
}

static size_t underlines_drop_from(struct line_index *index,
                                   struct placed_rule *rules, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (!underlines_is_under(index, &rules[i]))
			rules[kept++] = rules[i];
	return kept;
}

void underlines_drop(struct placing *placing, struct page_rules *rules)
{
	struct line_index index;

	if (placing->vertical || !rules->across_count)
		return;
	line_index_init(&index, placing, false);
	rules->across_count = underlines_drop_from(&index, rules->across,
	                                           rules->across_count);
	placing->along_s_count = underlines_drop_from(
		&index, placing->rules_along_s, placing->along_s_count);
	placing->work += index.steps;
	line_index_release(&index);
}
