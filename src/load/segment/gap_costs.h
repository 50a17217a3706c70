/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_GAP_COSTS_H
#define LOAD_SEGMENT_GAP_COSTS_H

#include "load/segment/likeness.h"
#include "load/segment/text_runs.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What the units of a gap between two text runs cost as headlines and as teasers,
 * whichever story stands before them: computed once for a gap, because the segmentation
 * reads it for each of its states.  Costs are negative log likelihoods with the weights
 * of gap_costs_table.inc.
 */

#define HEAD_LINES_MAX 14 /* units of a gap that one headline has at most */

/* The splits of a gap that are possible: before_min <= before_end <= before_max,
 * after_min <= after_start <= after_max, and before_end <= after_start (units of
 * the gap, see struct gap_decision in segment.h).  A jump ends the heads it stands
 * among; one that leads away belongs to the text before it, one that comes from
 * another page to the text behind it. */
struct cut_limits {
	size_t before_min, before_max, after_min, after_max;
};

/* A headline made of some units of a gap. */
struct head_cost {
	double form;  /* whichever story it goes to; 0 without a head line */
	size_t lines; /* units that are head lines */
	struct likeness likeness;
};

struct gap_costs {
	struct cut_limits limits;
	/* Owned; [n] is of units [0, n), for n up to limits.before_max, and up
	 * to the number of units if that is at most HEAD_LINES_MAX. */
	struct head_cost *after;
	/* Owned; [n] is of the units from limits.after_min + n on. */
	struct head_cost *before;
	double *teasers;              /* owned; see gap_costs_teasers() */
	double gains[STORY_RUNS_MAX]; /* see likeness_of_texts() */
};

/* `gap` counts from 0 (before the first text run) to text_runs->count. */
void gap_costs_init(struct gap_costs *costs, const struct text_runs *text_runs,
                    size_t gap);
void gap_costs_release(struct gap_costs *costs);

/* What units [start, end) of the gap cost as teasers; `start` and `end` are within the
 * limits of before_end and after_start. */
double gap_costs_teasers(const struct gap_costs *costs, size_t start,
                         size_t end);

/* Does a bullet, or an indent as of one, stand before some unit in [start, end) of gap
 * `gap`? */
bool gap_has_bullets(const struct text_runs *text_runs, size_t gap,
                     size_t start, size_t end);

/* Does a teaser begin at unit `i` of gap `gap`, where teasers begin at unit `start`?
 * Where they have `bullets` one begins at each bullet, else behind each blank line; one
 * begins behind each jump. */
bool gap_begins_teaser(const struct text_runs *text_runs, size_t gap,
                       size_t start, bool bullets, size_t i);

#endif
