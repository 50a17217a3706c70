/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_CUTS_H
#define LOAD_CUTS_H

#include "load/chunks.h"

#include <stdbool.h>
#include <stddef.h>

/* What it costs to cut a page into stories, as negative log likelihoods, from
 * cut_table.inc. */

#define CUT_NEVER 1e9

/* What is cut: the gap before chunk `gap`, where a story has stood since chunk
 * `start` (start == gap: the page begins). */
struct cut_place {
	const struct chunks *chunks;
	size_t start, gap;
	double after_cost, before_cost; /* of heads behind and before a text */
};

/* How heads may stand to the text: [start, end) of the gap's pieces; `second`:
 * the story has a head already. */
double cut_head_before(const struct cut_place *place, size_t start);
double cut_head_after(const struct cut_place *place, size_t end);
double cut_head_inside(const struct cut_place *place, bool second);
double cut_subheads(const struct cut_place *place);
double cut_teasers(const struct cut_place *place, size_t start, size_t end);

/* The text goes on over the gap; or breaks there. */
double cut_goes_on(const struct cut_place *place);
double cut_breaks(const struct cut_place *place);

/* A story of chunks [start, end) with so many runs of heads is whole. */
double cut_story(const struct chunks *chunks, size_t start, size_t end,
                 int heads);

/* How many pieces of the gap may go to the story before it, at least and at
 * most; and where those of the story after it begin at the latest and soonest.
 */
struct cut_limits {
	size_t before_min, before_max, after_min, after_max;
};
struct cut_limits cut_limits(const struct cut_place *place);

/* Are there bullets in [start, end)? */
bool cut_has_bullets(const struct cut_place *place, size_t start, size_t end);

/* Does a teaser begin at piece `i` of the gap, of those from `start` on?  Where
 * there are bullets, one begins at each. */
bool cut_begins_teaser(const struct cut_place *place, size_t start,
                       bool bullets, size_t i);

#endif
