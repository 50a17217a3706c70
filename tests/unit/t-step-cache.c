/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/step_cache.h"

#include "base/mem.h"
#include "load/label/step_cost.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct printed_line line_of(const char *text, enum line_end end,
                                   bool blank, double em)
{
	return (struct printed_line){ .text = str_from(text),
		                      .end = end,
		                      .blank = blank,
		                      .lo_em = em,
		                      .hi_em = em };
}

static void assert_predecessors(const struct predecessors *predecessors,
                                bool same, int to,
                                const struct printed_line *line,
                                const struct printed_line *prev,
                                const struct priors *priors)
{
	const struct line_features features = line_features_of(prev);

	for (size_t i = 0; i < predecessors->count; i++) {
		int from = predecessors->items[i].from;
		double cost = step_cost((enum label)from, (enum label)to, same,
		                        line, prev, &features, priors);

		if (cost != predecessors->items[i].cost)
			fail_msg(
				"'%s' behind '%s', label %d to %d: the cache has %g, "
				"the step costs %g",
				line->text.ptr, prev->text.ptr, from, to,
				predecessors->items[i].cost, cost);
	}
}

/* The cache has the same costs as step_cost() for all pairs of lines. */
static void cached_costs_are_those_of_each_step(void **state)
{
	const struct printed_line lines[] = {
		line_of("答：", END_COLON, false, 2),
		line_of("编辑同志：", END_COLON, false, 5),
		line_of("“新船来了", END_OPEN, true, 5),
		line_of("船工老周说，", END_COMMA, false, 6),
		line_of("雨天不再打滑。", END_SENTENCE, true, 7),
		line_of("（上接第1版）", END_OPEN, false, 6),
		line_of("（下转第2版）", END_OPEN, true, 6),
	};
	const struct prior_counts none = { 0 };
	struct step_cache cache;
	struct priors priors;

	(void)state;
	priors_set(&priors, BLANK_IS_SIGN, false, &none);
	step_cache_init(&cache);
	for (size_t p = 0; p < ARRAY_LEN(lines); p++)
		for (size_t l = 0; l < ARRAY_LEN(lines); l++) {
			const struct line_features features =
				line_features_of(&lines[p]);
			const struct step_costs *steps = step_cache_get(
				&cache,
				step_cache_key(&lines[l], &lines[p], &features),
				&lines[l], &lines[p], &features, &priors);

			for (int to = 0; to < LABEL_COUNT; to++) {
				assert_predecessors(&steps->other_width[to],
				                    false, to, &lines[l],
				                    &lines[p], &priors);
				assert_predecessors(&steps->same_width[to],
				                    true, to, &lines[l],
				                    &lines[p], &priors);
			}
		}
	step_cache_release(&cache);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cached_costs_are_those_of_each_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
