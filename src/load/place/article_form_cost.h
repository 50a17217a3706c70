/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ARTICLE_FORM_COST_H
#define LOAD_PLACE_ARTICLE_FORM_COST_H

#include "load/place/column_ends.h"
#include "load/place/columns_above.h"
#include "load/place/placing.h"

#include <stddef.h>

/* A head, or none (NPOS), and columns in reading order that may be an article. */
struct article_form {
	const struct placing *placing;
	const struct column_end *ends;    /* one for each column of the page */
	const struct column_above *above; /* one for each column of the page */
	size_t head;
	const size_t *columns; /* indices */
	size_t count;          /* >= 1 */
};

/*
 * What the form of an article costs: how its first column begins and stands to the head,
 * what stands right above its columns, whether they are set alike, and how far they
 * stand from each other.  O(count^2 x rules along t).
 */
float article_form_cost(const struct article_form *form);

#endif
