/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_MARGIN_H
#define LOAD_MARGIN_H

#include "load/label.h"
#include "load/trellis.h"

/* Pages of more lines have no doubts: so many columns are not kept. */
#define MARGIN_LINES 3000

/* Larger margins are not exact. */
#define MARGIN_MOST 4

/*
 * How sure the labels of a page are: the doubt of each line, from the cheapest
 * reading in which it is something else (min-marginals: what the way to a state
 * costs and what the rest costs from there).  `columns` are those of the path,
 * one a line, under the habits of the trellis.
 */
void margins_find(struct trellis *trellis, const struct column *columns,
                  struct labelled *labels);

#endif
