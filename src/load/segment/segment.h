/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_SEGMENT_H
#define LOAD_SEGMENT_SEGMENT_H

#include "load/segment/cut_cost.h"
#include "load/segment/text_runs.h"

#include <stdbool.h>
#include <stddef.h>

/* What is done at the gaps between the text_runs of a page: the cheapest way from
 * its head to its foot, by the costs of cuts.h. */

enum gap_use {
	GAP_USE_BOUNDARY, /* a story begins; the gap is cut */
	GAP_USE_SUBHEADS,
	GAP_USE_HEAD, /* the gap is the head of the story around it */
};

struct gap_decision {
	enum gap_use use;
	size_t before_end,
		after_start; /* GAP_USE_BOUNDARY: [0, a) to the one before, [b, …) */
	double boundary_margin; /* how much dearer: a story begins, or goes on */
	double split_margin; /* and: a story begins, and the gap is cut elsewhere */
};

/* A page on which the cheapest way is being looked for. */
struct segmenter;

/* `text_runs` is borrowed until segment_free(). */
struct segmenter *segment_begin(const struct text_runs *text_runs);

/* Looks at some gaps more, and adds to *work as many lines as take as long; false
 * when the way is found. */
bool segment_step(struct segmenter *segmenter, size_t *work);

/* When it is: one for each gap, in an array the caller frees.  Margins are infinite
 * on a page of more than SEGMENT_GAPS_SURE gaps. */
#define SEGMENT_GAPS_SURE 400
struct gap_decision *segment_decisions(const struct segmenter *segmenter);

void segment_free(struct segmenter *segmenter); /* may be NULL */

/* The place of a gap before which no story has stood. */
struct boundary segment_place(const struct text_runs *text_runs, size_t gap);

#endif
