/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/step_cache.h"

#include "base/mem.h"
#include "load/label/step_cost.h"

#include <assert.h>
#include <stdlib.h>

/* Every feature that step_cost() looks at. */
size_t step_cache_key(const struct printed_line *line,
                      const struct printed_line *prev,
                      const struct line_features *prev_features)
{
	size_t key = (size_t)prev->end;

	key = key * 2 + line->blank;
	key = key * 2 + line->bracketed;
	key = key * 2 + step_is_salutation_stub(line);
	key = key * 2 + char_opens(char_first(line->text));
	return key * 2 + prev_features->jump_from;
}

void step_cache_init(struct step_cache *cache)
{
	*cache = (struct step_cache){ 0 };
}

void step_cache_release(struct step_cache *cache)
{
	for (size_t i = 0; i < STEP_KEYS; i++)
		free(cache->items[i]);
	*cache = (struct step_cache){ 0 };
}

void step_cache_forget(struct step_cache *cache)
{
	for (size_t i = 0; i < STEP_KEYS; i++)
		if (cache->items[i])
			cache->items[i]->known = false;
}

static void step_cache_add(struct predecessors *predecessors, int from,
                           double cost)
{
	if (cost >= COST_NEVER)
		return;
	predecessors->items[predecessors->count].from = from;
	predecessors->items[predecessors->count++].cost = cost;
}

const struct step_costs *
step_cache_get(struct step_cache *cache, size_t key,
               const struct printed_line *line, const struct printed_line *prev,
               const struct line_features *prev_features,
               const struct priors *priors)
{
	struct step_costs *steps;

	assert(key < STEP_KEYS);
	if (!cache->items[key])
		cache->items[key] = mem_alloc(sizeof *cache->items[key]);
	steps = cache->items[key];
	if (steps->known)
		return steps;
	for (int to = 0; to < LABEL_COUNT; to++) {
		steps->other_width[to].count = steps->same_width[to].count = 0;
		for (int from = 0; from < LABEL_COUNT; from++) {
			step_cache_add(&steps->other_width[to], from,
			               step_cost((enum label)from,
			                         (enum label)to, false, line,
			                         prev, prev_features, priors));
			if (from < LABELS_WITH_WIDTH && to < LABELS_WITH_WIDTH)
				step_cache_add(
					&steps->same_width[to], from,
					step_cost((enum label)from,
				                  (enum label)to, true, line,
				                  prev, prev_features, priors));
		}
	}
	steps->known = true;
	return steps;
}
