/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/label_path.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

/* The best way to each label of a line. */
struct label_ways {
	float score[PATH_LABELS_MAX];
	uint8_t from[PATH_LABELS_MAX];
};

static void label_path_enter(const struct label_path *path, size_t line,
                             struct label_ways *ways,
                             const struct label_ways *before)
{
	const float *scores = &path->scores[line * (size_t)path->labels];

	for (int to = 0; to < path->labels; to++) {
		ways->score[to] =
			scores[to] +
			(before ? 0 : path->step(path->context, line, -1, to));
		for (int from = 0; before && from < path->labels; from++) {
			float score = before->score[from] + scores[to] +
			              path->step(path->context, line, from, to);

			if (from && score <= ways->score[to])
				continue;
			ways->score[to] = score;
			ways->from[to] = (uint8_t)from;
		}
	}
}

uint8_t *label_path_find(const struct label_path *path)
{
	uint8_t *labels = mem_alloc(path->lines + 1);
	struct label_ways *ways = mem_alloc((path->lines + 1) * sizeof *ways);
	int best = 0;

	assert(path->labels > 0 && path->labels <= PATH_LABELS_MAX);
	for (size_t i = 0; i < path->lines; i++)
		label_path_enter(path, i, &ways[i], i ? &ways[i - 1] : NULL);
	for (int k = 1; path->lines && k < path->labels; k++)
		if (ways[path->lines - 1].score[k] >
		    ways[path->lines - 1].score[best])
			best = k;
	for (size_t i = path->lines; i-- > 0;) {
		labels[i] = (uint8_t)best;
		best = ways[i].from[best];
	}
	free(ways);
	return labels;
}
