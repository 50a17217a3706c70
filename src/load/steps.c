/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/steps.h"

#include "base/mem.h"

#include <stdlib.h>

/* By the signs that price_step() looks at. */
#define STEP_KINDS (2 * 2 * 2 * 2 * 2 * END_COUNT)

static size_t kind_of(const struct printed_line *line,
                      const struct printed_line *prev,
                      const struct facts *prev_facts)
{
	size_t kind = (size_t)prev->end;

	kind = kind * 2 + line->blank;
	kind = kind * 2 + line->bracketed;
	kind = kind * 2 + price_is_stub(line);
	kind = kind * 2 + char_opens(char_first(line->text));
	return kind * 2 + prev_facts->jump_from;
}

void step_kinds_init(struct step_kinds *kinds)
{
	kinds->items = mem_alloc(STEP_KINDS * sizeof *kinds->items);
}

void step_kinds_release(struct step_kinds *kinds)
{
	free(kinds->items);
	kinds->items = NULL;
}

void step_kinds_forget(struct step_kinds *kinds)
{
	for (size_t i = 0; i < STEP_KINDS; i++)
		kinds->items[i].known = false;
}

static void add_way(struct ways *ways, int from, double cost)
{
	if (cost >= PRICE_NEVER)
		return;
	ways->items[ways->count].from = from;
	ways->items[ways->count++].cost = cost;
}

const struct steps *steps_between(struct step_kinds *kinds,
                                  const struct printed_line *line,
                                  const struct printed_line *prev,
                                  const struct facts *prev_facts,
                                  const struct habits *habits)
{
	struct steps *steps = &kinds->items[kind_of(line, prev, prev_facts)];

	if (steps->known)
		return steps;
	for (int b = 0; b < LABEL_COUNT; b++) {
		steps->other[b].count = steps->same[b].count = 0;
		for (int a = 0; a < LABEL_COUNT; a++) {
			add_way(&steps->other[b], a,
			        price_step((enum label)a, (enum label)b, false,
			                   line, prev, prev_facts, habits));
			if (a < LABELS_MEASURED && b < LABELS_MEASURED)
				add_way(&steps->same[b], a,
				        price_step((enum label)a, (enum label)b,
				                   true, line, prev, prev_facts,
				                   habits));
		}
	}
	steps->known = true;
	return steps;
}
