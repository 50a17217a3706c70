/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_SEGMENT_GROUPED_HEADS_H
#define LOAD_SEGMENT_GROUPED_HEADS_H

#include "load/segment/stories.h"
#include "load/segment/text_runs.h"

/*
 * Headlines that stand together above the first of their texts, as on a front page whose
 * headlines are set side by side: the texts follow each other without heads of
 * their own.
 *
 * The head lines above a story, parted at blank lines, are distributed in order over it and
 * the headless stories behind it.  Dynamic programming over (pieces, stories) finds the
 * cheapest distribution by the likeness of heads and texts (likeness.h): a story takes
 * pieces that follow each other, or none, and a piece that no story takes is a teaser.
 * It replaces the one of the segmentation where it is cheaper by GROUP_COST.
 *
 * Time: O(pieces^2 x stories x n-grams), at heads above headless stories only.
 */

/* `text_runs` are those of the page from which the stories were made. */
void grouped_heads_distribute(struct stories *stories,
                              const struct text_runs *text_runs);

#endif
