/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/rules.h"

#include "base/mem.h"
#include "load/place/place_weights.h"

#include <stdlib.h>

static int compare(float a, float b)
{
	return (a > b) - (a < b);
}

static int compare_places(const void *a, const void *b)
{
	const struct placed_rule *x = a, *y = b;
	int order = compare(x->at, y->at);

	order = order ? order : compare(x->from, y->from);
	return order ? order : compare(x->to, y->to);
}

static int compare_starts(const void *a, const void *b)
{
	const struct placed_rule *x = a, *y = b;
	int order = compare(x->from, y->from);

	order = order ? order : compare(x->to, y->to);
	return order ? order : compare(x->at, y->at);
}

/* Joins rules of one place, sorted by where they begin; gives how many are left. */
static size_t join_dashes(struct placed_rule *rules, size_t count)
{
	size_t kept = 0;
	float longest = 0;

	for (size_t i = 0; i < count; i++) {
		struct placed_rule rule = rules[i];
		float length = rule.to - rule.from;

		if (kept && rule.from <= rules[kept - 1].to + RULE_JOIN_PT) {
			if (rule.to > rules[kept - 1].to)
				rules[kept - 1].to = rule.to;
			if (length > longest) {
				rules[kept - 1].at = rule.at;
				longest = length;
			}
			continue;
		}
		rules[kept++] = rule;
		longest = length;
	}
	return kept;
}

void rules_sort(struct placed_rule *rules, size_t *count)
{
	size_t kept = 0;

	if (!*count)
		return;
	qsort(rules, *count, sizeof *rules, compare_places);
	for (size_t start = 0, end; start < *count; start = end) {
		size_t left;

		for (end = start; end < *count; end++)
			if (rules[end].at > rules[start].at + RULE_SAME_PT)
				break;
		qsort(rules + start, end - start, sizeof *rules,
		      compare_starts);
		left = join_dashes(rules + start, end - start);
		for (size_t i = 0; i < left; i++)
			rules[kept++] = rules[start + i];
	}
	*count = kept;
	qsort(rules, *count, sizeof *rules, compare_places);
}

bool rules_between(const struct placed_rule *rules, size_t count, float at0,
                   float at1, float from, float to, float least)
{
	size_t i, end;

	ARRAY_FIND(i, count, rules[i].at < at0);
	end = count - i < RULES_SEEN_MOST ? count : i + RULES_SEEN_MOST;
	for (; i < end && rules[i].at <= at1; i++)
		if (frame_overlap(rules[i].from, rules[i].to, from, to) >=
		    least)
			return true;
	return false;
}
