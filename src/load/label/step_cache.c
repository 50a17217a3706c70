/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/step_cache.h"

#include "base/mem.h"
#include "load/label/step_cost.h"

#include <stdlib.h>

/* By the signs that step_cost() looks at. */
#define STEP_KINDS (2 * 2 * 2 * 2 * 2 * END_COUNT)

static size_t kind_of(const struct printed_line *line,
                      const struct printed_line *prev,
                      const struct line_features *prev_facts)
{
	size_t kind = (size_t)prev->end;

	kind = kind * 2 + line->blank;
	kind = kind * 2 + line->bracketed;
	kind = kind * 2 + step_is_salutation_stub(line);
	kind = kind * 2 + char_opens(char_first(line->text));
	return kind * 2 + prev_facts->jump_from;
}

void step_cache_init(struct step_cache *kinds)
{
	kinds->items = mem_alloc(STEP_KINDS * sizeof *kinds->items);
}

void step_cache_release(struct step_cache *kinds)
{
	free(kinds->items);
	kinds->items = NULL;
}

void step_cache_forget(struct step_cache *kinds)
{
	for (size_t i = 0; i < STEP_KINDS; i++)
		kinds->items[i].known = false;
}

static void add_way(struct predecessors *ways, int from, double cost)
{
	if (cost >= COST_NEVER)
		return;
	ways->items[ways->count].from = from;
	ways->items[ways->count++].cost = cost;
}

const struct step_costs *step_cache_get(struct step_cache *kinds,
                                        const struct printed_line *line,
                                        const struct printed_line *prev,
                                        const struct line_features *prev_facts,
                                        const struct priors *priors)
{
	struct step_costs *steps =
		&kinds->items[kind_of(line, prev, prev_facts)];

	if (steps->known)
		return steps;
	for (int b = 0; b < LABEL_COUNT; b++) {
		steps->other[b].count = steps->same[b].count = 0;
		for (int a = 0; a < LABEL_COUNT; a++) {
			add_way(&steps->other[b], a,
			        step_cost((enum label)a, (enum label)b, false,
			                  line, prev, prev_facts, priors));
			if (a < LABELS_WITH_WIDTH && b < LABELS_WITH_WIDTH)
				add_way(&steps->same[b], a,
				        step_cost((enum label)a, (enum label)b,
				                  true, line, prev, prev_facts,
				                  priors));
		}
	}
	steps->known = true;
	return steps;
}
