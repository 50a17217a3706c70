/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_CONFIDENCE_H
#define LOAD_LABEL_CONFIDENCE_H

#include "load/label/labels.h"
#include "load/label/viterbi.h"

/* Pages of more lines have no doubts: so many columns are not kept. */
#define CONFIDENCE_LINES_MAX 3000

/* Larger margins are not exact. */
#define CONFIDENCE_MARGIN_MAX 4

/*
 * How sure the labels of a page are: the doubt of each line, from the cheapest
 * reading in which it is something else (min-marginals: what the way to a state
 * costs and what the rest costs from there).  `columns` are those of the path,
 * one a line, under the priors of the lattice.
 */
void confidence_find(struct lattice *lattice,
                     const struct lattice_column *columns,
                     struct labelled *labels);

#endif
