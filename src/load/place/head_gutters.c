/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/head_gutters.h"

#include "load/place/place_weights.h"

#include <math.h>

bool head_gap_is_gutter(struct char_grid *grid, const struct frame_char *chars,
                        float from, float to, float t, float em_pt)
{
	struct grid_walk walk;
	const struct grid_item *item;
	float flush = 0;

	grid_walk_init(&walk, grid,
	               (struct grid_window){ from - em_pt, to + em_pt,
	                                     t + HEADS_BELOW_EM * em_pt,
	                                     t + HEADS_BELOW_MOST_EM * em_pt,
	                                     HEADS_SMALLEST * em_pt,
	                                     HEADS_SMALL * em_pt });
	while ((item = grid_walk_next(&walk))) {
		const struct frame_char *c = &chars[item->index];
		float off = HEADS_FLUSH_EM * c->em_pt;
		float free = fmaxf(from, to - GUTTER_GAP_EM * c->em_pt) + off;

		if (c->begin < to - off && c->end > free)
			return false;
		flush += fabsf(c->begin - to) <= off;
	}
	return flush >= HEADS_ROWS;
}
