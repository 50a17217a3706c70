/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_CUT_COST_H
#define LOAD_SEGMENT_CUT_COST_H

#include "load/segment/gap_costs.h"
#include "load/segment/head_priors.h"
#include "load/segment/text_runs.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The costs of decisions at the gaps of a page (segment.h), as negative log
 * likelihoods with the weights of cut_cost_table.inc.  The cost of a segmentation is
 * the sum over its gaps: a boundary costs
 *
 *   cut_cost_begin + cut_cost_story of the story that ends there, except at gap 0
 *   + cut_cost_head_after if units before `before_end` are heads of that story
 *   + gap_costs_teasers of [before_end, after_start)
 *   + cut_cost_head_before if units from `after_start` on are heads of the next one,
 *
 * and a story that goes on costs cut_cost_continue + cut_cost_subheads or
 * cut_cost_head_inside.
 */

/* A cost of this size or more: not possible. */
#define CUT_COST_NEVER 1e9

/* A candidate boundary: the gap before text run `gap`, where the story before it
 * consists of text runs [start, gap); start == gap == 0 at the head of the page. */
struct boundary {
	const struct text_runs *text_runs; /* borrowed */
	size_t start, gap;
	const struct head_priors *priors; /* of the page; borrowed */
	const struct gap_costs *costs;    /* of this gap; borrowed */
};

/* A story begins at the gap, without its heads. */
double cut_cost_begin(const struct boundary *boundary);

/* Units [0, end) of the gap are heads of the story before it. */
double cut_cost_head_after(const struct boundary *boundary, size_t end);

/* Units from `start` on are heads of the story behind the gap. */
double cut_cost_head_before(const struct boundary *boundary, size_t start);

/* The story goes on over the gap, without the units that stand there. */
double cut_cost_continue(const struct boundary *boundary);

/* The units of the gap are the head of the story, which has another head before the gap
 * if `second`; CUT_COST_NEVER where they cannot be. */
double cut_cost_head_inside(const struct boundary *boundary, bool second);

/* The units of the gap are subheads; CUT_COST_NEVER where they cannot be. */
double cut_cost_subheads(const struct boundary *boundary);

/* A story consists of text runs [start, end), has `heads` runs of heads at gaps, and is
 * complete. */
double cut_cost_story(const struct text_runs *text_runs, size_t start,
                      size_t end, int heads);

#endif
