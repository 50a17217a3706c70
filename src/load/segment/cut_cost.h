/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_CUT_COST_H
#define LOAD_SEGMENT_CUT_COST_H

#include "load/segment/likeness.h"
#include "load/segment/text_runs.h"

#include <stdbool.h>
#include <stddef.h>

/* What it costs to cut a page into stories, as negative log likelihoods, from
 * cut_table.inc. */

#define CUT_COST_NEVER 1e9

/* How many units of a gap may go to the story before it, at least and at most;
 * and where those of the story after it begin at the latest and soonest. */
struct cut_limits {
	size_t before_min, before_max, after_min, after_max;
};

/* A head made of some units of a gap. */
struct head_cost {
	double form; /* whichever story it goes to; 0 without a line of a head */
	size_t lines;
	struct likeness likeness;
};

/* All that a gap's units cost, whichever story stands before them: worked out
 * once a gap, as every story that may reach there asks for it. */
struct gap_costs {
	struct cut_limits limits;
	struct head_cost *after;  /* owned; the nth: units [0, n) */
	struct head_cost *before; /* owned; from limits.after_min + n on */
	double *teasers; /* owned; a row for each end of the units before it */
	double gains[STORY_RUNS_MAX]; /* of going on: see likeness_of_texts() */
};

void gap_costs_init(struct gap_costs *costs, const struct text_runs *text_runs,
                    size_t gap);
void gap_costs_release(struct gap_costs *costs);

/* What is cut: the gap before text_run `gap`, where a story has stood since text_run
 * `start` (start == gap: the page begins). */
struct boundary {
	const struct text_runs *text_runs;
	size_t start, gap;
	double head_after_cost,
		head_before_cost;      /* of heads behind and before a text */
	const struct gap_costs *costs; /* of this gap; borrowed */
};

/* How heads may stand to the text: [start, end) of the gap's units, within the
 * limits; `second`: the story has a head already. */
double cut_cost_head_before(const struct boundary *boundary, size_t start);
double cut_cost_head_after(const struct boundary *boundary, size_t end);
double cut_cost_head_inside(const struct boundary *boundary, bool second);
double cut_cost_subheads(const struct boundary *boundary);
double cut_cost_teasers(const struct boundary *boundary, size_t start,
                        size_t end);

/* The text goes on over the gap; or breaks there. */
double cut_cost_continue(const struct boundary *boundary);
double cut_cost_begin(const struct boundary *boundary);

/* A story of text_runs [start, end) with so many runs of heads is whole. */
double cut_cost_story(const struct text_runs *text_runs, size_t start,
                      size_t end, int heads);

/* Are there bullets in [start, end)? */
bool gap_has_bullets(const struct boundary *boundary, size_t start, size_t end);

/* Does a teaser begin at unit `i` of the gap, of those from `start` on?  Where
 * there are bullets, one begins at each. */
bool gap_begins_teaser(const struct boundary *boundary, size_t start,
                       bool bullets, size_t i);

#endif
