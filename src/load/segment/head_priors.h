/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_HEAD_PRIORS_H
#define LOAD_SEGMENT_HEAD_PRIORS_H

#include "load/lines/letter_style.h"
#include "load/segment/text_runs.h"

#include <stddef.h>

/*
 * Page-specific probabilities of heads: whether they stand before or behind their text,
 * and how headlines and subheads are set (in capitals, spaced out).  Both differ
 * from paper to paper, and so does whether headlines have bylines.  They are estimated by hard EM, as the signs of lines are
 * (load/label/priors.h): the first pass of the segmentation uses what is usual, the next
 * one adds what the pass before counted.  The costs are negative logs; those of
 * letter styles are relative to plain letters as they are usual, those of bylines to what
 * is usual.
 */
struct head_counts {
	double before, after; /* heads before and behind their text */
	double heads[LETTER_STYLES], subheads[LETTER_STYLES];
	/* Headlines without and with a byline that stand before their text. */
	double bylines[2];
};

struct head_priors {
	double before_cost, after_cost, inside_cost;
	double head_cost[LETTER_STYLES], subhead_cost[LETTER_STYLES];
	double byline_cost[2];
	/* Of subheads at a gap: papers have many of them or none.  The first one
	 * that was counted may be a headline. */
	double subheads_cost;
};

/* Sets the costs from what is usual, on a page in Latin letters or another one, and what was
 * counted (all 0: what is usual). */
void head_priors_set(struct head_priors *priors, bool latin,
                     const struct head_counts *counts);

/* Counts units [start, end) of a gap as one headline that stands before its text
 * (`before`) or behind it. */
void head_counts_add_head(struct head_counts *counts,
                          const struct text_runs *text_runs, size_t gap,
                          size_t start, size_t end, bool before);

/* Counts the units of a gap as subheads. */
void head_counts_add_subheads(struct head_counts *counts,
                              const struct text_runs *text_runs, size_t gap);

#endif
