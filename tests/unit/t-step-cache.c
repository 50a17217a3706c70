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

static void assert_ways(const struct predecessors *ways, bool same, int to,
                        const struct printed_line *line,
                        const struct printed_line *prev,
                        const struct priors *priors)
{
	const struct line_features facts = line_features_of(prev);

	for (size_t i = 0; i < ways->count; i++) {
		int from = ways->items[i].from;
		double cost = step_cost((enum label)from, (enum label)to, same,
		                        line, prev, &facts, priors);

		if (cost != ways->items[i].cost)
			fail_msg("'%s' behind '%s', %d to %d: %g for %g",
			         line->text.ptr, prev->text.ptr, from, to,
			         ways->items[i].cost, cost);
	}
}

/* What was kept of a kind of steps is what each step of it costs. */
static void a_step_costs_what_its_kind_does(void **state)
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
	struct step_cache kinds;
	struct priors priors;

	(void)state;
	priors_set(&priors, BLANK_IS_SIGN, &none);
	step_cache_init(&kinds);
	for (size_t p = 0; p < ARRAY_LEN(lines); p++)
		for (size_t l = 0; l < ARRAY_LEN(lines); l++) {
			const struct line_features facts =
				line_features_of(&lines[p]);
			const struct step_costs *steps = step_cache_get(
				&kinds, &lines[l], &lines[p], &facts, &priors);

			for (int to = 0; to < LABEL_COUNT; to++) {
				assert_ways(&steps->other[to], false, to,
				            &lines[l], &lines[p], &priors);
				assert_ways(&steps->same[to], true, to,
				            &lines[l], &lines[p], &priors);
			}
		}
	step_cache_release(&kinds);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_step_costs_what_its_kind_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
