/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_CONFIDENCE_H
#define LOAD_LABEL_CONFIDENCE_H

#include "load/label/labels.h"
#include "load/label/viterbi.h"

/*
 * How sure each label of a page is, as a reader would see it: the cost
 * difference between the cheapest path and the cheapest one on which the line is
 * of another class (first line of a paragraph, later line, headline, other).
 *
 * These are differences of min-marginals, by forward-backward in the min-sum
 * semiring: with forward[i][s] = cost[i][s] of viterbi.h,
 *
 *   backward[last][s] = end(s)
 *   backward[i-1][s'] = min over s of
 *                       (step(s', s) + emission(i, s) + backward[i][s])
 *   margin[i] = min over s of another class of (forward + backward)[i][s]
 *               - min over s of the own class of the same
 *
 * Time: O(lines x states x predecessors).  Kohli, P. and Torr, P. (2008),
 * Measuring uncertainty in graph cut solutions, for min-marginals; Rabiner
 * (1989) for forward-backward.
 */

/* Pages of more lines have no doubts: their lattices are not kept. */
#define CONFIDENCE_LINES_MAX 3000

/* Margins up to this one are exact; larger ones are at least this large. */
#define CONFIDENCE_MARGIN_MAX 4

/*
 * Sets the doubts of `labels`, one for each line of the lattice's flow, whose
 * labels are those of its path.  `columns` are all the columns that
 * lattice_find_path() filled, under the priors that the lattice has now.
 */
void confidence_find(struct lattice *lattice,
                     const struct lattice_column *columns,
                     struct labelled *labels);

#endif
