/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_CUT_COST_H
#define LOAD_SEGMENT_CUT_COST_H

#include "load/segment/likeness.h"
#include "load/segment/text_runs.h"

#include <stdbool.h>
#include <stddef.h>

/* What it costs to cut a page into stories, as negative log likelihoods, from
 * cut_table.inc. */

#define CUT_NEVER 1e9

/* How many units of a gap may go to the story before it, at least and at most;
 * and where those of the story after it begin at the latest and soonest. */
struct cut_limits {
	size_t before_min, before_max, after_min, after_max;
};

/* A head made of some units of a gap. */
struct head_price {
	double form; /* whichever story it goes to; 0 without a line of a head */
	size_t lines;
	struct likeness likeness;
};

/* All that a gap's units cost, whichever story stands before them: worked out
 * once a gap, as every story that may reach there asks for it. */
struct gap_prices {
	struct cut_limits limits;
	struct head_price *after;  /* owned; the nth: units [0, n) */
	struct head_price *before; /* owned; from limits.after_min + n on */
	double *teasers; /* owned; a row for each end of the units before it */
	double gains[STORY_CHUNKS]; /* of going on: see likeness_of_texts() */
};

void gap_prices_init(struct gap_prices *prices,
                     const struct text_runs *text_runs, size_t gap);
void gap_prices_release(struct gap_prices *prices);

/* What is cut: the gap before text_run `gap`, where a story has stood since text_run
 * `start` (start == gap: the page begins). */
struct cut_place {
	const struct text_runs *text_runs;
	size_t start, gap;
	double after_cost, before_cost;  /* of heads behind and before a text */
	const struct gap_prices *prices; /* of this gap; borrowed */
};

/* How heads may stand to the text: [start, end) of the gap's units, within the
 * limits; `second`: the story has a head already. */
double cut_head_before(const struct cut_place *place, size_t start);
double cut_head_after(const struct cut_place *place, size_t end);
double cut_head_inside(const struct cut_place *place, bool second);
double cut_subheads(const struct cut_place *place);
double cut_teasers(const struct cut_place *place, size_t start, size_t end);

/* The text goes on over the gap; or breaks there. */
double cut_goes_on(const struct cut_place *place);
double cut_breaks(const struct cut_place *place);

/* A story of text_runs [start, end) with so many runs of heads is whole. */
double cut_story(const struct text_runs *text_runs, size_t start, size_t end,
                 int heads);

/* Are there bullets in [start, end)? */
bool cut_has_bullets(const struct cut_place *place, size_t start, size_t end);

/* Does a teaser begin at unit `i` of the gap, of those from `start` on?  Where
 * there are bullets, one begins at each. */
bool cut_begins_teaser(const struct cut_place *place, size_t start,
                       bool bullets, size_t i);

#endif
