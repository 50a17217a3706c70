/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ARTICLE_COST_H
#define LOAD_PLACE_ARTICLE_COST_H

#include "load/place/assign_bounds.h"
#include "load/place/column_ends.h"
#include "load/place/columns_above.h"
#include "load/place/head_words.h"
#include "load/place/placing.h"
#include "load/place/separators.h"

#include <stddef.h>
#include <stdint.h>

/*
 * What it costs that a head, or none, and columns are one article: a negative log
 * likelihood, in which no sign decides alone.  Signs are how the text flows over the
 * columns, where each stands to the head, what stands right above it, whether the columns
 * are set alike and stand together, and the words that head and text share.  A bound that
 * is broken costs more than all signs.
 */
struct article_costs {
	const struct placing *placing; /* borrowed */
	struct separators separators;
	struct column_end *ends;    /* owned; one for each column */
	struct column_above *above; /* owned; one for each column */
	struct head_words words;
	struct assign_bounds bounds;
	struct cost_memo *articles; /* owned; what was computed before */
	struct cost_memo *heads;    /* owned; of each column at each head */
	/* Columns, heads, rules and bigrams looked at: a measure of the time taken
	 * that does not depend on the machine. */
	size_t steps;
};

/* `placing` has columns and heads, and is borrowed until article_costs_release(). */
void article_costs_init(struct article_costs *costs,
                        const struct placing *placing);
void article_costs_release(struct article_costs *costs);

/* The cost of an article with head `head`, or none (NPOS), and `count` columns, or none;
 * indices.  0 for neither.  Sorts the columns into reading order.  Each set of columns is
 * computed once for a head: O(count^2 + count x bigrams of the head), then O(count). */
float article_cost(struct article_costs *costs, size_t head, size_t *columns,
                   size_t count);

/* What column `column` costs at head `head`, wherever its other columns are. */
float article_cost_at_head(struct article_costs *costs, size_t column,
                           size_t head);

#endif
