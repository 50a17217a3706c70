/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_SEGMENT_H
#define LOAD_SEGMENT_SEGMENT_H

#include "load/segment/cut_cost.h"
#include "load/segment/text_runs.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Segmentation of a page into stories: dynamic programming over the gaps between
 * its text runs finds the cheapest sequence of decisions by the costs of cut_cost.h.
 *
 * The state behind gap g is (r, h): the story of text run g began r text runs
 * before it (r < STORY_RUNS_MAX), and has a head (h = 1) or none so far (h = 0).
 *
 *   cost[g][0][h']     = min over r, h, split of
 *                        cost[g-1][r][h] + boundary(g, r, h, split)
 *   cost[g][r + 1][h'] = min over h, use of
 *                        cost[g-1][r][h] + continue(g, r, h, use)
 *
 * A split says which units of the gap are heads of the story before it, which are
 * teasers, and which are heads of the story behind it; h' follows from the split or the
 * use.  Behind the last text run only a boundary is possible.  Time:
 * O(gaps x STORY_RUNS_MAX x splits); a gap has at most (HEAD_LINES_MAX + 1)^2 splits.
 * Segmentation as a cheapest path: Utiyama and Isahara, A Statistical Model for
 * Domain-Independent Text Segmentation, ACL 2001.
 *
 * Where heads stand and how they are set differs from paper to paper: the second pass
 * uses what the first one counted on the page (head_priors.h).
 */

enum gap_use {
	GAP_USE_BOUNDARY, /* a story begins behind the gap; its units are split */
	GAP_USE_SUBHEADS, /* the story goes on; the units are subheads of it */
	GAP_USE_HEAD,     /* the story goes on; the units are its head */
};

struct gap_decision {
	enum gap_use use;
	/* Of a boundary: units [0, before_end) of the gap are heads of the story
	 * before it, [before_end, after_start) teasers, and those from
	 * after_start on heads of the story behind it. */
	size_t before_end, after_start;
	/* Min-marginals: how much more the cheapest segmentation costs in which
	 * the gap is no boundary where it is one here, or is one where it is
	 * none here.  CUT_COST_NEVER or more: there is no such segmentation. */
	double boundary_margin;
	/* The same for the cheapest segmentation in which the gap is a boundary
	 * that is split otherwise. */
	double split_margin;
};

/* A segmentation that is being computed. */
struct segmenter;

/* Begins one.  `text_runs` is borrowed until segment_free(); the caller frees the
 * result with that. */
struct segmenter *segment_begin(const struct text_runs *text_runs);

/* Does a bounded part of the work and adds to *work what it cost, in units of the time
 * that labelling a line takes.  Returns false when the segmentation is complete. */
bool segment_step(struct segmenter *segmenter, size_t *work);

/*
 * The decisions of a complete segmentation: text_runs->count + 1 of them, one for each
 * gap, in an array that the caller frees.  The first and the last one are
 * boundaries.  On a page of more than SEGMENT_GAPS_SURE gaps margins are not
 * computed and are INFINITY.
 */
#define SEGMENT_GAPS_SURE 400
struct gap_decision *segment_decisions(const struct segmenter *segmenter);

void segment_free(struct segmenter *segmenter); /* may be NULL */

#endif
